import Export
import OfficePackage
import WordprocessingML

/// The originals of a letter as files in the forms that are asked for.
struct LetterBundle {
  /// An original, finished.
  struct Original {
    /// The files' name without its ending.
    let name: String
    let docx: [UInt8]
    let text: String
  }

  struct File {
    let name: String
    let type: String
    let bytes: [UInt8]
  }

  private(set) var files: [File] = []

  /// - Throws: ``WebFailure/busy`` and ``RefusedLetter`` where a PDF cannot be made; `OfficePackageError` for an original that is
  ///   no Word document.
  init(_ originals: [Original], forms: [LetterForm], in folder: String) throws {
    let pdfs =
      forms.contains(.pdf)
      ? try LetterPrinting.pdfs(of: originals.map { ("\($0.name).docx", $0.docx) }, in: folder)
      : []
    for (index, original) in originals.enumerated() {
      for form in forms {
        let bytes =
          switch form {
          case .docx: original.docx
          case .txt: Array(original.text.utf8)
          case .html:
            try WordDocument(OfficePackage(reading: original.docx))
              .html(HTMLOptions(title: original.name))
          case .pdf: pdfs[index]
          }
        files.append(
          File(
            name: "\(original.name).\(form.rawValue)", type: MediaType.of(form), bytes: bytes))
      }
    }
  }

  mutating func add(_ file: File) { files.append(file) }

  /// All of them in one archive; the same files give the same bytes.
  func archive() -> [UInt8] {
    var archive = ArchiveEncoder()
    var bytes: [UInt8] = []
    for file in files {
      archive.append(PackageEntry(storing: file.bytes, name: file.name), to: &bytes)
    }
    return bytes + archive.finish()
  }
}
