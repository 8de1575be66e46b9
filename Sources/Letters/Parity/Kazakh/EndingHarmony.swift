import Diagnostics
import Language

/// G2 on figures, abbreviations and names: «2534-ға», «АЖ-ке», «Instagram»-ке are read so that another ending follows.
enum EndingHarmony {
  static func findings(
    in paragraph: LetterParagraph, of language: LetterLanguage, _ knowledge: ParityKnowledge
  ) -> [TextFinding] {
    paragraph.text.tokens.indices.compactMap { index in
      JoinedEnding(index, in: paragraph.text).flatMap { finding($0, knowledge.lexicons.kazakh) }
    }
  }

  private static func finding(_ joined: JoinedEnding, _ lexicon: ReadingLexicon) -> TextFinding? {
    let stem = KazakhStem(joined.base, lexicon: lexicon)
    guard stem.kind != .word, let last = stem.text.unicodeScalars.last else { return nil }
    // After Roman numerals no ending is written.
    if stem.kind == .figures, !last.isFigure { return nil }
    let meanings = EndingTable.meanings(of: joined.ending)
    let form = stem.text + "-" + joined.ending
    var right: String?
    for meaning in meanings {
      let forms = Kazakh.acceptedForms(meaning, of: stem, lexicon: lexicon)
      if forms.contains(form) { return nil }
      right = right ?? forms.first
    }
    guard let right else { return nil }
    let isSure = !PlausibleReadings.areDivided(stem, lexicon)
    if !isSure {
      let readings = PlausibleReadings.of(stem)
      for meaning in meanings {
        for reading in readings
        where EndingTable.spelling(of: meaning, after: reading) == joined.ending {
          return nil
        }
      }
      if readings.isEmpty { return nil }
    }
    return TextFinding(
      "G2", .wrongEnding(joined.ending, of: joined.base), severity: isSure ? .error : .warning,
      at: joined.range, hint: .write(right))
  }
}

/// The ways in which a name or abbreviation may be read of which nothing is known for sure.
enum PlausibleReadings {
  /// Whether the reading is a guess, a house's choice for a Latin name, or one that the spelling leaves open.
  static func areDivided(_ stem: KazakhStem, _ lexicon: ReadingLexicon) -> Bool {
    switch stem.source {
    case .lexicon:
      let word = stem.text.unicodeScalars.filter { $0.isLetterOfWord || $0.isHyphen || $0 == " " }
      guard word.contains(where: { $0.isLatin }) else { return false }
      return lexicon[String(word)].map { $0.provenance == .houseStyle } ?? true
    case .numeral: return false
    case .spelling:
      switch stem.rule {
      case .lastVowel, .softEnding, .softSign, .openU, .uvular: return false
      default: return true
      }
    case .pronouncedWord, .letterName, .latinSpelling: return true
    }
  }

  /// Empty where everything is plausible.
  static func of(_ stem: KazakhStem) -> Set<KazakhReading> {
    let letters = stem.text.unicodeScalars.filter { $0.isLetterOfWord || $0.isFigure }
    guard let last = letters.last else { return [] }
    if stem.source == .spelling { return inBothHarmonies([stem.reading.final]) }
    if last.isLatin {
      // English, Russian and Kazakh names of Latin letters end in all ways.
      let isLettered = letters.allSatisfy { !$0.isLatin || $0.properties.isUppercase }
      return isLettered ? [] : inBothHarmonies(finals(ofLatin: Array(letters.suffix(2))))
    }
    return names(of: last).union(CollectionOfOne(stem.reading))
  }

  private static func inBothHarmonies(_ finals: [KazakhFinalSound]) -> Set<KazakhReading> {
    Set(finals.flatMap { [KazakhReading(.back, $0), KazakhReading(.front, $0)] })
  }

  /// How the Kazakh and the Russian name of a Cyrillic letter end: «сы» and «эс».
  private static func names(of letter: Unicode.Scalar) -> Set<KazakhReading> {
    switch String(letter).lowercased() {
    case "а", "о", "ұ", "ы", "я": [KazakhReading(.back, .vowel)]
    case "ә", "е", "і", "ө", "ү", "э": [KazakhReading(.front, .vowel)]
    case "и", "у", "ю": inBothHarmonies([.glide])
    case "м", "н": [KazakhReading(.front, .nasal)]
    case "л": [KazakhReading(.front, .lateral)]
    case "р": [KazakhReading(.back, .vowel), KazakhReading(.front, .rhotic)]
    case "с", "ф": [KazakhReading(.back, .vowel), KazakhReading(.front, .other)]
    case "ш", "х", "қ", "ғ": [KazakhReading(.back, .vowel)]
    default: inBothHarmonies([.vowel])
    }
  }

  private static func finals(ofLatin letters: [Unicode.Scalar]) -> [KazakhFinalSound] {
    guard let last = letters.last else { return [] }
    switch String(last).lowercased() {
    case "a", "o", "i", "u": return [.vowel, .glide]
    case "y", "w": return [.vowel, .glide, .rhotic]
    case "e": return letters.count > 1 ? [.vowel] + finals(ofLatin: [letters[0]]) : [.vowel]
    case "r": return [.rhotic, .vowel]
    case "l": return [.lateral]
    case "m", "n": return [.nasal]
    case "g": return [.nasal, .other, .rhotic]
    case "b", "d", "v": return [.other, .rhotic]
    case "s", "z", "j": return [.buzzing, .other]
    case "h": return [.vowel, .other]
    default: return [.other]
    }
  }
}

extension Unicode.Scalar {
  /// A letter of the Latin alphabet without marks.
  var isLatin: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}

extension Message {
  static func wrongEnding(_ ending: String, of base: String) -> Message {
    Message(
      kk: "`-\(ending)` жалғауы `\(base)` дегенге үндеспейді",
      ru: "окончание `-\(ending)` не созвучно с `\(base)`",
      en: "the ending `-\(ending)` does not harmonise with `\(base)`")
  }
}
