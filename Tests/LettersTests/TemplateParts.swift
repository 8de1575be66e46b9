import OfficePackage
import Testing
import XML

@testable import Letters

/// The parts of a template as trees, for tests of what staff sees in Word.
struct TemplateParts {
  let kind: String
  let language: LetterLanguage
  private let package: OfficePackage

  init(_ kind: String, _ language: LetterLanguage) throws {
    self.kind = kind
    self.language = language
    let file = try #require(try KindFiles.files(of: kind).templates[language])
    package = try OfficePackage(reading: file.bytes)
  }

  func part(_ name: String) throws -> Part {
    Part(tree: try XMLTree(parsing: try #require(package.content(of: name), "\(kind): \(name)")))
  }

  /// The text flows of a letter: what a reader sees of it.
  func stories() throws -> [Part] {
    try ["word/document.xml", "word/header1.xml", "word/header2.xml"].map { try part($0) }
  }

  /// One part, asked by the local names of its elements.
  struct Part {
    let tree: XMLTree

    /// The elements called `name` in `node`, or in the whole part.
    func all(_ name: String, in node: XMLTree.NodeID? = nil) -> [XMLTree.NodeID] {
      let node = node ?? tree.root
      return (node..<tree.end(of: node)).filter {
        tree.kind(of: $0) == .element && tree.name(of: $0).local == name
      }
    }

    /// The names of the elements directly in `node`.
    func children(of node: XMLTree.NodeID) -> [String] {
      tree.children(of: node).filter { tree.kind(of: $0) == .element }.map {
        tree.name(of: $0).local
      }
    }

    func value(
      _ name: String, in node: XMLTree.NodeID? = nil, _ attribute: String = "val"
    ) -> String? {
      all(name, in: node).first.flatMap { self.attribute(attribute, of: $0) }
    }

    func attribute(_ name: String, of node: XMLTree.NodeID) -> String? {
      tree.attributes(of: node).first { $0.name.local == name }?.value
    }

    /// The style of a paragraph.
    func style(of paragraph: XMLTree.NodeID) -> String? { value("pStyle", in: paragraph) }
  }
}
