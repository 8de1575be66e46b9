import DocxTemplate
import Jinja
import OfficePackage
import WordprocessingML

/// Fills any bytes as a Word document with tags.
///
/// Bytes that begin with `PK` are the archive itself. Others are what stands in the body: markup if they begin with `<`, else paragraphs, one a line, in which a `|` begins a new run.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTemplate(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let archive = bytes.starts(with: "PK".utf8) ? bytes : document(bytes)
  var environment = Environment(undefined: .default)
  environment.maximumSteps = 20_000
  guard
    let (template, _) = try? DocxTemplate.compile(
      archive, file: "fuzz.docx", environment: environment),
    let (filled, _) = try? template?.render(context), let filled
  else { return 0 }
  // What was filled is a document that can be read again.
  guard let package = try? OfficePackage(reading: filled) else {
    preconditionFailure("the filled document is no archive")
  }
  do {
    _ = try WordDocument(package).plainText()
  } catch {
    // A document that could not be read before need not be readable now.
    guard let original = try? OfficePackage(reading: archive),
      (try? WordDocument(original)) != nil
    else { return 0 }
    preconditionFailure("the filled document cannot be read: \(error)")
  }
  return 0
}

private func document(_ bytes: [UInt8]) -> [UInt8] {
  var body = ""
  let text = String(decoding: bytes, as: UTF8.self)
  if bytes.first == UInt8(ascii: "<") {
    body = text
  } else {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      body += "<w:p>"
      for run in line.split(separator: "|", omittingEmptySubsequences: false) {
        body += "<w:r><w:t xml:space=\"preserve\">"
        for scalar in run.unicodeScalars {
          switch scalar {
          case "&": body += "&amp;"
          case "<": body += "&lt;"
          case ">": body += "&gt;"
          case _ where scalar.value < 0x20: body += " "
          default: body.unicodeScalars.append(scalar)
          }
        }
        body += "</w:t></w:r>"
      }
      body += "</w:p>"
    }
  }
  let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  let package = "http://schemas.openxmlformats.org/package/2006"
  return StoredArchive.bytes(of: [
    (
      "[Content_Types].xml",
      "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
    ),
    (
      "_rels/.rels",
      "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
    ),
    ("word/document.xml", "<w:document xmlns:w=\"\(word)\"><w:body>\(body)</w:body></w:document>"),
  ])
}

private let context = ObjectValue([
  ("a", .integer(1)), ("b", .string("мәтін <b>\n\tжол\u{07}абзац\u{0C}бет")),
  ("l", .array([.integer(3), .integer(1), .string("x")])), ("e", .array([])),
  ("d", .object(ObjectValue([("k", .string("v")), ("l", .array([.bool(true)]))]))),
])
