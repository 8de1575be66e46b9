import Diagnostics

/// Letters of the Cyrillic and Latin alphabets that look the same: whoever types a name with the wrong keyboard cannot see why it is unknown.
public enum Lookalikes {
  /// Names in the tags of `source` that mix the alphabets in one word, all of one alphabet to the eye; each is a warning.
  ///
  /// - Complexity: linear in the tags.
  public static func findings(in source: TemplateSource) -> [Finding] {
    source.tags.indices.flatMap { index -> [Finding] in
      let tag = source.tags[index]
      guard tag.kind != .comment, tag.text.contains(where: { $0 >= 0x80 }) else { return [] }
      return Lexer.tokens(of: tag.text, tag: index).tokens.compactMap { token in
        guard case .name(let name) = token.kind, let meant = unmixed(name) else { return nil }
        return Finding(
          .syntax, "E150",
          Message(
            kk: "`\(name)` атауында кирилл және латын әріптері араласқан",
            ru: "в имени `\(name)` смешаны буквы кириллицы и латиницы",
            en: "the name `\(name)` mixes Cyrillic and Latin letters"),
          at: [Span(tag: index, range: token.range)],
          hint: Message(
            kk: "бір әліпбимен: `\(meant)`", ru: "одним алфавитом: `\(meant)`",
            en: "in one alphabet: `\(meant)`"))
      }
    }
  }

  /// The known name that looks like `name` and is another.
  static func twin(of name: String, among known: some Sequence<String>) -> String? {
    let shape = shape(of: name)
    return known.filter { $0 != name && Self.shape(of: $0) == shape }.min()
  }

  /// The name in one alphabet, where a word of it mixes two and all letters of one of them have a twin in the other.
  ///
  /// Words are what stands between low lines: `дата_ru` mixes nothing.
  static func unmixed(_ name: String) -> String? {
    var isMixed = false
    let words = name.split(separator: "_", omittingEmptySubsequences: false).map { word in
      guard let meant = unmixed(word: word.unicodeScalars) else { return String(word) }
      isMixed = true
      return meant
    }
    return isMixed ? words.joined(separator: "_") : nil
  }

  private static func unmixed(word: Substring.UnicodeScalarView) -> String? {
    let cyrillic = word.filter { (0x400...0x52F).contains($0.value) }
    let latin = word.filter { $0.value < 0x250 && $0.properties.isAlphabetic }
    guard !cyrillic.isEmpty, !latin.isEmpty else { return nil }
    let toLatin = cyrillic.allSatisfy { latinTwins[$0] != nil }
    let toCyrillic = latin.allSatisfy { cyrillicTwins[$0] != nil }
    guard toLatin || toCyrillic else { return nil }
    let twins =
      toCyrillic && (!toLatin || cyrillic.count >= latin.count) ? cyrillicTwins : latinTwins
    return String(String.UnicodeScalarView(word.map { twins[$0] ?? $0 }))
  }

  /// The name with every letter that has a Latin twin written as that.
  private static func shape(of name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.map { latinTwins[$0] ?? $0 }))
  }

  private static let latinTwins: [Unicode.Scalar: Unicode.Scalar] = [
    "а": "a", "с": "c", "е": "e", "һ": "h", "і": "i", "ј": "j", "к": "k", "о": "o", "р": "p",
    "ѕ": "s", "ԛ": "q", "ԝ": "w", "х": "x", "у": "y",
    "А": "A", "В": "B", "С": "C", "Е": "E", "Н": "H", "І": "I", "Ј": "J", "К": "K", "М": "M",
    "О": "O", "Р": "P", "Ѕ": "S", "Т": "T", "Х": "X", "У": "Y", "Ү": "Y",
  ]

  private static let cyrillicTwins = Dictionary(
    latinTwins.map { ($1, $0) }, uniquingKeysWith: { min($0, $1) })
}
