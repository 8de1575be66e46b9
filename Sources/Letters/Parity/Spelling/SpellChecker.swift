import Language
import Spelling

/// Tells right words of a language from wrong ones: by its dictionary, and by the grammar, names and terms that the dictionary
/// does not have.
final class SpellChecker: Sendable {
  private let dictionaries: SpellingDictionaries
  /// The project's own words, in small letters.
  private let own: Set<String>
  /// Those of them that stand in its Russian texts.
  private let ownRussian: Set<String>
  private let russianForms: Set<String>

  init(
    _ dictionaries: SpellingDictionaries, _ reference: ReferenceData, _ lexicons: GrammarLexicons
  ) {
    self.dictionaries = dictionaries
    var texts = reference.words
    var russian: [String] = []
    for concept in reference.concepts.values {
      texts.append(concept.term.kk)
      russian.append(concept.term.ru)
      texts += concept.deprecated[.kk] ?? []
      russian += concept.deprecated[.ru] ?? []
    }
    for act in reference.acts.values {
      texts.append(act.title.kk)
      russian.append(act.title.ru)
    }
    for body in reference.bodies.values {
      texts.append(body.name.kk)
      russian += [body.name.ru, body.genitive, body.dative, body.instrumental]
    }
    for organisation in reference.organisations.values {
      texts += organisation.lines.kk
      russian += organisation.lines.ru
    }
    for person in reference.people.values {
      texts.append(person.surname.kk)
      russian.append(person.surname.ru)
    }
    let words = Self.words(texts)
    ownRussian = Self.words(russian).subtracting(words)
    own = words.union(ownRussian)
    var forms: Set<String> = []
    for entry in lexicons.russian.sorted {
      for grammaticalCase in RussianCase.allCases {
        forms.insert(entry.noun[.singular, grammaticalCase].withoutYo)
        forms.insert(entry.noun[.plural, grammaticalCase].withoutYo)
      }
    }
    russianForms = forms
  }

  private static func words(_ texts: [String]) -> Set<String> {
    var words: Set<String> = []
    for text in texts {
      for token in TokenizedText(text).tokens where token.isWord {
        words.insert(token.lowercased.withoutYo)
      }
    }
    return words
  }

  /// Whether a word, in small letters, is spelled as some right word is.
  func accepts(_ word: String, in language: LetterLanguage) -> Bool {
    guard word.contains("-") else { return acceptsPart(word, in: language) }
    if isListed(word, in: language) { return true }
    let parts = word.split(separator: "-").map(String.init)
    return parts.enumerated().allSatisfy { index, part in
      acceptsPart(part, in: language) || language == .kk && KazakhEndings.contains(part)
        || index < parts.count - 1 && isFirstHalf(part)
    }
  }

  /// A right word that differs in one letter, in two that changed places, or in one too many or too few.
  func neighbour(of word: String, in language: LetterLanguage) -> String? {
    // Only words that need no guess: of two short words joined nearly everything can be made.
    // That an ending lacks or has one letter more says little: dictionaries lack forms more often than fingers slip there.
    let edits = SpellingEdits(word).all.filter { edit in
      !edit.hasPrefix(word) && !(word.hasPrefix(edit) && !Self.endsDoubled(word))
    }
    return edits.first { dictionary(language).accepts($0) && $0.unicodeScalars.count > 2 }
      ?? edits.first { isSure($0, in: language) }
  }

  /// Whether a word is right without being a compound that nobody has listed.
  private func isSure(_ word: String, in language: LetterLanguage) -> Bool {
    if word.contains("-") { return accepts(word, in: language) }
    if isListed(word, in: language) { return true }
    switch language {
    case .kk: return sureFinder.stem(of: word) != nil
    case .ru: return isDerived(word)
    }
  }

  /// Whether a Kazakh word has a stem that the Russian original of its letter has too: it is a loan, whatever dictionaries say.
  func isLoan(_ word: String, from russian: Set<String>) -> Bool {
    let finder = KazakhStemFinder(
      isKnown: { russian.contains(Self.loanStem($0)) },
      isLoan: { russian.contains(Self.loanStem($0)) }, shortest: 4)
    return russian.contains(Self.loanStem(word)) || finder.stem(of: word) != nil
  }

  /// What remains of a loan without the endings that it has in Russian.
  static func loanStem(_ word: String) -> String {
    var letters = Array(word.withoutYo)
    for ending in loanEndings where letters.count - ending.count > 3 && letters.ends(ending) {
      letters.removeLast(ending.count)
      break
    }
    return String(letters)
  }

  private static let loanEndings =
    ["иями", "иям", "иях", "ией", "ами", "ями", "ия", "ии", "ию", "ий", "ов", "ев", "ам", "ям"]
    .map(Array.init)
    + ["ах", "ях", "ом", "ем", "ой", "ей", "а", "я", "у", "ю", "е", "и", "ы", "о", "ь", "й"]
    .map(Array.init)

  private static func endsDoubled(_ word: String) -> Bool { word.last == word.dropLast().last }

  private func dictionary(_ language: LetterLanguage) -> SpellingDictionary {
    language == .kk ? dictionaries.kazakh : dictionaries.russian
  }

  private func acceptsPart(_ word: String, in language: LetterLanguage) -> Bool {
    // Abbreviations: «млрд», «трлн».
    guard word.unicodeScalars.contains(where: KazakhSpelling.isVowel) else { return true }
    return isListed(word, in: language)
      || (language == .kk ? acceptsKazakh(word) : acceptsRussian(word))
  }

  private func isListed(_ word: String, in language: LetterLanguage) -> Bool {
    own.contains(word.withoutYo) || OfficialWords.all(language).contains(word.withoutYo)
      || dictionary(language).accepts(word)
      || dictionary(language).accepts(word.prefix(1).uppercased() + word.dropFirst())
  }

  // MARK: Kazakh

  /// Whether a word, in small letters, is a form that Russian alone makes: no word of Kazakh, and no loan with a Kazakh ending.
  func isRussianForm(_ word: String, _ reader: RussianReader) -> Bool {
    guard word.unicodeScalars.count > 4, dictionaries.russian.accepts(word), !isKazakh(word),
      ownFinder.stem(of: word) == nil
    else { return false }
    let reading = reader.reading(of: word)
    if reading.isOnly([.adjective, .participle, .infinitive, .gerund, .presentVerb, .pastVerb]) {
      return true
    }
    return reading.isOnly(.noun) && !reading.nouns.isEmpty
      && reading.nouns.allSatisfy { noun in
        !(word.hasPrefix(noun.lemma)
          && InflectedWord.isKazakhEnding(word.dropFirst(noun.lemma.count)))
      }
  }

  private func isKazakh(_ word: String) -> Bool {
    isKnown(word) && !ownRussian.contains(word)
  }

  private var ownFinder: KazakhStemFinder {
    KazakhStemFinder(isKnown: isKazakh, isLoan: { _ in false }, shortest: 3)
  }

  private func acceptsKazakh(_ word: String) -> Bool {
    if isLoan(word) || finder.stem(of: word) != nil { return true }
    let letters = word.unicodeScalars
    // «аэроғарыш», «мегабайт»
    for beginning in Self.beginnings where word.hasPrefix(beginning) {
      let rest = String(letters.dropFirst(beginning.unicodeScalars.count))
      if rest.unicodeScalars.count > 2,
        isKnown(rest) || isLoan(rest) || finder.stem(of: rest) != nil
      {
        return true
      }
    }
    // «асфальтбетон», «дерекқор»: two whole words, both of them long enough to be no accident.
    guard letters.count > 8 else { return false }
    return (4...(letters.count - 5)).contains { length in
      let rest = String(letters.dropFirst(length))
      return isKnown(String(letters.prefix(length)))
        && (isKnown(rest) || (longFinder.stem(of: rest) != nil))
    }
  }

  private var finder: KazakhStemFinder {
    KazakhStemFinder(isKnown: isKnown, isLoan: isLoan, shortest: 2)
  }

  private var sureFinder: KazakhStemFinder {
    KazakhStemFinder(isKnown: isKnown, isLoan: isLoan, shortest: 3)
  }

  private var longFinder: KazakhStemFinder {
    KazakhStemFinder(isKnown: isKnown, isLoan: { _ in false }, shortest: 5)
  }

  private func isKnown(_ word: String) -> Bool {
    own.contains(word) || OfficialWords.kazakh.contains(word) || dictionaries.kazakh.accepts(word)
  }

  /// Whether Kazakh may have the word from Russian, as it is there, or as the stem of an adjective: «мобиль» of «мобильный».
  private func isLoan(_ word: String) -> Bool {
    guard word.unicodeScalars.count > 3 else { return false }
    return dictionaries.russian.accepts(word) || dictionaries.russian.accepts(word + "ный")
      || word.hasSuffix("л") && dictionaries.russian.accepts(word + "ьный")
  }

  private static let beginnings = [
    "аэро", "авто", "мега", "кибер", "микро", "мото", "гео", "мульти", "теле", "радио", "био",
    "гидро", "электр",
    "электро", "анти", "супер", "мини", "макро", "нано", "көп", "фото", "видео", "аудио", "медиа",
    "метео", "термо",
    "агро", "эко", "этно", "нейро", "демо", "контр", "крипто", "квази", "бейне", "жарты", "құқық",
    "мекен",
    "қол", "өз", "ең",
    "бас", "интернет", "онлайн", "айлық",
  ]

  // MARK: Russian

  private func acceptsRussian(_ word: String) -> Bool {
    // Of «право» and «хранительных» a compound could be made, but one letter away there is a word.
    isDerived(word) || isCompound(word) && !isNearListed(word)
  }

  private func isNearListed(_ word: String) -> Bool {
    SpellingEdits(word).all.contains { dictionaries.russian.accepts($0) }
  }

  private func isDerived(_ word: String) -> Bool {
    let word = word.withoutYo
    if russianForms.contains(word) || Self.isForm(word, of: OfficialWords.russian)
      || Self.isForm(word, of: own)
    {
      return true
    }
    for beginning in Self.russianBeginnings where word.hasPrefix(beginning) {
      let rest = String(word.dropFirst(beginning.count))
      if rest.unicodeScalars.count > 4, dictionaries.russian.accepts(rest) { return true }
    }
    return isQuality(word)
  }

  /// «вовлеченности»: what an adjective or participle is called by.
  private func isQuality(_ word: String) -> Bool {
    Self.qualityEndings.contains { ending in
      word.hasSuffix(ending) && word.unicodeScalars.count > 8
        && ["ый", "ий"].contains { dictionaries.russian.accepts(word.dropLast(ending.count) + $0) }
    }
  }

  private static let qualityEndings = [
    "ость", "ости", "остью", "остей", "остям", "остями", "остях",
  ]

  /// «водосберегающие»: a noun, о or е, and a whole word.
  private func isCompound(_ word: String) -> Bool {
    let letters = Array(word)
    guard letters.count > 10 else { return false }
    return (3...(letters.count - 6)).contains { length in
      guard letters[length] == "о" || letters[length] == "е",
        dictionaries.russian.accepts(String(letters[(length + 1)...]))
      else { return false }
      let first = String(letters[..<length])
      return ["", "а", "о", "я", "е", "ь", "ый", "ий"].contains {
        dictionaries.russian.accepts(first + $0)
      }
    }
  }

  /// The first half of a compound with a hyphen: «процедурно», «научно».
  private func isFirstHalf(_ part: String) -> Bool {
    guard let last = part.last, last == "о" || last == "е", part.count > 3 else { return false }
    let stem = String(part.dropLast())
    return ["ый", "ий", "ой", "а", ""].contains { dictionaries.russian.accepts(stem + $0) }
  }

  /// Whether a word is one of a list with another ending.
  private static func isForm(_ word: String, of words: Set<String>) -> Bool {
    if words.contains(word) { return true }
    let letters = Array(word)
    for length in stride(from: letters.count, through: max(3, letters.count - 3), by: -1) {
      let stem = String(letters[..<length])
      guard russianEndings.contains(String(letters[length...])) else { continue }
      for ending in ["", "а", "я", "о", "е", "ь", "й", "ый", "ий", "ой"]
      where words.contains(stem + ending) {
        return true
      }
    }
    return false
  }

  private static let russianEndings: WordSet = [
    "", "а", "я", "у", "ю", "ом", "ем", "ой", "ей", "е", "и", "ы", "ов", "ев", "ам", "ям", "ами",
    "ями", "ах", "ях",
    "ый", "ий", "ая", "яя", "ое", "ее", "ого", "его", "ому", "ему", "ым", "им", "ую", "юю", "ые",
    "ие", "ых", "их",
    "ыми", "ими", "о", "ь",
  ]

  private static let russianBeginnings = [
    "анти", "авто", "агро", "аэро", "био", "веб", "видео", "внутри", "гео", "гидро", "гос",
    "интернет", "кибер",
    "контр", "крипто", "медиа", "меж", "микро", "мини", "много", "мульти", "нано", "не", "онлайн",
    "пере",
    "пост", "пред",
    "психо", "радио", "само", "сверх", "спец", "супер", "теле", "транс", "фото", "эко", "экс",
    "электро",
  ]
}

extension String {
  /// With е for ё, which are one letter to most who write.
  fileprivate var withoutYo: String {
    utf8.contains(0xD1) && unicodeScalars.contains("ё")
      ? String(map { $0 == "ё" ? "е" : $0 }) : self
  }
}

extension [Character] {
  fileprivate func ends(_ ending: [Character]) -> Bool {
    suffix(ending.count).elementsEqual(ending)
  }
}
