import Diagnostics
import Language

/// Finds words that a project's glossary has another term for, in any form of theirs.
///
/// A letter in order has no such word, so what costs time, the forms, is made only where the beginning of one stands.
struct TermFinder: Sendable {
  private let language: LetterLanguage
  private let lexicons: GrammarLexicons
  /// The words to be found, by the first letter, small and capital.
  private var deprecated: [Unicode.Scalar: [Phrase]] = [:]
  /// Terms of several words, in which such a word may stand: «сот ұйғарымы» is no «ұйғарым».
  private var accepted: [Phrase] = []
  /// Which form of a phrase the words of letters are.
  private let forms = RecentValues<Form, Change?>(limit: 512) { $0.phrase.bytes + $0.words.bytes }

  private struct Form: Hashable, Sendable {
    let phrase: TextKey
    let words: TextKey
  }

  /// A word or phrase of the glossary.
  private struct Phrase: Sendable {
    let text: String
    /// What each word begins with in all of its forms, in small letters.
    let beginnings: [String]
    /// The term of its concept.
    let term: String

    init(_ text: String, term: String) {
      self.text = text
      self.term = term
      beginnings = text.lowercased().split(separator: " ").map { word in
        String(word.prefix(max(1, word.count - 3)))
      }
    }
  }

  /// Whether it looks for words that an address in ASCII may have.
  var findsLatin: Bool { deprecated.keys.contains { $0.isASCII } }

  /// A finder for each language.
  static func all(
    of concepts: [String: Concept], _ lexicons: GrammarLexicons
  ) -> [LetterLanguage: TermFinder] {
    Dictionary(
      uniqueKeysWithValues: LetterLanguage.allCases.map {
        ($0, TermFinder(concepts, $0, lexicons))
      })
  }

  private init(
    _ concepts: [String: Concept], _ language: LetterLanguage, _ lexicons: GrammarLexicons
  ) {
    self.language = language
    self.lexicons = lexicons
    for (_, concept) in concepts.sorted(by: { $0.key < $1.key }) {
      let term = concept.term[language]
      accepted.append(Phrase(term, term: term))
      for word in concept.deprecated[language] ?? [] {
        let phrase = Phrase(word, term: term)
        guard let first = phrase.beginnings.first?.first else { continue }
        for letter in [first.lowercased(), first.uppercased()] {
          guard let letter = letter.unicodeScalars.first else { continue }
          deprecated[letter, default: []].append(phrase)
        }
      }
    }
    accepted.removeAll { $0.beginnings.count < 2 }
  }

  /// A finding (`T1`) for each unwanted word among the marked words of a place.
  func diagnostics(in place: Place) -> [Diagnostic] {
    findings(in: place.text).map { finding in
      Diagnostic(
        finding.rule, finding.message, at: [place.marking(finding.range)], hint: finding.hint)
    }
  }

  /// A finding (`T1`) for each unwanted word of a text.
  func findings(in text: String) -> [TextFinding] {
    guard !deprecated.isEmpty else { return [] }
    let words = LetterWord.all(in: text)
    return words.indices.compactMap { index in
      guard let phrases = deprecated[words[index].initial] else { return nil }
      return phrases.lazy.compactMap { finding($0, at: index, of: words, text) }.first
    }
  }

  private func finding(
    _ phrase: Phrase, at index: Int, of words: [LetterWord], _ text: String
  ) -> TextFinding? {
    guard let suffix = form(of: phrase, at: index, of: words, in: text) else { return nil }
    let count = phrase.beginnings.count
    let isPartOfTerm = accepted.contains { term in
      let longer = term.beginnings.count
      guard longer > count else { return false }
      return (max(0, index + count - longer)...index).contains {
        isTerm(term, at: $0, of: words, in: text)
      }
    }
    guard !isPartOfTerm else { return nil }
    let range = words[index].range.lowerBound..<words[index + count - 1].range.upperBound
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let marked = text[start..<bytes.index(start, offsetBy: range.count)]
    let better = self.form(of: phrase.term, suffix) ?? phrase.term
    return TextFinding(
      "T1",
      Message(
        kk: "`\(marked)`: бұл ұғымның термині – `\(phrase.term)`",
        ru: "`\(marked)`: для этого понятия принят термин `\(phrase.term)`",
        en: "`\(marked)`: the term for this concept is `\(phrase.term)`"),
      at: range,
      hint: Message(
        kk: "`\(better)` деп жазыңыз", ru: "напишите `\(better)`", en: "write `\(better)`"))
  }

  /// Whether the words from `index` on are a term. Of a Kazakh one, whose last word has an owner («сот ұйғарымы») and may
  /// lose it before other endings, the words before the last say so.
  private func isTerm(
    _ term: Phrase, at index: Int, of words: [LetterWord], in text: String
  ) -> Bool {
    guard language == .kk else { return form(of: term, at: index, of: words, in: text) != nil }
    guard let spelled = spelling(of: term, at: index, of: words, in: text) else { return false }
    return spelled.dropLast().elementsEqual(
      term.text.lowercased().split(separator: " ").dropLast().map(String.init))
  }

  // MARK: Forms

  /// What was done to a dictionary form to get another.
  private enum Change: Sendable {
    case kazakh([KazakhSuffix])
    case russian(GrammaticalNumber, RussianCase)
  }

  /// Which form of `phrase` the words from `index` on are; `nil` if none.
  private func form(
    of phrase: Phrase, at index: Int, of words: [LetterWord], in text: String
  ) -> Change? {
    guard
      let whole = spelling(of: phrase, at: index, of: words, in: text)?.joined(separator: " ")
    else { return nil }
    return forms.value(of: Form(phrase: TextKey(phrase.text), words: TextKey(whole))) {
      form(of: phrase, whole)
    }
  }

  private func form(of phrase: Phrase, _ whole: String) -> Change? {
    switch language {
    case .kk:
      let stem = KazakhStem(phrase.text, lexicon: lexicons.kazakh)
      return Self.suffixes.first { suffixes in
        Kazakh.acceptedForms(suffixes, of: stem, lexicon: lexicons.kazakh)
          .contains { $0.lowercased() == whole }
      }.map { .kazakh($0) }
    case .ru:
      for number in [GrammaticalNumber.singular, .plural] {
        for grammaticalCase in RussianCase.allCases {
          let form = form(of: phrase.text, .russian(number, grammaticalCase)) ?? phrase.text
          if form.lowercased().withoutYo == whole.withoutYo {
            return .russian(number, grammaticalCase)
          }
        }
      }
      return nil
    }
  }

  /// The words from `index` on, as many as the phrase has, if each begins as the phrase's does.
  private func spelling(
    of phrase: Phrase, at index: Int, of words: [LetterWord], in text: String
  ) -> [String]? {
    let count = phrase.beginnings.count
    guard index + count <= words.count else { return nil }
    let found = words[index..<index + count]
    guard found.dropFirst().allSatisfy(\.followsSpace) else { return nil }
    let spelled = found.map { $0.spelling(in: text) }
    return zip(spelled, phrase.beginnings).allSatisfy { $0.hasPrefix($1) } ? spelled : nil
  }

  private func form(of text: String, _ change: Change) -> String? {
    switch change {
    case .kazakh(let suffixes):
      Kazakh.attach(suffixes, to: text, lexicon: lexicons.kazakh)
    case .russian(let number, let grammaticalCase):
      lexicons.phrase(text)?.form(number, grammaticalCase)
    }
  }

  /// The endings that a noun of a letter can have.
  private static let suffixes: [[KazakhSuffix]] = {
    let numbers: [[KazakhSuffix]] = [[], [.plural]]
    let owners: [[KazakhSuffix]] =
      [[]] + KazakhPossessive.allCases.map { [.possessive($0)] }
    let ends: [[KazakhSuffix]] =
      KazakhCase.allCases.map { [.case($0)] } + [[.attributive], [.similative]]
    return numbers.flatMap { number in
      owners.flatMap { owner in ends.map { number + owner + $0 } }
    }
  }()
}

/// A word of a letter's own text.
private struct LetterWord {
  /// UTF-8 offsets in the text.
  let range: Range<Int>
  let initial: Unicode.Scalar
  /// Whether nothing but white space stands between it and the word before.
  let followsSpace: Bool

  /// The words of `text` in order. What stands in «» is a name or a quotation and not the letter's own.
  static func all(in text: String) -> [LetterWord] {
    var words: [LetterWord] = []
    var quotes = 0
    var offset = 0
    var start: (offset: Int, initial: Unicode.Scalar)?
    var followsSpace = false
    var letters = 0
    func end(_ words: inout [LetterWord]) {
      guard let word = start else { return }
      // A hyphen at the end belongs to what follows: «хаттары-38».
      words.append(
        LetterWord(
          range: word.offset..<letters, initial: word.initial, followsSpace: followsSpace))
      start = nil
      followsSpace = letters == offset
    }
    for scalar in text.unicodeScalars {
      let isInner = start != nil && (scalar == "-" || scalar == "\u{2011}" || scalar == "\u{AD}")
      if isLetter(scalar) || isInner {
        if start == nil, quotes == 0 { start = (offset, scalar) }
        if !isInner { letters = offset + UTF8.width(scalar) }
      } else {
        end(&words)
        if scalar == "«" { quotes += 1 }
        if scalar == "»" { quotes = max(0, quotes - 1) }
        if !isSpace(scalar) { followsSpace = false }
      }
      offset += UTF8.width(scalar)
    }
    end(&words)
    return words
  }

  /// Latin and Cyrillic letters and combining marks: the properties of Unicode would be looked up for every letter.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x300...0x36F, 0x400...0x52F: true
    default: false
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\u{A0}", "\u{202F}", "\n", "\t": true
    default: false
    }
  }

  /// The word in small letters with plain hyphens, as a glossary spells it.
  func spelling(in text: String) -> String {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let end = bytes.index(start, offsetBy: range.count)
    var spelling = String.UnicodeScalarView()
    for scalar in text[start..<end].unicodeScalars where scalar != "\u{AD}" {
      spelling.append(scalar == "\u{2011}" ? "-" : scalar)
    }
    return String(spelling).lowercased()
  }
}

extension String {
  /// The text with е for ё, which letters print either way.
  fileprivate var withoutYo: String { String(map { $0 == "ё" ? "е" : $0 }) }
}
