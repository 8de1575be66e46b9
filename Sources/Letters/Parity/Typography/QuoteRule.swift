import Diagnostics

/// Quotation marks that have lost their other half, or are of another kind than the letter's (`Y1`).
enum QuoteRule {
  static func findings(
    in letter: FinishedLetter, _ knowledge: ParityKnowledge
  ) -> [PlacedFinding] {
    let read = letter.ownParagraphs.map { ($0, letter.reading($0, knowledge).marks) }
    let quotations = read.flatMap { paragraph, quotes in
      quotes.pairs.filter { $0.kind == "«" }.map { paragraph.words($0.tokens) }
    }
    var found = lone(read, quotations).map { paragraph, quote in
      (paragraph.index, finding(of: quote, in: paragraph, quotations))
    }
    for (paragraph, quotes) in read {
      for pair in quotes.pairs where pair.isMixed {
        found.append((paragraph.index, mixed(pair, in: paragraph)))
      }
      guard !quotations.isEmpty else { continue }
      for pair in quotes.pairs
      where pair.kind != "«" && !pair.isInner && !pair.isMixed
        && paragraph.text.tokens[pair.tokens].contains(where: { $0.kind != .mark })
      {
        found.append((paragraph.index, otherKind(pair, in: paragraph)))
      }
    }
    return found
  }

  /// The marks without their halves. A quotation of several paragraphs opens in one and closes in another.
  private static func lone(
    _ read: [(LetterParagraph, QuoteReader)], _ quotations: [String]
  ) -> [(LetterParagraph, QuoteReader.Lone)] {
    var lone: [(LetterParagraph, QuoteReader.Lone)] = []
    for (paragraph, quotes) in read {
      for quote in quotes.lone {
        if !quote.opens, let last = lone.last, last.1.opens, last.1.text == "«",
          paragraph.index != last.0.index, paragraph.index - last.0.index < 20
        {
          lone.removeLast()
        } else if !quote.isShared || isCut(quote, in: paragraph, quotations) {
          lone.append((paragraph, quote))
        }
      }
    }
    return lone
  }

  /// Of two quotations that end together one closing mark is enough, but not where the first is a name that has ended before.
  private static func isCut(
    _ quote: QuoteReader.Lone, in paragraph: LetterParagraph, _ quotations: [String]
  ) -> Bool {
    let tokens = paragraph.text.tokens
    guard
      let inner = tokens.indices.dropFirst(quote.token + 1).first(where: { tokens[$0].isMark("«") })
    else { return false }
    let last = tokens[inner - 1]
    return last.isMark(",") || last.isMark(";") || last.isMark(")")
      || ["и", "или", "және", "мен", "бен", "пен", "немесе", "не"].contains(last.lowercased)
      || known(quote, in: paragraph, quotations) != nil
  }

  /// The quotation that stands whole in another place of the letter and begins here.
  private static func known(
    _ quote: QuoteReader.Lone, in paragraph: LetterParagraph, _ quotations: [String]
  ) -> Range<Int>? {
    let bytes = Array(paragraph.text.text.utf8)
    let start = paragraph.text.tokens[quote.token].range.lowerBound
    let lengths = quotations.compactMap { quotation -> Int? in
      let name = quotation.utf8.dropLast("»".utf8.count)
      guard bytes[start...].starts(with: name) else { return nil }
      let end = start + name.count
      let isWhole = end == bytes.count || bytes[end] < 0x80 || bytes[end] == 0xC2
      return isWhole ? name.count : nil
    }
    return lengths.max().map { start..<(start + $0) }
  }

  // MARK: Findings

  private static func finding(
    of quote: QuoteReader.Lone, in paragraph: LetterParagraph, _ quotations: [String]
  ) -> TextFinding {
    let range =
      quote.opens
      ? known(quote, in: paragraph, quotations)
        ?? paragraph.text.range(quote.token...lastOfName(from: quote.token, in: paragraph))
      : paragraph.text.range(max(0, quote.token - 1)...quote.token)
    let words = paragraph.text.words(in: range)
    if quote.opens {
      return TextFinding(
        "Y1",
        Message(
          kk: "`\(words)`: тырнақша жабылмаған", ru: "`\(words)`: кавычка не закрыта",
          en: "`\(words)`: the quotation mark is not closed"), at: range)
    }
    return TextFinding(
      "Y1",
      Message(
        kk: "`\(words)`: тырнақша ашылмаған", ru: "`\(words)`: кавычка не открыта",
        en: "`\(words)`: the quotation mark is not opened"), at: range)
  }

  /// The name behind an opening mark goes on as long as its words have capitals.
  private static func lastOfName(from quote: Int, in paragraph: LetterParagraph) -> Int {
    let tokens = paragraph.text.tokens
    var last = min(quote + 1, tokens.count - 1)
    while last + 1 < tokens.count, tokens[last + 1].isCapitalized, tokens[last].isCapitalized {
      last += 1
    }
    return last
  }

  private static func mixed(_ pair: QuoteReader.Pair, in paragraph: LetterParagraph) -> TextFinding
  {
    let range = paragraph.text.range(pair.tokens)
    let words = paragraph.text.words(in: range)
    return TextFinding(
      "Y1",
      Message(
        kk: "`\(words)`: ашатын және жабатын тырнақшалар әртүрлі",
        ru: "`\(words)`: открывающая и закрывающая кавычки разные",
        en: "`\(words)`: the quotation opens and closes with different marks"), at: range,
      hint: .write(corrected(pair, in: paragraph)))
  }

  private static func otherKind(
    _ pair: QuoteReader.Pair, in paragraph: LetterParagraph
  ) -> TextFinding {
    let range = paragraph.text.range(pair.tokens)
    let words = paragraph.text.words(in: range)
    return TextFinding(
      "Y1",
      Message(
        kk: "`\(words)`: хаттың басқа жерлерінде «» тырнақшалары қойылған",
        ru: "`\(words)`: в остальном письме стоят кавычки «»",
        en: "`\(words)`: elsewhere the letter has the marks «»"), severity: .warning, at: range,
      hint: .write(corrected(pair, in: paragraph)))
  }

  private static func corrected(
    _ pair: QuoteReader.Pair, in paragraph: LetterParagraph
  ) -> String {
    guard pair.tokens.count > 2 else { return "«»" }
    return "«\(paragraph.words((pair.tokens.lowerBound + 1)...(pair.tokens.upperBound - 1)))»"
  }
}

/// Finds the quotations of a paragraph.
struct QuoteReader: Sendable {
  struct Pair: Sendable {
    /// The opening mark.
    let kind: String
    let tokens: ClosedRange<Int>
    let isMixed: Bool
    /// Whether it stands within another.
    let isInner: Bool
  }

  struct Lone: Sendable {
    let text: String
    let token: Int
    let opens: Bool
    /// Whether another quotation has been closed within it, perhaps for both.
    var isShared = false
  }

  private(set) var pairs: [Pair] = []
  private(set) var lone: [Lone] = []

  init(_ tokens: [TokenizedText.Token]) {
    var open: [Lone] = []
    for (index, token) in tokens.enumerated() where token.kind == .mark {
      guard let role = Self.role(of: index, in: tokens, open.last?.text) else { continue }
      switch role {
      case .opening: open.append(Lone(text: token.text, token: index, opens: true))
      case .closing:
        guard let last = open.popLast() else {
          lone.append(Lone(text: token.text, token: index, opens: false))
          continue
        }
        pairs.append(
          Pair(
            kind: last.text, tokens: last.token...index,
            isMixed: Self.halves[last.text]?.contains(token.text) != true, isInner: !open.isEmpty))
        if !open.isEmpty, token.text == "»" { open[open.count - 1].isShared = true }
      }
    }
    lone = (lone + open).sorted { $0.token < $1.token }
  }

  private enum Role {
    case opening, closing
  }

  /// What closes each opening mark.
  private static let halves: [String: Set<String>] = [
    "«": ["»"], "„": ["“", "”"], "“": ["”"], "\"": ["\""], "”": ["”"],
  ]

  private static func role(
    of index: Int, in tokens: [TokenizedText.Token], _ open: String?
  ) -> Role? {
    let token = tokens[index]
    let begins =
      index == 0 || token.isApart || ["(", "«", "„"].contains(tokens[index - 1].text)
    let ends =
      index + 1 == tokens.count || tokens[index + 1].isApart
      || tokens[index + 1].kind == .mark
        && !["(", "«", "„", "\"", "№"].contains(tokens[index + 1].text)
    switch token.mark {
    case "«", "„": return .opening
    case "»": return .closing
    case "“", "”":
      if open == "„" || open == "“" { return .closing }
      return begins && !ends ? .opening : .closing
    case "\"":
      // Inches.
      if index > 0, tokens[index - 1].isNumber, !token.isApart, open == nil { return nil }
      if begins != ends { return begins ? .opening : .closing }
      return open == "\"" ? .closing : .opening
    default: return nil
    }
  }
}
