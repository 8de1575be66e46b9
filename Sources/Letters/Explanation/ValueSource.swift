/// Where a printed value is from.
public struct ValueSource: Hashable, Sendable {
  public enum Kind: String, Sendable {
    /// The case data.
    case data
    /// What holds where the case data say nothing.
    case `default`
    /// A value of the kind's definition that every letter prints.
    case constant
    /// The reference data.
    case reference
    /// A record of the register.
    case register
    /// A number of the register.
    case figure
    /// A period of the kind, from dates of the case data.
    case period
    /// The program, from other values.
    case computed
    /// The template itself.
    case template
  }

  public let kind: Kind
  /// The entry: `case.json: inquiry.date`, `acts.yaml: media-law`.
  public let entry: String
  /// What named the entry, or what it follows from.
  public let via: String?

  init(_ kind: Kind, _ entry: String, via: String? = nil) {
    self.kind = kind
    self.entry = entry
    self.via = via
  }

  /// The entry of the reference data that this one names.
  func naming(_ id: String, in file: String) -> ValueSource {
    ValueSource(.reference, "\(file): \(id)", via: entry)
  }
}
