/// The page that compares two finished documents.
extension Phrase {
  static let compareLead = Phrase(
    kk:
      "Дайын хаттың екі нұсқасын таңдаңыз: сандар, күндер, атаулар, терминдер мен құрылым салыстырылады, әр тілдің грамматикасы мен ресімделуі тексеріледі. Файлдар серверде сақталмайды.",
    ru:
      "Выберите оба оригинала готового письма: сравниваются числа, даты, имена, термины и строение, проверяются грамматика и оформление каждого языка. Файлы на сервере не сохраняются."
  )
  static let kazakhDocument = Phrase(
    kk: "Қазақша құжат (.docx, .txt)", ru: "Документ на казахском (.docx, .txt)")
  static let russianDocument = Phrase(
    kk: "Орысша құжат (.docx, .txt)", ru: "Документ на русском (.docx, .txt)")
  static let compareThem = Phrase(kk: "Салыстыру", ru: "Сравнить")
  static let compareOthers = Phrase(
    kk: "Басқа құжаттарды салыстыру", ru: "Сравнить другие документы")
  static let twoDocumentsNeeded = Phrase(
    kk: "Екі құжатты да таңдаңыз.", ru: "Выберите оба документа.")
  static let documentUnreadable = Phrase(
    kk: "Құжатты оқу мүмкін болмады:", ru: "Документ прочитать не удалось:")
  static let pairAgrees = Phrase(
    kk: "Екі нұсқа бір-біріне сәйкес, ескерту жоқ.",
    ru: "Оригиналы совпадают, замечаний нет.")
  static func found(errors: Int, warnings: Int) -> Phrase {
    Phrase(
      kk: "Қателер: \(errors), ескертулер: \(warnings).",
      ru: "Ошибок: \(errors), предупреждений: \(warnings).")
  }
  static let kazakhCopy = Phrase(
    kk: "Ескертулері бар қазақша көшірме", ru: "Копия на казахском с замечаниями")
  static let russianCopy = Phrase(
    kk: "Ескертулері бар орысша көшірме", ru: "Копия на русском с замечаниями")
  static let bothSideBySide = Phrase(kk: "Екі нұсқа қатар", ru: "Оба оригинала рядом")
}
