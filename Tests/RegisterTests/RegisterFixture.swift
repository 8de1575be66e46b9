import CivilDates
import Diagnostics
import Foundation
import Testing

@testable import Register

/// A register in a folder of its own, removed with the fixture.
final class RegisterFixture {
  let folder: String
  let register: Register

  init() throws {
    folder = try Self.makeFolder()
    register = try Register.create(at: folder + "/register.sqlite")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static func makeFolder() throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/register-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  @discardableResult
  func load(
    _ files: RegisterFile..., options: ImportOptions = ImportOptions()
  ) throws -> ImportReport {
    try register.importFiles(files, options: options)
  }

  func value(_ query: FigureQuery) throws -> Int { try register.figure(query).value }
}

extension RegisterFile {
  init(_ name: String, _ text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  static let resourceHeader =
    (ResourceCard.columns + ["entered_at", "body", "channel"]).joined(separator: ";")
  static let documentHeader = "id;kind;status;prepared_at;sent_at;number;addressee;case"
  static let linkHeader = "document;url"

  /// A file of resources from `url;entered_at;body;channel` rows; the other columns are filled in.
  static func resources(_ rows: String..., name: String = "resources.csv") -> RegisterFile {
    let lines = rows.map { row in
      let cells = row.split(separator: ";", omittingEmptySubsequences: false)
      return "Название;\(cells[0]);Причина;a;b;c;Русский;красный;s.png;1;2;нет;источник;"
        + cells.dropFirst().joined(separator: ";")
    }
    return RegisterFile(name, ([resourceHeader] + lines).joined(separator: "\n") + "\n")
  }

  static func documents(_ rows: String..., name: String = "documents.csv") -> RegisterFile {
    RegisterFile(name, ([documentHeader] + rows).joined(separator: "\n") + "\n")
  }

  static func links(_ rows: String..., name: String = "links.csv") -> RegisterFile {
    RegisterFile(name, ([linkHeader] + rows).joined(separator: "\n") + "\n")
  }
}

func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

func period(_ from: String, _ to: String) throws -> Period {
  try #require(Period(from: day(from), to: day(to)))
}
