import Diagnostics
import Letters
import OfficePackage
import TestSupport
import WordprocessingML

extension Workload {
  /// Finished documents that are read.
  static let reading =
    [("paragraphs", 12, paragraphs), ("rows", 5, rows), ("runs", 30, runs)].flatMap {
      name, size, body in
      [
        Workload("text of \(name)", size) { count in
          let document = TestDocument.bytes(body: body(count))
          return { _ = try WordDocument(OfficePackage(reading: document)).plainText() }
        },
        Workload("HTML of \(name)", size) { count in
          let document = TestDocument.bytes(body: body(count))
          return { _ = try WordDocument(OfficePackage(reading: document)).html() }
        },
      ]
    }

  private static let paragraphs: @Sendable (Int) -> String = {
    repeated(p("Құрметті депутаттар! ", "Рассмотрев ваш запрос, сообщаем следующее."), $0)
  }

  private static let rows: @Sendable (Int) -> String = {
    table(
      Array(repeating: row(["1", "https://sunkar.example/", "15.10.2021"]), count: $0), columns: 3)
  }

  private static let runs: @Sendable (Int) -> String = {
    "<w:p>" + repeated("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>сөз </w:t></w:r>", $0)
      + "</w:p>"
  }
}
