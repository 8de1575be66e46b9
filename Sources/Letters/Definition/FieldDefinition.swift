/// What a field of a letter kind holds.
public indirect enum FieldType: Hashable, Sendable {
  /// A text in each language; a template sees its own.
  case text
  /// Lines in each language; a template sees its own.
  case lines
  /// Lines in each language, of which both templates see both.
  case bilingualLines
  /// A text that is the same in both languages: a number, a telephone.
  case string
  case date
  case year
  case integer
  case boolean
  /// One of several texts, chosen by its name.
  case choice([Choice])
  case list(FieldType)
  case group([FieldDefinition])
  /// A person of the reference data, by id.
  case person
  /// A state body of the reference data, by id.
  case body

  /// One text that can be chosen.
  public struct Choice: Hashable, Sendable {
    public let name: String
    public let text: Bilingual
  }

  /// The type's name in `letter.yaml`.
  var name: String {
    switch self {
    case .text: "text"
    case .lines: "lines"
    case .bilingualLines: "bilingual-lines"
    case .string: "string"
    case .date: "date"
    case .year: "year"
    case .integer: "integer"
    case .boolean: "boolean"
    case .choice: "choice"
    case .list: "list"
    case .group: "group"
    case .person: "person"
    case .body: "body"
    }
  }
}

/// One named, typed, labelled input of a letter kind.
public struct FieldDefinition: Hashable, Sendable {
  public let name: String
  public let type: FieldType
  public let isRequired: Bool
  public let label: Bilingual
  public let help: Bilingual?
}
