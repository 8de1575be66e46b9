/// Statistics of a period, and its export.
extension Phrase {
  static let statisticsPeriod = Phrase(kk: "Кезең", ru: "Период")
  static let year = Phrase(kk: "Жыл", ru: "Год")
  static let partOfYear = Phrase(kk: "Жыл бөлігі", ru: "Часть года")
  static let wholeYear = Phrase(kk: "бүкіл жыл", ru: "весь год")
  static func halfYear(_ roman: String) -> Phrase {
    Phrase(kk: "\(roman) жартыжылдық", ru: "\(roman) полугодие")
  }
  static func quarter(_ roman: String) -> Phrase {
    Phrase(kk: "\(roman) тоқсан", ru: "\(roman) квартал")
  }
  static let periodFrom = Phrase(kk: "Немесе: басы", ru: "Или: начало")
  static let periodTo = Phrase(kk: "соңы", ru: "конец")
  static let asOf = Phrase(kk: "Қай күнгі жағдай", ru: "По состоянию на")
  static let wrongPeriod = Phrase(
    kk: "Кезеңнің басы мен соңын көрсетіңіз: басы соңынан кеш болмауы керек.",
    ru: "Укажите начало и конец периода: начало не позже конца.")
  static let wrongYear = Phrase(
    kk: "Жыл төрт цифрмен жазылады.", ru: "Год пишется четырьмя цифрами.")

  static let statisticsFigures = Phrase(kk: "Көрсеткіштер", ru: "Показатели")
  static let statisticsFigure = Phrase(kk: "Көрсеткіш", ru: "Показатель")
  static let count = Phrase(kk: "Саны", ru: "Количество")
  static let total = Phrase(kk: "Барлығы", ru: "Всего")
  static let entered = Phrase(kk: "Енгізілді", ru: "Внесено")
  static let actedUpon = Phrase(kk: "Шара қолданылды", ru: "Приняты меры")
  static let remaining = Phrase(kk: "Шара қолданылмады", ru: "Меры не приняты")
  static let byMonthAndKind = Phrase(
    kk: "Дайындалған құжаттар айлар мен түрлер бойынша",
    ru: "Подготовленные документы по месяцам и видам")
  static let byBody = Phrase(
    kk: "Ресурстар мен сілтемелер органдар бойынша", ru: "Ресурсы и ссылки по органам")
  static let byPlatform = Phrase(
    kk: "Ресурстар мен сілтемелер платформалар бойынша", ru: "Ресурсы и ссылки по платформам")
  static let byMonth = Phrase(
    kk: "Ресурстар мен сілтемелер енгізілген айлары бойынша",
    ru: "Ресурсы и ссылки по месяцам внесения")
  static let otherSites = Phrase(kk: "Басқа сайттар", ru: "Другие сайты")
  static let sumsAreRight = Phrase(
    kk: "Тексерілді: әр кестедегі бөліктер қосындысы бүтінге тең.",
    ru: "Проверено: в каждой таблице сумма частей равна целому.")
  static func statisticsSpan(_ days: Phrase, asOf: Phrase, revision: Int) -> Phrase {
    Phrase(
      kk: "Кезең: \(days.kk). \(asOf.kk). Тізілім жазбасы: \(revision).",
      ru: "Период: \(days.ru), \(asOf.ru). Запись реестра: \(revision).")
  }
  static let nothingInPeriod = Phrase(
    kk: "Бұл кезеңде тізілімде ештеңе жоқ.", ru: "За этот период в реестре ничего нет.")
  static let asJSON = Phrase(kk: "Бағдарламалар үшін (JSON)", ru: "Для программ (JSON)")

  static let casesOfFigure = Phrase(
    kk: "Көрсеткіш негізіндегі істер", ru: "Дела, из которых сложился показатель")
  static let querySQL = Phrase(kk: "Тізілімге сұрау", ru: "Запрос к реестру")
  static let toRegister = Phrase(kk: "Тізілімде ашу", ru: "Открыть в реестре")
  static let toStatistics = Phrase(kk: "Статистикаға оралу", ru: "Вернуться к статистике")

  static let exportLead = Phrase(
    kk:
      "Кезеңнің барлық хаты екі тілде, манифестпен бірге бір ZIP файлында. Алдымен жоспар көрсетіледі.",
    ru:
      "Все письма периода на двух языках с манифестом, одним файлом ZIP. Сначала показывается план."
  )
  static let exportKinds = Phrase(kk: "Хат түрлері", ru: "Виды писем")
  static let exportForms = Phrase(
    kk: "Word пен мәтіннен басқа", ru: "Кроме Word и текста")
  static let formHTML = Phrase(kk: "HTML беттері", ru: "страницы HTML")
  static let formPDF = Phrase(kk: "PDF (LibreOffice керек)", ru: "PDF (нужен LibreOffice)")
  static let exportDating = Phrase(
    kk: "Құжат кезеңге қай күні бойынша жатады", ru: "По какой дате документ относится к периоду")
  static let periodReport = Phrase(kk: "кезең есебі", ru: "отчёт за период")
  static let showPlan = Phrase(kk: "Жоспарды көрсету", ru: "Показать план")
  static let exportPlan = Phrase(kk: "Экспорт жоспары", ru: "План экспорта")
  static let startExport = Phrase(kk: "Экспортты бастау", ru: "Начать экспорт")
  static let noLettersToExport = Phrase(
    kk: "Бұл шарттарға сай хат жоқ.", ru: "Писем по этим условиям нет.")
  static func letterCount(_ count: String) -> Phrase {
    Phrase(kk: "Хаттар: \(count)", ru: "Писем: \(count)")
  }
  static let file = Phrase(kk: "Файлдар", ru: "Файлы")
  static func exportTitle(_ period: Phrase) -> Phrase {
    Phrase(kk: "Экспорт: \(period.kk)", ru: "Экспорт: \(period.ru)")
  }
  static let makingLetters = Phrase(kk: "Хаттар жасалуда", ru: "Письма создаются")
  static let verifyingExport = Phrase(kk: "Экспорт тексерілуде", ru: "Экспорт проверяется")
  static let written = Phrase(kk: "Жасалды", ru: "Сделано")
  static let notMade = Phrase(kk: "Жасалмады", ru: "Не сделано")
  static func exportVerified(letters: String, files: String) -> Phrase {
    Phrase(
      kk: "Манифест бойынша тексерілді, бәрі орнында: \(letters) хат, \(files) файл.",
      ru: "Проверено по манифесту, всё на месте: писем \(letters), файлов \(files).")
  }
  static let exportIsDamaged = Phrase(
    kk: "Экспорт манифестке сәйкес келмейді, сондықтан берілмейді. Қайта жасаңыз.",
    ru: "Экспорт не сходится с манифестом и поэтому не выдаётся. Создайте его снова.")
  static let downloadExport = Phrase(kk: "Хаттарды жүктеп алу (ZIP)", ru: "Скачать письма (ZIP)")
  static let downloadManifest = Phrase(kk: "Манифестті жүктеп алу", ru: "Скачать манифест")
  static let findingsOfExport = Phrase(
    kk: "Жасалмаған хаттар мен ескертулер", ru: "Несделанные письма и замечания")
  static func moreFindings(_ count: String) -> Phrase {
    Phrase(kk: "Тағы \(count) ескерту манифестте.", ru: "Ещё замечаний в манифесте: \(count).")
  }
}
