/// What a suffix is attached to, analysed: which word takes it, how that word is read, and why.
///
/// This is what an explanation shows: «АЖ» is an abbreviation of the lexicon, read `B,V`, joined by a hyphen.
public struct KazakhStem: Hashable, Sendable {
  /// What kind of text ends the stem.
  public enum Kind: String, Hashable, Sendable {
    /// A word of the language, a name or a phrase: suffixes are written together with it.
    case word
    /// A number in figures: 139, 2,5, XXI.
    case figures
    /// A unit or sign: %, км, млн.
    case unit
    /// ТМД, ҚазҰУ, т.б.
    case abbreviation
    /// A name in Latin letters: Instagram.
    case latinName
    /// Anything in quotation marks: «Қазпошта».
    case quotation
  }

  /// What the reading was taken from.
  public enum Source: String, Hashable, Sendable {
    /// An entry of the reading lexicon.
    case lexicon
    /// The last word with which a number is spoken.
    case numeral
    /// The spelling of a Kazakh or borrowed word.
    case spelling
    /// An abbreviation pronounced as a word.
    case pronouncedWord
    /// The name of an abbreviation's last letter.
    case letterName
    /// A guess from Latin spelling.
    case latinSpelling

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
  /// Whether the stem already ends in the suffix -ы, -сы of the third person: «Қаржы министрлігі».
  public internal(set) var isPossessed: Bool

  /// The text before the word that takes the suffix.
  let before: String
  /// The word that takes the suffix.
  var base: String
  /// Initials after a surname.
  let after: String
  /// The word without its possessive suffix, where that is known: «министрлік».
  let unpossessedBase: String?

  /// What stands between stem and suffix: a hyphen after figures, abbreviations and quotations, nothing after words.
  public var joint: String { kind == .word ? "" : "-" }

  /// Analyses `text`: one word, a phrase whose last word takes the suffix, a figure, an abbreviation or a quoted name.
  public init(_ text: String, lexicon: ReadingLexicon = .starter) {
    self.init(text, lexicon: lexicon, assumingPossessed: nil)
  }

  init(_ text: String, lexicon: ReadingLexicon, assumingPossessed: Bool?) {
    let scalars = Array(text.unicodeScalars)
    let range = Self.lastToken(of: scalars)
    let token = Array(scalars[range])
    let found = Self.analyse(
      token, preceding: scalars[..<range.lowerBound],
      lexicon: lexicon)
    let wordStart = range.upperBound - found.length
    self.text = text
    before = String(letters: scalars[..<wordStart])
    base = String(letters: scalars[wordStart..<range.upperBound])
    after = String(letters: scalars[range.upperBound...])
    kind = found.kind
    source = found.source
    reading = found.readings[0]
    alternatives = Array(found.readings.dropFirst())
    if kind == .word {
      let izafet = KazakhIzafet.analyse(
        kazakhLetters(of: base), isPhrase: range.lowerBound > 0, whole: text)
      isPossessed = assumingPossessed ?? izafet.isPossessed
      let isCapital = base.unicodeScalars.first?.isUpper ?? false
      unpossessedBase = izafet.base.map {
        isCapital ? $0.prefix(1).uppercased() + $0.dropFirst() : $0
      }
    } else {
      isPossessed = assumingPossessed ?? found.isPossessed
      unpossessedBase = nil
    }
  }

  /// The stem without its possessive suffix, if the word beneath is known.
  func unpossessed(lexicon: ReadingLexicon) -> KazakhStem? {
    unpossessedBase.map {
      KazakhStem(before + $0 + after, lexicon: lexicon, assumingPossessed: false)
    }
  }

  /// The stem read in another way.
  func read(as reading: KazakhReading) -> KazakhStem {
    var stem = self
    stem.reading = reading
    return stem
  }
}
