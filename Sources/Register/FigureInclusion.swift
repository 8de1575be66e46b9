import CivilDates

/// That whatever one figure counts, another counts too: a claim about the things themselves, which their numbers alone
/// cannot prove.
public struct FigureInclusion: Hashable, Sendable {
  /// The figure that lies within the other.
  public let part: FigureQuery
  /// The figure that it lies within.
  public let whole: FigureQuery

  /// Claims that `part` lies within `whole`; `nil` unless both count documents, or both resources.
  public init?(of part: FigureQuery, in whole: FigureQuery) {
    switch (part.subject, whole.subject) {
    case (.documents, .documents), (.resources, .resources): break
    case (.documents, _), (.resources, _), (.bodies, _): return nil
    }
    self.part = part
    self.whole = whole
  }

  /// Whether it follows from what the two figures are, so that no register could disprove it.
  public var isCertain: Bool {
    guard whole.period.contains(part.period.from), whole.period.contains(part.period.to),
      part.asOf <= whole.asOf
    else { return false }
    switch (part.subject, whole.subject) {
    case (.documents(let part), .documents(let whole)): return part.isWithin(whole)
    case (.resources(let part), .resources(let whole)): return part.isWithin(whole)
    case (.documents, _), (.resources, _), (.bodies, _): return false
    }
  }

  /// The documents all of whose resources, as far as the part counts them, are counted by the whole.
  var coveringDocuments: DocumentSelection? {
    guard case .resources(.covered(_, let channel)) = part.subject,
      case .resources(.covered(let documents, let other)) = whole.subject,
      Channel.isWithin(channel, other)
    else { return nil }
    return documents
  }
}

/// What a part counts and its whole does not.
public struct FigureRemainder: Hashable, Sendable {
  /// The claim that was put to the test.
  public let inclusion: FigureInclusion
  /// The statement that did so.
  public let statement: FigureStatement
  /// How many they are; none where the claim holds.
  public let count: Int
  /// The first of them in byte order: a document's id or a canonical URL.
  public let first: String?
}

extension DocumentSelection {
  /// Whether every document of this selection is of the other, in one period.
  fileprivate func isWithin(_ other: DocumentSelection) -> Bool {
    kinds.isSubset(of: other.kinds) && state == other.state
      && Channel.isWithin(concerning, other.concerning)
  }
}

extension ResourceSelection {
  /// Whether every resource of this selection is of the other, in one period.
  fileprivate func isWithin(_ other: ResourceSelection) -> Bool {
    switch (self, other) {
    case (.entered(let channel), .entered(let other)),
      (.actedUpon(_, let channel), .entered(let other)):
      Channel.isWithin(channel, other)
    case (.covered(let documents, let channel), .covered(let others, let other)):
      documents.isWithin(others) && Channel.isWithin(channel, other)
    case (.actedUpon(let kinds, let channel), .actedUpon(let others, let other)):
      kinds.isSubset(of: others) && Channel.isWithin(channel, other)
    case (.entered, _), (.covered, _), (.actedUpon, .covered): false
    }
  }
}

extension Channel {
  /// Whether what comes by `channel`, or by any for `nil`, comes by `other`.
  fileprivate static func isWithin(_ channel: Channel?, _ other: Channel?) -> Bool {
    other == nil || channel == other
  }
}
