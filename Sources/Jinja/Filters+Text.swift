import Diagnostics

extension Environment {
  /// The built-in filters that make text.
  static let textFilters: [String: Filter] = [
    "upper": { value, _ throws(Fault) in .string(value.text.uppercased()) },
    "lower": { value, _ throws(Fault) in .string(value.text.lowercased()) },
    "title": { value, _ throws(Fault) in .string(value.text.headed) },
    "capitalize": { value, _ throws(Fault) in .string(value.text.capitalizedOnce) },
    "trim": { value, arguments throws(Fault) in
      .string(value.text.stripped(try arguments.string(0, "chars")))
    },
    "string": { value, _ throws(Fault) in .string(value.text) },
    "replace": { value, arguments throws(Fault) in
      guard let old = arguments.value(0, "old"), let new = arguments.value(1, "new") else {
        throw .arguments(of: arguments.callee)
      }
      return .string(
        try value.text.replacing(
          try arguments.text(of: old), with: try arguments.text(of: new),
          atMost: try arguments.integer(2, "count")))
    },
    "join": { value, arguments throws(Fault) in
      try arguments.accept("d", "attribute")
      let separator = try arguments.value(0, "d").map { value throws(Fault) in
        try arguments.text(of: value)
      }
      let path = try arguments.string(1, "attribute")
      var texts: [String] = []
      for item in try items(value, arguments) {
        texts.append(try arguments.text(of: try item.at(path)))
      }
      return .string(try texts.joinedWithinLimit(separator ?? ""))
    },
    "format": { value, arguments throws(Fault) in
      let names = arguments.named.isEmpty ? nil : ObjectValue(arguments.named.map { ($0, $1) })
      return .string(
        try Formatting.percent(
          value.text, arguments.positional, names: names, callee: arguments.callee))
    },
    "center": { value, arguments throws(Fault) in
      try arguments.accept("width")
      return .string(
        try value.text.aligned(.center, try arguments.integer(0, "width") ?? 80, arguments.callee))
    },
    "truncate": { value, arguments throws(Fault) in
      try arguments.accept("length", "killwords", "end", "leeway")
      let length = try arguments.integer(0, "length") ?? 255
      let end = try arguments.string(2, "end") ?? "..."
      let leeway = try arguments.integer(3, "leeway") ?? 5
      let kept = length - end.unicodeScalars.count
      guard kept >= 0, leeway >= 0 else { throw .arguments(of: arguments.callee) }
      let scalars = Array(value.text.unicodeScalars)
      guard scalars.count > length.addingReportingOverflow(leeway).partialValue else {
        return .string(value.text)
      }
      var head = scalars[..<kept]
      if !(arguments.value(1, "killwords")?.isTrue ?? false), let space = head.lastIndex(of: " ") {
        head = head[..<space]
      }
      return .string(String(String.UnicodeScalarView(head)) + end)
    },
    "indent": { value, arguments throws(Fault) in
      try arguments.accept("width", "first", "blank")
      let width = arguments.value(0, "width") ?? .integer(4)
      let margin: String
      if case .string(let text) = width.plain {
        margin = text
      } else if let count = width.integer, count <= FieldFormat.maximumWidth {
        margin = String(repeating: " ", count: max(count, 0))
      } else {
        throw .type(of: width, in: arguments.callee)
      }
      let indentsFirst = arguments.value(1, "first")?.isTrue ?? false
      let indentsBlank = arguments.value(2, "blank")?.isTrue ?? false
      let lines = value.text.pieces(between: "\n").enumerated().map { index, line in
        let isIndented = index == 0 ? indentsFirst : indentsBlank || !line.isEmpty
        return isIndented ? margin + line : line
      }
      return .string(try lines.joinedWithinLimit("\n"))
    },
    "wordcount": { value, _ throws(Fault) in
      .integer(value.text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.count)
    },
    "default": defaultValue,
    "d": defaultValue,
  ]

  private static let defaultValue: Filter = { value, arguments throws(Fault) in
    try arguments.accept("default_value", "boolean")
    let replacement = arguments.value(0, "default_value") ?? .string("")
    if case .undefined = value { return replacement }
    let isStrict = arguments.value(1, "boolean")?.isTrue ?? false
    return isStrict && !value.isTrue ? replacement : value
  }
}
