import CivilDates
import Diagnostics

extension RegisterError {
  static func alreadyInRegister(_ key: String) -> RegisterError {
    RegisterError(
      .alreadyInRegister, .refused,
      Message(
        kk: "`\(key)` тізілімде бұрыннан бар", ru: "`\(key)` в реестре уже есть",
        en: "`\(key)` is in the register already"))
  }

  static func notInRegister(_ key: String) -> RegisterError {
    RegisterError(
      .notInRegister, .refused,
      Message(
        kk: "`\(key)` тізілімде жоқ", ru: "`\(key)` в реестре нет",
        en: "`\(key)` is not in the register"))
  }

  static func unlawfulStatus(
    _ id: String, from: DocumentStatus, to: DocumentStatus
  ) -> RegisterError {
    let next = DocumentStatus.allCases.filter(from.next.contains)
    func words(_ language: MessageLanguage) -> String {
      next.isEmpty
        ? "–" : next.map { "\($0.rawValue) (\($0.label[language]))" }.joined(separator: ", ")
    }
    return RegisterError(
      .unlawfulStatus, .refused,
      Message(
        kk:
          "`\(id)` құжатының қазіргі күйі – «\(from.label.kk)», одан «\(to.label.kk)» күйіне көшуге болмайды; мүмкін күйлер: \(words(.kk))",
        ru:
          "документ `\(id)` сейчас в статусе «\(from.label.ru)», из него нельзя перейти в статус «\(to.label.ru)»; возможные статусы: \(words(.ru))",
        en:
          "the document `\(id)` is “\(from.label.en)” and cannot become “\(to.label.en)”; it can become: \(words(.en))"
      ))
  }

  static func tooEarly(_ id: String, _ date: CivilDate, before latest: CivilDate) -> RegisterError {
    RegisterError(
      .tooEarly, .refused,
      Message(
        kk:
          "`\(id)` құжатының күні \(date.iso) алдыңғы оқиғаның күнінен (\(latest.iso)) ерте болмауы керек",
        ru:
          "дата \(date.iso) документа `\(id)` не может быть раньше предыдущего события (\(latest.iso))",
        en:
          "the day \(date.iso) of the document `\(id)` is before what happened last (\(latest.iso))"
      ))
  }

  static func numberNeeded(_ id: String) -> RegisterError {
    RegisterError(
      .numberNeeded, .refused,
      Message(
        kk: "`\(id)` құжатын тіркеу үшін нөмір керек",
        ru: "для регистрации документа `\(id)` нужен номер",
        en: "the document `\(id)` needs a number to be registered"))
  }

  static func numberGiven(_ number: String, document id: String) -> RegisterError {
    RegisterError(
      .numberGiven, .refused,
      Message(
        kk: "`\(id)` құжатына \(number) нөмірі берілген, нөмір өзгермейді",
        ru: "документу `\(id)` уже присвоен номер \(number), номер не меняется",
        en: "the document `\(id)` has the number \(number), which does not change"))
  }

  static func numberTooSoon(_ id: String, _ status: DocumentStatus) -> RegisterError {
    RegisterError(
      .unlawfulStatus, .refused,
      Message(
        kk:
          "нөмір тек `registered` күйімен бірге беріледі; `\(id)` құжатының күйі – «\(status.label.kk)»",
        ru:
          "номер присваивается только вместе со статусом `registered`; статус документа `\(id)` – «\(status.label.ru)»",
        en:
          "a number is given only with the status `registered`; the document `\(id)` is “\(status.label.en)”"
      ))
  }

  static func contradiction(_ key: String, detail: String? = nil) -> RegisterError {
    RegisterError(
      .contradiction, .refused,
      Message(
        kk:
          "`\(key)` жазбасының деректері бір-біріне қайшы: күйін, нөмірін және күндердің ретін тексеріңіз",
        ru: "данные записи `\(key)` противоречат друг другу: проверьте статус, номер и порядок дат",
        en:
          "the data of `\(key)` contradict each other: see its status, number and the order of dates"
      ),
      detail: detail)
  }

  static func zeroCharacter(_ key: String) -> RegisterError {
    RegisterError(
      .contradiction, .refused,
      Message(
        kk: "`\(key)` жазбасында нөлдік таңба (U+0000) бар, ондай мәтін сақталмайды",
        ru: "в записи `\(key)` есть нулевой символ (U+0000), такой текст не хранится",
        en: "`\(key)` has a zero character (U+0000), which cannot be stored"))
  }

  static func changedMeanwhile(_ key: String) -> RegisterError {
    RegisterError(
      .changedMeanwhile, .refused,
      Message(
        kk: "`\(key)` жазбасы осы арада өзгерді, өзгерісіңіз жазылмады",
        ru: "запись `\(key)` за это время изменилась, ваше изменение не записано",
        en: "`\(key)` has changed meanwhile, and your change was not written"))
  }

  static var interrupted: RegisterError {
    RegisterError(
      .interrupted, .refused,
      Message(
        kk: "импорт тоқтатылды, тізілім бұрынғы қалпында",
        ru: "импорт остановлен, реестр прежний",
        en: "the import was stopped, the register is as it was"))
  }
}
