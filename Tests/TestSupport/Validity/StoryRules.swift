import XML

/// What Word refuses or repairs in a text though the order of its elements is right.
struct StoryRules {
  private(set) var faults: [DocumentFault] = []
  private let part: WordPart
  private var paragraphIDs: Set<String> = []
  private var changes: Set<String> = []
  /// Marks that begin and end, by the kind of mark.
  private var begun: [String: Set<String>] = [:]
  private var ended: [String: Set<String>] = [:]
  private var openFields = 0

  init(_ part: WordPart) { self.part = part }

  private mutating func report(_ rule: String, _ node: XMLTree.NodeID, _ message: String) {
    faults.append(
      DocumentFault(rule: rule, part: part.name, place: part.place(of: node), message: message))
  }

  private static let word14 = "http://schemas.microsoft.com/office/word/2010/wordml"
  private static let blockHolders: Set<String> = [
    "tc", "txbxContent", "comment", "footnote", "endnote",
  ]

  /// Records of changes.
  private static let changes: Set<String> = [
    "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "tblPrExChange",
    "trPrChange", "tcPrChange", "tblGridChange", "sectPrChange", "numberingChange", "cellIns",
    "cellDel", "cellMerge",
  ]

  mutating func check() {
    for node in 0..<part.tree.count {
      guard let name = part.word(node) else { continue }
      switch name {
      case "p": checkParagraph(node)
      case "tbl": checkTable(node)
      case "tr": checkRow(node)
      case "t", "delText", "instrText", "delInstrText": checkText(node)
      case "body": checkBody(node)
      case "sectPr": checkSection(node)
      case "fldChar": checkField(node)
      case "bookmarkStart", "commentRangeStart": begin(node, String(name.dropLast(5)))
      case "bookmarkEnd", "commentRangeEnd": end(node, String(name.dropLast(3)))
      case "lvl": checkLevel(node)
      case _ where Self.changes.contains(name): checkChange(node)
      default: break
      }
      if Self.blockHolders.contains(name), !isInSettings, !endsWithParagraph(node) {
        report("last", node, "\(name) does not end with a paragraph")
      }
    }
    for (kind, ids) in begun {
      for id in ids.subtracting(ended[kind] ?? []).sorted() {
        report("pair", part.tree.root, "\(kind) \(id) does not end")
      }
    }
    for (kind, ids) in ended {
      for id in ids.subtracting(begun[kind] ?? []).sorted() {
        report("pair", part.tree.root, "\(kind) \(id) does not begin")
      }
    }
    if openFields > 0 { report("field", part.tree.root, "a field does not end") }
  }

  /// The settings name the notes that part them from the text, without their content.
  private var isInSettings: Bool { part.word(part.tree.root) == "settings" }

  // MARK: Blocks

  private static let wrappers: Set<String> = ["customXml", "ins", "del", "moveFrom", "moveTo"]

  private func isMark(_ name: String) -> Bool {
    name.hasSuffix("Start") || name.hasSuffix("End") || name == "proofErr"
  }

  private func endsWithParagraph(_ node: XMLTree.NodeID) -> Bool {
    for child in part.children(of: node).reversed() {
      guard let name = part.word(child), !isMark(name) else { continue }
      switch name {
      case "p", "altChunk": return true
      case "sdt": return part.child("sdtContent", of: child).map(endsWithParagraph) ?? false
      case _ where Self.wrappers.contains(name): return endsWithParagraph(child)
      default: return false
      }
    }
    return false
  }

  private mutating func checkParagraph(_ node: XMLTree.NodeID) {
    if let outer = part.ancestor(["p", "txbxContent"], of: node), part.word(outer) == "p" {
      report("nested", node, "a paragraph stands in another")
    }
    guard let id = part.tree.attribute("paraId", namespace: Self.word14, of: node) else { return }
    let number = UInt32(id, radix: 16) ?? 0
    if id.utf8.count != 8 || number == 0 || number >= 0x8000_0000 {
      report("value", node, "the paragraph's id is \(id)")
    }
    if !part.isFallback(node), !paragraphIDs.insert(id.uppercased()).inserted {
      report("unique", node, "paragraph \(id) occurs twice")
    }
  }

  private mutating func checkBody(_ node: XMLTree.NodeID) {
    let names = part.children(of: node).compactMap { part.word($0) }
    if names.dropLast().contains("sectPr") {
      report("order", node, "the last section's properties are not at the end")
    }
  }

  private mutating func checkSection(_ node: XMLTree.NodeID) {
    var types: Set<String> = []
    for child in part.children(of: node) {
      guard let name = part.word(child), name.hasSuffix("Reference") else { continue }
      let type = part.attribute("type", of: child) ?? "default"
      if !types.insert(name + type).inserted {
        report("unique", child, "two of \(name) \(type) in a section")
      }
    }
  }

  private mutating func checkLevel(_ node: XMLTree.NodeID) {
    guard let parent = part.tree.parent(of: node), let level = part.attribute("ilvl", of: node)
    else { return }
    let same = part.tree.children(of: parent).filter {
      part.word($0) == "lvl" && part.attribute("ilvl", of: $0) == level
    }
    if same.first != node { report("unique", node, "level \(level) occurs twice") }
  }

  // MARK: Tables

  /// The rows of a table, or the cells of a row, also those in content controls and marks of changes.
  private func members(_ word: String, of node: XMLTree.NodeID) -> [XMLTree.NodeID] {
    part.children(of: node).flatMap { child -> [XMLTree.NodeID] in
      guard let name = part.word(child) else { return [] }
      if name == word { return [child] }
      if name == "sdt" {
        return part.child("sdtContent", of: child).map { members(word, of: $0) } ?? []
      }
      return Self.wrappers.contains(name) ? members(word, of: child) : []
    }
  }

  private func number(_ property: String, in properties: XMLTree.NodeID?, else none: Int) -> Int {
    properties.flatMap { part.child(property, of: $0) }
      .flatMap { part.attribute("val", of: $0) }.flatMap { Int($0) } ?? none
  }

  private mutating func checkTable(_ node: XMLTree.NodeID) {
    let rows = members("tr", of: node)
    if rows.isEmpty { report("empty", node, "a table without rows") }
    guard let grid = part.child("tblGrid", of: node) else { return }
    let columns = part.children(of: grid).count { part.word($0) == "gridCol" }
    let widths = rows.map { row in
      let properties = part.child("trPr", of: row)
      return number("gridBefore", in: properties, else: 0)
        + number("gridAfter", in: properties, else: 0)
        + members("tc", of: row).reduce(0) { sum, cell in
          sum + number("gridSpan", in: part.child("tcPr", of: cell), else: 1)
        }
    }
    if let widest = widths.max(), widest != columns {
      report("grid", node, "the widest row has \(widest) of \(columns) columns")
    }
  }

  private mutating func checkRow(_ node: XMLTree.NodeID) {
    if members("tc", of: node).isEmpty { report("empty", node, "a row without cells") }
  }

  // MARK: Text and marks

  private mutating func checkText(_ node: XMLTree.NodeID) {
    let xml = part.tree
    if xml.children(of: node).contains(where: { xml.kind(of: $0) == .element }) {
      report("text", node, "elements stand in a text")
    }
    let text = Array(xml.string(of: node).utf8)
    guard let first = text.first, let last = text.last, first <= 0x20 || last <= 0x20 else {
      return
    }
    var current: XMLTree.NodeID? = node
    while let element = current {
      if let space = xml.attribute(
        "space", namespace: "http://www.w3.org/XML/1998/namespace", of: element)
      {
        if space == "preserve" { return }
        break
      }
      current = xml.parent(of: element)
    }
    report("text", node, "Word drops the spaces at the ends of “\(xml.string(of: node))”")
  }

  private mutating func checkField(_ node: XMLTree.NodeID) {
    switch part.attribute("fldCharType", of: node) {
    case "begin": openFields += 1
    case "end":
      openFields -= 1
      if openFields < 0 {
        report("field", node, "a field ends that did not begin")
        openFields = 0
      }
    default: if openFields == 0 { report("field", node, "a field goes on that did not begin") }
    }
  }

  private mutating func checkChange(_ node: XMLTree.NodeID) {
    guard let id = part.attribute("id", of: node), !part.isFallback(node) else { return }
    if !changes.insert(id).inserted { report("unique", node, "change \(id) occurs twice") }
  }

  private mutating func begin(_ node: XMLTree.NodeID, _ kind: String) {
    guard let id = part.attribute("id", of: node), !part.isFallback(node) else { return }
    if !begun[kind, default: []].insert(id).inserted {
      report("unique", node, "\(kind) \(id) begins twice")
    }
  }

  private mutating func end(_ node: XMLTree.NodeID, _ kind: String) {
    guard let id = part.attribute("id", of: node), !part.isFallback(node) else { return }
    if !ended[kind, default: []].insert(id).inserted {
      report("unique", node, "\(kind) \(id) ends twice")
    }
    if begun[kind]?.contains(id) != true { report("pair", node, "\(kind) \(id) ends too early") }
  }
}
