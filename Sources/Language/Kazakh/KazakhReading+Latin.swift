extension KazakhReading {
  /// A guess at a name in Latin letters that the lexicon does not know.
  ///
  /// A mute final e is not heard, and names that have one lean back, as do those whose last vowel is a, o or u;
  /// e, i, y and a final -ook are front.
  init(latin letters: KazakhLetters) {
    // Figures and marks at the end are not read here.
    var end = letters.distance(where: { $0.isLatinLetter }) ?? letters.count
    let isMute =
      letters[fromEnd: end] == "e" && letters[fromEnd: end + 1].isLatinLetter
      && !letters[fromEnd: end + 1].isLatinVowel
      && letters.distance(from: end + 2, where: { $0.isLatinVowel }) != nil
    if isMute { end += 1 }
    let harmony: KazakhHarmony
    if isMute {
      harmony = .back
    } else {
      let vowel = letters.distance(from: end, where: { $0.isLatinVowel })
      let isOok =
        letters[fromEnd: end] == "k" && letters[fromEnd: end + 1] == "o"
        && letters[fromEnd: end + 2] == "o"
      switch vowel.map({ letters[fromEnd: $0] }) {
      case "e", "i", "y": harmony = .front
      default: harmony = isOok ? .front : .back
      }
    }
    self.init(
      harmony,
      Self.finalSound(
        ofLatin: letters[fromEnd: end], isAfterVowel: letters[fromEnd: end + 1].isLatinVowel))
  }

  private static func finalSound(
    ofLatin letter: Unicode.Scalar, isAfterVowel: Bool
  ) -> KazakhFinalSound {
    switch letter {
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
