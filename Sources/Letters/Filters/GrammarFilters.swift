import CivilDates
import Diagnostics
public import Jinja
import Language

/// The grammar of both languages as filters, under names that an author of templates in that language knows.
///
/// A filter that does not fit its value is an error at its place, never a wrong ending.
public enum GrammarFilters {
  private static let all: [String: GrammarFilter] = [
    kazakhWords, kazakhNumbers, kazakhDates, kazakhNames, russianWords, russianNumbers,
    russianDates, russianNames,
  ].reduce(into: [:]) { all, filters in all.merge(filters) { first, _ in first } }

  /// The names of all filters.
  public static var names: [String] { all.keys.sorted() }

  /// What kind of value each filter takes, for whoever asks what data a template needs.
  public static let inputs: [String: FieldTree.Kind] = all.mapValues { filter in
    filter.takes.count == 1 ? filter.takes.first ?? .any : primaryKind(of: filter.takes)
  }

  /// The kind that a value should have, of several that will do.
  private static func primaryKind(of kinds: [FieldTree.Kind]) -> FieldTree.Kind {
    if kinds.contains(.object) || kinds.contains(.list) { return .any }
    if kinds == [.date, .string] { return .date }
    if kinds == [.number, .string] { return .number }
    return kinds.isEmpty || kinds.contains(.number) && kinds.contains(.date) ? .text : .string
  }

  /// What templates are compiled against: the built-in language and the filters of grammar, with the words of a project;
  /// what is undefined is an error.
  ///
  /// Without ё words are printed with е, as most official texts have them; names of people stay as they are.
  public static func environment(
    _ lexicons: GrammarLexicons = .builtIn, keepsYo: Bool = true
  ) -> Environment {
    var environment = Environment(undefined: .strict)
    let ofPeople = Set(russianNames.keys).subtracting(["статья"])
    let answers = GrammarFilter.Answers(limit: 1024, bytes: \.size)
    for (name, filter) in all {
      environment.filters[name] = filter.bound(
        to: lexicons, keepsYo: keepsYo || ofPeople.contains(name), answers)
      environment.filterTypes[name] = FilterType(
        takes: filter.takes, gives: filter.gives, example: filter.example,
        remark: KazakhWordValue.remark)
    }
    return environment
  }

  // MARK: Values

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

  /// The first and last day of an object with `from` and `to`.
  static func period(_ value: Value, _ arguments: borrowing Arguments) throws(Fault) -> Period {
    guard case .object(let object) = value, let from = object["from"], let to = object["to"] else {
      throw .type(of: value, in: arguments.callee)
    }
    let first = try date(from, arguments)
    let last = try date(to, arguments)
    guard let period = Period(from: first, to: last) else {
      throw Fault(
        "E122",
        Message(
          kk: "`\(arguments.callee)`: кезең басталмай аяқталады",
          ru: "`\(arguments.callee)`: период кончается раньше, чем начинается",
          en: "`\(arguments.callee)`: the period ends before it begins"))
    }
    return period
  }

  static func integer(_ value: Value, _ arguments: borrowing Arguments) throws(Fault) -> Int {
    guard let number = value.integer else { throw .type(of: value, in: arguments.callee) }
    return number
  }

  /// A number with or without decimals; also a text that is one.
  static func figure(_ value: Value, _ arguments: borrowing Arguments) throws(Fault) -> Figure {
    if let number = value.integer { return Figure(number) }
    switch value {
    case .double(let number):
      if let figure = Figure(text: String(number)) { return figure }
    case .string(let text):
      if let figure = Figure(text: text) { return figure }
    default: break
    }
    throw .type(of: value, in: arguments.callee)
  }

  static func texts(_ value: Value, _ arguments: borrowing Arguments) throws(Fault) -> [String] {
    guard let items = value.list else { throw .type(of: value, in: arguments.callee) }
    return items.map(\.text)
  }

  /// A sum in tenge, whole or with two decimals.
  static func amount(
    _ value: Value, _ arguments: borrowing Arguments
  ) throws(Fault) -> TengeAmount {
    let figure = try figure(value, arguments)
    let tiyn: (partialValue: Int, overflow: Bool)
    switch figure.decimals {
    case 0: tiyn = figure.significand.multipliedReportingOverflow(by: 100)
    case 1: tiyn = figure.significand.multipliedReportingOverflow(by: 10)
    case 2: tiyn = (figure.significand, false)
    default: throw .type(of: value, in: arguments.callee)
    }
    guard !tiyn.overflow else { throw .type(of: value, in: arguments.callee) }
    return TengeAmount(tiyn: tiyn.partialValue)
  }

  /// The text of a member of an object, if it has one that is not empty.
  static func text(of name: String, in object: ObjectValue) -> String? {
    guard let value = object[name] else { return nil }
    if case .undefined = value { return nil }
    if case .none = value { return nil }
    let text = value.text
    return text.isEmpty ? nil : text
  }

  static func object(
    _ value: Value, _ arguments: borrowing Arguments
  ) throws(Fault) -> ObjectValue {
    guard case .object(let object) = value else { throw .type(of: value, in: arguments.callee) }
    return object
  }

  /// «…» around a text, or around each of a list.
  static let quoted = GrammarFilter([], gives: .any, example: .string("хат")) {
    value, _, _ throws(Fault) in
    if let items = value.list { return .array(items.map { .string("«\($0.text)»") }) }
    return .string("«\(value.text)»")
  }

  /// No-break spaces and hyphens throughout a short text, so that it stays on one line.
  static let unbroken = GrammarFilter([], example: .string("хат")) { value, _, _ throws(Fault) in
    .string(Typography.unbroken(value.text))
  }

  // MARK: Arguments

  /// The names given by position, all of them texts.
  static func names(_ arguments: borrowing Arguments, from start: Int = 0) throws(Fault) -> [String]
  {
    var names: [String] = []
    var index = start
    while index < arguments.positional.count {
      if let name = try arguments.string(index, "форма") { names.append(name) }
      index += 1
    }
    return names
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
