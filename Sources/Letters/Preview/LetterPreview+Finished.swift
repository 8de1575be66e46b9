public import Diagnostics
public import OfficePackage
import WordprocessingML

extension LetterPreview {
  /// A finished original as one file of HTML, with the words set apart that `diagnostics` are about, as in ``pages``.
  ///
  /// - Throws: `OfficePackageError` where `docx` is no Word document.
  public static func page(
    of docx: [UInt8], _ version: LetterLanguage, title: String, _ diagnostics: [Diagnostic],
    messages language: MessageLanguage
  ) throws(OfficePackageError) -> [UInt8] {
    var marks = HTMLMarks()
    marks.styleSheet = FindingMark.styleSheet
    for (index, diagnostic) in diagnostics.enumerated() {
      let element = FindingMark.element(of: diagnostic, index, language)
      for place in diagnostic.places where place.language == version.rawValue {
        marks.remarks.append((.at(place), element))
      }
    }
    return try WordDocument(OfficePackage(reading: docx))
      .html(HTMLOptions(title: title, marks: marks))
  }
}

/// How the words that a finding is about are set apart.
enum FindingMark {
  static func element(
    of diagnostic: Diagnostic, _ index: Int, _ language: MessageLanguage
  ) -> HTMLMarks.Element {
    HTMLMarks.Element(
      .mark,
      [
        ("class", "finding \(diagnostic.severity.rawValue)"), ("id", "finding-\(index)"),
        ("data-finding", String(index)), ("title", diagnostic.message[language]),
      ])
  }

  static let styleSheet = """
    mark.finding{color:inherit;text-decoration:underline wavy}
    mark.error{background:#fde0dd;text-decoration-color:#b3261e}
    mark.warning{background:#ffedb8;text-decoration-color:#7a5900}
    mark.finding:target{outline:2pt solid #0b4a8f}
    @media print{mark.finding{background:none;outline:none;text-decoration:none}}

    """
}
