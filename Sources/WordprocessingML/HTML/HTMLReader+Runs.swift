import OfficePackage
import XML

extension HTMLReader {
  /// What of an element goes for all that stands in it.
  private struct Around {
    var end: XMLTree.NodeID
    var link: Int?
    var change: Inline.Change?
    var look: Int
  }

  /// Adds the pieces of a paragraph to `inlines`, and what stands beside its lines to `drawings`.
  mutating func collect(
    _ paragraph: XMLTree.NodeID, _ context: ParagraphContext, into inlines: inout [Inline],
    _ drawings: inout [Drawing]
  ) {
    let outside = Around(end: .max, look: looks.number(of: context.mark))
    var open = [outside]
    var walk = ElementWalk(below: paragraph, in: tree)
    while let node = walk.next(in: tree) {
      while let last = open.last, last.end <= node { open.removeLast() }
      var around = open.last ?? outside
      around.end = tree.tree.end(of: node)
      func add(
        _ content: Inline.Content, isShown: Bool = true, value: Int? = nil, remarks: [Int] = []
      ) {
        guard !isInInstruction else { return }
        if isShown { pieceCount += 1 }
        inlines.append(
          Inline(
            content: content, look: around.look,
            link: fields.lazy.compactMap(\.link).last ?? around.link, change: around.change,
            value: value, remarks: remarks))
      }
      let element = tree.element(node)
      switch element {
      case .pPr, .rPr, .p, .sdtPr: walk.skip()
      case let element where options.changes.leavesOut(element): walk.skip()
      case .ins, .moveTo:
        if options.changes == .all { around.change = .inserted }
        open.append(around)
      case .del, .moveFrom:
        if options.changes == .all { around.change = .deleted }
        open.append(around)
      case .hyperlink:
        around.link = link(of: node)
        open.append(around)
      case .r:
        let look = look(of: tree.properties(.rPr, of: node), context)
        if look.on.contains(.hidden) {
          for child in tree.tree.children(of: node) { _ = follow(child) }
          walk.skip()
        } else {
          around.look = looks.number(of: look)
          open.append(around)
        }
      case .t, .delText:
        let font = looks[around.look].font.flatMap { SymbolFont(name: $0) }
        let pieces = marked?.pieces(of: node, in: source) ?? [(tree.tree.string(of: node), nil, [])]
        for (text, value, remarks) in pieces where !text.isEmpty {
          let text = Self.unbroken(text)
          add(.text(font?.signs(of: text) ?? text), value: value, remarks: remarks)
        }
        walk.skip()
      case .instrText, .delInstrText, .fldChar:
        if let text = follow(node) { add(.text(text)) }
      case .fldSimple:
        around.link = fieldLink(tree.attribute("instr", of: node) ?? "") ?? around.link
        open.append(around)
      case .tab: add(.tab)
      case .ptab:
        switch tree.attribute("alignment", of: node) {
        case "right": add(.edgeTab(.right))
        case "center": add(.edgeTab(.center))
        default: add(.tab)
        }
      case .br:
        switch tree.attribute("type", of: node) {
        case "page": add(.pageBreak)
        case "column": add(.columnBreak)
        default: add(.lineBreak)
        }
      case .cr: add(.lineBreak)
      case .noBreakHyphen, .softHyphen:
        let hyphen = element == .softHyphen ? "\u{AD}" : "\u{2011}"
        let piece = marked?.piece(hyphen, of: node, in: source)
        add(.text(hyphen), value: piece?.value, remarks: piece?.remarks ?? [])
      case .sym: add(.text(tree.symbol(node)))
      case .footnoteReference, .endnoteReference:
        if let mark = reference(node, isEndnote: element == .endnoteReference) {
          add(.html(mark, width: 120))
        }
      case .footnoteRef, .endnoteRef:
        if let mark = notes.backReference() { add(.html(mark, width: 120)) }
      case .bookmarkStart:
        if let anchor = anchor(node) { add(.html("<a\(anchor)></a>", width: 0), isShown: false) }
      case .drawing, .pict, .object:
        let drawing = drawing(node, element)
        if drawing.isInline, let picture = drawing.inlineHTML {
          add(.html(picture, width: drawing.width ?? 0))
        }
        if drawing.isInline, !drawing.boxes.isEmpty {
          add(.block(inlineBox(drawing), width: drawing.width ?? 0))
        } else if !drawing.isInline {
          drawings.append(drawing)
        }
        walk.skip()
      default:
        if tree.tree.name(of: node).local == "oMath", element == .other {
          add(.text(EquationText(tree.tree).text(of: node)))
          walk.skip()
        }
      }
    }
  }

  /// Whether what stands here is what a field is told to do.
  private var isInInstruction: Bool {
    fields.contains {
      !$0.isResult || ComplexField.remembers(ComplexField.command(of: $0.instruction))
    }
  }

  /// Follows a field; gives back what its form shows where it has ended without a result.
  private mutating func follow(_ node: XMLTree.NodeID) -> String? {
    switch (tree.element(node), tree.attribute("fldCharType", of: node)) {
    case (.instrText, _), (.delInstrText, _):
      guard let last = fields.indices.last, !fields[last].isResult else { break }
      fields[last].instruction += tree.tree.string(of: node)
    case (.fldChar, "begin"):
      guard fields.count < 256 else { break }
      fields.append(ComplexField(formText: tree.formText(of: node), start: pieceCount))
    case (.fldChar, "separate"):
      guard let last = fields.indices.last else { break }
      fields[last].isResult = true
      fields[last].link = fieldLink(fields[last].instruction)
    case (.fldChar, "end"):
      guard let field = fields.popLast(), pieceCount == field.start, !field.formText.isEmpty
      else { break }
      return field.formText
    default: break
    }
    return nil
  }

  /// Text as it stands on one line; its tabs are elements.
  static func unbroken(_ text: String) -> String {
    let line = TextReader.unbroken(text)
    return line.utf8.contains(0x09) ? line.replacing("\t", with: " ") : line
  }

  // MARK: Links

  private mutating func link(of node: XMLTree.NodeID) -> Int? {
    let id = tree.tree.attributes(of: node).first {
      $0.name.local == "id" && $0.name.namespace.hasSuffix("relationships")
    }?.value
    if let relation = id.flatMap({ source.relations[$0] }), relation.isExternal {
      return Self.checked(relation.target).map { links.number(of: $0) }
    }
    return tree.attribute("anchor", of: node).map { links.number(of: "#" + bookmark($0)) }
  }

  private mutating func fieldLink(_ instruction: String) -> Int? {
    let words = Self.words(instruction)
    switch words.first?.uppercased() {
    case "HYPERLINK":
      if let index = words.firstIndex(of: "\\l"), index + 1 < words.count, index == 1 {
        return links.number(of: "#" + bookmark(words[index + 1]))
      }
      guard words.count > 1, let address = Self.checked(words[1]) else { return nil }
      return links.number(of: address)
    case "REF", "PAGEREF", "NOTEREF":
      guard words.count > 1, words.contains("\\h") else { return nil }
      return links.number(of: "#" + bookmark(words[1]))
    default: return nil
    }
  }

  /// The words of a field's instruction, quotes taken off.
  private static func words(_ instruction: String) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    for character in instruction.prefix(4096) {
      if character == "\"" {
        isQuoted.toggle()
        word = word ?? ""
      } else if character.isWhitespace, !isQuoted {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }

  /// An outside address that a person may follow without harm, or `nil`.
  static func checked(_ address: String) -> String? {
    let plain = address.unicodeScalars.filter {
      $0.value > 0x20 && !(0x7F...0x9F).contains($0.value)
    }
    let text = String(String.UnicodeScalarView(plain))
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let scheme = text[..<colon].lowercased()
    return ["http", "https", "mailto", "tel"].contains(scheme) ? text : nil
  }

  /// The name of a bookmark in the file.
  private mutating func bookmark(_ name: String) -> String {
    "b\(bookmarks.number(of: name.lowercased()) + 1)"
  }

  /// The attribute that makes an element the place of a bookmark; `nil` where that is none, or there is one already.
  mutating func anchor(_ node: XMLTree.NodeID) -> String? {
    guard let name = tree.attribute("name", of: node), name != "_GoBack" else { return nil }
    let id = bookmark(name)
    return writtenBookmarks.insert(id).inserted ? " id=\"\(id)\"" : nil
  }
}
