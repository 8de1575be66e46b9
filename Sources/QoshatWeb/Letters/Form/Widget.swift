import Letters

/// What a field is on a form.
indirect enum Widget: Sendable {
  /// One text in each language.
  case text
  /// Several lines in each language.
  case lines
  case string
  /// Several lines, the same in both languages.
  case strings
  case date
  case number
  case flag
  case choice([FieldType.Choice])
  case figure
  case person
  case body
  case act
  /// A text in each language, whose lines may be the items of a list.
  case paragraph
  case resources
  case organisers
  case list(Widget)
  case group([FieldDefinition])
  case record(Record)

  /// Something that is chosen from what is known, or described.
  enum Record: Sendable {
    case organisation, inquiry, organiser

    var fields: [FieldDefinition] {
      switch self {
      case .organisation: RecordFields.organisation
      case .inquiry: RecordFields.inquiry
      case .organiser: RecordFields.organiser
      }
    }
  }

  /// The choice of a record that is described instead of chosen.
  static let described = "*"

  init(_ type: FieldType) {
    self =
      switch type {
      case .text: .text
      case .lines, .bilingualLines: .lines
      case .paragraphs: .list(.paragraph)
      case .string: .string
      case .date: .date
      case .period: .group(RecordFields.period)
      case .year, .integer: .number
      case .boolean: .flag
      case .choice(let choices): .choice(choices)
      case .list(.string): .strings
      case .list(let item): .list(Widget(item))
      case .group(let fields): .group(fields)
      case .person: .person
      case .body: .body
      case .act: .act
      case .organisation: .record(.organisation)
      case .inquiry: .record(.inquiry)
      case .resources: .resources
      case .organisers: .organisers
      case .figure: .figure
      }
  }
}

/// How resources or organisers are given.
enum ListSource: String, CaseIterable, Sendable {
  /// Those that a document of the register names.
  case document
  /// All that the register has.
  case register
  case list
}
