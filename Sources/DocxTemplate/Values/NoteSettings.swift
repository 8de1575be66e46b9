import WordprocessingML
import XML

/// The settings of a document, of which a rendering changes what they say of notes.
struct NoteSettings {
  /// What stands behind the properties of notes (ECMA-376 part 1, §17.15.1.78).
  private static let later: Set<String> = [
    "compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping",
    "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions",
    "readModeInkLockDown", "smartTagType", "shapeDefaults", "doNotEmbedSmartTags",
    "decimalSymbol", "listSeparator",
  ]

  private let tree: XMLTree

  init(_ tree: XMLTree) { self.tree = tree }

  /// The part with `separators` as the notes of these kinds that only separate others from the text.
  func serialized(naming separators: [Int], of kinds: [NoteKind]) -> [UInt8] {
    var output = Array(XMLTree.declaration.utf8)
    tree.writeStartTag(tree.root, into: &output)
    var due = kinds
    for child in tree.children(of: tree.root) {
      let name = tree.kind(of: child) == .element ? tree.name(of: child) : nil
      let isWord = name.map { WordTree.namespaces.contains($0.namespace) } ?? false
      // What other namespaces add stands at the end.
      let isLater = name.map { !isWord || Self.later.contains($0.local) } ?? false
      let kind = NoteKind.allCases.first { isWord && name?.local == Self.element($0) }
      while let first = due.first, isLater || kind == .endnote && first == .footnote {
        write(separators, first, into: &output)
        due.removeFirst()
      }
      if let kind, due.contains(kind) {
        write(separators, kind, replacing: child, into: &output)
        due.removeAll { $0 == kind }
      } else {
        tree.write(child, into: &output)
      }
    }
    for kind in due { write(separators, kind, into: &output) }
    tree.writeEndTag(tree.root, into: &output)
    return output
  }

  private static func element(_ kind: NoteKind) -> String { kind.rawValue + "Pr" }

  /// Appends the properties of a kind of notes: those of `old`, but with other separators.
  private func write(
    _ separators: [Int], _ kind: NoteKind, replacing old: XMLTree.NodeID? = nil,
    into output: inout [UInt8]
  ) {
    let namespace = tree.name(of: tree.root).namespace
    let properties = "w:\(Self.element(kind))"
    output += "<\(properties) xmlns:w=\"\(namespace)\">".utf8
    if let old {
      for child in tree.children(of: old)
      where tree.kind(of: child) == .element && tree.name(of: child).local != kind.rawValue {
        tree.write(child, into: &output)
      }
    }
    for number in separators { output += "<w:\(kind.rawValue) w:id=\"\(number)\"/>".utf8 }
    output += "</\(properties)>".utf8
  }
}
