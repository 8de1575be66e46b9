/// Reads a form that carries files.
///
/// - Source: RFC 7578; RFC 2046, §5.1.1.
enum MultipartReader {
  /// More than any form of ours has.
  private static let mostParts = 2_000
  private static let longestHeaders = 8 << 10

  /// The fields and files of `body`; `nil` where it is not what it says it is, or ends too early.
  static func fields(of body: [UInt8], boundary: String) -> FormFields? {
    let mark = Array("--\(boundary)".utf8)
    guard (1...70).contains(boundary.utf8.count), body.starts(with: mark) else { return nil }
    var fields = FormFields()
    var start = mark.count
    let separator = [0x0D, 0x0A] + mark
    for _ in 0..<mostParts {
      // What follows a boundary: two dashes after the last part, the end of the line before the next one.
      if body[start...].starts(with: Array("--".utf8)) { return fields }
      guard body[start...].starts(with: [0x0D, 0x0A]),
        let end = position(of: separator, in: body, from: start)
      else { return nil }
      guard add(body, from: start + 2, to: end, to: &fields) else { return nil }
      start = end + separator.count
    }
    return nil
  }

  private static func add(
    _ body: [UInt8], from start: Int, to end: Int, to fields: inout FormFields
  ) -> Bool {
    let blank: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
    guard start <= end, let headersEnd = position(of: blank, in: body, from: start),
      headersEnd + blank.count <= end, headersEnd - start <= longestHeaders,
      let headers = String(validating: body[start..<headersEnd], as: UTF8.self)
    else { return false }
    // Lines end with CR LF, which Swift takes for one character.
    for line in headers.split(separator: "\r\n") {
      let halves = line.split(separator: ":", maxSplits: 1)
      guard halves.count == 2, halves[0].lowercased() == "content-disposition" else { continue }
      let disposition = MediaKind(String(halves[1]))
      guard disposition.name == "form-data", let name = disposition.parameters["name"] else {
        return false
      }
      let content = body[(headersEnd + blank.count)..<end]
      if let file = disposition.parameters["filename"] {
        let base = file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init)
        fields.add(name, FormFields.File(name: base ?? "", bytes: Array(content)))
      } else {
        guard let value = String(validating: content, as: UTF8.self) else { return false }
        fields.add(name, value)
      }
      return true
    }
    return false
  }

  /// Where `needle` begins; its first byte is rare in what is searched, so that most of it is passed over at once.
  private static func position(of needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      needle.withUnsafeBufferPointer { needle in
        guard bytes.count >= needle.count else { return nil }
        var index = start
        let last = bytes.count - needle.count
        while index <= last {
          if bytes[index] == needle[0] {
            var length = 1
            while length < needle.count, bytes[index + length] == needle[length] { length += 1 }
            if length == needle.count { return index }
          }
          index += 1
        }
        return nil
      }
    }
  }
}
