import Language

/// How a quoted title differs from the official one of a known act.
struct ActTitleCheck {
  let known: KnownActs
  let table: [LetterLanguage: [String: [String]]]
  let language: LetterLanguage

  /// What a title is.
  enum Verdict {
    /// The official title of these acts.
    case official([Act])
    /// Not the official title of an act that is meant all the same; the tokens are the wrong words.
    case wrong(Act, tokens: Range<Int>, isSure: Bool)
    /// The title of something that is not known.
    case unknown
  }

  init(_ known: KnownActs, _ language: LetterLanguage) {
    self.known = known
    self.language = language
    table = Self.expansions
  }

  /// Abbreviations that titles must spell out.
  private static let expansions: [LetterLanguage: [String: [String]]] = [
    .kk: [
      "бақ": ["бұқаралық", "ақпарат", "құралдары"], "қр": ["қазақстан", "республикасы"],
      "эцқ": ["электрондық", "цифрлық", "қолтаңба"],
    ],
    .ru: [
      "сми": ["средствах", "массовой", "информации"], "рк": ["республики", "казахстан"],
      "эцп": ["электронной", "цифровой", "подписи"],
    ],
  ]

  func verdict(on title: ActTitle, in tokens: [TokenizedText.Token]) -> Verdict {
    let inner = title.quoted.tokens.filter {
      tokens[$0].kind == .word || tokens[$0].kind == .number
    }
    let words = KnownActs.words(tokens[title.quoted.tokens])
    let official = known.acts(titled: words, language)
    if !official.isEmpty { return .official(official) }
    let whole = title.quoted.tokens
    let candidates = known.entries.filter { isPossible($0.act, title.kind) }
    // By its number and date an act is known whatever it is called.
    if let number = title.number?.text, let date = title.date?.date,
      let entry = candidates.first(where: {
        $0.act.date == date && KnownActs.isSameNumber($0.act.number, number)
      })
    {
      return .wrong(
        entry.act, tokens: wrongWords(words, inner, entry.words[language] ?? []) ?? whole,
        isSure: true)
    }
    for entry in candidates {
      guard let expected = entry.words[language] else { continue }
      if let range = slip(words, inner, expected) {
        return .wrong(entry.act, tokens: range, isSure: true)
      }
    }
    for entry in candidates {
      guard let expected = entry.words[language], let isSure = isShortened(words, expected) else {
        continue
      }
      return .wrong(entry.act, tokens: whole, isSure: isSure)
    }
    return .unknown
  }

  private func isPossible(_ act: Act, _ kind: ActTitle.Kind) -> Bool {
    switch kind {
    case .law: act.kind == .law || act.kind == .constitutionalLaw
    case .code: act.kind == .code
    case .other: ![.law, .code, .constitutionalLaw].contains(act.kind)
    case .unknown: true
    }
  }

  /// One word that is written otherwise, inflected otherwise, or an abbreviation of several.
  func slip(_ words: [String], _ tokens: [Int], _ expected: [String]) -> Range<Int>? {
    if words.count == expected.count {
      let different = words.indices.filter { words[$0] != expected[$0] }
      guard different.count == 1, let index = different.first, words.count > 1 else { return nil }
      let (word, right) = (words[index], expected[index])
      let isForm =
        Self.isPreposition(word) && Self.isPreposition(right)
        || word.count > 3 && right.count > 3
          && (Array(word).distance(to: Array(right)) <= (min(word.count, right.count) > 6 ? 2 : 1)
            || language == .ru
              && InflectedWord.russianStem(word) == InflectedWord.russianStem(right))
      return isForm ? tokens[index]..<tokens[index] + 1 : nil
    }
    guard words.count < expected.count else { return nil }
    for (index, word) in words.enumerated() {
      guard let spelled = table[language]?[word], index + spelled.count <= expected.count else {
        continue
      }
      let full = words[..<index] + spelled + words[(index + 1)...]
      let isMeant =
        full.count == expected.count
        && zip(full, expected).allSatisfy { $0 == $1 || $0.prefix(4) == $1.prefix(4) }
      if isMeant { return tokens[index]..<tokens[index] + 1 }
    }
    return nil
  }

  private static func isPreposition(_ word: String) -> Bool {
    [
      "о", "об", "обо", "за", "над", "по", "на", "в", "во", "с", "со", "при", "для", "к", "из",
      "от", "у", "под", "между", "туралы", "жөнінде", "жайлы",
    ].contains(word)
  }

  /// Whether a title leaves out words of the official one, or has more; `nil` if it is another, else whether that is certain.
  private func isShortened(_ words: [String], _ expected: [String]) -> Bool? {
    let content = expected.filter { $0.count > 3 && !Self.isPreposition($0) }
    let found = words.filter { $0.count > 3 && !Self.isPreposition($0) }
    guard found.count > 1, content.count > 1 else { return nil }
    func isPart(_ part: [String], of whole: [String]) -> Bool {
      var rest = whole[...]
      for word in part {
        guard let index = rest.firstIndex(where: { $0.prefix(5) == word.prefix(5) }) else {
          return false
        }
        rest = rest[(index + 1)...]
      }
      return true
    }
    let missing = content.count - found.count
    if missing > 0, isPart(found, of: content), found.count * 2 >= content.count {
      return missing == 1 && found.count > 2
    }
    if missing < 0, isPart(content, of: found), -missing < content.count {
      return nil
    }
    return nil
  }

  /// The words of a title that the act's official one does not have at their place; all of them if it is another altogether.
  func wrongWords(in title: ActTitle, of act: Act, _ tokens: [TokenizedText.Token]) -> Range<Int> {
    let inner = title.quoted.tokens.filter {
      tokens[$0].kind == .word || tokens[$0].kind == .number
    }
    return wrongWords(
      KnownActs.words(tokens[title.quoted.tokens]), inner,
      KnownActs.words(TokenizedText(act.title[language]).tokens)) ?? title.quoted.tokens
  }

  /// The words that the official title does not have at their place.
  private func wrongWords(_ words: [String], _ tokens: [Int], _ expected: [String]) -> Range<Int>? {
    let start = zip(words, expected).prefix { $0 == $1 }.count
    let end = zip(words.dropFirst(start).reversed(), expected.dropFirst(start).reversed())
      .prefix { $0 == $1 }.count
    let last = words.count - end
    guard start < last, tokens.count == words.count else { return nil }
    return tokens[start]..<tokens[last - 1] + 1
  }
}
