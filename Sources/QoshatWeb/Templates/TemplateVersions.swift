import Cryptography
import Files
import Letters

/// The versions of a kind's template: the one in use, and those before it, which lie in a folder beside it that no other part
/// of the program looks into.
struct TemplateVersions {
  /// One that is not in use any more.
  struct Earlier {
    /// 1 for the first that was replaced.
    let number: Int
    /// The day until which it was in use, and who replaced it.
    let replaced: String
    let path: String
  }

  let folder: String
  let language: LetterLanguage

  init(_ library: TemplateLibrary, kind: String, _ language: LetterLanguage) {
    folder = "\(library.folder)/\(kind)"
    self.language = language
  }

  var path: String { "\(folder)/\(language).docx" }

  private var past: String { "\(folder)/.versions/\(language)" }

  /// What stands for the content of the version in use.
  func sum() throws -> String { SHA256.hexadecimal(of: try FileSystem.read(path)) }

  /// The former versions, the newest first.
  func earlier() throws -> [Earlier] {
    guard FileSystem.kind(of: past) == .folder else { return [] }
    return try FileSystem.names(in: past).compactMap { name -> Earlier? in
      let parts = name.split(separator: " ", maxSplits: 1)
      guard name.hasSuffix(".docx"), parts.count == 2, let number = Int(parts[0]) else {
        return nil
      }
      return Earlier(
        number: number, replaced: String(parts[1].dropLast(5)), path: "\(past)/\(name)")
    }.sorted { $0.number > $1.number }
  }

  func earlier(_ number: Int) throws -> Earlier {
    guard let version = try earlier().first(where: { $0.number == number }) else {
      throw WebFailure.notFound
    }
    return version
  }

  /// Puts `bytes` in the place of the version in use, which is kept: both files are on the disk, or nothing has changed.
  ///
  /// - Throws: ``WebFailure/conflict`` where the version in use is not the one whose sum is `sum`.
  func replace(by bytes: [UInt8], sum: String, on day: String) throws {
    let old = try FileSystem.read(path)
    guard SHA256.hexadecimal(of: old) == sum else { throw WebFailure.conflict }
    let number = (try earlier().first?.number ?? 0) + 1
    try FileSystem.makeFolder(past)
    var files = FileSet()
    try files.add(old, as: "\(past)/\(number) \(day).docx")
    try files.add(bytes, as: path)
    try files.commit()
  }
}
