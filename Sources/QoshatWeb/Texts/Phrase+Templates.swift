/// The pages of templates.
extension Phrase {
  static let templatesLead = Phrase(
    kk:
      "Әр хат түрінің екі үлгісі бар. Үлгіні жүктеп алып, Word-та түзетіп, қайта жүктеңіз: ол бірден тексеріледі, бұрынғы нұсқасы сақталады.",
    ru:
      "У каждого вида писем два шаблона. Скачайте шаблон, исправьте его в Word и загрузите снова: он сразу проверяется, прежняя версия сохраняется."
  )
  static let folder = Phrase(kk: "Қалта", ru: "Папка")
  static let state = Phrase(kk: "Күйі", ru: "Состояние")
  static let hasErrors = Phrase(kk: "қателері бар", ru: "есть ошибки")
  static let inOrder = Phrase(kk: "дұрыс", ru: "исправен")
  static let allTemplates = Phrase(kk: "Барлық үлгілер", ru: "Все шаблоны")
  static let foundInKind = Phrase(kk: "Хат түріндегі ескертулер", ru: "Замечания к виду писем")
  static let downloadTemplate = Phrase(kk: "Үлгіні жүктеп алу", ru: "Скачать шаблон")
  static let newVersion = Phrase(kk: "Үлгінің жаңа нұсқасы", ru: "Новая версия шаблона")
  static let newVersionHelp = Phrase(
    kk: "Word құжаты (.docx). Қатесі бар үлгі қабылданбайды.",
    ru: "Документ Word (.docx). Шаблон с ошибками не принимается.")
  static let checkAndReplace = Phrase(kk: "Тексеріп, ауыстыру", ru: "Проверить и заменить")
  static let earlierVersions = Phrase(kk: "Бұрынғы нұсқалар", ru: "Прежние версии")
  static func version(_ number: Int) -> Phrase {
    Phrase(kk: "\(number)-нұсқа", ru: "версия \(number)")
  }
  static let inUseUntil = Phrase(kk: "Мына күнге дейін қолданылған:", ru: "Действовала до")
  static let changedSince = Phrase(
    kk: "Содан бері мәтінде не өзгерді", ru: "Что с тех пор изменилось в тексте")
  static let changedInText = Phrase(kk: "Мәтінде не өзгерді", ru: "Что изменилось в тексте")
  static let textsAreTheSame = Phrase(kk: "Мәтін өзгерген жоқ.", ru: "Текст не изменился.")
  static let removed = Phrase(kk: "алынып тасталды:", ru: "удалено:")
  static let added = Phrase(kk: "қосылды:", ru: "добавлено:")
  static let templateReplaced = Phrase(
    kk: "Үлгі ауыстырылды. Бұрынғы нұсқасы сақталды.",
    ru: "Шаблон заменён. Прежняя версия сохранена.")
  static let templateRefused = Phrase(
    kk: "Үлгіде қателер бар, сондықтан ол ауыстырылған жоқ. Бұрынғы үлгі қолданыла береді.",
    ru: "В шаблоне есть ошибки, поэтому он не заменён. Прежний шаблон продолжает действовать.")
  static let annotatedCopy = Phrase(
    kk: "Ескертулері бар көшірмені жүктеп алу", ru: "Скачать копию с замечаниями")
  static let foundInTemplate = Phrase(kk: "Ескертулер", ru: "Замечания")
}
