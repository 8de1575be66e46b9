/// How alike two spellings of a name are, within one language and between Kazakh and Russian.
enum NameSpelling {
  enum Likeness {
    /// The same name, as the other language spells it.
    case same
    /// A letter or two are other ones: most likely a slip.
    case slip
    /// Another name, or a translation.
    case other
  }

  private struct Pair: Hashable, Sendable {
    let kk: TextKey
    let ru: TextKey
  }

  /// The letters of an export compare the same names.
  private static let known = RecentValues<Pair, Likeness>(limit: 512) { $0.kk.bytes + $0.ru.bytes }

  /// How a name of the Kazakh letter and one of the Russian letter are alike.
  static func likeness(_ kk: String, _ ru: String) -> Likeness {
    known.value(of: Pair(kk: TextKey(kk), ru: TextKey(ru))) { compared(kk, ru) }
  }

  private static func compared(_ kk: String, _ ru: String) -> Likeness {
    if kk == ru { return .same }
    let (left, right) = (inRussianLetters(kk), inRussianLetters(ru))
    if left == right { return .same }
    let distance = left.distance(to: right)
    let length = min(left.count, right.count)
    // A name in Latin or in Kazakh letters is copied and not transliterated.
    guard hasKazakhLetters(kk), !hasKazakhLetters(ru) else {
      guard length > 4, distance <= (length > 8 ? 2 : 1) else { return .other }
      // «Самұрық-Қазына», «Самрук-Қазына»
      if hasKazakhLetters(ru), distance > 1, skeleton(left) == skeleton(right) { return .same }
      // «технология», «технологии» are a translation.
      let common = zip(left, right).prefix { $0 == $1 }.count
      return hasKazakhLetters(ru) || isLatin(kk) || common < length - 2 ? .slip : .other
    }
    let (bones, others) = (skeleton(left), skeleton(right))
    if bones == others { return distance <= 3 ? .same : .other }
    return bones.count > 3 && bones.distance(to: others) == 1 && distance <= 2 ? .slip : .other
  }

  /// Whether two quoted words are one loan with the endings of its language: «дропперлердің» and «дропперов».
  static func isInflected(_ kk: String, _ ru: String) -> Bool {
    let left = kk.lowercased().split(separator: " ")
    let right = ru.lowercased().split(separator: " ")
    guard left.count == right.count, !left.isEmpty else { return false }
    return zip(left, right).allSatisfy { left, right in
      let stem = InflectedWord.russianStem(String(right))
      let letters = Array(left)
      guard stem.count > 3, letters.count >= stem.count,
        inRussianLetters(String(letters.prefix(stem.count))) == inRussianLetters(stem)
      else { return false }
      let rest = letters.dropFirst(stem.count)
      // «платформаның», «платформы»: the vowel at the end is of the stem in Kazakh.
      return InflectedWord.isKazakhEnding(Substring(rest))
        || rest.first.map { "аяоеиь".contains($0) } ?? false
          && InflectedWord.isKazakhEnding(Substring(rest.dropFirst()))
    }
  }

  /// Whether two words have the same first consonant, as those that are the same or one loan have. It costs little.
  static func mayBeSame(_ kk: String, _ ru: String) -> Bool {
    guard let left = Consonant(firstOf: kk), let right = Consonant(firstOf: ru) else { return true }
    // Of loans the beginnings are compared, of four letters at least.
    return left.letter == right.letter || left.position > 3 || right.position > 3
  }

  /// A consonant of a word, as `skeleton` has it.
  private struct Consonant {
    let letter: Unicode.Scalar
    /// How many letters stand before it.
    let position: Int

    /// The first of a word in letters of Kazakh or Russian; `nil` if another sign stands before it.
    init?(firstOf word: String) {
      var position = 0
      for scalar in word.unicodeScalars {
        switch scalar {
        case "а", "е", "и", "о", "у", "ы", "э", "ю", "я", "ә", "ө", "ұ", "ү", "і", "й", "ё", "А",
          "Е", "И", "О", "У", "Ы", "Э", "Ю", "Я", "Ә", "Ө", "Ұ", "Ү", "І", "Й", "Ё", "ъ", "ь", "Ъ",
          "Ь", "-":
          position += 1
        case "ғ", "Ғ", "қ", "Қ", "һ", "Һ", "х", "Х", "г", "Г":
          (letter, self.position) = ("к", position)
          return
        case "ң", "Ң":
          (letter, self.position) = ("н", position)
          return
        case "ч", "Ч", "щ", "Щ":
          (letter, self.position) = ("ш", position)
          return
        case "а"..."я":
          (letter, self.position) = (scalar, position)
          return
        case "А"..."Я":
          guard let small = Unicode.Scalar(scalar.value + 0x20) else { return nil }
          (letter, self.position) = (small, position)
          return
        default: return nil
        }
      }
      return nil
    }
  }

  static func hasKazakhLetters(_ name: String) -> Bool {
    name.lowercased().contains { "әғқңөұүһі".contains($0) }
  }

  private static func isLatin(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { $0.value < 0x400 }
  }

  /// A name in small Russian letters, as Russian texts write Kazakh ones.
  static func inRussianLetters(_ name: String) -> [Character] {
    name.lowercased().compactMap { character -> Character? in
      switch character {
      case "ә": "а"
      case "ғ": "г"
      case "қ": "к"
      case "ң": "н"
      case "ө": "о"
      case "ұ", "ү": "у"
      case "һ": "х"
      case "і", "й": "и"
      case "ё": "е"
      case "ъ", "ь", "-", "\u{2011}", " ", "\u{A0}": nil
      default: character
      }
    }
  }

  /// The consonants, of which those that the two languages write for each other are one: Қазақ – Казах, пошта – почта.
  private static func skeleton(_ letters: [Character]) -> [Character] {
    var last: Character?
    return letters.compactMap { letter -> Character? in
      let letter: Character =
        switch letter {
        case "х", "г": "к"
        case "ч", "щ": "ш"
        default: letter
        }
      defer { last = letter }
      return "аеиоуыэюя".contains(letter) || letter == last ? nil : letter
    }
  }
}
