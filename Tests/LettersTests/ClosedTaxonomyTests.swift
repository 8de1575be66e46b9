import Diagnostics
import JSON
import Register
import Testing

@testable import Letters

/// Kinds of documents that are called otherwise in other years, told from years that merely differ.
@Suite struct ClosedTaxonomyTests {
  /// What is found with the documents `kind;day`, each naming a resource of its own.
  private func found(_ documents: String..., asOf: String = "2021-12-20") throws -> [Diagnostic] {
    let register = try Register.create(at: try TemporaryFolder.make() + "/register.sqlite")
    let rows = documents.enumerated().map { index, document in
      let parts = document.split(separator: ";")
      return "D\(index + 1);\(parts[0]);sent;\(parts[1]);\(parts[1]);\(index + 1);Сайт;"
    }
    let text =
      "id;kind;status;prepared_at;sent_at;number;addressee;case\n" + rows.joined(separator: "\n")
    let report = try register.importFiles([
      RegisterFile(name: "documents.csv", bytes: Array((text + "\n").utf8))
    ])
    try #require(report.documents.added == documents.count)
    let kind = try Example.response.get()
    let data = try Example.caseData().replacing("asOf", with: .string(asOf))
    do throws(LetterRefusal) {
      return try kind.letter(data, file: "case.json", register: register).diagnostics
        .filter { $0.rule == "T5" }
    } catch {
      return error.diagnostics.filter { $0.rule == "T5" }
    }
  }

  @Test("documents that were renamed in the middle of the period are not found")
  func renamed() throws {
    let found = try found(
      "warning;2017-05-01", "notification;2018-05-01", "notification;2019-05-01",
      "warning;2020-05-01")
    #expect(found.map(\.rule) == ["T5"])
    #expect(found.first?.severity == .error)
    #expect(found.first?.message.en.contains("2018, 2019: no documents of the kind") == true)
    #expect(found.first?.message.en.contains("(2): `D2`, `D3`;") == true)
    #expect(found.first?.hint != nil)
  }

  @Test("a letter is stopped because platforms were notified in some years beside other letters")
  func notificationsBeside() throws {
    #expect(
      try found(
        "prescription;2017-02-01", "warning;2018-05-01", "prescription;2019-05-01",
        "recommendation;2020-05-01", "prescription;2020-05-02", "notification;2020-06-01",
        "warning;2021-05-01"
      ).isEmpty)
  }

  @Test("a register that never had such letters is said to have renamed them")
  func neverAny() throws {
    #expect(try found("notification;2018-05-01", "prescription;2018-06-01").isEmpty)
  }

  @Test("the first notification of January stops a letter before the year's letters are written")
  func yearNotOver() throws {
    let january = try found(
      "prescription;2020-05-01", "warning;2020-05-02", "prescription;2021-01-04",
      "notification;2021-01-05", asOf: "2021-01-10")
    #expect(january.map(\.rule) == ["T5"])
    #expect(january.map(\.severity) == [.warning])
    #expect(january.first?.message.ru.hasPrefix("2021: нет документов") == true)
  }

  @Test("kinds of something that is no document are declared closed")
  func closedResources() throws {
    var files = try KindFiles.response()
    let text = String(decoding: files.definition.bytes, as: UTF8.self)
      .replacing("\n  - preparedTotal\n", with: "\n  - preparedResources\n  - preparedAll\n")
    files.definition = LetterKind.Files.File(name: "letter.yaml", bytes: Array(text.utf8))
    let found = LetterKind.compile("response", files).diagnostics
    #expect(found.map(\.rule) == ["V110", "V110"])
    #expect(found.first?.message.en == "`preparedResources` does not count documents")
    #expect(found.last?.message.en == "there is no figure `preparedAll`")
  }
}
