import Diagnostics
import Files
import Letters
import Synchronization

/// The letter kinds as they are compiled, so that a page does not read a template anew; one that was changed on the disk is.
final class KindCache: Sendable {
  struct Compiled: Sendable {
    /// `nil` where the kind cannot be used.
    let kind: LetterKind?
    let diagnostics: [Diagnostic]
    /// What the files of the kind look like; another state is another kind.
    let state: [String]
  }

  private let library: TemplateLibrary
  private let compiled = Mutex<[String: Compiled]>([:])

  init(_ library: TemplateLibrary) { self.library = library }

  /// A kind and what was found in it.
  ///
  /// - Throws: ``WebFailure/notFound`` where there is none of that name.
  func kind(_ id: String) throws -> Compiled {
    guard try library.kinds().contains(id) else { throw WebFailure.notFound }
    return try known(id)
  }

  /// The same for a letter that is there, whose kind may have been taken away since: then it cannot be used.
  func known(_ id: String) throws -> Compiled {
    let state = try state(of: id)
    if let known = compiled.withLock({ $0[id] }), known.state == state { return known }
    let new: Compiled
    do throws(FileError) {
      let (kind, diagnostics, _) = try library.kind(id)
      new = Compiled(kind: kind, diagnostics: diagnostics, state: state)
    } catch {
      new = Compiled(kind: nil, diagnostics: [error.diagnostic(writing: false)], state: state)
    }
    compiled.withLock { $0[id] = new }
    return new
  }

  /// Takes what is known of the kinds to be old, though their files look the same.
  func forget() { compiled.withLock { $0 = [:] } }

  /// What changes when one of the files does.
  private func state(of id: String) throws -> [String] {
    let names = ["letter.yaml"] + LetterLanguage.allCases.map { "\($0).docx" }
    let own = names.map { "\(library.folder)/\(id)/\($0)" }
    return own.map { "\($0) \(FileSystem.stamp(of: $0) ?? "")" } + (try library.referenceState())
  }
}
