import Diagnostics
import OfficePackage
import WordprocessingML
import XML

/// The part with the comments' texts: the one that the document has, or a new one.
struct CommentsPart {
  /// The part's name, where the document has one, and its tree.
  private let existing: (name: String, tree: WordTree)?
  private let markup: CommentMarkup
  private let namespace: String
  /// No comment has this id or a higher one.
  private(set) var nextID = 0
  private var added: [UInt8] = []

  init(
    of package: OfficePackage, _ main: String, markup: CommentMarkup
  ) throws(OfficePackageError) {
    var existing: (name: String, tree: WordTree)?
    for relationship in try package.relationships(of: main)
    where relationship.kind == "comments" && !relationship.isExternal {
      guard let name = package.partName(relationship.target) else { continue }
      existing = (name, WordTree(try package.tree(of: name)))
      break
    }
    self.existing = existing
    let body = WordTree(try package.tree(of: main))
    namespace = body.tree.name(of: body.tree.root).namespace
    self.markup = existing.map { CommentMarkup($0.tree) } ?? markup
    // Marks without a comment count, too, or a new comment would be found at theirs.
    let named = [body, existing?.tree].compactMap { $0 }.flatMap { tree in
      (0..<tree.tree.count).lazy.filter {
        tree.tree.kind(of: $0) == .element && tree.tree.name(of: $0).local.hasPrefix("comment")
      }.compactMap { tree.attribute("id", of: $0).flatMap { Int($0) } }
    }
    nextID = named.reduce(0) { $1 < Int(Int32.max) ? max($0, $1 + 1) : $0 }
  }

  /// Adds the comment ``nextID``.
  mutating func add(
    _ diagnostic: Diagnostic, _ displacement: CommentAnchors.Displacement?,
    in language: MessageLanguage
  ) {
    let p = markup.prefix
    let declaration = markup.declaration
    write(
      "<\(p)comment\(declaration) \(p)id=\"\(nextID)\" \(p)author=\"\(Annotation.author)\" \(p)initials=\"Q\">"
    )
    let lines = Self.lines(of: diagnostic, displacement, in: language)
    let tag = ["kk": "kk-KZ", "ru": "ru-RU"][language.rawValue] ?? "en-US"
    for (index, line) in lines.enumerated() {
      write("<\(p)p>")
      if index == 0 { write("<\(p)r><\(p)annotationRef/></\(p)r>") }
      write(
        "<\(p)r><\(p)rPr><\(p)lang \(p)val=\"\(tag)\"/></\(p)rPr><\(p)t xml:space=\"preserve\">")
      XMLEscaping.text(
        String(String.UnicodeScalarView(line.unicodeScalars.filter(XMLEscaping.isAllowed))).utf8,
        into: &added)
      write("</\(p)t></\(p)r></\(p)p>")
    }
    write("</\(p)comment>")
    nextID += 1
  }

  private mutating func write(_ text: String) { added.append(contentsOf: text.utf8) }

  /// Puts the part into the package.
  func write(to edit: inout PackageEdit, _ main: String) throws(OfficePackageError) {
    if let existing {
      let xml = existing.tree.tree
      var output = Array(XMLTree.declaration.utf8)
      var node = 0
      while node < xml.count {
        if node == xml.root {
          xml.writeStartTag(node, into: &output)
          for child in xml.children(of: node) { xml.write(child, into: &output) }
          output.append(contentsOf: added)
          xml.writeEndTag(node, into: &output)
        } else {
          xml.write(node, into: &output)
        }
        node = xml.end(of: node)
      }
      return try edit.replace(existing.name, bytes: output)
    }
    let prefix = markup.prefix
    let root = "\(prefix)comments"
    let begin = "<\(root) xmlns:\(prefix.dropLast())=\"\(namespace)\">"
    let folder = main.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    var name = "\(folder)comments.xml"
    if edit.hasPart(name) { name = edit.freeName("\(folder)comments", "xml").name }
    try edit.add(
      name,
      contentType:
        "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
      bytes: Array((XMLTree.declaration + begin).utf8) + added + Array("</\(root)>".utf8))
    _ = try edit.relate(main, to: name, kind: "comments")
  }

  // MARK: Words

  /// The comment's paragraphs: the finding, where it really is, the hint, further places.
  private static func lines(
    of diagnostic: Diagnostic, _ displacement: CommentAnchors.Displacement?,
    in language: MessageLanguage
  ) -> [String] {
    var lines = [
      "\(diagnostic.rule) (\(diagnostic.severity.label[language])): \(diagnostic.message[language])"
    ]
    if let displacement, let place = diagnostic.places.first {
      lines.append(displacement.name[language] + ": " + quoted(place, language))
    }
    if let hint = diagnostic.hint { lines.append(hint[language]) }
    if let allowed = diagnostic.allowed { lines.append(Message.allowed[language] + allowed) }
    for place in diagnostic.places.dropFirst() {
      let file = place.file == diagnostic.places.first?.file ? nil : place.file
      let position = place.position(in: language) ?? place.block
      lines.append(
        Message.also[language]
          + [file, position, quoted(place, language)].compactMap { $0 }.filter { !$0.isEmpty }
          .joined(separator: ": "))
    }
    return lines
  }

  /// The marked words, or the beginning of the paragraph where none are.
  private static func quoted(_ place: Place, _ language: MessageLanguage) -> String {
    let words = place.text.isEmpty ? String(place.excerpt.prefix(80)) : place.text
    guard !words.isEmpty else { return "" }
    return language == .en ? "“\(words)”" : "«\(words)»"
  }
}

extension CommentAnchors.Displacement {
  /// Where the words are.
  fileprivate var name: Message {
    switch self {
    case .header:
      Message(kk: "жоғарғы колонтитулда", ru: "в верхнем колонтитуле", en: "in the header")
    case .footer:
      Message(kk: "төменгі колонтитулда", ru: "в нижнем колонтитуле", en: "in the footer")
    case .footnote:
      Message(kk: "бет соңындағы сілтемеде", ru: "в сноске", en: "in the footnote")
    case .endnote:
      Message(
        kk: "құжат соңындағы сілтемеде", ru: "в концевой сноске", en: "in the endnote")
    case .comment: Message(kk: "ескертпеде", ru: "в примечании", en: "in the comment")
    case .textBox: Message(kk: "мәтін ұясында", ru: "в надписи", en: "in the text box")
    case .part(let name): Message(kk: name, ru: name, en: name)
    }
  }
}
