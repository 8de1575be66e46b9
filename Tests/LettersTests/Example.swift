import CivilDates
import Diagnostics
import Files
import JSON
import Register
import Testing

@testable import Letters

/// The project's own example: its register, case data and templates, as a user has them.
enum Example {
  static let root: String = {
    // …/Tests/LettersTests/Example.swift
    let path = #filePath.split(separator: "/")
    return "/" + path.dropLast(3).joined(separator: "/")
  }()

  static let library = TemplateLibrary(folder: root + "/templates")

  /// What the templates in the repository refer to.
  static let reference = (try? library.reference()) ?? ReferenceData()

  /// The kind `response`, compiled from the templates in the repository.
  static let response = compiled("response")

  /// All kinds that the repository has letters of, compiled once.
  static let kinds: [String: Result<LetterKind, ExampleError>] = Dictionary(
    uniqueKeysWithValues: Set(letters.map(\.kind)).map { ($0, compiled($0)) })

  /// The example letters: their kinds and the files of their data.
  static let letters: [(kind: String, name: String)] = [
    ("response", "response-2021"), ("prescription", "prescription-2021"),
    ("notification", "notification-2021"), ("warning", "warning-2021"),
    ("recommendation", "recommendation-2021"), ("payment-list", "payment-list-2024"),
  ]

  private static func compiled(_ kind: String) -> Result<LetterKind, ExampleError> {
    guard let result = try? library.kind(kind) else { return .failure(ExampleError("files")) }
    guard let kind = result.kind else {
      return .failure(
        ExampleError(result.diagnostics.map { $0.rendered(in: .en) }.joined(separator: "\n")))
    }
    return .success(kind)
  }

  /// The example register, imported once.
  static let register: Result<Register, ExampleError> = {
    do {
      let register = try Register.create(at: try TemporaryFolder.make() + "/register.sqlite")
      let files = try RegisterFile.load([root + "/fixtures/register"])
      let report = try register.importFiles(files)
      guard report.diagnostics.isEmpty else { return .failure(ExampleError("import")) }
      return .success(register)
    } catch {
      return .failure(ExampleError("\(error)"))
    }
  }()

  static func caseData(_ name: String = "response-2021") throws -> JSON {
    try JSON(parsing: FileSystem.read("\(root)/fixtures/cases/\(name).json"))
  }

  /// A copy of the example register that a test may change.
  static func freshRegister() throws -> Register {
    let register = try Register.create(at: try TemporaryFolder.make() + "/register.sqlite")
    _ = try register.importFiles(RegisterFile.load([root + "/fixtures/register"]))
    return register
  }

  struct ExampleError: Error {
    let text: String

    init(_ text: String) { self.text = text }
  }
}

extension JSON {
  /// The value with the member at a dotted path replaced, or taken out for `nil`.
  func replacing(_ path: String, with value: JSON?) -> JSON {
    guard case .object(let members) = self else { return self }
    let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
    var result = members.filter { $0.name != parts[0] }
    if parts.count == 2 {
      let inner = self[parts[0]] ?? .object([])
      result.append(Member(parts[0], inner.replacing(parts[1], with: value)))
    } else if let value {
      result.append(Member(parts[0], value))
    }
    return .object(result)
  }
}
