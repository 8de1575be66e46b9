import Diagnostics

extension Environment {
  /// The built-in filters that escape text for HTML, and that take HTML out of it.
  static let markupFilters: [String: Filter] = [
    "escape": escape,
    "e": escape,
    "forceescape": { value, arguments throws(Fault) in
      try arguments.expect()
      return .markup(value.text.escapedForMarkup)
    },
    "safe": { value, arguments throws(Fault) in
      try arguments.expect()
      return .markup(value.text)
    },
    "striptags": { value, arguments throws(Fault) in
      try arguments.expect()
      return .string(value.text.withoutTags)
    },
    "xmlattr": { value, arguments throws(Fault) in
      try arguments.expect("autospace")
      guard case .object(let object) = value else { throw .type(of: value, in: arguments.callee) }
      var attributes: [String] = []
      for (key, member) in object.members where !member.isNone && !member.isUndefined {
        guard case .string(let name) = key.plain,
          !name.unicodeScalars.contains(where: \.endsAttributeName)
        else { throw .type(of: key, in: arguments.callee) }
        attributes.append("\(key.escaped)=\"\(member.escaped)\"")
      }
      let isSpaced = arguments.value(0, "autospace")?.isTrue ?? true
      let text = try attributes.joinedWithinLimit(" ")
      let spaced = isSpaced && !text.isEmpty ? " " + text : text
      return arguments.autoescape ? .markup(spaced) : .string(spaced)
    },
  ]

  private static let escape: Filter = { value, arguments throws(Fault) in
    try arguments.expect()
    return .markup(value.escaped)
  }
}

extension Unicode.Scalar {
  /// What would let a browser read on with the value of an attribute, or with its element.
  fileprivate var endsAttributeName: Bool {
    self == " " || (0x09...0x0D).contains(value) || self == "/" || self == ">" || self == "="
  }
}

extension String {
  /// The text between the tags and comments, with entities replaced and single spaces.
  ///
  /// - Complexity: linear in the text.
  var withoutTags: String {
    let bare = Self.withoutTags(Self.withoutComments(Array(utf8)))
    return String(decoding: bare, as: UTF8.self).words(atMost: .max).joined(separator: " ")
      .unescaped
  }

  private static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
    let (opening, closing) = (Array("<!--".utf8), ByteSearch("-->"))
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      result.append(bytes[index])
      index += 1
      guard result.count >= 4, result.suffix(4).elementsEqual(opening) else { continue }
      // What closes a comment may share its hyphens with what opens it.
      let tail = result.suffix(2) + bytes[index..<Swift.min(index + 2, bytes.count)]
      let end: Int
      if let early = closing.first(in: Array(tail)) {
        end = index - 2 + early + 3
      } else if let late = closing.first(in: bytes, from: index) {
        end = late + 3
      } else {
        return result + bytes[index...]
      }
      result.removeLast(4)
      index = end
    }
    return result
  }

  private static func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      guard let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) else { break }
      result += rest[..<start]
      rest = rest[(end + 1)...]
    }
    return result + rest
  }
}
