import Diagnostics

/// Y5 on words that a letter writes with a hyphen in one place and apart in another: «интернет-ресурс», «интернет ресурс».
enum CompoundSpelling {
  static func findings(
    in letter: FinishedLetter, _ knowledge: ParityKnowledge
  ) -> [PlacedFinding] {
    var compounds: [String: [String]] = [:]
    var initials: [InitialBytes] = []
    for paragraph in letter.paragraphs {
      for index in paragraph.text.hyphenated {
        let token = paragraph.text.tokens[index]
        let parts = token.lowercased.split(separator: "-")
        guard parts.count == 2, parts.allSatisfy({ $0.unicodeScalars.count > 3 }),
          token.lowercased.unicodeScalars.allSatisfy({ $0 == "-" || $0.value >= 0x400 })
        else { continue }
        compounds[String(parts[0]), default: []].append(String(parts[1]))
        if !initials.contains(token.initial) { initials.append(token.initial) }
      }
    }
    guard !compounds.isEmpty else { return [] }
    return letter.paragraphs.flatMap { paragraph in
      paragraph.text.tokens.indices.dropFirst(paragraph.bodyStart + 1).compactMap { index in
        guard initials.contains(paragraph.text.tokens[index - 1].initial) else { return nil }
        return finding(index, in: paragraph.text, compounds).map { (paragraph.index, $0) }
      }
    }
  }

  private static func finding(
    _ index: Int, in text: TokenizedText, _ compounds: [String: [String]]
  ) -> TextFinding? {
    let token = text.tokens[index]
    let before = text.tokens[index - 1]
    guard token.kind == .word, before.kind == .word, token.gap == .space || token.gap == .noBreak,
      let seconds = compounds[before.lowercased],
      // The same word in another form: its beginning is the same.
      seconds.contains(where: { $0.prefix(5) == token.lowercased.prefix(5) })
    else { return nil }
    let range = text.range((index - 1)...index)
    let words = text.words(in: range)
    return TextFinding(
      "Y5",
      Message(
        kk: "хаттың басқа жерінде дефиспен жазылған: `\(words)`",
        ru: "в другом месте письма пишется через дефис: `\(words)`",
        en: "elsewhere in the letter it has a hyphen: `\(words)`"), severity: .warning, at: range,
      hint: .write(before.text + "-" + token.text))
  }
}
