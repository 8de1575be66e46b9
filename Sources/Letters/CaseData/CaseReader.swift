import CivilDates
import Diagnostics
import JSON
import Jinja

/// Checks case data against a kind's fields and turns it into typed values. All that is wrong is found at once, each with its path.
struct CaseReader {
  let file: String
  let reference: ReferenceData
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String, reference: ReferenceData) {
    self.file = file
    self.reference = reference
  }

  /// The members of `json` that `fields` name; those in `ignoring` belong to the program and not to the kind.
  mutating func group(
    _ json: JSON, _ fields: [FieldDefinition], at path: String = "", ignoring: Set<String> = []
  ) -> CaseValue {
    guard case .object(let members) = json else {
      wrongType(json, "group", path)
      return .group([])
    }
    for member in members
    where !ignoring.contains(member.name) && !fields.contains(where: { $0.name == member.name }) {
      report(
        "V102", join(path, member.name),
        Message(
          kk: "мұндай өріс жоқ: `\(member.name)`", ru: "нет такого поля: `\(member.name)`",
          en: "there is no field `\(member.name)`"),
        hint: Spelling.hint(for: member.name, among: fields.map(\.name)))
    }
    var values: [(name: String, value: CaseValue)] = []
    for field in fields {
      let path = join(path, field.name)
      if let given = json[field.name], given != .null {
        if let value = value(given, field.type, path) { values.append((field.name, value)) }
      } else if field.isRequired {
        report(
          "V101", path,
          Message(
            kk: "міндетті өріс толтырылмаған: \(field.label.kk) (`\(path)`)",
            ru: "не заполнено обязательное поле: \(field.label.ru) (`\(path)`)",
            en: "the required field `\(path)` is missing"))
      } else if field.type == .boolean {
        values.append((field.name, .boolean(false)))
      }
    }
    return .group(values)
  }

  private mutating func value(_ json: JSON, _ type: FieldType, _ path: String) -> CaseValue? {
    switch type {
    case .text: return text(json, path)
    case .lines: return lines(json, path).map { .lines(kk: $0, ru: $1) }
    case .bilingualLines: return lines(json, path).map { .bilingualLines(kk: $0, ru: $1) }
    case .string: return filled(json, type, path).map { .string($0) }
    case .date: return date(json, path)
    case .year:
      guard case .integer(let year) = json, (1900...2999).contains(year) else {
        return wrongType(json, type.name, path)
      }
      return .integer(year)
    case .integer:
      guard case .integer(let number) = json else { return wrongType(json, type.name, path) }
      return .integer(number)
    case .boolean:
      guard case .bool(let value) = json else { return wrongType(json, type.name, path) }
      return .boolean(value)
    case .choice(let choices): return choice(json, choices, path)
    case .list(let item):
      guard case .array(let elements) = json else { return wrongType(json, type.name, path) }
      guard !elements.isEmpty else {
        report(
          "V104", path,
          Message(kk: "тізім бос", ru: "список пуст", en: "the list is empty"))
        return nil
      }
      return .list(
        elements.enumerated().compactMap { index, element in
          value(element, item, "\(path)[\(index)]")
        })
    case .group(let fields): return group(json, fields, at: path)
    case .person:
      return filled(json, type, path).flatMap { id in
        known(id, among: reference.people.mapValues { .person($0) }, path)
      }
    case .body:
      return filled(json, type, path).flatMap { id in
        known(id, among: reference.bodies.mapValues { .body($0) }, path)
      }
    }
  }

  private mutating func text(_ json: JSON, _ path: String) -> CaseValue? {
    guard checkLanguages(json, "text", path) else { return nil }
    let kk = json["kk"].flatMap { filled($0, .text, path + ".kk") }
    let ru = json["ru"].flatMap { filled($0, .text, path + ".ru") }
    guard let kk, let ru else { return nil }
    return .text(Bilingual(kk: kk, ru: ru))
  }

  private mutating func lines(_ json: JSON, _ path: String) -> (kk: [String], ru: [String])? {
    guard checkLanguages(json, "lines", path) else { return nil }
    var lines: [[String]] = []
    for language in LetterLanguage.allCases {
      guard case .array(let elements)? = json[language.rawValue], !elements.isEmpty else {
        wrongType(json[language.rawValue] ?? .null, "lines", "\(path).\(language)")
        continue
      }
      lines.append(
        elements.enumerated().compactMap { index, element in
          filled(element, .string, "\(path).\(language)[\(index)]")
        })
    }
    return lines.count == 2 ? (lines[0], lines[1]) : nil
  }

  /// Whether the value is an object with both languages and nothing else.
  private mutating func checkLanguages(_ json: JSON, _ type: String, _ path: String) -> Bool {
    guard case .object(let members) = json else {
      wrongType(json, type, path)
      return false
    }
    for member in members where LetterLanguage(rawValue: member.name) == nil {
      report(
        "V102", join(path, member.name),
        Message(
          kk: "мұнда тек `kk` және `ru` болады", ru: "здесь могут быть только `kk` и `ru`",
          en: "only `kk` and `ru` can stand here"))
    }
    var isComplete = true
    for language in LetterLanguage.allCases where (json[language.rawValue] ?? .null) == .null {
      isComplete = false
      report(
        "V101", "\(path).\(language)",
        Message(
          kk: language == .kk ? "қазақша мәтін жоқ" : "орысша мәтін жоқ",
          ru: language == .kk ? "нет текста на казахском" : "нет текста на русском",
          en: language == .kk ? "the Kazakh text is missing" : "the Russian text is missing"))
    }
    return isComplete
  }

  private mutating func date(_ json: JSON, _ path: String) -> CaseValue? {
    guard case .string(let text) = json else { return wrongType(json, "date", path) }
    guard let date = CivilDate(iso: text) else {
      report(
        "V104", path, excerpt: text,
        Message(
          kk: "бұл – күн емес; күн былай жазылады: 2021-12-15",
          ru: "это не дата; дата пишется так: 2021-12-15",
          en: "this is not a date; a date is written 2021-12-15"))
      return nil
    }
    return .date(date)
  }

  private mutating func choice(
    _ json: JSON, _ choices: [FieldType.Choice], _ path: String
  ) -> CaseValue? {
    guard case .string(let name) = json else { return wrongType(json, "choice", path) }
    if let choice = choices.first(where: { $0.name == name }) { return .text(choice.text) }
    let names = choices.map { "`\($0.name)`" }.joined(separator: ", ")
    report(
      "V104", path, excerpt: name,
      Message(
        kk: "мұндай нұсқа жоқ; мүмкін мәндер: \(names)",
        ru: "нет такого варианта; возможны: \(names)",
        en: "there is no such choice; possible are \(names)"))
    return nil
  }

  private mutating func known(
    _ id: String, among values: [String: CaseValue], _ path: String
  ) -> CaseValue? {
    if let value = values[id] { return value }
    report(
      "V105", path, excerpt: id,
      Message(
        kk: "анықтамалықта мұндай жазба жоқ", ru: "в справочнике нет такой записи",
        en: "the reference data has no such entry"),
      hint: Spelling.hint(for: id, among: values.keys))
    return nil
  }

  /// A text that is not blank.
  private mutating func filled(_ json: JSON, _ type: FieldType, _ path: String) -> String? {
    guard case .string(let text) = json else {
      wrongType(json, type.name, path)
      return nil
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      report("V104", path, Message(kk: "мәтін бос", ru: "текст пуст", en: "the text is blank"))
      return nil
    }
    return text
  }

  @discardableResult
  private mutating func wrongType(_ json: JSON, _ type: String, _ path: String) -> CaseValue? {
    let due = Self.typeNames[type] ?? Message(kk: type, ru: type, en: type)
    let found = json.typeName
    report(
      "V103", path,
      Message(
        kk: "мәннің түрі басқа: керегі – \(due.kk), берілгені – \(found.kk)",
        ru: "значение не того типа: нужно – \(due.ru), дано – \(found.ru)",
        en: "the value has the wrong type: expected \(due.en), found \(found.en)"))
    return nil
  }

  private mutating func report(
    _ rule: String, _ path: String, excerpt: String = "", _ message: Message, hint: Message? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        rule, message,
        at: [
          Place(
            file: file, block: path.isEmpty ? "$" : path, excerpt: excerpt,
            marked: 0..<excerpt.utf8.count)
        ], hint: hint))
  }

  private func join(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }

  private static let typeNames: [String: Message] = [
    "text": Message(
      kk: "екі тілдегі мәтін {\"kk\", \"ru\"}", ru: "текст на двух языках {\"kk\", \"ru\"}",
      en: "a text in both languages {\"kk\", \"ru\"}"),
    "lines": Message(
      kk: "екі тілдегі жолдар {\"kk\": […], \"ru\": […]}",
      ru: "строки на двух языках {\"kk\": […], \"ru\": […]}",
      en: "lines in both languages {\"kk\": […], \"ru\": […]}"),
    "string": Message(kk: "мәтін", ru: "текст", en: "a text"),
    "date": Message(kk: "күн (2021-12-15)", ru: "дата (2021-12-15)", en: "a date (2021-12-15)"),
    "year": Message(kk: "жыл (1900–2999)", ru: "год (1900–2999)", en: "a year (1900–2999)"),
    "integer": Message(kk: "бүтін сан", ru: "целое число", en: "a whole number"),
    "boolean": Message(kk: "true немесе false", ru: "true или false", en: "true or false"),
    "choice": Message(
      kk: "таңдалған нұсқаның атауы", ru: "название варианта", en: "the name of a choice"),
    "list": Message(kk: "тізім", ru: "список", en: "a list"),
    "group": Message(kk: "өрістер жиыны {…}", ru: "набор полей {…}", en: "a set of fields {…}"),
    "person": Message(
      kk: "адамның анықтамалықтағы коды", ru: "код человека в справочнике",
      en: "a person's id in the reference data"),
    "body": Message(
      kk: "органның анықтамалықтағы коды", ru: "код органа в справочнике",
      en: "a body's id in the reference data"),
  ]
}

extension JSON {
  /// What the value is called in a message.
  fileprivate var typeName: Message {
    switch self {
    case .null: Message(kk: "бос мән", ru: "пустое значение", en: "null")
    case .bool: Message(kk: "true/false", ru: "true/false", en: "a boolean")
    case .integer, .digits, .number: Message(kk: "сан", ru: "число", en: "a number")
    case .string: Message(kk: "мәтін", ru: "текст", en: "a text")
    case .array: Message(kk: "тізім", ru: "список", en: "a list")
    case .object: Message(kk: "өрістер жиыны", ru: "набор полей", en: "a set of fields")
    }
  }
}
