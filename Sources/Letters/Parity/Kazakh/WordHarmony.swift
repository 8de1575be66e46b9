import Diagnostics
import Language

/// G2 on words: an ending of the other harmony than its word («Заңге»), voiced after a voiceless sound («хатға»), or of
/// a word that is nobody's on one that is somebody's («министрлігіге»).
enum WordHarmony {
  static func findings(
    in paragraph: LetterParagraph, of language: LetterLanguage, _ knowledge: ParityKnowledge
  ) -> [TextFinding] {
    var found: [TextFinding] = []
    let tokens = paragraph.text.tokens
    for (index, token) in tokens.enumerated() where token.kind == .word {
      guard !token.isAbbreviation, !KazakhDateForms.isMonth(index, in: tokens),
        let (ending, right) = knowledge.readings.wrongEndings.value(
          of: Word(text: TextKey(token.lowercased), isName: token.isCapitalized),
          {
            wrongEnding(
              of: token.lowercased, isName: token.isCapitalized, knowledge.lexicons.kazakh)
          })
      else { continue }
      let kept = token.text.unicodeScalars.prefix { $0.properties.isUppercase }.count
      let written =
        kept == 1 && right.unicodeScalars.first?.properties.isUppercase == false
        ? right.prefix(1).uppercased() + right.dropFirst() : right
      let range = paragraph.text.rangeWithNumber(index)
      found.append(
        TextFinding(
          "G2", .wrongEnding(ending, of: String(token.text.dropLast(ending.count))),
          at: range,
          hint: .write(
            paragraph.text.words(in: range.lowerBound..<token.range.lowerBound) + written)))
    }
    return found
  }

  /// A word as far as its ending depends on it.
  struct Word: Hashable, Sendable {
    let text: TextKey
    let isName: Bool
  }

  /// The ending that `word`, in small letters, cannot have, and the right form of the word.
  static func wrongEnding(
    of word: String, isName: Bool = false, _ lexicon: ReadingLexicon = .builtIn
  ) -> (ending: String, right: String)? {
    let letters = Array(word.unicodeScalars)
    let start = letters.lastIndex(of: "-").map { $0 + 1 } ?? 0
    guard letters.count - start > 3, letters.count - start < 40,
      letters[start...].allSatisfy({ $0.value >= 0x400 })
    else { return nil }
    let search = EndingSearch(letters: letters, start: start, lexicon: lexicon, isName: isName)
    return search.harmony() ?? search.possessed() ?? search.voicing() ?? search.known()
  }
}

/// Looks for the place at which a word's ending begins that does not fit it.
private struct EndingSearch {
  let letters: [Unicode.Scalar]
  /// The first letter of the last component.
  let start: Int
  let lexicon: ReadingLexicon
  let isName: Bool

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters[range])
    return String(view)
  }

  private var word: String { text(0..<letters.count) }

  // MARK: Harmony

  func harmony() -> (String, String)? {
    var later: Int?
    for index in stride(from: letters.count - 1, through: start, by: -1)
    where letters[index].isVowelOfKazakh {
      defer { later = index }
      guard let later, letters.count - later < 12, let second = letters[later].ownHarmony,
        let first = harmonyOfStem(at: index, before: later), first != second
      else { continue }
      // -мен, -бен, -пен are the same after all vowels.
      if letters.count - later == 2, isInstrumental { continue }
      switch judge(from: index + 1, through: later) {
      case .right: return nil
      case .wrong(let ending, let right): return (ending, right)
      case .none: continue
      }
    }
    return nil
  }

  private var isInstrumental: Bool {
    let count = letters.count
    return count > 3 && letters[count - 1] == "н" && letters[count - 2] == "е"
      && ["м", "б", "п"].contains(letters[count - 3])
  }

  /// The harmony of the syllable at `index`, or of the one before it where its vowel has none of its own.
  private func harmonyOfStem(at index: Int, before later: Int) -> KazakhHarmony? {
    if let own = letters[index].ownHarmony { return own }
    // A у after a vowel or at the end of the stem sounds like the vowel before it: шектеуге.
    guard letters[index] == "у", index > start, letters[index - 1].isVowelOfKazakh else {
      return nil
    }
    return letters[index - 1].ownHarmony
  }

  private enum Verdict {
    case none
    case right
    case wrong(String, String)
  }

  /// Whether one of the endings that begin between two places fits, or which does not.
  private func judge(from first: Int, through last: Int) -> Verdict {
    var verdict = Verdict.none
    for cut in first...last {
      let ending = text(cut..<letters.count)
      let meanings = EndingTable.meanings(of: ending)
      guard !meanings.isEmpty, cut - start > 1 else { continue }
      let stem = KazakhStem(text(0..<cut), lexicon: lexicon)
      guard isSure(stem, cut), isNoun(cut) || isStrong(cut) else { continue }
      for meaning in meanings {
        let forms = Kazakh.acceptedForms(meaning, of: stem, lexicon: lexicon)
        if forms.contains(word) { return .right }
        if case .none = verdict, let form = forms.first, Self.isPlain(meaning) {
          verdict = .wrong(ending, form)
        }
      }
    }
    return verdict
  }

  /// Whether the harmony of what stands before `cut` is beyond doubt.
  private func isSure(_ stem: KazakhStem, _ cut: Int) -> Bool {
    guard stem.kind == .word, !stem.isPossessed, stem.alternatives.isEmpty else { return false }
    if stem.source == .lexicon { return true }
    // Surnames in -ов, -ев have both harmonies.
    if isName, ["в", "ч"].contains(letters[cut - 1]) { return false }
    switch stem.rule {
    case .lastVowel, .openU, .uvular: return letters[start..<cut].contains { $0.isVowelOfKazakh }
    default: return false
    }
  }

  /// Whether what stands before `cut` is a noun: one that is known, or one in -лық, -дік.
  private func isNoun(_ cut: Int) -> Bool {
    if KazakhNouns.contains(text(start..<cut), lexicon) { return true }
    guard cut - start > 5, letters[cut - 1] == "қ" || letters[cut - 1] == "к" else { return false }
    switch (letters[cut - 3], letters[cut - 2]) {
    case ("л", "ы"), ("л", "і"), ("д", "ы"), ("д", "і"), ("т", "ы"), ("т", "і"): return true
    default: return false
    }
  }

  /// Whether what begins at `cut` is an ending after any word: no loan and no name ends so.
  private func isStrong(_ cut: Int) -> Bool {
    guard cut - start > 2 else { return false }
    switch text(cut..<letters.count) {
    case "ға", "ге", "ның", "нің", "дың", "дің", "тың", "тің", "дағы", "дегі", "дан", "ден", "нен":
      return true
    case let ending where ending.count > 4:
      // Loans end in -тар, -тер, -дер, -лер: гектарға, бухгалтердің.
      return ending.hasPrefix("лар")
        || ending.hasAnyPrefix(["ының", "інің", "ында", "інде", "ынан", "інен"])
    default: return false
    }
  }

  // MARK: Cases of what is somebody's

  func possessed() -> (String, String)? {
    for (ending, grammaticalCase, isAttributive) in Self.plainCases
    where letters.count - start > ending.count + 2
      && letters[(letters.count - ending.count)...].elementsEqual(ending)
    {
      let cut = letters.count - ending.count
      guard letters[cut - 1] == "ы" || letters[cut - 1] == "і" else { continue }
      let head = text(0..<cut)
      // As the head of a phrase a known noun is recognised as possessed.
      guard KazakhStem("осы " + head, lexicon: lexicon).isPossessed,
        lexicon[head]?.isPossessed != true
      else { continue }
      return (
        String(String.UnicodeScalarView(ending)),
        Kazakh.inflect(
          possessed: head, case: grammaticalCase, attributive: isAttributive, lexicon: lexicon)
      )
    }
    return nil
  }

  private static let plainCases: [([Unicode.Scalar], KazakhCase, Bool)] = {
    let cases: [(String, KazakhCase, Bool)] = [
      ("ға", .dative, false), ("ге", .dative, false), ("ны", .accusative, false),
      ("ні", .accusative, false), ("да", .locative, false), ("де", .locative, false),
      ("дан", .ablative, false), ("ден", .ablative, false), ("дағы", .locative, true),
      ("дегі", .locative, true),
    ]
    return cases.map { (Array($0.0.unicodeScalars), $0.1, $0.2) }
  }()

  // MARK: Voiced after voiceless

  func voicing() -> (String, String)? {
    for cut in stride(from: letters.count - 1, to: max(start + 2, letters.count - 12), by: -1)
    where letters[cut - 1].isVoiceless && letters[cut].beginsVoicedEnding {
      switch judge(from: cut, through: cut) {
      case .right: return nil
      case .wrong(let ending, let right): return (ending, right)
      case .none: continue
      }
    }
    return nil
  }

  // MARK: Known words

  func known() -> (String, String)? {
    for cut in stride(from: letters.count - 1, to: max(start + 2, letters.count - 12), by: -1) {
      let ending = text(cut..<letters.count)
      guard EndingTable.isEnding(ending) else { continue }
      let head = text(start..<cut)
      guard KazakhNouns.contains(head, lexicon), lexicon[head]?.beforeSuffix == nil else {
        continue
      }
      // Also words of their own: «баспана», and verbs: «қалады».
      if Self.otherWords.contains(ending) { continue }
      if ["ды", "ді"].contains(ending), letters[cut - 1].isVowelOfKazakh { continue }
      let stem = KazakhStem(head, lexicon: lexicon)
      var right: String?
      for meaning in EndingTable.meanings(of: ending) {
        let forms = Kazakh.acceptedForms(meaning, of: stem, lexicon: lexicon)
        if forms.contains(text(start..<letters.count)) { return nil }
        if right == nil, Self.isPlain(meaning) { right = forms.first }
      }
      if let right { return (ending, text(0..<start) + right) }
    }
    return nil
  }

  private static let otherWords: WordSet = [
    "на", "не", "ка", "га", "тегі", "тағы", "сы", "сі", "сын", "сін",
  ]

  private static func isPlain(_ meaning: [KazakhSuffix]) -> Bool {
    meaning.allSatisfy {
      switch $0 {
      case .plural, .possessive(.third), .case, .attributive: true
      default: false
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isVowelOfKazakh: Bool {
    switch self {
    case "а", "ә", "е", "ё", "и", "о", "ө", "у", "ұ", "ү", "ы", "і", "э", "ю", "я": true
    default: false
    }
  }

  /// The harmony of a vowel that has one of its own.
  fileprivate var ownHarmony: KazakhHarmony? {
    switch self {
    case "а", "о", "ұ", "ы", "я": .back
    case "ә", "е", "ө", "ү", "і", "э", "ё": .front
    default: nil
    }
  }

  fileprivate var isVoiceless: Bool {
    switch self {
    case "п", "т", "к", "қ", "с", "ш", "ф", "х", "ц", "ч", "щ", "һ": true
    default: false
    }
  }

  /// The first letter of endings after voiced sounds.
  fileprivate var beginsVoicedEnding: Bool {
    switch self {
    case "д", "ғ", "г", "л", "н", "м": true
    default: false
    }
  }
}
