extension Russian {
  /// Returns `preposition` as it is written before `word`: «со статьёй», «во втором», «об абзаце», «ко второму».
  ///
  ///     Russian.preposition("с", before: "статьёй 6")            // "со"
  ///     Russian.preposition("в соответствии с", before: "частью")  // "в соответствии с"
  ///
  /// The last word of `preposition` alone changes.
  ///
  /// - Parameters:
  ///   - preposition: a preposition of one word or more, without a vowel added.
  ///   - word: what follows, as it is spoken: «второго» for «2».
  /// - Returns: the preposition, without a space behind it.
  public static func preposition(_ preposition: String, before word: String) -> String {
    let letters = Array(word.lowercased().prefix(3))
    guard let first = letters.first, let last = preposition.split(separator: " ").last else {
      return preposition
    }
    let hasCluster =
      letters.count > 1 && first.isRussianConsonant && letters[1].isRussianConsonant
    let isHeavy = ["вт", "вс", "мн"].contains(String(letters.prefix(2)))
    switch last {
    case "с", "С":
      let isHissing = "сзшж".contains(first)
      return preposition + (hasCluster && isHissing || isHeavy || first == "щ" ? "о" : "")
    case "в", "В":
      return preposition + (hasCluster && "вф".contains(first) || isHeavy ? "о" : "")
    case "к", "К":
      return preposition + (isHeavy ? "о" : "")
    case "о", "О":
      return preposition + ("аоуыэи".contains(first) ? "б" : "")
    default:
      return preposition
    }
  }

  /// `text` behind its preposition, which follows the sound of `spoken` where figures begin the text.
  static func prepositional(
    _ preposition: String, _ text: String, spoken: String? = nil
  ) -> String {
    self.preposition(preposition, before: spoken ?? text) + " " + text
  }
}

extension Character {
  fileprivate var isRussianConsonant: Bool { "бвгджзйклмнпрстфхцчшщ".contains(self) }
}
