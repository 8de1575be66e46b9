/// What a suffix is attached to, analysed: which word takes it, how that word is read, and why.
///
/// This is what an explanation shows: «АЖ» is an abbreviation of the lexicon, read `B,V`, joined by a hyphen.
public struct KazakhStem: Hashable, Sendable {
  /// What kind of text ends the stem.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A word of the language, a name or a phrase: suffixes are written together with it.
    case word
    /// A number in figures: 139, 2,5, XXI.
    case figures
    /// A unit or sign: %, км, млн.
    case unit
    /// ТМД, ҚазҰУ, т.б.
    case abbreviation
    /// A name in Latin letters: Instagram.
    case latinName = "latin-name"
    /// Anything in quotation marks: «Қазпошта».
    case quotation
  }

  /// What the reading was taken from.
  public enum Source: String, Hashable, Sendable, CaseIterable {
    /// An entry of the reading lexicon.
    case lexicon
    /// The last word with which a number is spoken.
    case numeral
    /// The spelling of a Kazakh or borrowed word.
    case spelling
    /// An abbreviation pronounced as a word.
    case pronouncedWord = "pronounced-word"
    /// The name of an abbreviation's last letter.
    case letterName = "letter-name"
    /// A guess from Latin spelling.
    case latinSpelling = "latin-spelling"

    /// Whether somebody should look at the reading, and enter it in the lexicon.
    public var isGuess: Bool {
      switch self {
      case .lexicon, .numeral, .spelling: false
      case .pronouncedWord, .letterName, .latinSpelling: true
      }
    }
  }

  /// The stem as given.
  public let text: String
  /// What kind of text ends it.
  public let kind: Kind
  /// How its end is read.
  public internal(set) var reading: KazakhReading
  /// Other readings that are in use as well; the form with `reading` is the one to write.
  public let alternatives: [KazakhReading]
  /// What the reading was taken from.
  public let source: Source
  /// What in the spelling told the harmony, where spelling did.
  public let rule: KazakhHarmonyRule?
  /// Whether the stem already ends in the suffix -ы, -сы of the third person: «Қаржы министрлігі».
  public internal(set) var isPossessed: Bool

  /// The word that takes the suffix, as bytes of `text`; initials may stand after it.
  let wordBytes: Range<Int>
  /// How the word's end is spelled before suffixes.
  let change: KazakhStemChange

  /// What stands between stem and suffix: a hyphen after figures, abbreviations and quotations, nothing after words.
  public var joint: String { kind == .word ? "" : "-" }

  /// The word, figure or name that takes the suffix.
  public var word: Substring { text.bytes(wordBytes) }

  /// Analyses `text`: one word, a phrase whose last word takes the suffix, a figure, an abbreviation or a quoted name.
  ///
  /// Costs less than a microsecond for a word or name of ordinary length.
  public init(_ text: String, lexicon: ReadingLexicon = .builtIn) {
    self.init(text, lexicon: lexicon, assumingPossessed: nil)
  }

  init(_ text: String, lexicon: ReadingLexicon, assumingPossessed: Bool?) {
    let (composed, scalars) = text.composedLetters
    let analysis = KazakhStemAnalysis(scalars: scalars, text: composed, lexicon: lexicon)
    let found = analysis.finding
    self.text = composed
    kind = found.kind
    source = found.source
    rule = found.rule
    reading = found.reading
    alternatives = found.alternatives
    wordBytes = analysis.bytes(of: found.word)
    change = found.change
    isPossessed = assumingPossessed ?? found.isPossessed
  }

  /// An entry of the lexicon as a stem.
  init(entry: ReadingLexicon.Entry) {
    let (text, scalars) = entry.token.composedLetters
    let letters = KazakhLetters(scalars, scalars.indices)
    let spelled = KazakhReading.spelled(letters)
    self.text = text
    kind = entry.kind
    source = .lexicon
    rule = nil
    reading = entry.reading ?? spelled.reading
    alternatives = entry.alternatives
    wordBytes = 0..<text.utf8.count
    change = KazakhStemChange(entry: entry)
    isPossessed = entry.isPossessed
  }

  /// The stem without its possessive suffix, if the word beneath is known.
  func unpossessed(lexicon: ReadingLexicon) -> KazakhStem? {
    KazakhIzafet.plainWord(of: self, lexicon: lexicon).map { plain in
      let isCapital = word.unicodeScalars.first?.isUpper ?? false
      let written = isCapital ? plain.prefix(1).uppercased() + plain.dropFirst() : plain
      return KazakhStem(
        text.bytes(0..<wordBytes.lowerBound) + written
          + text.bytes(wordBytes.upperBound..<text.utf8.count),
        lexicon: lexicon, assumingPossessed: false)
    }
  }

  /// The stem read in another way.
  func read(as reading: KazakhReading) -> KazakhStem {
    var stem = self
    stem.reading = reading
    return stem
  }
}

extension String {
  /// The part of the text in a range of its bytes, which must begin and end between characters.
  func bytes(_ range: Range<Int>) -> Substring {
    self[
      utf8.index(
        startIndex, offsetBy: range.lowerBound)..<utf8.index(
          startIndex, offsetBy: range.upperBound)]
  }
}
