extension Unicode.Scalar {
  var isLatinVowel: Bool {
    switch self {
    case "a", "e", "i", "o", "u", "y": true
    default: false
    }
  }
}

extension KazakhReading {
  /// A guess at a name in Latin letters that the lexicon does not know.
  ///
  /// A mute final e is not heard, and names that have one lean back, as do those whose last vowel is a, o or u;
  /// e, i, y and a final -ook are front.
  init(latin letters: [Unicode.Scalar]) {
    var sounded = letters.filter(\.isLatinLetter)
    var harmony: KazakhHarmony?
    if sounded.count > 2, sounded.last == "e", !sounded[sounded.count - 2].isLatinVowel,
      sounded.dropLast(2).contains(where: \.isLatinVowel)
    {
      sounded.removeLast()
      harmony = .back
    }
    let lastVowel = sounded.last(where: \.isLatinVowel)
    let isFront =
      lastVowel.map { "eiy".unicodeScalars.contains($0) } ?? false || sounded.ends(with: "ook")
    self.init(harmony ?? (isFront ? .front : .back), Self.finalSound(ofLatin: sounded))
  }

  private static func finalSound(ofLatin letters: [Unicode.Scalar]) -> KazakhFinalSound {
    let isAfterVowel = letters.dropLast().last?.isLatinVowel ?? false
    return switch letters.last {
    case "y" where isAfterVowel: .rhotic
    case "w" where isAfterVowel: .glide
    case "a", "e", "i", "o", "u", "y": .vowel
    case "r": .rhotic
    case "l": .lateral
    case "m", "n": .nasal
    case "z", "j": .buzzing
    default: .other  // Also -ng, whose г is heard.
    }
  }
}
