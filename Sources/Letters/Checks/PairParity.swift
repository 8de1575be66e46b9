import Diagnostics
import WordprocessingML

/// Whether the two originals of a letter state the same numbers, block by block.
///
/// Blocks are paired by their order in the story; where one side has more of them, by style, which shows what is missing. Within a block the order of numbers is free, because the two languages order date and number, document and resource differently.
struct PairParity {
  /// One finished document.
  struct Side {
    let language: LetterLanguage
    let file: String
    let blocks: [TextBlock]
    /// The sheets of its annex, which follow from its own lines and may be others than those of the counterpart.
    var annexSheets: Int?

    /// The place of a block, all of it marked.
    func place(of block: TextBlock) -> Place {
      let line = block.line
      return Place(
        file: file, language: language.rawValue, part: block.part, block: block.style,
        paragraph: block.paragraph, excerpt: line, marked: 0..<line.utf8.count)
    }
  }

  let kk: Side
  let ru: Side

  /// Blocks without a counterpart (`S1`) and numbers without one (`N1`).
  func check() -> [Diagnostic] {
    let kkStories = groups(kk.blocks) { storyKind($0.part) }
    let ruStories = groups(ru.blocks) { storyKind($0.part) }
    return pairs(kkStories, ruStories).flatMap { _, kkBlocks, ruBlocks in
      guard kkBlocks.count == ruBlocks.count else { return checkByStyle(kkBlocks, ruBlocks) }
      let inOrder = zip(kkBlocks, ruBlocks).flatMap { compare([$0], [$1]) }
      // Some programs write a block that is placed by itself, such as the executor's, before its neighbour.
      return inOrder.isEmpty || checkByStyle(kkBlocks, ruBlocks).isEmpty ? [] : inOrder
    }
  }

  /// Pairs the blocks of a story by style, which shows those without a counterpart.
  private func checkByStyle(_ kkBlocks: [TextBlock], _ ruBlocks: [TextBlock]) -> [Diagnostic] {
    let kkGroups = groups(kkBlocks) { $0.style ?? "" }
    let ruGroups = groups(ruBlocks) { $0.style ?? "" }
    return pairs(kkGroups, ruGroups).flatMap { _, kkBlocks, ruBlocks in
      kkBlocks.count == ruBlocks.count
        ? zip(kkBlocks, ruBlocks).flatMap { compare([$0], [$1]) }
        : [structure(kkBlocks, ruBlocks)] + compare(kkBlocks, ruBlocks)
    }
  }

  private typealias Groups = [(key: String, blocks: [TextBlock])]

  /// The blocks by key in the order of its first block, blank ones left out.
  private func groups(_ blocks: [TextBlock], by key: (TextBlock) -> String) -> Groups {
    var groups: Groups = []
    for block in blocks where block.line.contains(where: { !$0.isWhitespace }) {
      let key = key(block)
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].blocks.append(block)
      } else {
        groups.append((key, [block]))
      }
    }
    return groups
  }

  /// The groups of both sides by key; one that only one side has is paired with none.
  private func pairs(
    _ kk: Groups, _ ru: Groups
  ) -> [(key: String, kk: [TextBlock], ru: [TextBlock])] {
    let both = kk.map { group in
      (group.key, group.blocks, ru.first { $0.key == group.key }?.blocks ?? [])
    }
    let onlyRussian = ru.filter { group in !kk.contains { $0.key == group.key } }
    return both + onlyRussian.map { ($0.key, [], $0.blocks) }
  }

  /// `header` for `word/header2.xml`: which number a header's part has differs from program to program.
  private func storyKind(_ part: String) -> String {
    String((part.split(separator: "/").last ?? "").prefix { $0.isLetter })
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
    // Each original states the sheets of its own annex.
    if let kkSheets = kk.annexSheets, let ruSheets = ru.annexSheets,
      let own = kkLeft.firstIndex(where: { $0.token.value == String(kkSheets) }),
      let other = ruLeft.firstIndex(where: { $0.token.value == String(ruSheets) })
    {
      kkLeft.remove(at: own)
      ruLeft.remove(at: other)
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
      [side.place(of: found.block).marking(found.token.range)]
      + (counterpart.map { [otherSide.place(of: $0).marking(0..<0)] } ?? [])
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

  private func structure(_ kkBlocks: [TextBlock], _ ruBlocks: [TextBlock]) -> Diagnostic {
    let style = kkBlocks.first?.style ?? ruBlocks.first?.style ?? "–"
    let places =
      (kkBlocks.last.map { [kk.place(of: $0).marking(0..<0)] } ?? [])
      + (ruBlocks.last.map { [ru.place(of: $0).marking(0..<0)] } ?? [])
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
}
