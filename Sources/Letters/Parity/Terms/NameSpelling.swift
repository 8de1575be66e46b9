/// How alike two spellings of a name are, within one script and between Kazakh and Russian.
enum NameSpelling {
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
      case "ъ", "ь": nil
      case "-", "\u{2011}", " ", "\u{A0}": nil
      default: character
      }
    }
  }

  /// The consonants of a name in Russian letters.
  static func skeleton(_ name: String) -> [Character] {
    var last: Character?
    return inRussianLetters(name).filter { character in
      defer { last = character }
      return !"аеиоуыэюя".contains(character) && character != last
    }
  }

  enum Likeness {
    /// The same name, as the other language spells it.
    case same
    /// One or two letters are other ones: most likely a slip.
    case slip
    /// Another name, or a translation.
    case other
  }

  /// How two names are alike that one language, or both, spell.
  static func likeness(_ left: String, _ right: String) -> Likeness {
    if left == right { return .same }
    let (one, other) = (inRussianLetters(left), inRussianLetters(right))
    if one == other { return .same }
    let distance = one.distance(to: other)
    let length = min(one.count, other.count)
    let (bones, others) = (skeleton(left), skeleton(right))
    if bones == others, bones.count > 1 {
      return isAlternation(one, other) ? .same : distance <= 2 && length > 3 ? .slip : .other
    }
    guard length > 4 else { return .other }
    return distance <= 1 || distance == 2 && length > 8 ? .slip : .other
  }

  /// Whether two spellings differ only in vowels that the two languages write differently: а – е – я, о – е, у – ю, ы – и.
  private static func isAlternation(_ left: [Character], _ right: [Character]) -> Bool {
    guard left.count == right.count else {
      return abs(left.count - right.count) == 1 && left.distance(to: right) == 1
        && (left + right).contains { "иы".contains($0) }
    }
    let groups = ["аея", "оеё", "уюы", "ыи", "эе"]
    return zip(left, right).allSatisfy { one, other in
      one == other || groups.contains { $0.contains(one) && $0.contains(other) }
    }
  }
}
