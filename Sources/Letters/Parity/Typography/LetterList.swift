/// Items of one list that follow one another.
struct LetterList {
  /// How an item ends.
  enum End: String {
    case semicolon = ";"
    case comma = ","
    case point = "."
    case nothing = ""
    case other = "…"
  }

  struct Item {
    let paragraph: LetterParagraph
    let end: End
    /// Whether a list below it follows.
    let opensList: Bool
    /// The last token that is no mark.
    let lastWord: Int

    var sentenceCount: Int { paragraph.sentences.count }

    init?(_ paragraph: LetterParagraph) {
      let tokens = paragraph.text.tokens
      guard paragraph.bodyStart < tokens.count, let last = tokens.last,
        let word = tokens.lastIndex(where: { $0.kind != .mark }), word >= paragraph.bodyStart
      else { return nil }
      self.paragraph = paragraph
      lastWord = word
      opensList = last.isMark(":")
      switch last.kind {
      case .word, .number, .address: end = .nothing
      case .mark:
        switch last.mark {
        case ";": end = .semicolon
        case ",": end = .comma
        case ".": end = .point
        case ")", "»", "\"", "”", "“", "%": end = .nothing
        default: end = .other
        }
      }
    }
  }

  let items: [Item]
  /// Whether nothing that belongs to the list follows.
  let ends: Bool

  /// How most items but the last end.
  var usualEnd: End {
    let inner = items.dropLast().filter { !$0.opensList }
    var best = End.nothing
    var count = 0
    for end in [End.semicolon, .point, .comma, .nothing] {
      let found = inner.count { $0.end == end }
      if found > count {
        best = end
        count = found
      }
    }
    return best
  }

  /// The lists of a letter whose items all have the same kind of label; how the items of a list within another end
  /// depends on both.
  static func all(in letter: FinishedLetter) -> [LetterList] {
    letter.paragraphs.split { $0.requisite != .listItem }.compactMap { run in
      let kinds = Set(run.map { LabelKind($0.label) })
      let items = run.compactMap(Item.init)
      guard kinds.count == 1, items.count == run.count, items.count > 1 else { return nil }
      // Items may go on behind a paragraph of the last one, or the sentence behind the list.
      let rest = letter.paragraphs[run.endIndex...].prefix(3)
      let goesOn =
        rest.contains { $0.requisite == .listItem && kinds.contains(LabelKind($0.label)) }
        || rest.first?.text.tokens.first?.isLowercase ?? false
      return LetterList(items: items, ends: !goesOn)
    }
  }
}

/// What kind of label an item of a list has.
enum LabelKind: Hashable {
  case bullet, bracketedNumber, number, letter

  init(_ label: String) {
    guard let first = label.unicodeScalars.first else {
      self = .bullet
      return
    }
    if first.isFigure {
      self = label.hasSuffix(")") ? .bracketedNumber : .number
    } else {
      self = first.isLetterOfWord ? .letter : .bullet
    }
  }
}
