/// A term, name or title as a row of words and marks, found in a text in any of its forms.
struct TermPattern: Sendable {
  private enum Element: Sendable {
    case word(InflectedWord)
    /// Without its ending, which a hyphen joins.
    case abbreviation(String)
    /// In small letters.
    case exact(String)
    case quote
  }

  private let elements: [Element]
  /// What the first word or mark begins with in each of its forms.
  let lead: LeadingBytes
  /// Whether the first word begins with a capital letter.
  let isCapitalized: Bool
  private let first: InitialBytes?

  /// What any form of it begins with; `nil` if it begins with a quotation mark, of which there are several.
  var initial: InitialBytes? { first }

  /// A name as it is written somewhere. Of a Kazakh one only the last word is inflected, of a Russian one each; none within quotes.
  init(_ tokens: ArraySlice<TokenizedText.Token>, _ language: LetterLanguage) {
    var elements: [Element] = []
    var isQuoted = false
    let lastWord = tokens.last { $0.kind == .word }?.range
    for token in tokens {
      switch token.kind {
      case .mark where token.isQuote:
        isQuoted.toggle()
        elements.append(.quote)
      case .word where isQuoted: elements.append(.exact(token.lowercased))
      case .word:
        if let name = token.abbreviation {
          elements.append(.abbreviation(name))
        } else if language == .kk, token.range != lastWord {
          elements.append(.exact(token.lowercased))
        } else {
          elements.append(.word(InflectedWord(token.lowercased, language)))
        }
      default: elements.append(.exact(token.lowercased))
      }
    }
    self.elements = elements
    lead = Self.lead(of: elements)
    let word = tokens.first { $0.kind == .word }
    isCapitalized = word?.isCapitalized ?? false
    // Of a word that changes its end the beginning stays.
    first = tokens.first?.isQuote == true ? nil : tokens.first?.initial
  }

  /// Words as they are, followed by one in any of its forms.
  init(exactly tokens: some Collection<TokenizedText.Token>, then last: InflectedWord) {
    elements = tokens.map { $0.isQuote ? .quote : .exact($0.lowercased) } + [.word(last)]
    lead = Self.lead(of: elements)
    isCapitalized = tokens.first?.isCapitalized ?? false
    first = tokens.first?.isQuote == true ? nil : tokens.first?.initial
  }

  /// A Russian name of which only the head is declined, «Министерству культуры и спорта», with an adjective before it or without.
  init(headed tokens: [TokenizedText.Token]) {
    let head = Self.headCount(tokens)
    elements =
      tokens.prefix(head).map { .word(InflectedWord($0.lowercased, .ru)) }
      + tokens.dropFirst(head).map { $0.isQuote ? .quote : .exact($0.lowercased) }
    lead = Self.lead(of: elements)
    isCapitalized = true
    first = tokens.first?.initial
  }

  private static func lead(of elements: [Element]) -> LeadingBytes {
    switch elements.first {
    case .word(let word): LeadingBytes(anyOf: word.stems)
    case .exact(let text): LeadingBytes(anyOf: [text])
    case .abbreviation, .quote, nil: LeadingBytes(anyOf: [])
    }
  }

  /// How many words of a Russian name are declined: its head and the adjectives before it.
  static func headCount(_ tokens: [TokenizedText.Token]) -> Int {
    let adjectives = tokens.prefix { word in
      ["ая", "ое", "ый", "ий"].contains { word.lowercased.hasSuffix($0) }
    }
    return min(adjectives.count + 1, tokens.count)
  }

  init(_ text: String, _ language: LetterLanguage) {
    self.init(TokenizedText(text).tokens[...], language)
  }

  var isEmpty: Bool { elements.isEmpty }

  var count: Int { elements.count }

  /// The only word, where it is an ordinary one.
  var word: InflectedWord? {
    guard elements.count == 1, case .word(let word) = elements[0] else { return nil }
    return word
  }

  /// Where the term ends that begins with the token at `index`; `nil` if none does.
  func end(at index: Int, in tokens: [TokenizedText.Token]) -> Int? {
    guard index + elements.count <= tokens.count else { return nil }
    if let first, tokens[index].initial != first { return nil }
    guard lead.mayBegin(tokens[index].lead) else { return nil }
    for (offset, element) in elements.enumerated() {
      let place = index + offset
      switch element {
      case .word(let word):
        guard tokens[place].kind == .word, word.matches(tokens[place].lowercased) else {
          return nil
        }
      case .abbreviation(let name):
        guard tokens[place].abbreviation == name else { return nil }
      case .exact(let text):
        guard tokens[place].lowercased == text else { return nil }
      case .quote:
        guard tokens[place].isQuote else { return nil }
      }
    }
    return index + elements.count
  }
}

extension TokenizedText.Token {
  /// A quotation mark of any kind.
  var isQuote: Bool {
    switch mark {
    case "«", "»", "\"", "“", "”", "„": true
    default: false
    }
  }

  var isDash: Bool {
    switch mark {
    case "–", "—", "-", "−", "‒": true
    default: false
    }
  }
}
