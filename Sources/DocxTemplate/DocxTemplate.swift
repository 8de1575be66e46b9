public import Diagnostics
public import Jinja
public import OfficePackage
import WordprocessingML

/// A Word document with tags, compiled: read once, rendered any number of times, from any number of threads.
public struct DocxTemplate: Sendable {
  let package: OfficePackage
  let parts: [TemplatePart]
  let facts: TemplateFacts
  let uniqueness: Uniqueness
  let environment: Environment
  /// The file's name as the user gave it, for messages.
  public let file: String

  /// Reads a document and compiles the parts that hold tags: the body, headers and footers, notes, comments.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - file: Its name as the user gave it.
  ///   - environment: What tags may use.
  ///   - usesWordPlaceholders: Whether mail merge fields and content controls are variables, and tags without a prefix find out themselves what they repeat or leave out.
  ///   - isInspected: Whether to tell also of what is no mistake but may be an oversight, such as a tag in deleted text.
  /// - Returns: the template, or `nil` where a finding is an error, and everything that was found.
  /// - Throws: `OfficePackageError` where the bytes are no Word document.
  public static func compile(
    _ bytes: [UInt8], file: String, environment: Environment,
    usesWordPlaceholders: Bool = false, isInspected: Bool = false
  ) throws(OfficePackageError) -> (template: DocxTemplate?, diagnostics: [Diagnostic]) {
    let package = try OfficePackage(reading: bytes)
    let environment = environment.forDocuments
    var parts: [TemplatePart] = []
    var diagnostics: [Diagnostic] = []
    let reader = PartReader(package)
    let names = try storyParts(of: reader).map { ($0, TemplatePart.Form.story) }
    let properties = try propertyParts(of: reader).map { ($0, TemplatePart.Form.properties) }
    for (name, form) in names + properties {
      let (part, findings) = try TemplatePart.compile(
        name, of: reader, as: form, environment: environment,
        usesWordPlaceholders: usesWordPlaceholders, isInspected: isInspected)
      diagnostics += part.diagnostics(for: findings, and: part.remarks, file: file, in: package)
      if part.isFilled { parts.append(part) }
    }
    guard !diagnostics.hasErrors else { return (nil, diagnostics) }
    return (
      DocxTemplate(
        package: package, parts: parts, facts: try TemplateFacts(reader),
        uniqueness: try Uniqueness(reader),
        environment: environment, file: file),
      diagnostics
    )
  }

  /// The paths that the template reads from its context, such as `inquiry.number`, each once.
  public var references: [[String]] {
    var seen: Set<[String]> = []
    return parts.flatMap(\.program.references).filter { seen.insert($0).inserted }
  }

  /// Whether the template reads a path from its context, such as `annex.sheets`.
  public func reads(_ path: [String]) -> Bool {
    parts.contains { $0.program.references.contains(path) }
  }

  /// The stretches of text between tags, for checks of what is typed into a template by hand.
  public var fixedText: [Place] {
    parts.flatMap { part in
      part.fixedText.flatMap { paragraph, ranges in
        let text = paragraph.string
        return ranges.filter { !$0.isEmpty }.map { range in
          Place(
            file: file, part: part.name, paragraph: paragraph.number, excerpt: text, marked: range)
        }
      }
    }
  }

  /// The document's parts that are text flows which tags may stand in.
  private static func storyParts(
    of package: PartReader
  ) throws(OfficePackageError) -> [String] {
    let main = try package.mainDocument()
    var names = [main]
    for relationship in try package.relationships(of: main)
    where !relationship.isExternal
      && ["header", "footer", "footnotes", "endnotes", "comments"].contains(relationship.kind)
    {
      // Word opens a document whose header is not there, and shows none.
      guard let name = package.partName(relationship.target) else { continue }
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The parts that hold the document's properties: title, author and the like.
  private static func propertyParts(
    of package: PartReader
  ) throws(OfficePackageError) -> [String] {
    let kinds = ["core-properties", "extended-properties", "custom-properties"]
    var names: [String] = []
    for relationship in try package.relationships(of: "")
    where !relationship.isExternal && kinds.contains(relationship.kind) {
      guard let name = package.partName(relationship.target), !names.contains(name) else {
        continue
      }
      names.append(name)
    }
    return names
  }
}
