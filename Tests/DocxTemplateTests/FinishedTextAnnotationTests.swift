import Diagnostics
import DocxTemplate
import OfficePackage
import Testing
import WordprocessingML

/// Comments on finished letters, whose places are in the text that a reader sees and not in that of the runs.
@Suite struct FinishedTextAnnotationTests {
  private static let hidden = r("ЖАСЫРЫН", "<w:vanish/>")
  private static let field =
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF бір</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>\(r("нәтиже сөз"))<w:r><w:fldChar w:fldCharType='end'/></w:r>"
  private static let unseenField =
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>SET а</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>\(r("ЖАСЫРЫН"))<w:r><w:fldChar w:fldCharType='end'/></w:r>"
  private static let deleted =
    "<w:del w:id='1' w:author='А'><w:r><w:delText>жоқ мәтін</w:delText></w:r></w:del>"
  private static let numbered =
    "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>"
  private static let numbering =
    "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/><w:lvlText w:val='%1)'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"

  static let bodies = [
    "<w:p>\(r("бір"))<w:r><w:tab/><w:t>екі</w:t><w:br/><w:t xml:space='preserve'>үш төрт</w:t></w:r></w:p>",
    "<w:p>\(r("бір "))\(hidden)\(r("екі "))\(hidden)\(r("үш"))</w:p>",
    "<w:p>\(r("бір е"))\(hidden)\(r("кі үш"))</w:p>",
    "<w:p>\(hidden)\(r("бір екі"))</w:p>",
    "<w:p>\(r("бір "))\(field)\(r(" соңы"))\(unseenField)\(r(" тағы"))</w:p>",
    "<w:p>\(r("бір "))<w:ins w:id='2' w:author='А'>\(r("екі "))</w:ins>\(deleted)\(r("үш"))</w:p>",
    "<w:p><w:pPr><w:rPr><w:del w:id='3' w:author='А'/></w:rPr></w:pPr>\(r("бір "))</w:p><w:p>\(r("екі үш"))</w:p>",
    "<w:p>\(numbered)\(r("бір екі"))</w:p>",
    tbl([
      ["<w:p>\(numbered)\(r("бір екі"))</w:p>", p("үш төрт"), "<w:p>\(hidden)\(r("бес"))</w:p>"]
    ]),
    "<w:p>\(r("бір "))<w:r><w:sym w:font='Symbol' w:char='F0B7'/></w:r>\(r(" екі"))<w:r><w:footnoteReference w:id='2'/></w:r>\(r(" үш"))</w:p>",
    "<w:p><w:hyperlink w:anchor='а'>\(r("бір екі"))</w:hyperlink><w:sdt><w:sdtContent>\(r(" үш төрт"))</w:sdtContent></w:sdt></w:p>",
    "<w:p><w:r><w:t>бір</w:t><w:noBreakHyphen/><w:t xml:space='preserve'>екі үш</w:t></w:r></w:p>",
  ]

  /// A place for each word of a document's text.
  private func places(_ bytes: [UInt8]) throws -> [Place] {
    try WordDocument(OfficePackage(reading: bytes)).textBlocks().flatMap { block -> [Place] in
      let texts =
        block.cells.isEmpty
        ? [block.text]
        : block.text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let numbers = block.cells.isEmpty ? [block.paragraph] : block.cells
      return zip(texts, numbers).flatMap { text, number in
        text.split(whereSeparator: \.isWhitespace).map { word in
          let start = text.utf8.distance(from: text.startIndex, to: word.startIndex)
          return Place(
            part: block.part, paragraph: number, excerpt: text,
            marked: start..<start + word.utf8.count)
        }
      }
    }
  }

  @Test(
    "A comment would stand at other words than those of the letter that it is about",
    arguments: bodies)
  func words(body: String) throws {
    var file = TemplateFile(p("алдыңғы") + body + p("кейінгі"))
    file.stories = [
      ("numbering", Self.numbering),
      ("footnotes", "<w:footnote w:id='2'>\(p("түсіндірме"))</w:footnote>"),
    ]
    let bytes = file.archive()
    let places = try places(bytes).filter { $0.part == "word/document.xml" }
    #expect(places.count > 2)
    for place in places {
      let finding = Diagnostic("N1", Message(kk: "а", ru: "б", en: "в"), at: [place])
      let copy = try DocumentComments.annotated(
        bytes, with: [finding], in: .kk, offsets: .finishedText)
      let letters = { (text: String) in text.filter { $0.isLetter } }
      let words = try DocumentComments.all(in: copy).map(\.words)
      // What a number in front of a cell says comes from no run: then the cell is marked.
      guard !letters(place.text).isEmpty else { continue }
      #expect(words.map { letters($0.replacing("ЖАСЫРЫН", with: "")) } == [letters(place.text)])
    }
    let all = places.map { Diagnostic("N1", Message(kk: "а", ru: "б", en: "в"), at: [$0]) }
    let copy = try DocumentComments.annotated(bytes, with: all, in: .kk, offsets: .finishedText)
    #expect(try DocumentComments.all(in: copy).count == places.count)
    let text = { try WordDocument(OfficePackage(reading: $0)).plainText() }
    #expect(try text(copy) == text(bytes))
  }

  @Test("A place that is not of this document's text would be marked at random words")
  func strangers() throws {
    let bytes = TemplateFile(p("бір екі үш")).archive()
    let place = Place(
      part: "word/document.xml", paragraph: 1, excerpt: "басқа мәтін", marked: 0..<10)
    let finding = Diagnostic("N1", Message(kk: "а", ru: "б", en: "в"), at: [place])
    let copy = try DocumentComments.annotated(
      bytes, with: [finding], in: .kk, offsets: .finishedText)
    #expect(try DocumentComments.all(in: copy).map(\.words) == ["бір екі үш"])
  }

  @Test("Who reads a comment would not learn what the other original says, or in which file")
  func counterpart() throws {
    let bytes = TemplateFile(p("бір екі")).archive()
    var finding = Diagnostic(
      "S3", Message(kk: "а", ru: "б", en: "в"), severity: .warning,
      at: [
        Place(
          file: "a.kk.docx", part: "word/document.xml", paragraph: 1, excerpt: "бір екі",
          marked: 0..<6),
        Place(file: "a.ru.docx", paragraph: 2, excerpt: "один два", marked: 0..<8),
      ])
    finding.allowed = "ескі хат"
    let copy = try DocumentComments.annotated(
      bytes, with: [finding], in: .kk, offsets: .finishedText)
    let comment = try #require(try DocumentComments.all(in: copy).first)
    #expect(comment.words == "бір")
    #expect(comment.text.contains("сондай-ақ мұнда: a.ru.docx: 2-абзац: «один»"))
    #expect(comment.text.contains("рұқсат етілген: ескі хат"))
  }
}
