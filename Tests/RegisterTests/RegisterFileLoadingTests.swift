import Diagnostics
import Foundation
import Testing

@testable import Register

@Suite struct RegisterFileLoadingTests {
  private func folder(_ files: [String: String]) throws -> String {
    let folder = try RegisterFixture.makeFolder()
    for (name, text) in files {
      try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    }
    return folder
  }

  @Test("A folder would be imported with files that do not belong, or without its case data")
  func folders() throws {
    let row = "D1;warning;draft;2021-03-01;;;A;"
    let folder = try folder([
      "documents.csv": RegisterFile.documentHeader
        + "\n\(row)d1.json\nD2\(row.dropFirst(2))none.json\n",
      "LINKS.CSV": "document;url\n", "d1.json": "{}", "other.json": "{}", "notes.txt": "?",
      ".hidden.csv": "?",
    ])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let names = try RegisterFile.load([folder]).map(\.name)
    #expect(names == ["LINKS.CSV", "documents.csv", "d1.json"].map { folder + "/" + $0 })
    #expect(try RegisterFile.load([folder + "/"]).map(\.name) == names)
    let single = try RegisterFile.load([folder + "/documents.csv", folder + "/documents.csv"])
    #expect(single.map(\.name) == ["documents.csv", "d1.json"].map { folder + "/" + $0 })
    let fixture = try RegisterFixture()
    let report = try fixture.register.importFiles(single)
    #expect(report.documents.added == 1)
    #expect(report.diagnostics.map(\.rule) == ["R110"])
  }

  @Test("A wrong path would be passed over in silence")
  func wrongPaths() throws {
    let folder = try folder(["notes.txt": "?"])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func code(_ path: String) -> RegisterError.Code? {
      #expect(throws: RegisterError.self) { try RegisterFile.load([path]) }?.code
    }
    #expect(code(folder) == .unreadableInput)
    #expect(code(folder + "/none.csv") == .missingFile)
    #expect(code("/dev/zero") == .unreadableInput)
  }

  @Test("A name in a table would lead out of its folder")
  func caseDataNames() {
    #expect(CaseDataName.path(of: "a.json", beside: "in/x.csv") == "in/a.json")
    #expect(CaseDataName.path(of: "a.json", beside: "x.csv") == "a.json")
    #expect(CaseDataName.path(of: "b/c/a.json", beside: "in/x.csv") == "in/b/c/a.json")
    #expect(CaseDataName.path(of: "a..json", beside: "/x.csv") == "/a..json")
    for name in [
      "../a.json", "/etc/passwd", "b/../../a.json", "b/./a.json", "b//a.json", "..", ".",
      "b\\a.json",
    ] {
      #expect(CaseDataName.path(of: name, beside: "in/x.csv") == nil)
    }
  }
}
