import Diagnostics
import DocxTemplate
import Jinja
import OfficePackage
import WordprocessingML

/// One original of a letter with marks around its values: to be looked at, and not to be given away.
struct MarkedOriginal {
  let document: WordDocument
  let letter: FinishedLetter
  let values: [PrintedValue]
  /// What the template has found wrong.
  let diagnostics: [Diagnostic]

  init(
    _ template: DocxTemplate, _ context: LetterContext, _ language: LetterLanguage, kind: String
  ) throws(OfficePackageError) {
    var (marked, findings) = try template.marked(context.values(in: language, annexSheets: 1))
    var document = try WordDocument(marked.package)
    // How many sheets an annex has is known when it is there.
    if template.reads(["annex", "sheets"]), let sheets = document.pagesOfLastSection(), sheets > 1 {
      (marked, findings) = try template.marked(context.values(in: language, annexSheets: sheets))
      document = try WordDocument(marked.package)
    }
    self.document = document
    diagnostics = findings
    values = try marked.values()
    letter = FinishedLetter(document.textBlocks(), language, file: "\(kind).\(language).docx")
  }
}

extension PrintedValue {
  /// What is missing, where this stands for that.
  var gap: Gap? {
    if case .custom(let value) = value { (value as? GapValue)?.gap } else { nil }
  }
}
