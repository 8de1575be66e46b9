import Diagnostics
import Export
import JSON
import Letters
import Register

/// A letter that a program asked for.
struct ProgramLetter {
  static let forms = LetterForm.allCases

  /// What the files are called, without their endings.
  let name: String
  private let letter: RenderedLetter
  private let diagnostics: [Diagnostic]
  private let folder: String

  /// - Throws: ``RefusedLetter``, or what the register refuses.
  init(_ kind: LetterKind, _ data: JSON, _ workplace: Workplace) throws {
    let asked = data["name"]?.string ?? kind.id
    name = FileName.isSafe(asked) ? asked : kind.id
    folder = workplace.folder
    do throws(LetterRefusal) {
      (letter, diagnostics) = try kind.render(
        data, file: "", register: workplace.register, listing: .documentsAndBodies)
    } catch {
      if case .register(let failure) = error.reason { throw failure }
      throw RefusedLetter(diagnostics: error.diagnostics)
    }
  }

  /// The files in one archive; the same letter gives the same bytes.
  func archive(forms: [LetterForm], languages: [LetterLanguage]) throws -> [UInt8] {
    let originals = languages.compactMap { language in
      letter.documents[language].map {
        LetterBundle.Original(name: "\(name).\(language)", docx: $0.docx, text: $0.text)
      }
    }
    var bundle = try LetterBundle(originals, forms: forms, in: folder)
    if !diagnostics.isEmpty {
      let json: JSON = ["diagnostics": .array(diagnostics.map(\.json))]
      bundle.add(
        LetterBundle.File(
          name: "diagnostics.json", type: MediaType.json,
          bytes: json.bytes(indented: true) + [UInt8(ascii: "\n")]))
    }
    return bundle.archive()
  }
}
