import Jinja
import WordprocessingML
import XML

extension SegmentWriter {
  /// The pictures whose alternative text is one tag and nothing else, by their drawings: a picture of the data may take their place.
  static func pictures(
    in markup: TagMarkup, _ tree: WordTree, part: String
  ) -> [XMLTree.NodeID: (tag: Int, placeholder: PicturePlaceholder)] {
    var pictures: [XMLTree.NodeID: (tag: Int, placeholder: PicturePlaceholder)] = [:]
    for (node, texts) in markup.attributes where tree.tree.name(of: node).local == "docPr" {
      guard texts.count == 1, let text = texts.first, let tag = onlyTag(of: text),
        markup.tags[tag].kind == .output,
        ["descr", "title"].contains(tree.tree.names[text.name].local),
        let drawing = tree.enclosing(.drawing, of: node),
        let placeholder = PicturePlaceholder(
          around: node, tag: text.name, in: tree, part: part)
      else { continue }
      pictures[drawing] = (tag, placeholder)
    }
    return pictures
  }

  /// The tag that is all of an attribute's value but for space around it.
  private static func onlyTag(of text: AttributeText) -> Int? {
    var only: Int?
    for item in text.items {
      switch item {
      case .literal(let range):
        guard text.value[range].allSatisfy({ $0 <= 0x20 }) else { return nil }
      case .tag(let tag), .runTag(let tag):
        guard only == nil else { return nil }
        only = tag
      }
    }
    return only
  }
}
