public import CivilDates
public import Register

/// A letter that an export shall have.
public struct PlannedLetter: Hashable, Sendable {
  public enum Source: Hashable, Sendable {
    /// A document of the register.
    case document(DocumentStatus)
    /// The period report, whose data are counted.
    case report
  }

  /// The id of the document; the report's own for the report.
  public let id: String
  /// The letter kind.
  public let kind: String
  public let source: Source
  public let prepared: CivilDate
  /// The registration number; empty where there is none.
  public let number: String
  /// To whom it goes; empty for the report.
  public let addressee: String
  /// Where its files lie.
  public internal(set) var path = LetterPath(template: "")
}

/// The letters of a period.
public struct ExportPlan: Sendable {
  /// The letters that are to be written, in the order of their files.
  public let letters: [PlannedLetter]
  /// How many letters the period has, with those that other machines write.
  public let total: Int
  /// The letter kinds of all of them.
  public let kinds: [String]

  /// Finds the letters of `request` in the register.
  ///
  /// - Complexity: O(documents of the period); case data are not read.
  public init(_ request: ExportRequest, _ register: Register) throws(RegisterError) {
    func isAsked(_ kind: String) -> Bool { request.kinds?.contains(kind) ?? true }
    let statuses =
      request.statuses ?? Set(DocumentStatus.allCases).subtracting(DocumentStatus.withdrawn)
    var letters: [PlannedLetter] = []
    for document in try register.outlines(
      of: request.dating, during: request.period, at: request.revision)
    where isAsked(document.kind.rawValue) && statuses.contains(document.status) {
      letters.append(
        PlannedLetter(
          id: document.id, kind: document.kind.rawValue, source: .document(document.status),
          prepared: document.preparedAt, number: document.number, addressee: document.addressee))
    }
    if isAsked(PeriodReport.kind) {
      letters.append(
        PlannedLetter(
          id: Self.reportName(request.period), kind: PeriodReport.kind, source: .report,
          prepared: request.asOf, number: "", addressee: ""))
    }
    Self.name(&letters, request.names)
    letters = letters.map { (path: $0.path.text, letter: $0) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.map(\.letter)
    kinds = Set(letters.map(\.kind)).sorted()
    total = letters.count
    self.letters = request.shard.map { shard in letters.filter { shard.holds($0.id) } } ?? letters
  }

  /// `2021` for a year, the first and last day for any other period.
  private static func reportName(_ period: Period) -> String {
    let isYear = period == .year(period.from.year)
    return isYear
      ? String(period.from.iso.prefix(4)) : "\(period.from.iso)_\(period.to.iso)"
  }

  /// Gives every letter a path of its own, also where capitals do not count.
  private static func name(_ letters: inout [PlannedLetter], _ pattern: FileNamePattern) {
    var places: [String: [Int]] = [:]
    for index in letters.indices {
      letters[index].path = pattern.stem(of: letters[index])
      places[FileName.key(letters[index].path.template), default: []].append(index)
    }
    var taken = Set(places.filter { $0.value.count == 1 }.keys)
    for index in places.values.filter({ $0.count > 1 }).joined().sorted() {
      let path = letters[index].path.told(apart: letters[index].id)
      var (candidate, count) = (path, 1)
      // Ids that differ in capitals only.
      while !taken.insert(FileName.key(candidate.template)).inserted {
        count += 1
        candidate = path.told(apart: String(count))
      }
      letters[index].path = candidate
    }
  }
}
