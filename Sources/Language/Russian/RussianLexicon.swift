/// What the rules of declension cannot know about single nouns: life, gender of -ь, plurals in -а, other stems.
enum RussianLexicon {
  /// The noun `word`, lower case; its ё counts as е if the lexicon knows it so, or if it is lost under declension.
  static func noun(_ word: String, gender: RussianGender?, isAnimate: Bool?) -> RussianNoun? {
    let plain = String(word.map { $0 == "ё" ? "е" : $0 })
    let isKnown =
      pluralsInA[plain] != nil || shortenedStems[plain] != nil || irregular(plain) != nil
    return found(
      isKnown || word.hasSuffix("ёж") ? plain : word, gender: gender, isAnimate: isAnimate)
  }

  /// The noun `word`, lower case, with the irregularities that the lexicon knows, or by rule alone.
  private static func found(_ word: String, gender: RussianGender?, isAnimate: Bool?)
    -> RussianNoun?
  {
    if let irregular = irregular(word) { return irregular }
    let isAnimate = isAnimate ?? animate.contains(word)
    if let stem = shortenedStems[word] {
      let forms = RussianNoun(declining: stem, gender: .masculine, isAnimate: isAnimate)
      return forms?.replacingNominative(word)
    }
    let regular = RussianNoun(
      declining: word, gender: gender ?? genders[word], isAnimate: isAnimate)
    guard let regular else { return nil }
    if let plural = pluralsInA[word] {
      return regular.replacingPlural(inA(plural))
    }
    guard let genitive = genitivePlurals[word] else { return regular }
    var plural = RussianCase.allCases.map { regular[.plural, $0] }
    plural[RussianCase.genitive.index] = genitive
    return regular.replacingPlural(plural)
  }

  /// The plural whose nominative is «адреса», «учителя».
  private static func inA(_ nominative: String) -> [String] {
    let stem = String(nominative.dropLast())
    let a = String(nominative.suffix(1))
    let genitive = stem + (a == "я" ? "ей" : "ов")
    return [nominative, genitive, stem + a + "м", nominative, stem + a + "ми", stem + a + "х"]
  }

  private static let animate: Set<String> = [
    "депутат", "министр", "гражданин", "сотрудник", "специалист", "эксперт", "руководитель",
    "заместитель", "председатель", "житель", "член", "оператор", "владелец", "пользователь",
    "заявитель", "получатель", "прокурор", "судья", "исполнитель", "участник", "представитель",
    "поставщик", "предприниматель", "организатор", "адвокат", "директор", "начальник", "инспектор",
    "следователь", "аким", "президент", "секретарь", "учредитель", "плательщик", "работник",
    "служащий", "управляющий", "уполномоченный", "потребитель", "абонент", "игрок", "автор",
    "администратор", "модератор", "нарушитель", "ребенок", "лицензиат", "сенатор", "консультант",
    "советник", "помощник", "врач", "учитель", "товарищ", "провайдер", "блогер", "журналист",
  ]

  /// Genders that an ending leaves open.
  private static let genders: [String: RussianGender] = {
    var genders: [String: RussianGender] = [:]
    for noun in [
      "контроль", "рубль", "кабель", "корень", "бюллетень", "ноль", "нуль", "портфель", "пароль",
      "профиль", "автомобиль", "стиль", "февраль", "апрель", "июнь", "июль", "фестиваль", "отель",
      "вексель", "гость", "вождь", "дождь", "лагерь", "картель", "тоннель", "зверь", "якорь",
      "уголь", "камень", "ремень", "штемпель", "судья", "князь", "тенге", "евро", "картофель",
      "спектакль", "ансамбль", "конь", "огонь", "цоколь", "модуль", "патруль",
    ] { genders[noun] = .masculine }
    for noun in [
      "роль", "цель", "модель", "тень", "степень", "ступень", "консоль", "артель", "медаль",
      "деталь",
      "магистраль", "ткань", "боль", "соль", "пыль", "дверь", "осень", "вертикаль", "кровь",
      "сталь",
      "спираль", "мораль", "печаль", "мебель", "лень", "смерть", "четверть", "дань", "гавань",
    ] { genders[noun] = .feminine }
    return genders
  }()

  /// Masculines that lose a vowel where no suffix tells, with the stem of all other forms.
  private static let shortenedStems: [String: String] = [
    "узел": "узл", "угол": "угл", "посол": "посл", "заем": "займ", "наем": "найм", "котел": "котл",
    "ветер": "ветр", "сон": "сн", "лед": "льд", "рот": "рт", "лев": "льв",
  ]

  /// Masculines in a sibilant or ц whose endings are stressed and so have о: «столбцом», «тиражом».
  static let stressedEndings: Set<String> = [
    "тираж", "монтаж", "этаж", "гараж", "багаж", "луч", "меч", "плащ", "отец", "конец", "образец",
    "столбец", "боец", "продавец", "жилец", "борец", "творец", "истец", "купец", "певец", "кузнец",
    "ларец", "венец", "дворец", "близнец", "делец", "мудрец", "храбрец",
  ]

  /// Masculine nouns with a plural in stressed -а, -я.
  private static let pluralsInA: [String: String] = [
    "адрес": "адреса", "номер": "номера", "город": "города", "директор": "директора",
    "счет": "счета", "паспорт": "паспорта", "дом": "дома", "том": "тома", "учитель": "учителя",
    "профессор": "профессора", "округ": "округа", "вечер": "вечера", "голос": "голоса",
    "доктор": "доктора", "цвет": "цвета", "край": "края", "сорт": "сорта", "вексель": "векселя",
    "поезд": "поезда", "остров": "острова", "катер": "катера", "мастер": "мастера", "век": "века",
    "штемпель": "штемпеля",
  ]

  /// Genitive plurals with a vowel or an ending of their own.
  private static let genitivePlurals: [String: String] = [
    "доля": "долей", "пеня": "пеней", "судьба": "судеб", "семья": "семей", "земля": "земель",
    "раз": "раз",
    "байт": "байт", "мегабайт": "мегабайт", "гигабайт": "гигабайт", "облако": "облаков",
    "сестра": "сестер", "свеча": "свечей", "яйцо": "яиц", "сердце": "сердец", "кольцо": "колец",
    "тюрьма": "тюрем", "свадьба": "свадеб", "кухня": "кухонь", "деревня": "деревень", "утро": "утр",
    "солдат": "солдат",
  ]

  /// Nouns of which no rule gives the forms.
  private static func irregular(_ word: String) -> RussianNoun? {
    switch word {
    case "день":
      RussianNoun(
        .masculine, isAnimate: false,
        unchecked: ["день", "дня", "дню", "день", "днем", "дне"],
        ["дни", "дней", "дням", "дни", "днями", "днях"])
    case "год":
      RussianNoun(
        .masculine, isAnimate: false,
        unchecked: ["год", "года", "году", "год", "годом", "годе"],
        ["годы", "годов", "годам", "годы", "годами", "годах"],
        countedPlural: ["годы", "лет", "годам", "годы", "годами", "годах"])
    case "человек":
      RussianNoun(
        .masculine, isAnimate: true,
        unchecked: ["человек", "человека", "человеку", "человека", "человеком", "человеке"],
        ["люди", "людей", "людям", "людей", "людьми", "людях"],
        countedPlural: ["люди", "человек", "человекам", "человек", "человеками", "человеках"])
    case "сутки": pluralOnly("сутки", "суток", "суткам", "сутками", "сутках")
    case "данные": pluralOnly("данные", "данных", "данным", "данными", "данных")
    case "деньги": pluralOnly("деньги", "денег", "деньгам", "деньгами", "деньгах")
    case "путь":
      RussianNoun(
        .masculine, isAnimate: false,
        unchecked: ["путь", "пути", "пути", "путь", "путем", "пути"],
        ["пути", "путей", "путям", "пути", "путями", "путях"])
    case "ребенок":
      RussianNoun(
        .masculine, isAnimate: true,
        unchecked: ["ребенок", "ребенка", "ребенку", "ребенка", "ребенком", "ребенке"],
        ["дети", "детей", "детям", "детей", "детьми", "детях"])
    default: nil
    }
  }

  private static func pluralOnly(
    _ nominative: String, _ genitive: String, _ dative: String, _ instrumental: String,
    _ prepositional: String
  ) -> RussianNoun {
    let forms = [nominative, genitive, dative, nominative, instrumental, prepositional]
    return RussianNoun(.neuter, isAnimate: false, unchecked: forms, forms)
  }
}
