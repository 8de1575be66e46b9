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

  static func escaped(_ text: String) -> String { XMLEscaping.text(text) }

  /// Text that may go on in the next line behind a slash, where Unicode and Word break it and browsers do not (UAX #14).
  static func broken(_ text: String) -> String {
    let escaped = escaped(text)
    guard escaped.utf8.contains(0x2F) else { return escaped }
    var broken = String.UnicodeScalarView()
    for scalar in escaped.unicodeScalars {
      if broken.last == "/", scalar.properties.isAlphabetic {
        broken.append(contentsOf: "<wbr>".unicodeScalars)
      }
      broken.append(scalar)
    }
    return String(broken)
  }

  /// As the value of an attribute between double quotes.
  static func quoted(_ text: String) -> String { XMLEscaping.attribute(text) }
}
