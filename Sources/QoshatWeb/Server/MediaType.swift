import Export

/// The types of files that the application sends.
enum MediaType {
  static let docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  static let text = "text/plain; charset=utf-8"
  static let html = "text/html; charset=utf-8"
  static let pdf = "application/pdf"
  static let zip = "application/zip"
  static let csv = "text/csv; charset=utf-8"
  static let json = "application/json"

  static func of(_ form: LetterForm) -> String {
    switch form {
    case .docx: docx
    case .txt: text
    case .html: html
    case .pdf: pdf
    }
  }
}
