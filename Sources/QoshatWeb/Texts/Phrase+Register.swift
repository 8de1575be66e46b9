/// The register: its lists, its records, and what was changed in them.
extension Phrase {
  static let resources = Phrase(kk: "Ресурстар", ru: "Ресурсы")
  static let documents = Phrase(kk: "Құжаттар", ru: "Документы")
  static let registerParts = Phrase(kk: "Тізілім бөліктері", ru: "Части реестра")
  static let addResource = Phrase(kk: "Ресурс қосу", ru: "Добавить ресурс")
  static let addDocument = Phrase(kk: "Құжат қосу", ru: "Добавить документ")
  static let changeRecord = Phrase(kk: "Түзету", ru: "Исправить")
  static func changing(_ name: String) -> Phrase {
    Phrase(kk: "Түзету: \(name)", ru: "Исправление: \(name)")
  }

  static let filter = Phrase(kk: "Сүзгі", ru: "Отбор")
  static let resetFilter = Phrase(kk: "Сүзгіні тазалау", ru: "Сбросить отбор")
  static let searchText = Phrase(kk: "Мәтін", ru: "Текст")
  static let searchInResources = Phrase(
    kk: "Мекенжай немесе атау бөлігі", ru: "Часть адреса или названия")
  static let searchInDocuments = Phrase(
    kk: "Код, нөмір немесе адресат бөлігі", ru: "Часть кода, номера или адресата")
  static let host = Phrase(kk: "Сайт (хост)", ru: "Сайт (хост)")
  static let numberBeginning = Phrase(kk: "Нөмірдің басы", ru: "Начало номера")
  static let any = Phrase(kk: "Кез келген", ru: "Любой")
  static let firstDay = Phrase(kk: "Кезең басы", ru: "Начало периода")
  static let lastDay = Phrase(kk: "Кезең соңы", ru: "Конец периода")
  static let datingOfDocuments = Phrase(kk: "Кезең қай күн бойынша", ru: "По какой дате период")
  static let byPreparation = Phrase(kk: "дайындалған күні", ru: "дата подготовки")
  static let bySending = Phrase(kk: "жіберілген күні", ru: "дата отправки")
  static let wrongDate = Phrase(
    kk: "2021-12-15 түріндегі күн болуы керек", ru: "Нужна дата вида 2021-12-15")
  static func found(_ count: String) -> Phrase {
    Phrase(kk: "Табылды: \(count)", ru: "Найдено: \(count)")
  }
  static func foundMore(_ count: String) -> Phrase {
    Phrase(kk: "Табылды: \(count) астам", ru: "Найдено: более \(count)")
  }
  static let listPages = Phrase(kk: "Тізім беттері", ru: "Страницы списка")

  static let ofDocuments = Phrase(kk: "Құжаттары", ru: "Документов")
  static let ofResources = Phrase(kk: "Ресурстары", ru: "Ресурсов")
  static let noNumber = Phrase(kk: "нөмірі жоқ", ru: "без номера")
  static let documentsOfResource = Phrase(
    kk: "Осы ресурсқа қатысты құжаттар", ru: "Документы по этому ресурсу")
  static let resourcesOfDocument = Phrase(kk: "Құжаттағы ресурстар", ru: "Ресурсы документа")
  static let noDocuments = Phrase(
    kk: "Бұл ресурс ешқандай құжатта жоқ.", ru: "Этого ресурса нет ни в одном документе.")
  static let noResources = Phrase(
    kk: "Құжатта ресурс көрсетілмеген.", ru: "В документе ресурсы не указаны.")
  static func onlyFirst(_ count: Int) -> Phrase {
    Phrase(kk: "Алғашқы \(count) жазба көрсетілген.", ru: "Показаны первые \(count) записей.")
  }
  static let caseDataShown = Phrase(kk: "Іс деректері", ru: "Данные дела")

  static let recordHistory = Phrase(kk: "Тарихы", ru: "История")
  static let historyWhen = Phrase(kk: "Қашан", ru: "Когда")
  static let historyWho = Phrase(kk: "Кім", ru: "Кто")
  static let historyWhat = Phrase(kk: "Не өзгерді", ru: "Что изменилось")
  static let historyWhy = Phrase(kk: "Әрекет пен себебі", ru: "Действие и причина")
  static let unknownAuthor = Phrase(kk: "көрсетілмеген", ru: "не указан")
  static let enteredFirst = Phrase(kk: "Жазба енгізілді", ru: "Запись внесена")
  static func moreChanges(_ count: Int) -> Phrase {
    Phrase(kk: "тағы \(count) өзгеріс", ru: "ещё изменений: \(count)")
  }
  static let wasImported = Phrase(kk: "импорт", ru: "импорт")
  static let wasAdded = Phrase(kk: "қосу", ru: "добавление")
  static let wasEdited = Phrase(kk: "түзету", ru: "исправление")
  static let statusWasChanged = Phrase(kk: "мәртебесін өзгерту", ru: "смена статуса")
  static let numberWasGiven = Phrase(kk: "нөмір беру", ru: "присвоение номера")
  static let wasLinked = Phrase(kk: "байланыстыру", ru: "связывание")

  static let noteOfWhy = Phrase(kk: "Өзгеріс себебі", ru: "Причина изменения")
  static let noteHelp = Phrase(
    kk: "Тарихта қалады: мысалы, қай хат бойынша түзетілді.",
    ru: "Остаётся в истории: например, по какому письму исправлено.")
  static let noteNeeded = Phrase(kk: "Себебін жазыңыз.", ru: "Укажите причину.")
  static let addressIsFixed = Phrase(
    kk:
      "Бұл мекенжай тізілімде басқа жазбаны білдіреді. Мекенжай өзгермейді: жаңа жазба қосыңыз.",
    ru: "Этот адрес в реестре означает другую запись. Адрес не меняется: добавьте новую запись.")
  static let idIsFixed = Phrase(kk: "Құжат коды өзгермейді.", ru: "Код документа не меняется.")
  static let someFieldsAreWrong = Phrase(
    kk: "Кейбір өрістерде қате бар, ештеңе сақталған жоқ.",
    ru: "В некоторых полях ошибки, ничего не сохранено.")
  static let notJSON = Phrase(
    kk: "Бұл JSON емес: жақша мен тырнақшаларды тексеріңіз.",
    ru: "Это не JSON: проверьте скобки и кавычки.")
  static let legalBasesHelp = Phrase(
    kk: "Әр негіз жаңа жолда: акт коды; бап. Мысалы: gambling-law; 6",
    ru: "Каждое основание с новой строки: код акта; статья. Например: gambling-law; 6")
  static let resourcesHelp = Phrase(
    kk: "Әр мекенжай жаңа жолда. Ресурс алдымен тізілімге енгізіледі.",
    ru: "Каждый адрес с новой строки. Ресурс сначала вносится в реестр.")
  static let hashHelp = Phrase(
    kk: "64 он алтылық цифр; болмаса, бос қалдырыңыз.",
    ru: "64 шестнадцатеричные цифры; если нет, оставьте пустым.")
  static let datesOfStatuses = Phrase(kk: "Күндері", ru: "Даты")
  static let noBody = Phrase(kk: "орган көрсетілмеген", ru: "орган не указан")
  static let recordSaved = Phrase(kk: "Жазба сақталды.", ru: "Запись сохранена.")

  static let changeStatus = Phrase(kk: "Мәртебесін өзгерту", ru: "Сменить статус")
  static let newStatus = Phrase(kk: "Жаңа мәртебесі", ru: "Новый статус")
  static let dayOfChange = Phrase(kk: "Күні", ru: "Дата")
  static let numberForRegistration = Phrase(
    kk: "«Тіркелген» мәртебесі үшін қажет.", ru: "Нужен для статуса «зарегистрирован».")
  static let giveNumber = Phrase(kk: "Тіркеу нөмірін беру", ru: "Присвоить регистрационный номер")
  static let giveNumberLead = Phrase(
    kk: "Құжат нөмірсіз енгізілген. Нөмір бір рет беріледі және өзгермейді.",
    ru: "Документ внесён без номера. Номер присваивается один раз и не меняется.")
  static let statusIsLast = Phrase(
    kk: "Бұл мәртебеден кейін басқа мәртебе болмайды.",
    ru: "После этого статуса другого не бывает.")
}
