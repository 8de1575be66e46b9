extension KazakhStem {
  /// Whether the word takes і before any suffix: актіге, объектінің.
  var takesLinkingVowel: Bool {
    kind == .word && Self.linkedWords.contains(base.lowercased())
  }

  /// The word as it is written before `suffix`.
  func base(before suffix: String) -> String {
    guard kind == .word, let next = suffix.unicodeScalars.first else { return base }
    let letters = kazakhLetters(of: base)
    if letters.ends(with: "сс") || letters.ends(with: "зд") { return base.droppingLast }
    if next.isKazakhVowel { return beforeVowel(letters) }
    return letters.ends(with: "ст") && next == "т" ? base.droppingLast : base
  }

  private func beforeVowel(_ letters: [Unicode.Scalar]) -> String {
    guard let last = letters.last, letters.count > 2 else { return base }
    if last == "ь" { return base.droppingLast }
    if Self.elidingWords.contains(String(letters: letters)) {
      var shortened = Array(base)
      shortened.remove(at: shortened.count - 2)
      return String(shortened)
    }
    guard letters[letters.count - 2].isKazakhVowel else { return base }
    let voiced: String
    switch last {
    case "қ": voiced = "ғ"
    case "к": voiced = "г"
    case "п" where !keepsVoicelessP(letters): voiced = "б"
    default: return base
    }
    let isCapital = base.unicodeScalars.last?.isUpper ?? false
    return base.droppingLast + (isCapital ? voiced.uppercased() : voiced)
  }

  private func keepsVoicelessP(_ letters: [Unicode.Scalar]) -> Bool {
    letters.contains(where: \.isOfLoans) || letters.ends(with: "тарап")
      || ["тип", "скоп"].contains(where: letters.ends)
      || Self.voicelessWords.contains(String(letters: letters))
  }

  private static let linkedWords: Set<String> = [
    "акт", "факт", "объект", "субъект", "эффект", "аспект", "контракт", "артефакт",
  ]

  /// Words whose last vowel falls out: халқы, мүлкі, қаупі, орны.
  private static let elidingWords: Set<String> = [
    "ауыз", "орын", "мойын", "мұрын", "ерін", "қарын", "халық", "мүлік", "қауіп", "қалып", "құлық",
    "кейіп", "ерік", "әріп", "тұрық", "шырық", "кәсіпорын", "сиық",
  ]

  private static let voicelessWords: Set<String> = ["принцип", "грипп", "окоп", "сап"]
}

extension String {
  fileprivate var droppingLast: String { String(dropLast()) }
}
