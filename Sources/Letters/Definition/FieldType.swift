/// What a field of a letter kind holds.
public indirect enum FieldType: Hashable, Sendable {
  /// A text in each language; a template sees its own.
  case text
  /// Lines in each language; a template sees its own.
  case lines
  /// Lines in each language, of which both templates see both.
  case bilingualLines
  /// Paragraphs and lists of them, of one structure in both languages.
  case paragraphs
  /// A text that is the same in both languages: a number, a telephone.
  case string
  case date
  /// The days from one date to another.
  case period
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
  /// An act of the reference data, by id, and the place in it.
  case act
  /// An organisation of the reference data, by id, or one that the case data describe.
  case organisation
  /// An incoming letter of the register, by id, or its number and date.
  case inquiry
  /// Internet resources, or the document of the register that names them.
  case resources
  /// Foreign organisers of gambling, or which of the register.
  case organisers
  /// A figure of the kind, by name.
  case figure

  /// One text that can be chosen.
  public struct Choice: Hashable, Sendable {
    public let name: String
    public let text: Bilingual
  }

  /// The types that need nothing but their name.
  static let simple: [FieldType] = [
    .text, .lines, .bilingualLines, .paragraphs, .string, .date, .period, .year, .integer,
    .boolean, .person, .body, .act, .organisation, .inquiry, .resources, .organisers, .figure,
  ]

  /// The type's name in `letter.yaml`.
  var name: String {
    switch self {
    case .text: "text"
    case .lines: "lines"
    case .bilingualLines: "bilingual-lines"
    case .paragraphs: "paragraphs"
    case .string: "string"
    case .date: "date"
    case .period: "period"
    case .year: "year"
    case .integer: "integer"
    case .boolean: "boolean"
    case .choice: "choice"
    case .list: "list"
    case .group: "group"
    case .person: "person"
    case .body: "body"
    case .act: "act"
    case .organisation: "organisation"
    case .inquiry: "inquiry"
    case .resources: "resources"
    case .organisers: "organisers"
    case .figure: "figure"
    }
  }

  /// The type itself, or that of the items of a list.
  var item: FieldType {
    if case .list(let item) = self { item.item } else { self }
  }
}
