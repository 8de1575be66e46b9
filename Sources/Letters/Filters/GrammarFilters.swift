import CivilDates
import Diagnostics
public import Jinja
import Language

/// The grammar of both languages as filters, under names that an author of templates in that language knows.
///
/// A filter that does not fit its value is an error at its place, never a wrong ending.
public enum GrammarFilters {
  /// All filters, Kazakh and Russian, by name.
  public static let all: [String: Filter] = kazakh.merging(russian) { first, _ in first }

  /// What kind of value each filter takes, for whoever asks what data a template needs.
  public static let inputs: [String: FieldTree.Kind] = [
    "күн": .date, "дата": .date, "жыл": .any, "год": .any, "сан": .number, "количество": .number,
    "слово": .number, "сказуемое": .number, "және": .list, "и": .list, "жалғау": .text,
    "тырнақша": .any, "кавычки": .any,
  ]

  /// What templates of letters are compiled against: the built-in language and the filters of grammar; what is undefined is an error.
  public static let environment: Environment = {
    var environment = Environment(undefined: .strict)
    environment.filters.merge(all) { _, grammar in grammar }
    return environment
  }()

  static func date(_ value: Value, _ arguments: borrowing Arguments) throws(Fault) -> CivilDate {
    if case .custom(let custom) = value, let date = custom as? DateValue { return date.date }
    if case .string(let text) = value, let date = CivilDate(iso: text) { return date }
    throw .type(of: value, in: arguments.callee)
  }

  /// The year of a date, or a year itself.
  static func year(_ value: Value, _ arguments: borrowing Arguments) throws(Fault) -> Int {
    if case .integer(let year) = value { return year }
    return try date(value, arguments).year
  }

  static func number(_ value: Value, _ arguments: borrowing Arguments) throws(Fault) -> Int {
    guard let number = value.integer else { throw .type(of: value, in: arguments.callee) }
    return number
  }

  static func texts(_ value: Value, _ arguments: borrowing Arguments) throws(Fault) -> [String] {
    guard let items = value.list else { throw .type(of: value, in: arguments.callee) }
    return items.map(\.text)
  }

  /// The value of a form's name, or an error that lists the names there are.
  static func form<Form>(
    _ index: Int, _ arguments: borrowing Arguments, _ forms: KeyValuePairs<String, Form>,
    otherwise: Form
  ) throws(Fault) -> Form {
    guard let name = try arguments.string(index, "форма") else { return otherwise }
    if let form = forms.first(where: { $0.key == name }) { return form.value }
    throw unknownForm(name, of: arguments.callee, known: forms.map(\.key))
  }

  static func unknownForm(_ name: String, of filter: String, known: [String]) -> Fault {
    let names = known.map { "`\($0)`" }.joined(separator: ", ")
    return Fault(
      "E125",
      Message(
        kk: "`\(filter)` сүзгісінде `\(name)` тұлғасы жоқ; мүмкін: \(names)",
        ru: "у фильтра `\(filter)` нет формы `\(name)`; возможны: \(names)",
        en: "the filter `\(filter)` has no form `\(name)`; possible are \(names)"),
      hint: Spelling.hint(for: name, among: known))
  }

  static func missingWord(_ arguments: borrowing Arguments) -> Fault {
    Fault(
      "E123",
      Message(
        kk: "`\(arguments.callee)` сүзгісіне сөз керек, мысалы: `\(arguments.callee)(\"жоба\")`",
        ru:
          "фильтру `\(arguments.callee)` нужно слово, например: `\(arguments.callee)(\"проект\")`",
        en: "the filter `\(arguments.callee)` needs a word"))
  }
}

extension Value {
  /// The items of a list, also of one that another filter makes; `nil` for text and all else.
  var list: [Value]? {
    switch self {
    case .array(let items), .tuple(let items): items
    case .custom(let value): value.items
    default: nil
    }
  }
}
