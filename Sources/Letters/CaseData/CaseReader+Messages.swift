import Diagnostics
import JSON

extension CaseReader {
  @discardableResult
  mutating func wrongType(_ json: JSON, _ type: String, _ path: String) -> CaseValue? {
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

  private static let typeNames: [String: Message] = [
    "text": Message(
      kk: "екі тілдегі мәтін {\"kk\", \"ru\"}", ru: "текст на двух языках {\"kk\", \"ru\"}",
      en: "a text in both languages {\"kk\", \"ru\"}"),
    "lines": Message(
      kk: "екі тілдегі жолдар {\"kk\": […], \"ru\": […]}",
      ru: "строки на двух языках {\"kk\": […], \"ru\": […]}",
      en: "lines in both languages {\"kk\": […], \"ru\": […]}"),
    "paragraphs": Message(
      kk: "екі тілдегі абзацтар [{\"kk\", \"ru\"}, {\"list\": […]}]",
      ru: "абзацы на двух языках [{\"kk\", \"ru\"}, {\"list\": […]}]",
      en: "paragraphs in both languages [{\"kk\", \"ru\"}, {\"list\": […]}]"),
    "string": Message(kk: "мәтін", ru: "текст", en: "a text"),
    "date": Message(kk: "күн (2021-12-15)", ru: "дата (2021-12-15)", en: "a date (2021-12-15)"),
    "period": Message(
      kk: "кезең {\"from\", \"to\"}", ru: "период {\"from\", \"to\"}",
      en: "a period {\"from\", \"to\"}"),
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
    "act": Message(
      kk: "актінің анықтамалықтағы коды немесе {\"act\", \"article\"}",
      ru: "код акта в справочнике или {\"act\", \"article\"}",
      en: "an act's id in the reference data or {\"act\", \"article\"}"),
    "place": Message(
      kk: "баптың, тармақтың нөмірі: 6, \"41-1\"", ru: "номер статьи, пункта: 6, \"41-1\"",
      en: "the number of an article or paragraph: 6, \"41-1\""),
    "organisation": Message(
      kk: "ұйымның анықтамалықтағы коды немесе {\"kind\", \"name\", \"lines\"}",
      ru: "код организации в справочнике или {\"kind\", \"name\", \"lines\"}",
      en: "an organisation's id in the reference data or {\"kind\", \"name\", \"lines\"}"),
    "inquiry": Message(
      kk: "сауалдың тізілімдегі коды немесе {\"number\", \"date\"}",
      ru: "код запроса в реестре или {\"number\", \"date\"}",
      en: "an inquiry's id in the register or {\"number\", \"date\"}"),
    "resources": Message(
      kk: "ресурстар [{\"url\"}] немесе {\"document\"}",
      ru: "ресурсы [{\"url\"}] или {\"document\"}",
      en: "resources [{\"url\"}] or {\"document\"}"),
    "organisers": Message(
      kk:
        "ұйымдастырушылар [{\"name\", \"sites\"}], тізілімдегі кодтары немесе {\"register\": true}",
      ru: "организаторы [{\"name\", \"sites\"}], их коды в реестре или {\"register\": true}",
      en: "organisers [{\"name\", \"sites\"}], their ids in the register or {\"register\": true}"),
    "figure": Message(
      kk: "көрсеткіштің атауы", ru: "название показателя", en: "the name of a figure"),
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
