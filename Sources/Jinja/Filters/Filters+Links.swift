import Diagnostics

extension Environment {
  /// The built-in filters that make addresses and links.
  static let linkFilters: [String: Filter] = [
    "urlencode": { value, arguments throws(Fault) in
      try arguments.expect()
      if value.isText { return .string(value.text.percentEncoded(keeping: "/")) }
      var pairs: [Value]
      if case .object(let object) = value {
        pairs = object.pairs
      } else if let items = value.items ?? (value.isUndefined ? [] : nil) {
        pairs = items
      } else {
        return .string(value.text.percentEncoded(keeping: "/"))
      }
      var texts: [String] = []
      for pair in pairs {
        guard let parts = pair.items, parts.count == 2 else {
          throw .type(of: pair, in: arguments.callee)
        }
        texts.append(parts.map { $0.text.percentEncoded(keeping: " ") }.joined(separator: "="))
      }
      return .string(try texts.joinedWithinLimit("&"))
    },
    "urlize": { value, arguments throws(Fault) in
      try arguments.expect(
        "trim_url_limit", "nofollow", "target", "rel", "extra_schemes")
      var relations = Set(
        (try arguments.optionalString(3, "rel") ?? "").words(atMost: .max) + ["noopener"])
      if arguments.isTrue(1, "nofollow") { relations.insert("nofollow") }
      var schemes: [String] = []
      if let given = arguments.value(4, "extra_schemes"), !given.isNone {
        for scheme in try items(given, arguments) {
          guard Linker.isScheme(scheme.text) else { throw arguments.unfit }
          schemes.append(scheme.text)
        }
      }
      let target = try arguments.optionalString(2, "target")
      let linker = Linker(
        limit: try arguments.optionalWhole(0, "trim_url_limit"),
        attributes: " rel=\"\(relations.sorted().joined(separator: " ").escapedForMarkup)\""
          + (target.map { $0.isEmpty ? "" : " target=\"\($0.escapedForMarkup)\"" } ?? ""),
        schemes: schemes)
      let text = try linker.linked(value.escaped)
      return arguments.autoescape ? .markup(text) : .string(text)
    },
  ]
}

extension String {
  /// The text with all bytes but those of plain letters, digits and a few marks as `%XX`; a kept space becomes a plus sign.
  fileprivate func percentEncoded(keeping kept: Unicode.Scalar) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "~"):
        result.append(byte)
      case UInt8(ascii: "/") where kept == "/": result.append(byte)
      case UInt8(ascii: " ") where kept == " ": result.append(UInt8(ascii: "+"))
      default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
