import Export
import Foundation
import TestSupport
import Testing

/// With LibreOffice itself, where it is installed: what nobody who writes a program in its place can know.
@Suite(.enabled(if: Office.program != nil)) struct LibreOfficeTests {
  @Test(
    "A second export would seem to have other letters, or one converted alone differ from itself")
  func reproducibility() throws {
    let folder = try Folder()
    let first = try folder.documents("first")
    let second = Array(try folder.documents("second").reversed())
    var converter = try OfficeConverter(in: folder.path)
    #expect(try converter.convert(first).allSatisfy { $0 == .converted })
    // A second later at least, in another order and another profile.
    sleep(1)
    var other = try OfficeConverter(in: folder.path)
    #expect(try other.convert(second).allSatisfy { $0 == .converted })
    for (one, another) in zip(first, second.reversed()) {
      let pdf = try Data(contentsOf: URL(fileURLWithPath: one.pdf))
      #expect(try pdf == Data(contentsOf: URL(fileURLWithPath: another.pdf)), "\(one.pdf)")
      #expect(pdf.starts(with: Array("%PDF-".utf8)))
      let pages = try #require(PDFPages.count(in: Array(pdf)))
      #expect((1...6).contains(pages))
      #expect(pdf.range(of: Data("/CreationDate".utf8)) == nil)
    }
  }

  @Test("A killed LibreOffice would cost a letter its PDF", arguments: [300, 900, 1500])
  func killed(milliseconds: Int) throws {
    let folder = try Folder(name: "жинақ 1 %")
    let documents = try folder.documents("given")
    let path = folder.path
    Thread.detachNewThread {
      usleep(UInt32(milliseconds) * 1000)
      for process in Folder.processes(below: path) { kill(process, SIGKILL) }
    }
    do {
      var converter = try OfficeConverter(in: path)
      #expect(try converter.convert(documents).allSatisfy { $0 == .converted })
      #expect(documents.allSatisfy { FileManager.default.fileExists(atPath: $0.pdf) })
    }
    #expect(Folder.processes(below: path) == [])
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    #expect(names == ["given"], "a temporary folder is left")
  }

  /// A folder of its own, with documents in it.
  private final class Folder {
    let path: String

    init(name: String = "letters") throws {
      path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString)/" + name
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
      let root = URL(fileURLWithPath: path).deletingLastPathComponent()
      try? FileManager.default.removeItem(at: root)
    }

    /// The templates of the repository, which are documents too.
    func documents(_ name: String) throws -> [OfficeConverter.Document] {
      let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../templates").standardizedFileURL
      var documents: [OfficeConverter.Document] = []
      for kind in ["notification", "prescription", "response", "warning"] {
        for language in ["kk", "ru"] {
          let target = "\(path)/\(name)/\(kind)/хат.\(language)"
          try FileManager.default.createDirectory(
            atPath: "\(path)/\(name)/\(kind)", withIntermediateDirectories: true)
          try FileManager.default.copyItem(
            atPath: source.appending(path: "\(kind)/\(language).docx").path,
            toPath: "\(target).docx")
          documents.append(.init(docx: "\(target).docx", pdf: "\(target).pdf"))
        }
      }
      return documents
    }

    /// The processes that were given a path below a folder.
    static func processes(below folder: String) -> [Int32] {
      let mark = folder.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? folder
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return names.compactMap { Int32($0) }.filter { process in
        let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
        return line.range(of: Data(mark.utf8)) != nil && process != getpid()
      }
    }
  }
}
