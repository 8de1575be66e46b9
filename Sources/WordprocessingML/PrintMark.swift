public import Diagnostics
public import XML

/// Marks around a printed value in a document that only shows what stands where: processing instructions, which readers of a document's text pass over.
public enum PrintMark {
  private static let target = "qoshat-value"

  /// What stands before the value with a number.
  public static func start(_ number: Int) -> String { "<?\(target) \(number)?>" }

  /// What stands behind a value.
  public static let end = "<?\(target)?>"

  /// The text nodes of values in a part, with the numbers of the values.
  ///
  /// - Complexity: linear in the part.
  public static func texts(in tree: XMLTree) -> [XMLTree.NodeID: Int] {
    var texts: [XMLTree.NodeID: Int] = [:]
    var open: Int?
    for node in 0..<tree.count {
      switch tree.kind(of: node) {
      case .text: if let open { texts[node] = open }
      case .processingInstruction where tree.name(of: node).local == target:
        open = Int(String(decoding: tree.bytes(of: node), as: UTF8.self))
      default: continue
      }
    }
    return texts
  }
}

extension WordDocument {
  /// Where the values between marks stand in ``textBlocks(_:)``, by their numbers; one of several lines or paragraphs stands in several places.
  ///
  /// - Complexity: linear in the document.
  public func printedWords() -> [Int: [Place]] {
    let paragraphs = tracedParagraphs()
    var places: [Int: [Place]] = [:]
    for story in stories {
      let texts = PrintMark.texts(in: story.tree.tree)
      for (number, paragraph) in paragraphs[story.part] ?? [:] {
        let text = paragraph.string
        for piece in paragraph.pieces where piece.isText {
          guard let value = texts[piece.node] else { continue }
          places[value, default: []].append(
            Place(part: story.part, paragraph: number, excerpt: text, marked: piece.range))
        }
      }
    }
    return places
  }
}
