/// The form of a letter.
extension Phrase {
  static func toMend(_ count: Int) -> Phrase {
    Phrase(kk: "Толтыру не түзету керек: \(count)", ru: "Нужно заполнить или исправить: \(count)")
  }
  static let unknownFields = Phrase(
    kk: "Хат түрінде жоқ өрістер", ru: "Поля, которых нет у вида письма")
  static let rawHelp = Phrase(
    kk: "Бұл мән өз өрісіне сыймайды, сондықтан JSON түрінде көрсетілген. Керек болмаса, өшіріңіз.",
    ru:
      "Это значение не подходит к своему полю и потому показано как JSON. Если оно не нужно, удалите его."
  )
  static let notInForce = Phrase(kk: "Хат күні қолданыста емес", ru: "На дату письма не действуют")
  static let describeRecord = Phrase(
    kk: "Тізімде жоқ – деректерін жазу", ru: "Нет в списке – описать")
  static let paragraphIsList = Phrase(
    kk: "Әр жол – тізімнің бір тармағы", ru: "Каждая строка – пункт списка")

  static let act = Phrase(kk: "Акт", ru: "Акт")
  static let actLevels = [
    Phrase(kk: "Бап", ru: "Статья"), Phrase(kk: "Тармақ", ru: "Пункт"),
    Phrase(kk: "Тармақша", ru: "Подпункт"),
  ]

  static let addItem = Phrase(kk: "Қосу", ru: "Добавить")
  static func removeItem(_ number: Int) -> Phrase {
    Phrase(kk: "\(number)-жазбаны алып тастау", ru: "Убрать запись \(number)")
  }
  static func raiseItem(_ number: Int) -> Phrase {
    Phrase(kk: "\(number)-жазбаны жоғары жылжыту", ru: "Поднять запись \(number)")
  }

  static let listSourceLabel = Phrase(kk: "Қайдан алынады", ru: "Откуда взять")
  static func listSource(_ source: ListSource) -> Phrase {
    switch source {
    case .document:
      Phrase(kk: "Тізілімдегі құжаттың ресурстары", ru: "Ресурсы документа из реестра")
    case .register: Phrase(kk: "Тізілімдегінің бәрі", ru: "Все, что есть в реестре")
    case .list: Phrase(kk: "Тізім", ru: "Список")
    }
  }
  static let registerDocument = Phrase(
    kk: "Құжаттың тізілімдегі коды", ru: "Код документа в реестре")
  static let resourceList = Phrase(
    kk: "Мекенжайлар, әр жолда біреуден", ru: "Адреса, по одному в строке")
  static let resourceListHelp = Phrase(
    kk:
      "Мекенжайдан кейін табуляция арқылы атауын, бұзушылықты және анықталған күнін (2021-12-15) жазуға болады: кестеден көшіріп қоюға ыңғайлы.",
    ru:
      "После адреса через табуляцию можно указать название, нарушение и дату выявления (2021-12-15): удобно вставлять из таблицы."
  )
  static let searchResources = Phrase(
    kk: "Тізілімнен іздеу: мекенжай немесе атау бойынша",
    ru: "Найти в реестре: по адресу или названию")
  static let searchIsCut = Phrase(
    kk: "Табылғанның бәрі көрсетілген жоқ: сөздерді нақтылаңыз.",
    ru: "Показано не все найденное: уточните слова.")
  static let takeTicked = Phrase(
    kk: "Белгіленгендерді тізімге қосу", ru: "Добавить отмеченные в список")
}
