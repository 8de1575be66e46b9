import Diagnostics
import WordprocessingML

/// Whether the two originals of a letter state the same numbers, block by block.
///
/// Blocks are paired by style and order: the two templates of a kind have the same styles. Within a block the order of numbers is free, because the two languages order date and number, document and resource differently.
struct PairParity {
  /// One finished document.
  struct Side {
    let language: LetterLanguage
    let file: String
    let blocks: [TextBlock]
  }

  let kk: Side
  let ru: Side

  /// Blocks without a counterpart (`S1`) and numbers without one (`N1`).
  func check() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let kkGroups = groups(kk.blocks)
    let ruGroups = groups(ru.blocks)
    for (key, kkBlocks) in kkGroups.ordered {
      let ruBlocks = ruGroups.byKey[key] ?? []
      if kkBlocks.count == ruBlocks.count {
        for (first, second) in zip(kkBlocks, ruBlocks) {
          diagnostics += compare([first], [second])
        }
      } else {
        diagnostics.append(structure(key, kkBlocks, ruBlocks))
        diagnostics += compare(kkBlocks, ruBlocks)
      }
    }
    for (key, ruBlocks) in ruGroups.ordered where kkGroups.byKey[key] == nil {
      diagnostics.append(structure(key, [], ruBlocks))
      diagnostics += compare([], ruBlocks)
    }
    return diagnostics
  }

  private struct Groups {
    var ordered: [(key: String, blocks: [TextBlock])] = []
    var byKey: [String: [TextBlock]] = [:]
  }

  /// The blocks by story and style, blank ones left out.
  private func groups(_ blocks: [TextBlock]) -> Groups {
    var groups = Groups()
    var keys: [String] = []
    for block in blocks where block.line.contains(where: { !$0.isWhitespace }) {
      let key = "\(block.part) \(block.style ?? "")"
      if groups.byKey[key] == nil { keys.append(key) }
      groups.byKey[key, default: []].append(block)
    }
    groups.ordered = keys.map { ($0, groups.byKey[$0] ?? []) }
    return groups
  }

  private func compare(_ kkBlocks: [TextBlock], _ ruBlocks: [TextBlock]) -> [Diagnostic] {
    var kkLeft = numbers(kkBlocks)
    var ruLeft = numbers(ruBlocks)
    for token in kkLeft {
      guard let match = ruLeft.firstIndex(where: { $0.token.value == token.token.value }) else {
        continue
      }
      ruLeft.remove(at: match)
      if let own = kkLeft.firstIndex(where: { $0.token == token.token && $0.block == token.block })
      {
        kkLeft.remove(at: own)
      }
    }
    return kkLeft.map { missing($0, in: .ru, kk, counterpart: ruBlocks.first, ru) }
      + ruLeft.map { missing($0, in: .kk, ru, counterpart: kkBlocks.first, kk) }
  }

  private struct Found {
    let block: TextBlock
    let token: NumberToken
  }

  private func numbers(_ blocks: [TextBlock]) -> [Found] {
    blocks.flatMap { block in
      NumberToken.all(in: block.line).map { Found(block: block, token: $0) }
    }
  }

  private func missing(
    _ found: Found, in language: LetterLanguage, _ side: Side, counterpart: TextBlock?,
    _ otherSide: Side
  ) -> Diagnostic {
    let number = found.token.value
    let places =
      [place(found.block, side, marked: found.token.range)]
      + (counterpart.map { [place($0, otherSide, marked: 0..<0)] } ?? [])
    return Diagnostic(
      "N1",
      Message(
        kk: language == .ru
          ? "\(number) саны қазақша мәтінде бар, орысша мәтінде жоқ"
          : "\(number) саны орысша мәтінде бар, қазақша мәтінде жоқ",
        ru: language == .ru
          ? "число \(number) есть в казахском тексте, но его нет в русском"
          : "число \(number) есть в русском тексте, но его нет в казахском",
        en: language == .ru
          ? "the number \(number) stands in the Kazakh text but not in the Russian"
          : "the number \(number) stands in the Russian text but not in the Kazakh"),
      at: places)
  }

  private func structure(
    _ key: String, _ kkBlocks: [TextBlock], _ ruBlocks: [TextBlock]
  ) -> Diagnostic {
    let style = kkBlocks.first?.style ?? ruBlocks.first?.style ?? "–"
    let places =
      (kkBlocks.last.map { [place($0, kk, marked: 0..<0)] } ?? [])
      + (ruBlocks.last.map { [place($0, ru, marked: 0..<0)] } ?? [])
    return Diagnostic(
      "S1",
      Message(
        kk:
          "`\(style)` блоктарының саны бірдей емес: қазақша – \(kkBlocks.count), орысша – \(ruBlocks.count)",
        ru:
          "разное число блоков `\(style)`: в казахском – \(kkBlocks.count), в русском – \(ruBlocks.count)",
        en:
          "different numbers of blocks `\(style)`: \(kkBlocks.count) in Kazakh, \(ruBlocks.count) in Russian"
      ), at: places)
  }

  private func place(_ block: TextBlock, _ side: Side, marked: Range<Int>) -> Place {
    Place(
      file: side.file, language: side.language.rawValue, part: block.part, block: block.style,
      paragraph: block.paragraph, excerpt: block.line, marked: marked)
  }
}
