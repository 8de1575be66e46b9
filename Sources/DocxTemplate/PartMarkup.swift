/// The pieces of markup that filling a part writes or looks for, with the part's own prefix.
struct PartMarkup: Sendable {
  let prefix: String
  let lineBreak: [UInt8]
  let tab: [UInt8]
  let noBreakHyphen: [UInt8]
  let textEnd: [UInt8]
  let textStart: [UInt8]
  let pageBreak: [UInt8]
  let paragraphStart: [UInt8]
  let paragraphEnd: [UInt8]
  let tableStart: [UInt8]
  let tableEnd: [UInt8]
  let emptyParagraph: [UInt8]
  let rowStart: [UInt8]
  let cellStart: [UInt8]

  /// - Parameter prefix: The prefix of WordprocessingML with its colon, `w:` as a rule.
  init(prefix: String) {
    self.prefix = prefix
    textEnd = Array("</\(prefix)t>".utf8)
    textStart = Array("<\(prefix)t xml:space=\"preserve\">".utf8)
    lineBreak = textEnd + "<\(prefix)br/>".utf8 + textStart
    noBreakHyphen = textEnd + "<\(prefix)noBreakHyphen/>".utf8 + textStart
    tab = textEnd + "<\(prefix)tab/>".utf8 + textStart
    pageBreak = Array(
      "<\(prefix)p><\(prefix)r><\(prefix)br \(prefix)type=\"page\"/></\(prefix)r></\(prefix)p>".utf8
    )
    paragraphStart = Array("<\(prefix)p".utf8)
    paragraphEnd = Array("</\(prefix)p>".utf8)
    tableStart = Array("<\(prefix)tbl>".utf8)
    tableEnd = Array("</\(prefix)tbl>".utf8)
    emptyParagraph = Array("<\(prefix)p></\(prefix)p>".utf8)
    rowStart = Array("<\(prefix)tr".utf8)
    cellStart = Array("<\(prefix)tc".utf8)
  }
}
