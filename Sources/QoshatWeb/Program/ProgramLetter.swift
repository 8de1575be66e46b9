import Diagnostics
import Export
import JSON
import Letters
import OfficePackage
import Register
import WordprocessingML

/// A letter that a program asked for.
struct ProgramLetter {
  /// Why there is none.
  struct Refusal: Error {
    let diagnostics: [Diagnostic]
  }

  static let forms = Export.LetterForm.allCases

  /// What the files are called, without their endings.
  let name: String
  private let letter: RenderedLetter
  private let diagnostics: [Diagnostic]
  private let folder: String

  /// - Throws: ``Refusal``, or what the register refuses.
  init(_ kind: LetterKind, _ data: JSON, _ workplace: Workplace) throws {
    let asked = data["name"]?.string ?? kind.id
    name = FileName.isSafe(asked) ? asked : kind.id
    folder = workplace.folder
    do throws(LetterRefusal) {
      (letter, diagnostics) = try kind.render(
        data, file: "", register: workplace.register, listing: .documentsAndBodies)
    } catch {
      if case .register(let failure) = error.reason { throw failure }
      throw Refusal(diagnostics: error.diagnostics)
    }
  }

  /// The files in one archive; the same letter gives the same bytes.
  func archive(forms: [Export.LetterForm], languages: [LetterLanguage]) throws -> [UInt8] {
    var files: [(name: String, bytes: [UInt8])] = []
    for language in languages {
      guard let document = letter.documents[language] else { continue }
      for form in forms {
        let path = "\(name).\(language).\(form.rawValue)"
        switch form {
        case .docx: files.append((path, document.docx))
        case .txt: files.append((path, Array(document.text.utf8)))
        case .html:
          let page = try WordDocument(OfficePackage(reading: document.docx))
            .html(HTMLOptions(title: "\(name).\(language)"))
          files.append((path, page))
        case .pdf:
          let pdf = try LetterPDF.bytes(
            of: document.docx, name: "\(name).\(language).docx", in: folder)
          files.append((path, pdf))
        }
      }
    }
    if !diagnostics.isEmpty {
      let json: JSON = ["diagnostics": .array(diagnostics.map(\.json))]
      files.append(("diagnostics.json", Array((json.serialized(indented: true) + "\n").utf8)))
    }
    var archive = ArchiveEncoder()
    var bytes: [UInt8] = []
    for file in files {
      bytes += archive.append(PackageEntry(storing: file.bytes, name: file.name))
    }
    return bytes + archive.finish()
  }
}
