import Testing
import WordprocessingML

@Suite struct ParagraphTests {
  @Test("A tag that Word cut into runs would not be found, or be written into the wrong run")
  func pieces() throws {
    // Nodes in document order: w:document 0, w:body 1, w:p 2, w:pPr 3, w:r 4, w:rPr 5, w:t 6, its text 7 …
    let body = p(r("{{ ") + r("аты") + r("<w:tab/>\(t("}}"))"))
    let tree = try WordFile(body).tree()
    let paragraph = try #require(tree.paragraphs().first)
    #expect(paragraph.string == "{{ аты\t}}")
    #expect(paragraph.node == 2)
    #expect(paragraph.pieces.map(\.node) == [7, 11, 14, 16])
    #expect(paragraph.pieces.map(\.range) == [0..<3, 3..<9, 9..<10, 10..<12])
    #expect(paragraph.pieces.map(\.isText) == [true, true, false, true])
    #expect(tree.element(14) == .tab)
    #expect(tree.enclosing(.t, of: 11) == 10)
    #expect(tree.enclosing(.tbl, of: 11) == nil)
  }

  @Test("A place in the text would lead to the neighbouring run")
  func offsets() throws {
    let tree = try WordFile(p(r("аб") + r("") + r("<w:br/>\(t("в"))"))).tree()
    let paragraph = try #require(tree.paragraphs().first)
    #expect(paragraph.text.count == 7)
    let indices = (0...7).map { paragraph.pieceIndex(at: $0) }
    for (offset, index) in indices.enumerated().dropLast() {
      let index = try #require(index)
      #expect(paragraph.pieces[index].range.contains(offset), "\(offset)")
    }
    #expect(indices.last == .some(nil))
    let empty = try #require(try WordFile(p()).tree().paragraphs().first)
    #expect(empty.text.isEmpty)
    #expect(empty.pieceIndex(at: 0) == nil)
  }

  @Test("A tag in deleted text would be filled, or one in inserted text be printed as it is")
  func trackedChanges() throws {
    let runs =
      "<w:del w:id='1'>\(r("а"))</w:del><w:moveFrom w:id='2'>\(r("б"))</w:moveFrom>"
      + "<w:ins w:id='3'>\(r("в"))</w:ins><w:moveTo w:id='4'>\(r("г"))</w:moveTo>"
    #expect(try WordFile(p(runs)).tree().paragraphs().map(\.string) == ["вг"])
  }

  @Test("A message would name another paragraph than the faulty one")
  func numbers() throws {
    let box = r("<w:pict>\(textBox(p("үш") + p("төрт")))</w:pict>")
    let body =
      p("бір", "<w:pStyle w:val='S'/>") + p(r("екі") + box + r("!"))
      + table(row(cell(p("бес")), cell(table(row(cell(p("алты"))))))) + control(p("жеті"))
    let paragraphs = try WordFile(body).tree().paragraphs()
    #expect(paragraphs.map(\.string) == ["бір", "екі!", "үш", "төрт", "бес", "алты", "жеті"])
    #expect(paragraphs.map(\.number) == Array(1...7))
    #expect(paragraphs.map(\.style) == ["S", nil, nil, nil, nil, nil, nil])
    // Read as text, each block says the number under which the paragraph is known.
    for block in try WordFile(body).blocks() where !block.text.contains("\t") {
      #expect(paragraphs[block.paragraph - 1].string == block.text)
    }
  }

  @Test("The characters that stand for elements would be mistaken for others")
  func characters() throws {
    let run = r("<w:tab/><w:ptab/><w:br/><w:cr/><w:noBreakHyphen/><w:softHyphen/>")
    let paragraph = try #require(try WordFile(p(run)).tree().paragraphs().first)
    #expect(paragraph.string == "\t\t\n\n\u{2011}\u{AD}")
    #expect(paragraph.pieces.count == 6)
  }
}
