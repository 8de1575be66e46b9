import CivilDates
import Diagnostics
import JSON
import Jinja

/// Texts, lines, dates and what is chosen by its name.
extension CaseReader {
  mutating func text(_ json: JSON, _ limits: FieldLimits, _ path: String) -> CaseValue? {
    guard checkLanguages(json, "text", path) else { return nil }
    let kk = json["kk"].flatMap { filled($0, .text, limits, path + ".kk") }
    let ru = json["ru"].flatMap { filled($0, .text, limits, path + ".ru") }
    guard let kk, let ru else { return nil }
    return .text(Bilingual(kk: kk, ru: ru))
  }

  mutating func lines(
    _ json: JSON, _ limits: FieldLimits, _ path: String
  ) -> (kk: [String], ru: [String])? {
    guard checkLanguages(json, "lines", path) else { return nil }
    var lines: [[String]] = []
    for language in LetterLanguage.allCases {
      let path = "\(path).\(language)"
      guard case .array(let elements)? = json[language.rawValue], !elements.isEmpty else {
        wrongType(json[language.rawValue] ?? .null, "lines", path)
        continue
      }
      checkCount(elements.count, limits, path)
      lines.append(
        elements.enumerated().compactMap { index, element in
          filled(element, .string, limits, "\(path)[\(index)]")
        })
    }
    return lines.count == 2 ? (lines[0], lines[1]) : nil
  }

  /// Paragraphs, each a text or a list of texts: what one language has, the other has at the same place.
  mutating func paragraphs(_ json: JSON, _ limits: FieldLimits, _ path: String) -> CaseValue? {
    guard let elements = elements(json, "paragraphs", limits, path) else { return nil }
    var paragraphs: [CaseValue] = []
    for (index, element) in elements.enumerated() {
      let path = "\(path)[\(index)]"
      guard let list = element["list"] else {
        // A paragraph of text cannot fail for the register.
        if let text = try? valueOrGap(element, .text, limits.ofItems, path) {
          paragraphs.append(.group([("text", text)]))
        }
        continue
      }
      if case .object(let members) = element {
        for member in members where member.name != "list" {
          report(
            "V102", join(path, member.name),
            Message(
              kk: "тізімнің жанында басқа ештеңе болмауы керек",
              ru: "рядом со списком не должно быть ничего другого",
              en: "nothing else stands beside a list"))
        }
      }
      let listPath = path + ".list"
      guard let items = self.elements(list, "list", .unlimited, listPath) else {
        if fillsGaps { paragraphs.append(.group([("items", gapList(.text, listPath, label))])) }
        continue
      }
      let texts = items.enumerated().compactMap { index, item in
        let path = "\(listPath)[\(index)]"
        return listItem(item, limits.ofItems, path)
          ?? (fillsGaps ? gap(.text, label, path, given: item) : nil)
      }
      paragraphs.append(.group([("items", .list(texts))]))
    }
    return .list(paragraphs)
  }

  /// An item of a list, which goes on the sentence before it: the signs after it are the template's.
  private mutating func listItem(
    _ json: JSON, _ limits: FieldLimits, _ path: String
  ) -> CaseValue? {
    guard let value = text(json, limits, path), case .text(let text) = value else { return nil }
    for language in LetterLanguage.allCases {
      guard let sign = text[language].last, ".,;:".contains(sign) else { continue }
      report(
        "V104", "\(path).\(language)", excerpt: text[language],
        Message(
          kk: "тізім тармағының соңындағы «\(sign)» белгісін үлгі қояды",
          ru: "знак «\(sign)» в конце пункта списка ставит шаблон",
          en: "the template puts the sign at the end of a list item, not the data: `\(sign)`"))
    }
    // A name may stand first in one language; in both it hardly does.
    if Self.beginsSentence(text.kk), Self.beginsSentence(text.ru) {
      report(
        "V104", path, excerpt: text.ru,
        Message(
          kk: "тізім тармағы кіші әріптен басталады",
          ru: "пункт списка начинается со строчной буквы",
          en: "a list item begins with a small letter"), severity: .warning)
    }
    return value
  }

  /// Whether a text begins with a capital letter and a small one: «Енгізу», and neither «енгізу» nor «АЖ».
  private static func beginsSentence(_ text: String) -> Bool {
    let start = text.prefix(2)
    return start.first?.isUppercase == true && start.last?.isLowercase == true
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
    for language in LetterLanguage.allCases where json.given(language.rawValue) == nil {
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

  mutating func date(_ json: JSON, _ path: String) -> CaseValue? {
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

  mutating func choice(
    _ json: JSON, _ choices: [FieldType.Choice], _ path: String
  ) -> FieldType.Choice? {
    guard case .string(let name) = json else {
      wrongType(json, "choice", path)
      return nil
    }
    if let choice = choices.first(where: { $0.name == name }) { return choice }
    reportNoChoice(name, among: choices.map(\.name), path)
    return nil
  }

  mutating func figure(_ json: JSON, _ path: String) -> CaseValue? {
    guard case .string(let name) = json else { return wrongType(json, "figure", path) }
    if figures.contains(name) { return .figure(name) }
    reportNoChoice(name, among: figures, path)
    return nil
  }

  private mutating func reportNoChoice(_ name: String, among known: [String], _ path: String) {
    let names = known.map { "`\($0)`" }.joined(separator: ", ")
    report(
      "V104", path, excerpt: name,
      Message(
        kk: "мұндай нұсқа жоқ; мүмкін мәндер: \(names)",
        ru: "нет такого варианта; возможны: \(names)",
        en: "there is no such choice; possible are \(names)"),
      hint: Spelling.hint(for: name, among: known))
  }

  /// A text that is not blank and not too long.
  mutating func filled(
    _ json: JSON, _ type: FieldType, _ limits: FieldLimits, _ path: String
  ) -> String? {
    guard case .string(let text) = json else {
      wrongType(json, type.name, path)
      return nil
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      report("V104", path, Message(kk: "мәтін бос", ru: "текст пуст", en: "the text is blank"))
      return nil
    }
    checkLength(text, limits, path)
    return text
  }
}
