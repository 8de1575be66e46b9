import Diagnostics
import Jinja
import WordprocessingML
import XML

/// What looks like a tag and is none, because of how it is typed or where: it would be printed as it stands, in silence.
enum TypingSlips {
  /// Something to say about words of a paragraph that are no tag.
  struct Remark: Sendable {
    let rule: String
    let message: Message
    var hint: Message?
    /// Index of the paragraph.
    let paragraph: Int
    /// The words, in the paragraph's joined text; empty for the paragraph as such.
    let range: Range<Int>
  }

  private static let open = UInt8(ascii: "{")
  private static let close = UInt8(ascii: "}")
  private static let percent = UInt8(ascii: "%")

  /// Braces in fixed text that were meant for a tag: `{ {x}}`, `{x}}`, `{ % if x %}`, `x }}`.
  static func strayBraces(in paragraphs: [Paragraph]) -> [Remark] {
    var remarks: [Remark] = []
    for index in paragraphs.indices {
      let text = paragraphs[index].text
      guard text.contains(where: { $0 == open || $0 == close }) else { continue }
      var fixed: [Range<Int>] = []
      var start = 0
      for tag in TagScanner.tags(in: text) {
        fixed.append(start..<tag.start)
        start = tag.end ?? text.count
      }
      fixed.append(start..<text.count)
      remarks += slips(in: text, fixed).map { range in
        Remark(
          rule: "E151",
          message: Message(
            kk: "тегке ұқсайды, бірақ тег емес: құжатқа осы күйінде шығады",
            ru: "похоже на тег, но это не тег: в документ попадёт как есть",
            en: "this looks like a tag but is none: it will be printed as it stands"),
          hint: Message(
            kk: "тег `{{ … }}` немесе `{% … %}` деп, жақшалардың арасына бос орын қоймай жазылады",
            ru: "тег пишется `{{ … }}` или `{% … %}`, без пробела между скобками",
            en: "a tag is written `{{ … }}` or `{% … %}`, with no space within its delimiters"),
          paragraph: index, range: range)
      }
    }
    return remarks
  }

  private static func slips(in text: [UInt8], _ fixed: [Range<Int>]) -> [Range<Int>] {
    var slips: [Range<Int>] = []
    // Braces of the text itself that are open, such as those of a set or of JSON: their ends are no slips.
    var depth: [Int] = []
    for range in fixed {
      var index = range.lowerBound
      while index < range.upperBound {
        let byte = text[index]
        let following = index + 1 < range.upperBound ? text[index + 1] : 0
        if byte == open, let second = spacedOpener(text, index, range.upperBound) {
          let end = self.end(text, second + 1, range.upperBound)
          slips.append(index..<end)
          index = end
        } else if byte == open {
          depth.append(index)
          index += 1
        } else if byte == close || byte == percent, following == close {
          if byte == close, depth.count >= 2 {
            depth.removeLast(2)
          } else {
            let from = depth.popLast().flatMap { range.contains($0) ? $0 : nil } ?? index
            slips.append(from..<index + 2)
          }
          index += 2
        } else {
          if byte == close { _ = depth.popLast() }
          index += 1
        }
      }
    }
    return slips
  }

  /// The second character of an opener whose two are apart.
  private static func spacedOpener(_ text: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var index = start + 1
    while index < end {
      if text[index] == 0x20 {
        index += 1
      } else if text[index] == 0xC2, index + 1 < end, text[index + 1] == 0xA0 {
        index += 2
      } else {
        break
      }
    }
    guard index > start + 1, index < end, text[index] == open || text[index] == percent else {
      return nil
    }
    return index
  }

  /// Where what a spaced opener began ends: after the next closing brace and those that follow it.
  private static func end(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    guard var index = text[start..<end].firstIndex(of: close) else { return start }
    while index < end,
      text[index] == close
        || text[index] == 0x20 && index + 1 < end
          && text[index + 1] == close
    {
      index += 1
    }
    return index
  }

  /// Tags in text that is tracked as deleted or moved away: they are not filled.
  static func deletedTags(in tree: WordTree, _ paragraphs: [Paragraph]) -> [Remark] {
    paragraphs.indices.flatMap { index -> [Remark] in
      let text = tree.deletedText(of: paragraphs[index])
      return TagScanner.tags(in: text).filter { $0.kind != .comment }.map { tag in
        let words = String(decoding: text[tag.start..<(tag.end ?? text.count)], as: UTF8.self)
        return Remark(
          rule: "E152",
          message: Message(
            kk: "`\(words)` тегі өшірілген деп белгіленген мәтінде тұр: ол толтырылмайды",
            ru: "тег `\(words)` стоит в тексте, помеченном как удалённый: он не заполняется",
            en: "the tag `\(words)` stands in text that is tracked as deleted: it is not filled"),
          hint: Message(
            kk: "Word бағдарламасында түзетуді қабылдаңыз немесе қабылдамаңыз",
            ru: "примите или отклоните исправление в Word",
            en: "accept or reject the change in Word"),
          paragraph: index, range: 0..<0)
      }
    }
  }
}

extension WordTree {
  /// The text of a paragraph that is tracked as deleted or moved away, joined.
  fileprivate func deletedText(of paragraph: Paragraph) -> [UInt8] {
    var text: [UInt8] = []
    var node = paragraph.node + 1
    let end = tree.end(of: paragraph.node)
    while node < end {
      switch element(node) {
      case .p: node = tree.end(of: node)
      case .delText:
        for inner in node..<tree.end(of: node) where tree.kind(of: inner) == .text {
          text.append(contentsOf: tree.bytes(of: inner))
        }
        node = tree.end(of: node)
      case .t where enclosing(.moveFrom, of: node) != nil:
        for inner in node..<tree.end(of: node) where tree.kind(of: inner) == .text {
          text.append(contentsOf: tree.bytes(of: inner))
        }
        node = tree.end(of: node)
      default: node += 1
      }
    }
    return text
  }
}
