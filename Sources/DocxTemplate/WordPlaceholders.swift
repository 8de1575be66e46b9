import WordprocessingML
import XML

/// Word's own placeholders, for those who do without braces: mail merge fields and content controls with a tag are variables.
struct WordPlaceholders {
  /// A variable, and the element in whose place its text stands.
  struct Variable {
    let expression: String
    let element: XMLTree.NodeID
  }

  /// A control whose items are repeated for each element of a list.
  struct Repetition {
    let item: XMLTree.NodeID
    let opening: String
  }

  /// The state of a check box: the attribute that says it.
  struct Check {
    let expression: String
    let element: XMLTree.NodeID
  }

  private(set) var variables: [Variable] = []
  private(set) var repetitions: [Repetition] = []
  private(set) var checks: [Check] = []
  private(set) var dropped: Set<XMLTree.NodeID> = []
  private(set) var unwrapped: Set<XMLTree.NodeID> = []
  private let tree: WordTree
  /// Repeated items that are open, with the names of their elements.
  private var scopes: [(end: XMLTree.NodeID, name: String)] = []

  init(tree: WordTree, paragraphs: [Paragraph]) {
    self.tree = tree
    findControls()
    for paragraph in paragraphs { findFields(in: paragraph) }
  }

  // MARK: Names

  /// An expression for a name as Word has it: parts between points, each with what no name can hold replaced by an underscore, as Word does itself.
  private static func path(_ name: String) -> String? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map { part in
      String(part.map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "_" })
    }
    guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    let first = parts[0].first.map { $0.isNumber } == true ? "_" + parts[0] : parts[0]
    return ([first] + parts.dropFirst()).joined(separator: ".")
  }

  /// The name as what stands at `node` sees it: in repeated content the element's own comes first.
  private func expression(_ name: String, at node: XMLTree.NodeID) -> String? {
    guard let path = Self.path(name) else { return nil }
    guard let scope = scopes.last(where: { node < $0.end }) else { return path }
    return "(\(scope.name).\(path) if \(scope.name).\(path) is defined else \(path))"
  }

  private func holdsTags(_ range: Range<XMLTree.NodeID>) -> Bool {
    range.contains {
      tree.tree.kind(of: $0) == .text && tree.tree.bytes(of: $0).contains(UInt8(ascii: "{"))
    }
  }

  /// Puts a variable in the place of the first text of `nodes`; the others vanish.
  private mutating func put(_ expression: String, on nodes: [XMLTree.NodeID]) -> Bool {
    guard let first = nodes.first(where: { tree.element($0) == .t || tree.element($0) == .sym })
    else { return false }
    variables.append(Variable(expression: expression, element: first))
    dropped.formUnion(nodes.filter { $0 != first })
    return true
  }

  // MARK: Content controls

  /// Controls that hold something else than text.
  private static let others: Set<String> = [
    "picture", "docPartObj", "docPartList", "group", "equation", "citation", "bibliography",
  ]

  private mutating func findControls() {
    var node = 0
    while node < tree.tree.count {
      while let last = scopes.last, last.end <= node { scopes.removeLast() }
      if [.del, .moveFrom].contains(tree.element(node)) {
        node = tree.tree.end(of: node)
        continue
      }
      if tree.element(node) == .sdt { readControl(node) }
      node += 1
    }
    scopes = []
  }

  private mutating func readControl(_ node: XMLTree.NodeID) {
    let xml = tree.tree
    guard let properties = tree.child(.sdtPr, of: node),
      let content = tree.child(.sdtContent, of: node)
    else { return }
    var own: [String: XMLTree.NodeID] = [:]
    for child in xml.children(of: properties) where xml.kind(of: child) == .element {
      own[xml.name(of: child).local] = child
    }
    guard let name = own["tag"].flatMap({ tree.attribute("val", of: $0) }),
      !name.hasPrefix("goog_rdk_"), let expression = expression(name, at: node),
      Self.others.isDisjoint(with: own.keys)
    else { return }
    if own["repeatingSection"] != nil {
      return readRepetition(content, expression)
    }
    let inside = content..<xml.end(of: content)
    guard own["repeatingSectionItem"] == nil, !holdsTags(inside),
      !inside.contains(where: { tree.element($0) == .sdt })
    else { return }
    let texts = inside.filter {
      [.t, .tab, .br, .cr, .sym, .noBreakHyphen, .softHyphen].contains(tree.element($0))
    }
    guard put(own["checkbox"] == nil ? expression : "'☒' if \(expression) else '☐'", on: texts)
    else { return }
    if let box = own["checkbox"] {
      for child in xml.children(of: box)
      where xml.kind(of: child) == .element && xml.name(of: child).local == "checked" {
        checks.append(Check(expression: "1 if \(expression) else 0", element: child))
      }
    }
    // Word would show its hint, or fetch the text from the data that the control is bound to.
    for name in ["showingPlcHdr", "dataBinding"] {
      if let child = own[name] { dropped.insert(child) }
    }
    if own["showingPlcHdr"] != nil {
      dropped.formUnion(inside.filter { tree.element($0) == .rStyle })
    }
    // Of several paragraphs of a hint the first is filled.
    let paragraphs = xml.children(of: content).filter { tree.element($0) == .p }
    dropped.formUnion(paragraphs.dropFirst())
  }

  private mutating func readRepetition(_ content: XMLTree.NodeID, _ list: String) {
    let items = tree.tree.children(of: content).filter { tree.element($0) == .sdt }
    guard let first = items.first else { return }
    let name = "section\(scopes.count + 1)_"
    repetitions.append(Repetition(item: first, opening: "for \(name) in \(list)"))
    scopes.append((tree.tree.end(of: first), name))
    dropped.formUnion(items.dropFirst())
  }

  // MARK: Fields

  private struct Field {
    var instruction = ""
    var isResult = false
    var parts: [XMLTree.NodeID] = []
    var texts: [XMLTree.NodeID] = []
  }

  private mutating func findFields(in paragraph: Paragraph) {
    var fields: [Field] = []
    var node = paragraph.node + 1
    let end = tree.tree.end(of: paragraph.node)
    while node < end {
      let element = tree.element(node)
      switch element {
      case .p, .del, .moveFrom:
        node = tree.tree.end(of: node)
        continue
      case .fldSimple:
        if fields.isEmpty, readSimple(node) {
          node = tree.tree.end(of: node)
          continue
        }
      case .fldChar: read(fieldMark: node, &fields)
      case .instrText where fields.last?.isResult == false:
        fields[fields.count - 1].instruction += tree.tree.string(of: node)
        fields[fields.count - 1].parts.append(node)
      case .t, .tab, .br, .cr, .noBreakHyphen, .softHyphen:
        if let last = fields.indices.last, fields[last].isResult { fields[last].texts.append(node) }
      default: break
      }
      node += 1
    }
  }

  private mutating func read(fieldMark node: XMLTree.NodeID, _ fields: inout [Field]) {
    switch tree.attribute("fldCharType", of: node) {
    case "begin": fields.append(Field(parts: [node]))
    case "separate":
      guard let last = fields.indices.last else { return }
      fields[last].isResult = true
      fields[last].parts.append(node)
    case "end":
      // A field within another's instruction says what that one does.
      guard let field = fields.popLast(), fields.allSatisfy(\.isResult),
        let text = expression(merging: field.instruction, at: node)
      else { return }
      if put(text, on: field.texts) {
        dropped.formUnion(field.parts + [node])
      } else if field.texts.isEmpty {
        variables.append(Variable(expression: text, element: node))
        dropped.formUnion(field.parts)
      }
    default: break
    }
  }

  private mutating func readSimple(_ node: XMLTree.NodeID) -> Bool {
    guard let text = expression(merging: tree.attribute("instr", of: node) ?? "", at: node) else {
      return false
    }
    let inside = node..<tree.tree.end(of: node)
    guard !holdsTags(inside) else { return false }
    let texts = inside.filter { [.t, .tab, .br, .cr].contains(tree.element($0)) }
    guard put(text, on: texts) else { return false }
    unwrapped.insert(node)
    return true
  }

  /// The expression of a field's instruction, or `nil` for one that merges nothing (ECMA-376 part 1, §17.16.5.35).
  private func expression(merging instruction: String, at node: XMLTree.NodeID) -> String? {
    var words = Self.words(of: instruction)
    guard words.count >= 2, words.removeFirst().uppercased() == "MERGEFIELD",
      var text = expression(words.removeFirst(), at: node)
    else { return nil }
    let name = text
    var before = ""
    var after = ""
    while words.count >= 2 {
      let option = words.removeFirst().lowercased()
      guard ["\\*", "\\b", "\\f"].contains(option) else { continue }
      let argument = words.removeFirst()
      switch (option, argument.lowercased()) {
      case ("\\*", "upper"): text = "(\(text)|upper)"
      case ("\\*", "lower"): text = "(\(text)|lower)"
      case ("\\*", "firstcap"): text = "((\(text)|string)[:1]|upper ~ (\(text)|string)[1:])"
      case ("\\*", "caps"): text = "(\(text)|title)"
      case ("\\b", _): before = argument
      case ("\\f", _): after = argument
      default: break
      }
    }
    guard !before.isEmpty || !after.isEmpty else { return text }
    return "(\(Self.quoted(before)) ~ \(text) ~ \(Self.quoted(after))) if \(name) else ''"
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }

  /// The words of an instruction; what stands in quotes is one.
  private static func words(of instruction: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    var isEscaped = false
    for character in instruction {
      if isEscaped
        || (character != "\"" && character != "\\" && (isQuoted || !character.isWhitespace))
      {
        word.append(character)
        isEscaped = false
      } else if character == "\\", isQuoted {
        isEscaped = true
      } else if character == "\\" {
        word.append(character)
      } else if character == "\"" {
        if isQuoted { words.append(word) }
        word = ""
        isQuoted.toggle()
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
