import Foundation
import OfficePackage
import Testing

/// The pages that lead an author of templates from a new kind to a finished one: whoever does what they say gets what they promise.
@Suite struct AuthorGuideTests {
  static let pages = ["authors.kk.md", "authors.ru.md"]

  @Test("an author does as the page says and gets something else", arguments: pages)
  func walkthrough(page: String) throws {
    let author = try Author()
    for step in try Guide(page).steps {
      switch step {
      case .command(let line): try author.run(line)
      case .definition(let yaml): try author.define(yaml)
      case .data(let lines): try author.give(lines)
      case .paragraphs(let rows): try author.type(rows)
      case .promise(let text): try author.expect(text)
      }
    }
    #expect(
      author.commands.map(\.first) == [
        "new", "render", "render", "fields", "render", "render", "check",
      ])
  }

  @Test("the page in one language leaves out what the other says")
  func sameInBothLanguages() throws {
    let (kazakh, russian) = (try Guide("authors.kk.md"), try Guide("authors.ru.md"))
    #expect(kazakh.steps == russian.steps)
    #expect(kazakh.outline == russian.outline)
    #expect(kazakh.outline.count > 50)
  }

  @Test("the page names a style, a rule or a form of a word that there is not", arguments: pages)
  func facts(page: String) throws {
    let guide = try Guide(page)
    let styles = Set(try Author.styles.keys)
    #expect(guide.styles.count >= 15)
    for style in guide.styles { #expect(styles.contains(style), "\(style)") }
    let groups = ["numeric", "terms", "legal", "structure", "typography", "grammar"]
    let rules = try (["diagnostics.md"] + groups.map { "rules/\($0).ru.md" })
      .map { try Guide.text($0) }.joined()
    #expect(guide.rules.count >= 12)
    for rule in guide.rules { #expect(rules.contains("\n### \(rule) "), "\(rule)") }
    let filters = try Guide.text(page.replacingOccurrences(of: "authors", with: "filters"))
    #expect(guide.forms.count == 10)
    for form in guide.forms { #expect(filters.contains("\n\(form)\n"), "\(form)") }
    for target in guide.links {
      let path = Program.root.appendingPathComponent("docs/" + target).path
      #expect(FileManager.default.fileExists(atPath: path), "\(target)")
    }
  }
}

/// A page, taken apart.
private struct Guide {
  /// What the reader does, or is promised.
  enum Step: Equatable {
    case command(String)
    case definition(String)
    case data([String])
    case paragraphs([[String]])
    case promise(String)
  }

  var steps: [Step] = []
  /// The kinds of the page's lines but for its running text, in order.
  var outline: [String] = []
  var styles: [String] = []
  var rules: [String] = []
  /// The rows of tables that show what a filter gives.
  var forms: [String] = []
  var links: [String] = []

  static func text(_ page: String) throws -> String {
    try String(
      contentsOf: Program.root.appendingPathComponent("docs/" + page), encoding: .utf8)
  }

  init(_ page: String) throws {
    let text = try Self.text(page)
    links = text.matches(of: /\]\(([^)]+)\)/).map { String($0.1) }
    var lines = text.components(separatedBy: "\n")[...]
    var header: [String] = []
    while let line = lines.popFirst() {
      if line.hasPrefix("```") {
        let end = lines.firstIndex(of: "```") ?? lines.endIndex
        add(block: Array(lines[..<end]), String(line.dropFirst(3)))
        lines = lines[end...].dropFirst()
      } else if line.hasPrefix("|") {
        let cells = Self.cells(line)
        if header.isEmpty { header = cells } else { add(row: cells, line, under: header) }
        outline.append("| \(cells.count)")
      } else {
        header = []
        if line.hasPrefix("> ") { steps.append(.promise(String(line.dropFirst(2)))) }
        if let mark = line.firstMatch(of: #/^(\#+|-|>) /#) { outline.append(String(mark.1)) }
        if line.hasPrefix("![") { outline.append("!") }
      }
    }
  }

  private mutating func add(block: [String], _ language: String) {
    outline.append("``` \(language)")
    switch language {
    case "sh": steps += block.map { .command($0) }
    case "yaml": steps.append(.definition(block.joined(separator: "\n") + "\n"))
    case "json": steps.append(.data(block))
    default: break
    }
  }

  private mutating func add(row: [String], _ line: String, under header: [String]) {
    let values = row.map { $0.filter { $0 != "`" } }
    guard !values[0].hasPrefix("---") else { return }
    if header[0] == "стиль" {
      if row.count == 3 {
        if case .paragraphs(let rows)? = steps.last {
          steps[steps.count - 1] = .paragraphs(rows + [values])
        } else {
          steps.append(.paragraphs([values]))
        }
      } else {
        styles += row[0].matches(of: /`([^`]+)`/).map { String($0.1) }
      }
    } else if let rule = values[0].firstMatch(of: /^[A-Z][0-9]+/) {
      rules.append(String(rule.0))
    } else if ["нәтижесі", "результат"].contains(header.last) {
      forms.append(line)
    }
  }

  /// The cells of a table's row; a bar within one stands behind a backslash.
  private static func cells(_ line: String) -> [String] {
    line.replacingOccurrences(of: "\\|", with: "\u{0}").split(separator: "|").map {
      $0.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: "\u{0}", with: "|")
    }
  }
}

/// Someone who does what a page says, in a folder of their own.
private final class Author {
  private let folder = Program.folder()
  private(set) var commands: [[String]] = []
  private var kind: String { folder + "/templates/request" }

  init() throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/templates", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Program.root.appendingPathComponent("templates/reference").path,
      toPath: folder + "/templates/reference")
    try FileManager.default.copyItem(
      atPath: Program.register, toPath: folder + "/qoshat.sqlite")
  }

  /// The ids of the skeleton's styles by the names that Word shows.
  static var styles: [String: String] {
    get throws {
      let url = Program.root.appendingPathComponent("templates/reference/skeleton/ru.docx")
      let package = try OfficePackage(reading: Array(Data(contentsOf: url)))
      let markup = String(decoding: package.content(of: "word/styles.xml") ?? [], as: UTF8.self)
      let styles = markup.matches(of: /w:styleId="([^"]+)"><w:name w:val="([^"]+)"/)
      return Dictionary(styles.map { (String($0.2), String($0.1)) }) { first, _ in first }
    }
  }

  func run(_ line: String) throws {
    var words: [String] = []
    for (index, piece) in line.components(separatedBy: "\"").enumerated() {
      words += index % 2 == 0 ? piece.split(separator: " ").map(String.init) : [piece]
    }
    #expect(words.removeFirst() == "qoshat")
    commands.append(words)
    let run = try Program.run(words, in: folder)
    #expect(run.status == 0, "\(line): \(run.output)\(run.errors)")
    if words.first == "check" { #expect(run.output.isEmpty) }
  }

  /// What is indented goes under `fields:`, the rest to the end.
  func define(_ yaml: String) throws {
    let path = kind + "/letter.yaml"
    var text = try String(contentsOfFile: path, encoding: .utf8)
    if yaml.hasPrefix(" ") {
      let fields = try #require(text.range(of: "\nfields:\n"))
      text.insert(contentsOf: yaml, at: fields.upperBound)
    } else {
      text += yaml
    }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  func give(_ lines: [String]) throws {
    let path = kind + "/case.json"
    var text = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    text.insert(contentsOf: lines, at: 1)
    try text.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
  }

  func type(_ rows: [[String]]) throws {
    let styles = try Self.styles
    for (language, column) in [("kk", 1), ("ru", 2)] {
      let paragraphs = try rows.map { row in
        (style: try #require(styles[row[0]], "\(row[0])"), text: row[column])
      }
      try TemplateEdit.insert(paragraphs, above: "{{ channel }}", in: "\(kind)/\(language).docx")
    }
  }

  func expect(_ text: String) throws {
    let letters = try ["kk", "ru"].map {
      try String(contentsOfFile: "\(folder)/letters/case.\($0).txt", encoding: .utf8)
        .replacingOccurrences(of: "\u{A0}", with: " ").components(separatedBy: "\n")
    }
    #expect(letters.contains { $0.contains(text) }, "\(text)")
  }
}
