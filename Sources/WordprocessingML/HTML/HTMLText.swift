import XML

/// HTML as it is written.
struct HTMLText {
  private(set) var bytes: [UInt8] = []
  /// Whether anything was written that a person sees.
  var isVisible = false

  static func += (text: inout HTMLText, markup: String) {
    text.bytes.append(contentsOf: markup.utf8)
  }

  static func += (text: inout HTMLText, other: HTMLText) {
    text.bytes += other.bytes
    text.isVisible = text.isVisible || other.isVisible
  }

  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    XMLEscaping.text(text.utf8, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// As the value of an attribute between double quotes.
  static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    XMLEscaping.attribute(text.utf8, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
