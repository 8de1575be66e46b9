import Diagnostics

/// What can be wrong with a member of a record's JSON.
enum EntryFault {
  case notAnObject, notText, notAList, empty, date, hash, control, zero, dateOfStatus
  case word(allowed: [String])
  case unknown(allowed: [String])
  case url(URLProblem)

  func message(_ name: String) -> Message {
    switch self {
    case .notAnObject:
      Message(
        kk: "жазба өрістер жиыны {…} болуы керек", ru: "запись должна быть набором полей {…}",
        en: "a record must be an object {…}")
    case .notText:
      Message(
        kk: "`\(name)` өрісінің мәні мәтін болуы керек",
        ru: "значение поля `\(name)` должно быть текстом", en: "`\(name)` takes text")
    case .notAList:
      Message(
        kk: "`\(name)` өрісінің мәні тізім […] болуы керек",
        ru: "значение поля `\(name)` должно быть списком […]", en: "`\(name)` takes a list […]")
    case .empty:
      Message(
        kk: "`\(name)` өрісі толтырылмаған", ru: "поле `\(name)` не заполнено",
        en: "`\(name)` is empty")
    case .date:
      Message(
        kk: "`\(name)` өрісінде `2021-12-15` түріндегі күн болуы керек",
        ru: "в поле `\(name)` должна быть дата вида `2021-12-15`",
        en: "`\(name)` takes a date such as `2021-12-15`")
    case .hash:
      Message(
        kk: "`\(name)` – SHA-256 қосындысы: 64 он алтылық цифр",
        ru: "`\(name)` – сумма SHA-256: 64 шестнадцатеричные цифры",
        en: "`\(name)` is a sum of SHA-256: 64 hexadecimal digits")
    case .control:
      Message(
        kk: "`\(name)` өрісінде басқару таңбасы бар",
        ru: "в поле `\(name)` есть управляющий символ",
        en: "`\(name)` has a control character")
    case .zero:
      Message(
        kk: "`\(name)` өрісінде нөлдік таңба (U+0000) бар, ондай мәтін сақталмайды",
        ru: "в поле `\(name)` есть нулевой символ (U+0000), такой текст не хранится",
        en: "`\(name)` has a zero character (U+0000), which cannot be stored")
    case .dateOfStatus:
      Message(
        kk: "құжаттың күйі үшін `\(name)` күні керек",
        ru: "для статуса документа нужна дата `\(name)`",
        en: "the document's status needs the date `\(name)`")
    case .word(let allowed):
      Message(
        kk: "`\(name)` өрісінің рұқсат етілген мәндері: \(Self.list(allowed))",
        ru: "допустимые значения поля `\(name)`: \(Self.list(allowed))",
        en: "`\(name)` takes one of \(Self.list(allowed))")
    case .unknown(let allowed):
      Message(
        kk: "`\(name)` деген өріс жоқ; бар өрістер: \(Self.list(allowed))",
        ru: "нет поля `\(name)`; есть поля: \(Self.list(allowed))",
        en: "there is no member `\(name)`; there are \(Self.list(allowed))")
    case .url(let problem): problem.message
    }
  }

  private static func list(_ words: [String]) -> String {
    words.map { "`\($0)`" }.joined(separator: ", ")
  }
}
