/// How the letters of Kazakh words bear on their endings.
enum KazakhSpelling {
  enum Harmony {
    case back, front
  }

  static func isVowel(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "а", "ә", "е", "о", "ө", "ұ", "ү", "ы", "і", "э", "и", "у", "я", "ё", "ю": true
    default: false
    }
  }

  private static func harmony(of letter: Unicode.Scalar) -> Harmony? {
    switch letter {
    case "а", "о", "ұ", "ы", "я", "ё", "ю": .back
    case "ә", "е", "ө", "ү", "і", "э": .front
    default: nil
    }
  }

  /// What the first vowel of an ending asks of its stem; `nil` if that can be any.
  static func firstHarmony(of ending: [Unicode.Scalar]) -> Harmony? {
    ending.lazy.compactMap(harmony(of:)).first
  }

  /// What the last vowel of a stem asks of its endings; `nil` where the spelling does not tell.
  static func lastHarmony(of stem: ArraySlice<Unicode.Scalar>) -> Harmony? {
    for letter in stem.reversed() {
      if let harmony = harmony(of: letter) { return harmony }
      if letter == "и" { return nil }
    }
    return nil
  }

  /// How many vowels there are that no other vowel stands before.
  static func syllables(of stem: ArraySlice<Unicode.Scalar>) -> Int {
    var count = 0
    var isBehindVowel = false
    for letter in stem {
      let isVowel = isVowel(letter)
      if isVowel, !isBehindVowel { count += 1 }
      isBehindVowel = isVowel
    }
    return count
  }

  static func lastSound(of stem: ArraySlice<Unicode.Scalar>) -> KazakhEndingTable.Sounds {
    guard let last = stem.last(where: { $0 != "ь" }) else { return [] }
    switch last {
    case "у", "ю": return .glide
    case _ where isVowel(last): return .vowel
    case "р", "й": return .liquid
    case "л": return .lateral
    case "м", "н", "ң": return .nasal
    case "з", "ж": return .sibilant
    case "б", "в", "г", "д": return .stop
    default: return .voiceless
    }
  }
}
