import Diagnostics

/// Collects what a template writes as plain text, or as the text of HTML where `autoescape` is on.
///
/// A class because the renderer writes into it from nested blocks; used by one thread.
public final class TextOutput: TemplateOutput {
  /// What was written, in UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var captures: [Int] = []
  private let limit: Int

  /// An output that takes at most `limit` bytes.
  public init(limit: Int = 1 << 28) { self.limit = limit }

  /// What was written, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public func write(constant: UnsafeBufferPointer<UInt8>, number: Int) { bytes += constant }

  public func write(_ value: Value, at site: Int, escaping: Bool) throws(Fault) {
    let text = escaping ? value.escaped : value.text
    guard bytes.count + text.utf8.count <= limit else { throw Operators.tooLarge }
    bytes += text.utf8
  }

  public func beginCapture() { captures.append(bytes.count) }

  public func endCapture(escaping: Bool) -> Value {
    let start = captures.removeLast()
    let text = String(decoding: bytes[start...], as: UTF8.self)
    bytes.removeSubrange(start...)
    return escaping ? .markup(text) : .string(text)
  }
}

extension Value {
  /// The text with the characters replaced that mean something in HTML; markup as it is.
  var escaped: String {
    switch self {
    case .markup(let text): text
    case .integer, .big, .double, .bool, .none: text
    default: text.escapedForMarkup
    }
  }
}

extension String {
  /// The text with the five characters replaced that mean something in HTML.
  var escapedForMarkup: String {
    guard utf8.contains(where: { [0x26, 0x3C, 0x3E, 0x22, 0x27].contains($0) }) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&#34;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
