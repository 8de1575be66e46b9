/// A person as a value that is equal in both languages.
enum PersonKey: Hashable, Sendable {
  /// The id in the table of people.
  case known(String)
  /// The initials by what they may become in the other language, and the consonants of the surname.
  case spelled(initials: String, surname: String)
}

/// Initials and a surname as a text has them.
struct PersonName: Hashable, Sendable {
  let initials: [String]
  /// The surname as it stands, in whatever case.
  let surname: String
  let key: PersonKey
  /// The tokens of the surname.
  var surnameTokens: Range<Int> = 0..<0

  init(initials: [String], surname: String, _ language: LetterLanguage) {
    self.initials = initials
    self.surname = surname
    key = .spelled(
      initials: initials.map(Self.initial).joined(),
      surname: Self.skeleton(Self.base(surname.lowercased(), language)))
  }

  /// Initials that stand for each other: Ә and А, Ғ and Г, Ұ and У.
  private static func initial(_ text: String) -> String {
    let text = text.trimmingSpaces.lowercased()
    switch text {
    case "ә", "а", "я": return "а"
    case "ғ", "г": return "г"
    case "қ", "к", "х", "һ": return "к"
    case "о", "ө", "у", "ұ", "ү", "ю": return "у"
    case "и", "і", "ы", "й": return "и"
    case "е", "ё", "э": return "е"
    case "дж", "ж": return "ж"
    default: return text
    }
  }

  /// The surname without the endings of its gender and case: Сарсенов of «Сарсеновой», «Сәрсеновке».
  private static func base(_ surname: String, _ language: LetterLanguage) -> String {
    for stem in ["ов", "ев", "ин", "ын"] {
      guard let last = surname.lastRange(of: stem) else { continue }
      let rest = String(surname[last...].dropFirst(stem.count))
      let isEnding =
        switch language {
        case .ru: surnameEndings.contains(rest)
        case .kk:
          rest.isEmpty || rest == "а" || KazakhEnding(Array(rest.utf8)) != nil
            || rest.hasPrefix("а") && KazakhEnding(Array(rest.dropFirst().utf8)) != nil
        }
      if isEnding { return surname[..<last] + stem }
    }
    switch language {
    case .ru:
      for ending in ["ский", "ского", "скому", "ским", "ском", "ская", "ской", "скую"]
      where surname.hasSuffix(ending) {
        return surname.dropLast(ending.count) + "ск"
      }
      for ending in ["ом", "ем"] where surname.count > 5 && surname.hasSuffix(ending) {
        return String(surname.dropLast(2))
      }
    case .kk:
      for ending in ["ский", "ская"] where surname.contains(ending) {
        if let last = surname.lastRange(of: ending) { return surname[..<last] + "ск" }
      }
      for ending in kazakhCases where surname.count > 6 && surname.hasSuffix(ending) {
        return String(surname.dropLast(ending.count))
      }
    }
    return surname
  }

  private static let surnameEndings: WordSet = [
    "", "а", "у", "ым", "е", "ой", "ою", "ы", "ых", "ыми", "ом",
  ]
  private static let kazakhCases = [
    "ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "дан", "ден", "тан", "тен",
    "нан", "нен", "мен", "бен", "пен", "дың", "ның",
  ]

  /// The consonants, those of Kazakh as Russian writes them, each once where it is doubled.
  static func skeleton(_ word: String) -> String {
    var skeleton = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      let folded: Unicode.Scalar
      switch scalar {
      case "ғ": folded = "г"
      case "қ", "һ", "х": folded = "к"
      case "ң": folded = "н"
      // Шыңғыс and Чингис.
      case "ч": folded = "ш"
      // Сәдуақасов and Садвакасов, Бауыржанов and Бауржанов.
      case "в": continue
      case "а", "ә", "е", "ё", "и", "й", "і", "о", "ө", "у", "ұ", "ү", "ы", "э", "ю", "я", "ь", "ъ",
        "-", "\u{AD}":
        continue
      case "ж" where skeleton.last == "д":
        skeleton.removeLast()
        folded = "ж"
      default: folded = scalar
      }
      if skeleton.last != folded { skeleton.append(folded) }
    }
    return String(skeleton)
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(unicodeScalars.filter { !$0.isSpaceOfText }.map(Character.init))
  }

  /// Where `part` stands for the last time.
  fileprivate func lastRange(of part: String) -> Index? {
    var index = endIndex
    while index > startIndex {
      formIndex(before: &index)
      if self[index...].hasPrefix(part) { return index }
    }
    return nil
  }
}
