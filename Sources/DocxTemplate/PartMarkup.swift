/// The pieces of markup that filling a part writes or looks for, with the part's own prefix.
struct PartMarkup: Sendable {
  let prefix: String
  let lineBreak: [UInt8]
  let tab: [UInt8]
  let paragraphEnd: [UInt8]
  let tableEnd: [UInt8]
  let emptyParagraph: [UInt8]
  let rowStart: [UInt8]
  let cellStart: [UInt8]

  /// - Parameter prefix: The prefix of WordprocessingML with its colon, `w:` as a rule.
  init(prefix: String) {
    self.prefix = prefix
    lineBreak = Array("</\(prefix)t><\(prefix)br/><\(prefix)t xml:space=\"preserve\">".utf8)
    tab = Array("</\(prefix)t><\(prefix)tab/><\(prefix)t xml:space=\"preserve\">".utf8)
    paragraphEnd = Array("</\(prefix)p>".utf8)
    tableEnd = Array("</\(prefix)tbl>".utf8)
    emptyParagraph = Array("<\(prefix)p></\(prefix)p>".utf8)
    rowStart = Array("<\(prefix)tr".utf8)
    cellStart = Array("<\(prefix)tc".utf8)
  }
}
