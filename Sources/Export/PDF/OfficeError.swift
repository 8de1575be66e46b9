public import Diagnostics
public import Files

/// Why nothing at all can be converted into PDF.
public enum OfficeError: Error, Hashable {
  /// LibreOffice is not installed.
  case missing
  /// It is installed, but cannot even convert a line of text.
  case unusable
  /// A document could not be read, or a PDF not be written.
  case file(FileError)

  /// The error as it is told to people.
  public var diagnostic: Diagnostic {
    switch self {
    case .missing:
      Diagnostic(
        "O104",
        Message(
          kk: "PDF үшін LibreOffice керек (`soffice`), ол орнатылмаған",
          ru: "для PDF нужен LibreOffice (`soffice`), он не установлен",
          en: "PDF needs LibreOffice (`soffice`), which is not installed"))
    case .unusable:
      Diagnostic(
        "O104",
        Message(
          kk: "LibreOffice бірден тоқтайды және ештеңені PDF-ке айналдыра алмайды",
          ru: "LibreOffice сразу завершается и не может ничего преобразовать в PDF",
          en: "LibreOffice stops at once and can turn nothing into PDF"))
    case .file(let error): error.diagnostic(writing: true)
    }
  }
}

/// What became of a document that was to be a PDF.
public enum PDFOutcome: Hashable, Sendable {
  case converted
  /// LibreOffice cannot read it, or ends while it tries, alone and more than once.
  case failed
  /// LibreOffice does not come to an end with it, alone and more than once.
  case hung

  /// What is told to people; `nil` where all is well.
  public func diagnostic(for document: String) -> Diagnostic? {
    switch self {
    case .converted: nil
    case .failed:
      Diagnostic(
        "O104",
        Message(
          kk: "LibreOffice PDF жасай алмады", ru: "LibreOffice не смог создать PDF",
          en: "LibreOffice could not make the PDF"),
        at: [Place(file: document)])
    case .hung:
      Diagnostic(
        "O104",
        Message(
          kk: "LibreOffice осы құжатта тұрып қалды", ru: "LibreOffice зависает на этом документе",
          en: "LibreOffice hangs on this document"),
        at: [Place(file: document)])
    }
  }
}
