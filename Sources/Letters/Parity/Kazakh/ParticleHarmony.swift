import Diagnostics
import Language

/// G2 on the words that take their form from the one before them: «ресурс пен», «сілтеме мен», «шара да».
enum ParticleHarmony {
  static func findings(
    in paragraph: LetterParagraph, of language: LetterLanguage, _ knowledge: ParityKnowledge
  ) -> [TextFinding] {
    let text = paragraph.text
    var found: [TextFinding] = []
    for index in text.tokens.indices.dropFirst() {
      let token = text.tokens[index]
      guard token.kind == .word, let particle = forms[token.lowercased], token.gap != .none,
        token.gap != .line, !token.isCapitalized
      else { continue }
      // A «мен» that joins nothing is a person, and «де» before a mark may be anything.
      guard index + 1 < text.tokens.count,
        text.tokens[index + 1].kind != .mark
          || text.tokens[index + 1].isMark("«")
      else { continue }
      if let finding = finding(particle, index, in: text, knowledge.lexicons.kazakh) {
        found.append(finding)
      }
    }
    return found
  }

  private static let forms: [String: KazakhParticle] = [
    "мен": .with, "бен": .with, "пен": .with, "да": .also, "де": .also, "та": .also, "те": .also,
  ]

  private static func finding(
    _ particle: KazakhParticle, _ index: Int, in text: TokenizedText, _ lexicon: ReadingLexicon
  ) -> TextFinding? {
    let tokens = text.tokens
    let before = tokens[index - 1]
    var start = index - 1
    var first = start
    switch before.kind {
    case .word:
      // The ending of a figure or name: «6-сы мен».
      if start > 1, before.gap == .none, tokens[start - 1].isHyphen,
        let base = text.start(ofBase: start - 2)
      {
        first = base
      }
    case .number: break
    case .mark:
      guard let base = text.start(ofBase: start) else { return nil }
      start = base
      first = base
    case .address: return nil
    }
    let stem = KazakhStem(text.words(in: text.range(start...(index - 1))), lexicon: lexicon)
    let form = tokens[index].lowercased
    // «тек мен» is a person.
    guard !Self.adverbs.contains(stem.text.lowercased()) else { return nil }
    var readings = Set([stem.reading] + stem.alternatives)
    let isSure = !PlausibleReadings.areDivided(stem, lexicon)
    if !isSure {
      let plausible = PlausibleReadings.of(stem)
      if plausible.isEmpty { return nil }
      readings.formUnion(plausible)
    }
    guard !readings.contains(where: { spelling(particle, after: $0) == form }) else { return nil }
    let right = spelling(particle, after: stem.reading) ?? form
    return TextFinding(
      "G2",
      Message(
        kk: "`\(form)` шылауы алдындағы `\(stem.word)` сөзіне үндеспейді",
        ru: "`\(form)` не созвучно с предыдущим словом `\(stem.word)`",
        en: "`\(form)` does not harmonise with `\(stem.word)` before it"),
      severity: isSure || stem.source == .spelling ? .error : .warning,
      at: text.range(first...index),
      hint: .write(text.words(in: text.range(first...(index - 1))) + " " + right))
  }

  private static let adverbs: WordSet = ["тек", "бірақ", "ал", "егер", "сонда", "енді"]

  private static func spelling(
    _ particle: KazakhParticle, after reading: KazakhReading
  ) -> String? {
    switch particle {
    case .with: EndingTable.spelling(of: [.case(.instrumental)], after: reading)
    default: EndingTable.spelling(of: [.case(.locative)], after: reading)
    }
  }
}
