import QRCode
import Testing

@Suite struct QRCodeTests {
  @Test("A telephone would not find the code: its three corner marks are wrong")
  func finders() throws {
    let code = try QRCode("https://egov.kz", level: .medium)
    let mark = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]
    for (top, left) in [(0, 0), (0, code.size - 7), (code.size - 7, 0)] {
      let rows = (0..<7).map { row in
        String((0..<7).map { code.isDark(row: top + row, column: left + $0) ? "#" : "." })
      }
      #expect(rows == mark)
    }
  }

  @Test("A higher level would correct no more than a lower one")
  func levels() throws {
    let text = String(repeating: "қағаз ", count: 20)
    let sizes = try QRCode.Level.allCases.map { try QRCode(text, level: $0).size }
    #expect(sizes == sizes.sorted() && Set(sizes).count == 4)
  }

  @Test("A text too long for any code, or none at all, would make a code that says something else")
  func capacity() throws {
    #expect(throws: QRCode.CapacityError.self) { try QRCode("", level: .low) }
    let longest = String(repeating: "a", count: 2953)
    #expect(try QRCode(longest, level: .low).size == 177)
    #expect(throws: QRCode.CapacityError.self) { try QRCode(longest + "a", level: .low) }
    #expect(throws: QRCode.CapacityError.self) { try QRCode(longest, level: .high) }
  }

  @Test("The same text would give different codes")
  func determinism() throws {
    #expect(try QRCode("№ 1", level: .high) == QRCode("№ 1", level: .high))
    #expect(try QRCode("№ 1", level: .high) != QRCode("№ 2", level: .high))
  }
}
