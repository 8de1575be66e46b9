import Diagnostics
import Testing

@testable import Register

@Suite struct CSVParserTests {
  private func rows(_ text: String) -> [[String]] {
    ParsedTable(RegisterFile("t.csv", text)).rows.map { $0.cells.map(\.text) }
  }

  @Test("A spreadsheet's file would be split at the wrong places")
  func splitting() {
    #expect(rows("a;b\nc;d") == [["a", "b"], ["c", "d"]])
    #expect(rows("a;b\r\nc;d\r\n") == [["a", "b"], ["c", "d"]])
    #expect(rows("\u{FEFF}a;b\n") == [["a", "b"]])
    #expect(rows("\u{FEFF}\"a\";b\n") == [["a", "b"]])
    #expect(rows("a;;\n") == [["a", "", ""]])
    #expect(rows("a,b\n") == [["a,b"]])
    #expect(rows("") == [])
    #expect(rows("a\n\n;;;\r\n\r\nb\n") == [["a"], ["b"]])
  }

  @Test("A quoted cell would lose its separators, quotes or line breaks")
  func quoting() {
    #expect(rows("\"a;b\";\"c\"\"d\"\n") == [["a;b", "c\"d"]])
    #expect(rows("\"a\r\nb\";c\n") == [["a\r\nb", "c"]])
    #expect(rows("\"\";\"\"\"\"\n") == [["", "\""]])
    #expect(rows("ООО \"Ромашка\";b\n") == [["ООО \"Ромашка\"", "b"]])
  }

  @Test("One broken row would take the following ones with it")
  func recovery() {
    let table = ParsedTable(RegisterFile("t.csv", "a;b\n\"x\"y;1\nc;\"d\ne;f\n"))
    #expect(table.rows.map { $0.cells.map(\.text) } == [["a", "b"], ["e", "f"]])
    #expect(table.faults.map(\.kind) == [.textAfterQuote, .unclosedQuote])
    #expect(table.faults.map { table.text.place(of: $0).line } == [2, 3])
    #expect(table.faults.map { table.text.place(of: $0).text } == ["\"x\"y;1", "\"d"])
  }

  @Test("A stray quote in a large file would hold up the import")
  func longCells() {
    let long = String(repeating: "x", count: CSVParser.maximumCell)
    let table = ParsedTable(RegisterFile("t.csv", "\"\(long)\n\(long)x;1\na;b\n"))
    #expect(table.faults.map(\.kind) == [.tooLong, .tooLong])
    #expect(table.rows.map { $0.cells.map(\.text) } == [["a", "b"]])
  }

  @Test("A message would point at the wrong line or column")
  func places() throws {
    let table = ParsedTable(RegisterFile("t.csv", "\u{FEFF}қ;b\n\"1\n2\";қаз;\"y\"\n"))
    let row = try #require(table.rows.last)
    let places = row.cells.map { table.text.place(of: $0, column: "c") }
    #expect(places.map(\.line) == [2, 3, 3])
    #expect(places.map(\.column) == [1, 4, 8])
    #expect(places.map(\.text) == ["1\n2", "қаз", "y"])
    let header = try #require(table.rows.first)
    #expect(table.text.place(of: header.cells[0]).column == 1)
    #expect(table.text.place(of: header.cells[1]).column == 3)
    #expect(table.text.place(of: header).text == "қ;b")
  }

  @Test("A long row would be cut inside a letter")
  func excerpts() throws {
    let row = "x" + String(repeating: "қ", count: 300)
    let table = ParsedTable(RegisterFile("t.csv", row))
    let place = table.text.place(of: try #require(table.rows.first))
    #expect(row.hasPrefix(place.excerpt))
    #expect(place.excerpt.utf8.count >= 190)
  }

  @Test("Any bytes would bring the program down")
  func totality() {
    var state: UInt64 = 7
    let alphabet = Array("\";\n\ra\u{FEFF}қ".utf8)
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      let table = ParsedTable(RegisterFile(name: "t.csv", bytes: bytes))
      for row in table.rows {
        #expect(!row.cells.isEmpty)
        for cell in row.cells { #expect((table.text.place(of: cell).line ?? 0) >= 1) }
        #expect((table.text.place(of: row).line ?? 0) >= 1)
      }
      for fault in table.faults { #expect((table.text.place(of: fault).line ?? 0) >= 1) }
    }
  }
}

/// All rows of a file, which the program itself never holds together.
struct ParsedTable {
  let text: CSVTable
  private(set) var rows: [CSVRow] = []
  private(set) var faults: [CSVFault] = []

  init(_ file: RegisterFile) {
    text = CSVTable(file: file.name, bytes: file.bytes)
    var parser = CSVParser(file.bytes)
    while let item = parser.next() {
      switch item {
      case .row(let row): rows.append(row)
      case .fault(let fault): faults.append(fault)
      }
    }
  }
}
