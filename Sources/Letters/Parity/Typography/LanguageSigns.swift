/// What tells a Kazakh word from a Russian one.
enum LanguageSigns {
  /// Whether a word, in small letters, is surely none of Russian.
  static func isKazakh(_ word: String) -> Bool {
    hasKazakhLetter(word) || kazakhWords.contains(word)
  }

  /// Whether a word, in small letters, is surely none of Kazakh: one of the words that hold Russian letters together, or by its
  /// ending.
  static func isRussian(_ word: String) -> Bool {
    if russianWords.contains(word) { return true }
    guard word.utf8.count > 10, !hasKazakhLetter(word) else { return false }
    return endings.contains { word.hasSuffix($0) } && !loans.contains(word)
  }

  /// Whether a word with a capital, in small letters, is the other language's all the same and no name.
  static func isForeignName(_ word: String, in language: LetterLanguage) -> Bool {
    switch language {
    case .kk:
      word.hasPrefix("министерств") || word.hasPrefix("правительств") || word.hasPrefix("казахстан")
    case .ru: kazakhNames.contains(word)
    }
  }

  private static func hasKazakhLetter(_ word: String) -> Bool {
    word.unicodeScalars.contains { scalar in
      switch scalar {
      case "ә", "ғ", "қ", "ң", "ө", "ұ", "ү", "һ", "і": true
      default: false
      }
    }
  }

  private static let kazakhNames: WordSet = [
    "қазақстан", "министрлігі", "министрлігінің", "заңы", "заңының", "үкіметі", "үкіметінің",
    "мәжілісі",
    "мәжілісінің",
  ]

  /// Kazakh words of letters that Russian has too.
  private static let kazakhWords: WordSet = [
    "туралы", "бойынша", "болып", "табылады", "жылы", "жылдан", "бастап", "емес", "оларды",
    "арасында", "жататын",
    "болады", "болмайды", "жасалады", "хабарлама", "хабарламасы", "сауал", "сауалы", "хаттары",
    "мынадай",
    "басшысы", "орынбасары", "министрлер", "республикасы", "заны", "жобасы", "сондай", "алдында",
    "арналады",
    "байланыс", "жариялау", "жарнама", "шаралар", "шараларды", "тарапынан", "арнайы", "жоба",
    "тек", "бен", "болатын", "наурыз", "мамыр", "маусым", "тамыз",
    "адамдар", "алдын", "жолданды", "болса",
    "болмаса", "алушы", "жалпы", "басшы", "орынбасар",
  ]

  /// Russian words that are no loans in Kazakh.
  private static let russianWords: WordSet = [
    "и", "в", "на", "по", "при", "для", "из", "до", "или", "что", "это", "как", "его", "их", "её",
    "об", "во",
    "над", "под", "также", "которые", "который", "которая", "которых", "которого", "которым",
    "лица", "лиц",
    "лицам", "лицами", "ссылка", "ссылки", "ссылок", "ссылку", "письмо", "письма", "писем",
    "закона", "законом",
    "статья", "статьи", "статье", "статью", "пункта", "пункту", "приказ", "приказа", "приказом",
    "года", "году",
    "год", "исп", "согласно", "далее", "через", "между", "после", "перед", "более", "менее",
    "сообщаем", "просим",
    "меры", "мер", "мерах", "ни", "если", "было", "были", "был", "будет", "запрос", "запроса",
    "числе", "этом",
    "этого", "этих", "этой", "дней", "дня", "период", "срок", "срока", "сети", "сайта",
    "ресурса",
    "ресурсов", "доступ", "доступа", "органов", "органам", "проекта", "проектов",
    "тысяч", "рублей",
    "январь", "января", "февраля", "марта", "апреля", "июня", "июля", "августа", "сентября",
    "октября", "ноября",
    "декабря", "комитета", "заместитель", "председатель", "руководитель", "связи", "рамках",
    "целях", "работа",
    "работы", "контроль", "правила", "правил", "порядок", "порядка", "деятельность", "услуг",
    "услуги", "платежей",
    "игр", "игры", "азартных", "рекламы", "тенге", "всего", "итого",
  ]

  /// Endings that no Kazakh word of six letters or more has.
  private static let endings = [
    "ого", "его", "ому", "ему", "ться", "тся", "ение", "ения", "ению", "ением", "ениях", "ений",
    "ание", "анию",
    "анием", "аний", "ости", "остью", "ость", "ный", "ная", "ное", "ные", "ных", "ными", "ской",
    "ский", "ского",
    "ская", "ские", "ских", "ованы", "овано", "ениями", "остями", "иями", "ции", "цией", "циях",
    "циям", "щий",
    "щая", "щее", "щие", "щих", "вший", "аются", "яются", "ается", "яется", "уется", "ьства",
    "ьство", "енты",
    "анные", "уют", "ывать", "ивать", "жие", "чие", "шие", "щие", "кие", "гие", "вие", "лие", "тие",
    "ства", "ству", "ством",
  ]

  /// Loans that have such an ending all the same.
  private static let loans: WordSet = ["валентность", "патенты", "контрагенты", "клиенты"]
}
