/// The types of files that the application sends.
enum MediaType {
  static let docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  static let pdf = "application/pdf"
  static let zip = "application/zip"
  static let csv = "text/csv; charset=utf-8"
}
