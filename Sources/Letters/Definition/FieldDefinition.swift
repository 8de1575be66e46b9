public import CivilDates
public import JSON

/// One named, typed, labelled input of a letter kind.
public struct FieldDefinition: Hashable, Sendable {
  public let name: String
  public let type: FieldType
  /// Whether it must be given, whenever it is asked for.
  public let isRequired: Bool
  public let label: Bilingual
  public let help: Bilingual?
  /// What holds where the case data say nothing.
  public let defaultValue: JSON?
  public let limits: FieldLimits
  /// When the field is asked for at all; always without it.
  public let condition: FieldCondition?

  init(
    _ name: String, _ type: FieldType, isRequired: Bool = false, label: Bilingual,
    help: Bilingual? = nil, defaultValue: JSON? = nil, limits: FieldLimits = .unlimited,
    condition: FieldCondition? = nil
  ) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.label = label
    self.help = help
    self.defaultValue = defaultValue
    self.limits = limits
    self.condition = condition
  }
}

/// What a value must keep to besides its type.
public struct FieldLimits: Hashable, Sendable {
  /// The least whole number or year.
  public var minimum: Int?
  /// The greatest whole number or year.
  public var maximum: Int?
  public var notBefore: DateBound?
  public var notAfter: DateBound?
  /// So many characters a text may have, each of several.
  public var maxLength: Int?
  public var minItems: Int?
  public var maxItems: Int?

  static let unlimited = FieldLimits()

  /// A day that is fixed, or another field's.
  public enum DateBound: Hashable, Sendable {
    case day(CivilDate)
    case field(String)
  }
}

/// Values of fields of the same group, all of which another field waits for.
public struct FieldCondition: Hashable, Sendable {
  public struct Clause: Hashable, Sendable {
    public let field: String
    /// `true`, `false`, or the name of a choice.
    public let value: JSON
  }

  public let clauses: [Clause]
}
