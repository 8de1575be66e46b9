import TestSupport
import OfficePackage
import Testing
import WordprocessingML

@Suite struct RobustnessTests {
  /// A document with something of everything that the reader knows.
  private static let rich = WordFile(
    item("а") + item("б", level: 1) + p("в", "<w:pStyle w:val='S'/>")
      + table(row(cell(p("1")), cell(item("2"))), control(row(cell(table(row(cell(p("3"))))))))
      + p(field("IF 1", field("PAGE", "4")) + r("<w:sym w:char='F0B7'/>") + r("x", "<w:vanish/>"))
      + p(
        r("<mc:AlternateContent><mc:Choice>\(textBox(p("5")))</mc:Choice></mc:AlternateContent>")
          + r("<w:footnoteReference w:id='1'/>"))
      + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(r("6"))</w:p>"
      + "<w:sectPr><w:headerReference w:type='first' r:id='h1'/><w:titlePg/></w:sectPr>"
  ).with {
    $0.styles = style("S", basedOn: "T", "<w:pPr>\(numbered(1))</w:pPr>") + style("T", "")
    $0.numbering = list(
      1, level(0, "upperRoman", "%1."),
      level(1, "russianLower", "%1.%2)", "<w:lvlRestart w:val='0'/>"))
    $0.footnotes = "<w:footnote w:id='1'>\(p("7"))</w:footnote>"
    $0.margins = [("h1", p("8"))]
  }

  /// All that the text can show.
  private static let everything = {
    var options = TextOptions()
    options.changes = .all
    options.tables = .aligned
    options.hasAlternativeText = true
    options.hasPageBreaks = true
    options.width = 30
    return options
  }()

  @Test(
    "A document nested without end would stop the program or never be done",
    arguments: [
      ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
      ("<w:customXml>", "</w:customXml>"),
      ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
      ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
      ("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>"),
    ])
  func nestedBlocks(_ opening: String, _ closing: String) throws {
    let depth = 4000 / (opening.split(separator: "<").count)
    let body =
      String(repeating: opening, count: depth) + p("түбі")
      + String(repeating: closing, count: depth)
    let clock = ContinuousClock()
    let start = clock.now
    let file = WordFile(body)
    #expect(try file.text() == "түбі\n")
    #expect(try file.tree().paragraphs().last?.string == "түбі")
    #expect(start.duration(to: clock.now) < .seconds(10))
  }

  @Test(
    "A sentence nested without end would stop the program or never be done",
    arguments: ["hyperlink", "smartTag", "ins", "r", "fldSimple"])
  func nestedRuns(_ name: String) throws {
    let runs =
      String(repeating: "<w:\(name)>", count: 3000) + t("түбі")
      + String(repeating: "</w:\(name)>", count: 3000)
    let clock = ContinuousClock()
    let start = clock.now
    let file = WordFile("<w:p>\(runs)</w:p>")
    #expect(try file.text() == "түбі\n")
    #expect(try file.tree().paragraphs().map(\.string) == ["түбі"])
    #expect(start.duration(to: clock.now) < .seconds(10))
  }

  @Test("Rows in content controls nested without end would stop the program")
  func nestedControls() throws {
    let controls = String(repeating: "<w:sdt>", count: 3000)
    let ends = String(repeating: "</w:sdt>", count: 3000)
    let body = "<w:tbl>\(controls)\(row(cell(p("1")), cell(p("2"))))\(ends)</w:tbl>"
    #expect(try WordFile(body).lines() == ["1\t2"])
  }

  @Test("A long letter would take minutes: time would grow with the square of its parts")
  func length() throws {
    let count = 3000
    let notes = (1...count).map { "<w:footnote w:id='\($0)'>\(p("ескерту"))</w:footnote>" }
    let body =
      (1...count).map {
        item("тармақ", level: $0 % 3) + p(r("<w:footnoteReference w:id='\($0)'/>"))
      }
      .joined() + String(repeating: p(), count: 2 * count)
      + p(String(repeating: mark("begin"), count: 500) + r("а")) + p("соңы")
    let file = WordFile(body).with {
      $0.footnotes = notes.joined()
      $0.numbering = list(
        1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."), level(2, "bullet", "–"))
    }
    let clock = ContinuousClock()
    let start = clock.now
    let lines = try file.lines()
    #expect(lines.count == 5 * count + 2)
    #expect(lines.last == "[\(count)] ескерту")
    #expect(start.duration(to: clock.now) < .seconds(20))
  }

  @Test("A damaged document would stop the program instead of being refused or read")
  func mutations() throws {
    var generator = SeededGenerator(seed: 20_210_529)
    let parts = Self.rich.parts()
    let values = ["", "-1", "0", "9223372036854775807", "99999999999999999999", "true", "ә", "%9"]
    let names = WordElement.allCases.map(\.rawValue)
    var readable = 0
    for _ in 0..<600 {
      var changed = parts
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let part = Int.random(in: 3..<parts.count, using: &generator)
        var pieces = changed[part].content.split(separator: "<").map(String.init)
        let index = Int.random(in: 1..<max(2, pieces.count - 1), using: &generator)
        guard pieces.indices.contains(index) else { continue }
        switch Int.random(in: 0..<5, using: &generator) {
        case 0:
          // Another value for an attribute.
          let words = pieces[index].split(separator: "'", omittingEmptySubsequences: false)
          guard words.count > 2, let value = values.randomElement(using: &generator) else {
            continue
          }
          let before = words[0] + "'" + value
          pieces[index] = ([before] + words.dropFirst(2).map(String.init)).joined(separator: "'")
        case 1:
          // Another element in the place of an empty one.
          guard pieces[index].hasSuffix("/>"), let name = names.randomElement(using: &generator)
          else { continue }
          pieces[index] = "w:\(name) w:val='1'/>"
        case 2:
          // Another name for an element and its end.
          guard let name = names.randomElement(using: &generator),
            let old = pieces[index].split(whereSeparator: { " />".contains($0) }).first
          else { continue }
          pieces = pieces.map { $0.replacing(old, with: "w:" + name) }
        case 3: pieces.remove(at: index)
        default: pieces.swapAt(index, Int.random(in: 1..<pieces.count, using: &generator))
        }
        changed[part].content = "<" + pieces.joined(separator: "<")
      }
      let bytes = StoredArchive.bytes(of: changed)
      do throws(OfficePackageError) {
        let package = try OfficePackage(reading: bytes)
        let document = try WordDocument(package)
        let blocks = document.textBlocks()
        #expect(blocks.allSatisfy { $0.paragraph > 0 })
        _ = document.plainText()
        _ = document.plainText(Self.everything)
        readable += 1
      } catch {
        #expect(error.part.hasPrefix("word/"))
      }
    }
    // Mutations that the parser refuses test nothing here.
    #expect(readable > 200)
  }

  @Test("The document of these tests would be too poor to test anything")
  func richness() throws {
    #expect(
      try Self.rich.lines() == [
        "8", "I. а", "I.а) б", "II. в", "1\tIII. 2", "3", "4•", "[1]", "5", "6", "[1] 7",
      ])
  }
}
