import Cryptography
import Diagnostics
import Files
import Letters

/// The letter kinds of an export, compiled once for all its letters, and the sums of their files.
struct LetterKinds: Sendable {
  /// The kinds that letters can be made of.
  private(set) var kinds: [String: LetterKind] = [:]
  /// What was found in the templates.
  private(set) var diagnostics: [Diagnostic] = []
  /// The SHA-256 of each file of each kind, by its name.
  private(set) var templates: [String: [String: String]] = [:]
  /// The same of the reference data.
  private(set) var reference: [String: String] = [:]

  /// Reads the kinds named `names`; one that is not there or has faults is left out.
  init(_ names: [String], _ library: TemplateLibrary) throws(ExportError) {
    var last: LetterKind?
    for name in names {
      do throws(FileError) {
        let files = try library.files(of: name)
        var sums = ["letter.yaml": Self.sum(files.definition)]
        for (language, file) in files.templates { sums["\(language).docx"] = Self.sum(file) }
        templates[name] = sums
        for (name, file) in files.reference { reference[name] = Self.sum(file) }
        let (kind, found, _) = LetterKind.compile(name, files, beside: last)
        diagnostics += found
        kinds[name] = kind
        last = kind ?? last
      } catch {
        diagnostics.append(error.diagnostic(writing: false))
      }
    }
  }

  private static func sum(_ file: LetterKind.Files.File) -> String {
    SHA256.hexadecimal(of: file.bytes)
  }

  /// Why no letter of a kind can be made.
  static func unusable(_ letter: PlannedLetter) -> Diagnostic {
    Diagnostic(
      "X104",
      Message(
        kk: "`\(letter.kind)` түрінің үлгілері жоқ немесе оларда қате бар",
        ru: "шаблонов вида `\(letter.kind)` нет, или в них ошибки",
        en: "the templates of the kind `\(letter.kind)` are missing or have faults"),
      at: [Place(file: letter.id)])
  }
}
