public import Diagnostics
public import Jinja
public import OfficePackage
import WordprocessingML
import XML

/// A value that a document prints, and where.
public struct PrintedValue: Sendable {
  /// The number of the marks around it.
  public let number: Int
  /// The tag as the template has it, without its braces.
  public let expression: String
  public let value: Value
  public let text: String
  /// The paths into the context that the value is from; none for what the template says itself.
  public let origins: [ValuePath]
  public let part: String
  /// The number of the paragraph in its part of the finished document, from 1; `nil` for what stands in no paragraph's text, such as an address or a property.
  public let paragraph: Int?
  /// The name of the paragraph's style as Word shows it; `nil` where the paragraph names none.
  public let style: String?
}

/// A document in which marks stand around what it prints: to be looked at, and not to be given away.
public struct MarkedDocument {
  public let package: OfficePackage
  private let marks: PrintMarks

  fileprivate init(_ package: OfficePackage, _ marks: PrintMarks) {
    self.package = package
    self.marks = marks
  }

  /// What the document prints, in the order of its parts.
  public func values() throws(OfficePackageError) -> [PrintedValue] {
    var printed: [PrintedValue] = []
    for (part, entries) in marks.parts where !entries.isEmpty {
      let places = try Self.places(in: part.name, of: package)
      for number in entries {
        let entry = marks.trace.entries[number]
        let place = places[number]
        let text = PartOutput.text(of: entry.value)
        // Word keeps a text box twice; the older form says nothing new.
        guard place?.position?.isFallback != true, !text.isEmpty || entry.isContent else {
          continue
        }
        printed.append(
          PrintedValue(
            number: number, expression: part.expression(of: entry), value: entry.value, text: text,
            origins: entry.origins, part: part.name, paragraph: place?.paragraph,
            style: place?.position?.style))
      }
    }
    return printed
  }

  /// Where the marks of a part stand, by the number of the entry.
  private static func places(
    in part: String, of package: OfficePackage
  ) throws(OfficePackageError) -> [Int: (paragraph: Int, position: PartOutline.Position?)] {
    let outline = try PartOutline(of: part, in: package)
    let tree = try package.tree(of: part)
    let nodes = PrintMark.nodes(in: tree)
    var places: [Int: (paragraph: Int, position: PartOutline.Position?)] = [:]
    for paragraph in WordTree(tree).paragraphs() {
      for piece in paragraph.pieces where piece.isText {
        guard let number = nodes[piece.node], places[number] == nil else { continue }
        places[number] = (paragraph.number, outline[paragraph.number])
      }
    }
    return places
  }
}

extension DocxTemplate {
  /// What a document filled with `context` prints, in the order of its parts.
  ///
  /// The document is made once more for that, with a mark at each value.
  public func printedValues(
    _ context: ObjectValue
  ) throws(OfficePackageError) -> [PrintedValue] {
    try marked(context).document.values()
  }

  /// The document filled with `context`, with marks around its values. There is one whatever was found: what a tag cannot print is an ellipsis.
  public func marked(
    _ context: ObjectValue
  ) throws(OfficePackageError) -> (document: MarkedDocument, diagnostics: [Diagnostic]) {
    let marks = PrintMarks()
    let (session, diagnostics) = try fill(context, [], marks: marks)
    return (MarkedDocument(try session.finished().reopened().package, marks), diagnostics)
  }
}

extension TemplatePart {
  /// The text of the tag that printed an entry; of a tag that nobody wrote, what it reads.
  fileprivate func expression(of entry: PrintTrace.Entry) -> String {
    let read = entry.origins.map(\.text).joined(separator: ", ")
    guard entry.template == nil, tagNumbers.indices.contains(entry.span.tag) else { return read }
    let tag = tags[tagNumbers[entry.span.tag]]
    guard !tag.isMade, paragraphs.indices.contains(tag.paragraph) else { return read }
    var text = paragraphs[tag.paragraph].text[tag.innerStart..<tag.whole.upperBound].dropLast(2)
    if let last = text.last, last == UInt8(ascii: "-") || last == UInt8(ascii: "+") {
      text.removeLast()
    }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return String(decoding: text.drop { $0 <= 0x20 }, as: UTF8.self)
  }
}

extension PrintTrace.Entry {
  /// Whether the value is more than a text.
  fileprivate var isContent: Bool {
    if case .custom(let custom) = value { custom is any WordValue } else { false }
  }
}
