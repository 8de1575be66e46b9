/// Documents that people take for Word documents, or that were named so.
public enum FileFormat: String, CaseIterable, Sendable {
  case oldWord, richText, pdf, webPage, xml, openDocument, workbook, presentation

  /// What a file is by its first bytes, where it is no archive.
  init?(beginning bytes: [UInt8]) {
    let first = bytes.prefix(1024).drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || $0 <= 0x20 }
    let text = String(decoding: first, as: UTF8.self).lowercased()
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldWord
    } else if text.hasPrefix("{\\rtf") {
      self = .richText
    } else if text.hasPrefix("%pdf-") {
      self = .pdf
    } else if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") {
      self = .webPage
    } else if text.hasPrefix("<?xml") {
      self = .xml
    } else {
      return nil
    }
  }

  /// The type of most documents.
  private static let word =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

  /// What a package is by the content type of its main part, where that is not Word's.
  init?(contentType: String) {
    guard contentType != Self.word else { return nil }
    let type = contentType.lowercased()
    if type.contains("spreadsheetml") || type.contains("ms-excel") {
      self = .workbook
    } else if type.contains("presentationml") || type.contains("ms-powerpoint") {
      self = .presentation
    } else {
      return nil
    }
  }
}
