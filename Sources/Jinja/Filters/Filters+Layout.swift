import Diagnostics

extension Environment {
  /// The built-in filters that set text in lines and widths.
  static let layoutFilters: [String: Filter] = [
    "center": { value, arguments throws(Fault) in
      try arguments.expect("width")
      let width = try arguments.whole(0, "width") ?? 80
      return value.retyped(try value.text.aligned(.center, width, arguments.callee))
    },
    "truncate": { value, arguments throws(Fault) in
      try arguments.expect("length", "killwords", "end", "leeway")
      let length = try arguments.whole(0, "length") ?? 255
      let end = arguments.value(2, "end") ?? .string("...")
      let leeway = try arguments.optionalWhole(3, "leeway") ?? 5
      guard let endLength = end.length, let count = value.length else {
        throw .type(of: end.length == nil ? end : value, in: arguments.callee)
      }
      guard length >= endLength, leeway >= 0 else { throw arguments.unfit }
      guard count > length.addingReportingOverflow(leeway).partialValue else { return value }
      guard value.isText else { throw .type(of: value, in: arguments.callee) }
      var head = Substring(value.text.unicodeScalars.prefix(length - endLength)).unicodeScalars
      if !arguments.isTrue(1, "killwords"), let space = head.lastIndex(of: " ") {
        head = head[..<space]
      }
      return try Operators.apply(.add, value.retyped(String(Substring(head))), end)
    },
    "indent": { value, arguments throws(Fault) in
      try arguments.expect("width", "first", "blank")
      let width = arguments.value(0, "width") ?? .integer(4)
      let margin: String
      if width.isText {
        margin = width.text
      } else if let count = width.index, count <= FieldFormat.maximumWidth {
        margin = String(repeating: " ", count: max(count, 0))
      } else {
        throw .type(of: width, in: arguments.callee)
      }
      guard value.isText || value.plain.isText else {
        throw .type(of: value, in: arguments.callee)
      }
      let indentsBlank = arguments.isTrue(2, "blank")
      let lines = (value.text + "\n").lines()
      var pieces: [String] = []
      for (index, line) in lines.enumerated() {
        let isIndented =
          index == 0 ? arguments.isTrue(1, "first") : indentsBlank || !line.isEmpty
        pieces.append(isIndented ? margin + line : line)
      }
      return value.retyped(try pieces.joinedWithinLimit("\n"))
    },
    "wordwrap": { value, arguments throws(Fault) in
      try arguments.expect(
        "width", "break_long_words", "wrapstring", "break_on_hyphens")
      guard value.isText || value.plain.isText else {
        throw .type(of: value, in: arguments.callee)
      }
      let width = try arguments.whole(0, "width") ?? 79
      let paragraphs = value.text.lines()
      guard width > 0 || paragraphs.isEmpty else { throw arguments.unfit }
      let wrap = try arguments.optionalString(2, "wrapstring") ?? "\n"
      let wrapper = LineWrapper(
        width: width, breaksWords: arguments.value(1, "break_long_words")?.isTrue ?? true,
        breaksAtHyphens: arguments.value(3, "break_on_hyphens")?.isTrue ?? true)
      var lines: [String] = []
      for line in paragraphs {
        lines.append(try wrapper.lines(of: line).joinedWithinLimit(wrap))
      }
      return .string(try lines.joinedWithinLimit(wrap))
    },
  ]
}
