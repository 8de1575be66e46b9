import Letters

/// What stands on every page, and what is said when there is none.
extension Phrase {
  static let product = Phrase(kk: "Қосхат", ru: "Қосхат")
  static let motto = Phrase(
    kk: "Қазақ және орыс тілдеріндегі ресми хаттар", ru: "Официальные письма на казахском и русском"
  )
  static let skipToContent = Phrase(kk: "Мазмұнға өту", ru: "Перейти к содержанию")
  static let mainNavigation = Phrase(kk: "Бөлімдер", ru: "Разделы")
  static let chooseLanguage = Phrase(kk: "Тіл", ru: "Язык")

  static let letters = Phrase(kk: "Хаттар", ru: "Письма")
  static let register = Phrase(kk: "Тізілім", ru: "Реестр")
  static let statistics = Phrase(kk: "Статистика", ru: "Статистика")
  static let export = Phrase(kk: "Экспорт", ru: "Экспорт")
  static let templates = Phrase(kk: "Үлгілер", ru: "Шаблоны")
  static let compare = Phrase(kk: "Салыстыру", ru: "Сравнение")
  static let people = Phrase(kk: "Пайдаланушылар", ru: "Пользователи")

  /// The name of a language, in that language.
  static func name(of language: LetterLanguage) -> Phrase { language == .kk ? kazakh : russian }

  /// The original in a language.
  static func original(in language: LetterLanguage) -> Phrase {
    language == .kk ? kazakhOriginal : russianOriginal
  }

  static let kazakh = Phrase(kk: "Қазақша", ru: "Қазақша")
  static let russian = Phrase(kk: "Русский", ru: "Русский")
  static let kazakhOriginal = Phrase(kk: "Қазақ тілінде", ru: "На казахском языке")
  static let russianOriginal = Phrase(kk: "Орыс тілінде", ru: "На русском языке")

  static let save = Phrase(kk: "Сақтау", ru: "Сохранить")
  static let cancel = Phrase(kk: "Бас тарту", ru: "Отмена")
  static let show = Phrase(kk: "Көрсету", ru: "Показать")
  static let search = Phrase(kk: "Іздеу", ru: "Найти")
  static let upload = Phrase(kk: "Жүктеу", ru: "Загрузить")
  static let download = Phrase(kk: "Жүктеп алу", ru: "Скачать")
  static let back = Phrase(kk: "Артқа", ru: "Назад")
  static let next = Phrase(kk: "Келесі бет", ru: "Следующая страница")
  static let first = Phrase(kk: "Басына", ru: "К началу")
  static let error = Phrase(kk: "Қате", ru: "Ошибка")
  static let warning = Phrase(kk: "Ескерту", ru: "Предупреждение")
  static let nothingFound = Phrase(kk: "Ештеңе табылмады", ru: "Ничего не найдено")
  static let toHome = Phrase(kk: "Басты бетке", ru: "На главную")

  static let badRequest = Phrase(
    kk: "Сұрау түсініксіз: форма толық келмеді немесе басқа түрде келді.",
    ru: "Запрос непонятен: форма пришла не полностью или в другом виде.")
  static let signInNeeded = Phrase(kk: "Алдымен жүйеге кіріңіз.", ru: "Сначала войдите в систему.")
  static let forbidden = Phrase(
    kk: "Бұл бетке сіздің рөліңіздің құқығы жетпейді.",
    ru: "Прав вашей роли для этой страницы недостаточно.")
  static let forgedForm = Phrase(
    kk: "Форма осы жүйеде жасалмаған немесе ескірген. Бетті қайта ашып, әрекетті қайталаңыз.",
    ru: "Форма создана не этой системой или устарела. Откройте страницу и повторите действие.")
  static let notFound = Phrase(kk: "Мұндай бет жоқ.", ru: "Такой страницы нет.")
  static let methodNotAllowed = Phrase(
    kk: "Бұл мекенжайда мұндай әрекет жоқ.", ru: "По этому адресу такого действия нет.")
  static let conflict = Phrase(
    kk: "Осы арада біреу өзгерістер енгізді. Бетті қайта ашыңыз.",
    ru: "За это время кто-то внёс изменения. Откройте страницу заново.")
  static let tooLarge = Phrase(
    kk: "Жіберілген деректер тым үлкен.", ru: "Отправленные данные слишком велики.")
  static func tooManyRequests(seconds: Int) -> Phrase {
    Phrase(
      kk: "Әрекет саны тым көп. \(seconds) секундтан кейін қайталаңыз.",
      ru: "Слишком много попыток. Повторите через \(seconds) с.")
  }
  static let wrongHost = Phrase(
    kk: "Сервер бұл атаумен жұмыс істемейді.", ru: "Под этим именем сервер не работает.")
  static let timeout = Phrase(
    kk: "Деректер тым баяу келді.", ru: "Данные поступали слишком медленно.")
  static let busy = Phrase(
    kk: "Сервер бос емес. Бірнеше секундтан кейін қайталаңыз.",
    ru: "Сервер занят. Повторите через несколько секунд.")
  static let broken = Phrase(
    kk: "Жүйеде қате болды. Ол журналға жазылды; сақталған деректер жоғалған жоқ.",
    ru: "В системе произошла ошибка. Она записана в журнал; сохранённые данные не потеряны.")
}
