import Jinja

/// Markup that a template has made itself, by a macro or a captured block: it is written as it is.
final class Fragment: CustomValue {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  var isTrue: Bool { !bytes.isEmpty }
}
