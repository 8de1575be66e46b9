/// What a number counts, or its unit: one concept for the words of both languages.
struct CountedThing: Hashable, Sendable {
  /// What can be added up.
  enum UnitClass: Hashable, Sendable {
    case documents, resources, money, percent, time, people
    /// Only things of the same name.
    case other
  }

  let id: String
  let unitClass: UnitClass

  init(_ id: String, _ unitClass: UnitClass = .other) {
    self.id = id
    self.unitClass = unitClass
  }

  static let resource = CountedThing("resource", .resources)
  static let link = CountedThing("link", .resources)
  static let resourceAndLink = CountedThing("resource-and-link", .resources)
  static let letter = CountedThing("letter", .documents)
  static let notification = CountedThing("notification", .documents)
  static let percent = CountedThing("percent", .percent)
  static let hour = CountedThing("hour", .time)
  static let day = CountedThing("day", .time)

  /// Whether numbers of both can be parts of one sum.
  func adds(to other: CountedThing) -> Bool {
    unitClass == other.unitClass && (unitClass != .other || id == other.id)
  }

  /// Whether one text may call so what the other calls `other`: a warning letter is a letter.
  func isCompatible(with other: CountedThing) -> Bool {
    self == other || isKind(of: other) || other.isKind(of: self)
  }

  /// Whether `other` is the more general word.
  private func isKind(of other: CountedThing) -> Bool {
    switch other.id {
    case "document": unitClass == .documents
    case "letter": id.hasSuffix("-letter")
    case "notification": id == "notification-letter"
    case "person": unitClass == .people
    case "organisation": id == "legal-entity" || id == "company"
    default: false
    }
  }

  /// Whether it is a document of one of the kinds by which the letters answer a violation, or of any.
  var isDocumentOfKind: Bool {
    ["prescription", "notification", "letter", "document"].contains(id) || id.hasSuffix("-letter")
  }

  /// Whether a unit of length, weight, area or data, whose numbers say nothing without it.
  var isMeasure: Bool { Self.measures.contains(id) }

  private static let measures: WordSet = [
    "tonne", "kilogram", "kilometre", "metre", "hectare", "megabyte", "gigabyte",
  ]

  /// Whether a word in small letters begins as the name of a currency or measure does.
  static func isUnit(_ word: String) -> Bool {
    unitStems.contains { $0.unicodeScalars.count < 3 ? word == $0 : word.hasPrefix($0) }
  }

  private static let unitStems: [Substring] = rows.filter {
    $0.thing.unitClass == .money || $0.thing.isMeasure
  }.flatMap { $0.kk.split(separator: " ") + $0.ru.split(separator: " ") }

  /// Whether a list is expected to follow where so many are announced.
  var isEnumerable: Bool { Self.enumerable.contains(id) }

  private static let enumerable: WordSet = [
    "way", "direction", "reason", "stage", "kind", "requirement", "goal", "criterion", "problem",
    "group",
  ]

  /// The thing with the word in front that says which of them: «жұмыс күні», «предупредительное письмо».
  func qualified(by qualifier: CountedQualifier) -> CountedThing {
    switch (self, qualifier) {
    case (.day, .working): CountedThing("working-day", .time)
    case (.day, .calendar): CountedThing("calendar-day", .time)
    case (.hour, .working): CountedThing("working-hour", .time)
    case (.letter, .warning): CountedThing("warning-letter", .documents)
    case (.letter, .recommendation): CountedThing("recommendation-letter", .documents)
    case (.letter, .notification): CountedThing("notification-letter", .documents)
    default: self
    }
  }
}

/// A word in front of a counted thing that makes it another.
enum CountedQualifier: Sendable {
  case working, calendar, warning, recommendation, notification
}

extension CountedThing {
  /// A thing and the stems of its words.
  struct Row: Sendable {
    let thing: CountedThing
    let kk: String
    let ru: String

    init(_ id: String, _ unitClass: UnitClass, _ kk: String, _ ru: String) {
      thing = CountedThing(id, unitClass)
      self.kk = kk
      self.ru = ru
    }
  }

  static let qualifiers: [(qualifier: CountedQualifier, kk: String, ru: String)] = [
    (.working, "жұмыс", "рабоч"),
    (.calendar, "күнтізбелік", "календарн"),
    (.warning, "ескерту", "предупредительн"),
    (.recommendation, "ұсыным ұсынымдық", "рекомендательн"),
    (.notification, "хабарлама", "уведомительн"),
  ]

  static let rows: [Row] = [
    Row("prescription", .documents, "нұсқама ұйғарым", "предписани"),
    Row("notification", .documents, "хабарлама", "уведомлени"),
    Row("letter", .documents, "хат", "письм писем"),
    Row("draft", .documents, "жоба", "проект"),
    Row("document", .documents, "құжат", "документ"),
    Row("appeal", .other, "өтініш өтінім", "обращени заявлени заяв заявк заявок"),
    Row("inquiry", .other, "сауал сұрау", "запрос"),
    Row("complaint", .other, "шағым", "жалоб"),
    Row("question", .other, "сұрақ сұрағ мәселе", "вопрос"),
    Row("decision", .other, "шешім", "решени"),
    Row("agreement", .other, "шарт келісімшарт", "договор контракт"),
    Row("resource", .resources, "ресурс интернет-ресурс", "ресурс интернет-ресурс"),
    Row("link", .resources, "сілтеме", "ссылк ссылок"),
    Row("site", .resources, "сайт веб-сайт", "сайт веб-сайт"),
    Row("account", .other, "аккаунт", "аккаунт"),
    Row("publication", .other, "жарияланым материал", "публикаци материал"),
    Row("announcement", .other, "хабарландыру", "объявлени"),
    Row("channel", .other, "арна", "канал"),
    Row(
      "video", .other, "бейнематериал бейнежазба", "видеоматериал видеозапис"),
    Row("video-clip", .other, "бейнеролик", "видеоролик"),
    Row("advertisement", .other, "жарнама", "реклам"),
    Row("hyperlink", .resources, "гиперсілтеме", "гиперссылк гиперссылок"),
    Row("instruction", .documents, "нұсқау", "указани"),
    Row("record", .other, "жазба", "запис"),
    Row("address", .other, "мекенжай", "адрес"),
    Row("platform", .other, "платформа", "платформ"),
    Row("body", .other, "орган", "орган"),
    Row("organisation", .other, "ұйым", "организаци"),
    Row("company", .other, "компания кәсіпорын кәсіпорн", "компани предприяти"),
    Row("institution", .other, "мекеме", "учреждени"),
    Row("agency", .other, "агенттік агенттіг", "агентств"),
    Row("ministry", .other, "министрлік министрліг", "министерств"),
    Row("person", .people, "адам тұлға", "человек лиц люд"),
    Row("citizen", .people, "азамат тұрғын", "граждан гражданин жител"),
    Row("specialist", .people, "маман", "специалист"),
    Row("employee", .people, "қызметкер", "сотрудник работник"),
    Row("child", .people, "бала", "дет ребенк ребенок"),
    Row("student", .people, "оқушы студент", "ученик учащи студент"),
    Row("deputy", .people, "депутат", "депутат"),
    Row("entrepreneur", .people, "кәсіпкер", "предпринимател"),
    Row("specimen", .other, "дана", "экземпляр"),
    Row("platform-user", .people, "пайдаланушы", "пользовател"),
    Row("subscriber", .people, "абонент", "абонент"),
    Row("supplier", .other, "жеткізуші", "поставщик"),
    Row("bank", .other, "банк", "банк"),
    Row("operator", .other, "оператор", "оператор"),
    Row("object", .other, "объект нысан", "объект"),
    Row("school", .other, "мектеп мектеб", "школ"),
    Row("hospital", .other, "аурухана", "больниц"),
    Row("region", .other, "өңір", "регион"),
    Row("district", .other, "аудан", "район"),
    Row("oblast", .other, "облыс", "област"),
    Row("city", .other, "қала", "город"),
    Row("country", .other, "мемлекет ел", "государств стран"),
    Row("amendment", .other, "түзету", "поправк поправок"),
    Row("measure", .other, "шара", "мер мероприяти"),
    Row("case", .other, "іс", "дел"),
    Row("violation", .other, "бұзушылық бұзушылығ", "нарушени"),
    Row("inspection", .other, "тексеру", "проверк проверок"),
    Row("fine", .other, "айыппұл", "штраф"),
    Row("call", .other, "қоңырау", "звонк звонок"),
    Row("family", .other, "отбасы", "семь семей"),
    Row("place", .other, "орын орн", "мест"),
    Row("sheet", .other, "парақ параг парағ", "лист"),
    Row("page", .other, "бет", "страниц"),
    Row("times", .other, "рет", "раз"),
    Row("times-more", .other, "есе", "раза"),
    Row("service", .other, "қызмет", "услуг"),
    Row("casino", .other, "казино", "казино"),
    Row("settlement", .other, "ауыл", "сел аул"),
    Row("project-site", .other, "учаске", "участк участок"),
    Row("car", .other, "көлік автокөлік", "автомобил машин"),
    Row("accident", .other, "апат", "авари"),
    Row("centre", .other, "орталық орталығ", "центр"),
    Row("task", .other, "тапсырма", "поручени задани задач"),
    Row("item", .other, "позиция", "позици"),
    Row("device", .other, "құрылғы", "устройств"),
    Row("licence", .other, "лицензия", "лицензи"),
    Row("certificate", .other, "сертификат", "сертификат"),
    Row("meeting", .other, "отырыс кеңес", "заседани совещани"),
    Row("way", .other, "тәсіл әдіс", "способ метод"),
    Row("direction", .other, "бағыт", "направлени"),
    Row("reason", .other, "себеп себеб", "причин"),
    Row("stage", .other, "кезең", "этап"),
    Row("kind", .other, "түр", "вид"),
    Row("requirement", .other, "талап талаб", "требовани"),
    Row("goal", .other, "мақсат", "цел"),
    Row("criterion", .other, "өлшемшарт", "критери"),
    Row("problem", .other, "проблема", "проблем"),
    Row("group", .other, "топ тоб", "групп"),
    Row("percent", .percent, "пайыз процент", "процент"),
    Row("tenge", .money, "теңге", "тенге"),
    Row("dollar", .money, "доллар", "доллар"),
    Row("rouble", .money, "рубль рубл", "рубл"),
    Row("euro", .money, "еуро евро", "евро"),
    Row("second", .time, "секунд", "секунд"),
    Row("minute", .time, "минут", "минут"),
    Row("hour", .time, "сағат сағ", "час"),
    Row("day", .time, "күн", "день дня дню дне дни дней дням днями днях"),
    Row("day-and-night", .time, "тәулік тәуліг", "сутк суток"),
    Row("week", .time, "апта", "недел"),
    Row("month", .time, "ай", "месяц"),
    Row("years", .time, "жыл", "год лет лета"),
    Row("kilometre", .other, "км километр шақырым", "км километр"),
    Row("metre", .other, "метр", "метр"),
    Row("hectare", .other, "га гектар", "га гектар"),
    Row("tonne", .other, "тонна", "тонн"),
    Row("kilogram", .other, "кг килограмм", "кг килограмм"),
    Row("megabyte", .other, "мегабайт мб", "мегабайт мб"),
    Row("gigabyte", .other, "гигабайт гб", "гигабайт гб"),
  ]
}
