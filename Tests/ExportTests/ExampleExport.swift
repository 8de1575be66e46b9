import CivilDates
import Diagnostics
import Files
import Foundation
import Letters
import Register
import Testing

@testable import Export

/// Exports of the project's own example, in folders that go away with the process.
enum ExampleExport {
  static let root: String = {
    // …/Tests/ExportTests/ExampleExport.swift
    let path = #filePath.split(separator: "/")
    return "/" + path.dropLast(3).joined(separator: "/")
  }()

  static let library = TemplateLibrary(folder: root + "/templates")

  private static let temporary: String = {
    let path = FileManager.default.temporaryDirectory.path + "/qoshat-export-\(getpid())"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    atexit {
      let path = FileManager.default.temporaryDirectory.path + "/qoshat-export-\(getpid())"
      try? FileManager.default.removeItem(atPath: path)
    }
    return path
  }()

  /// A path at which nothing is.
  static func path() -> String { temporary + "/" + UUID().uuidString }

  /// The example register, imported once.
  static let register: Result<Register, any Error> = Result { try freshRegister() }

  /// A copy that a test may change.
  static func freshRegister() throws -> Register {
    let register = try Register.create(at: path() + ".sqlite")
    _ = try register.importFiles(RegisterFile.load([root + "/fixtures/register"]))
    return register
  }

  /// What to export of 2021: three letters unless told otherwise, so that a test is quick.
  static func request(
    _ register: Register, kinds: [String]? = ["recommendation"]
  ) throws -> ExportRequest {
    let day = try #require(CivilDate(iso: "2021-12-20"))
    var request = ExportRequest(
      period: .year(2021), asOf: day, revision: try register.revision(), program: "test")
    request.kinds = kinds
    return request
  }

  static func export(
    _ register: Register? = nil, _ change: (inout ExportRequest) -> Void = { _ in }
  ) throws -> PeriodExport {
    let register = try register ?? Self.register.get()
    var request = try request(register)
    change(&request)
    return try PeriodExport(request, register, library)
  }

  /// Every file below a folder, hidden ones among them, with its bytes.
  static func contents(_ folder: String) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for path in try FileSystem.tree(folder) {
      contents[path] = try FileSystem.read("\(folder)/\(path)")
    }
    return contents
  }

  static func rules(_ body: () throws -> Void) -> [String] {
    do {
      try body()
      return []
    } catch let error as ExportError {
      return error.diagnostics.map(\.rule)
    } catch {
      return ["\(error)"]
    }
  }
}
