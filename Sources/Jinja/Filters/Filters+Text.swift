import Diagnostics

extension Environment {
  /// The built-in filters that change text.
  static let textFilters: [String: Filter] = [
    "upper": changing { $0.uppercased() },
    "lower": changing { $0.lowercased() },
    "capitalize": changing { $0.capitalizedOnce },
    "title": { value, arguments throws(Fault) in
      try arguments.expect()
      return .string(value.text.headed)
    },
    "string": { value, arguments throws(Fault) in
      try arguments.expect()
      return value.retyped(value.text)
    },
    "trim": { value, arguments throws(Fault) in
      try arguments.expect("chars")
      return value.retyped(value.text.stripped(try arguments.optionalString(0, "chars")))
    },
    "replace": { value, arguments throws(Fault) in
      try arguments.expect("old", "new", "count", required: 2)
      guard let old = arguments.value(0, "old"), let new = arguments.value(1, "new") else {
        throw arguments.unfit
      }
      let (oldText, newText) = (try arguments.text(of: old), try arguments.text(of: new))
      let count = try arguments.optionalWhole(2, "count")
      guard arguments.autoescape else {
        return .string(try value.text.replacing(oldText, with: newText, atMost: count))
      }
      if value.isMarkup || old.isMarkup || new.isMarkup {
        let text = value.isMarkup || old.isMarkup || new.isMarkup ? value.escaped : value.text
        return .markup(try text.replacing(oldText, with: new.escaped, atMost: count))
      }
      return .string(try value.text.replacing(oldText, with: newText, atMost: count))
    },
    "join": { value, arguments throws(Fault) in
      try arguments.expect("d", "attribute")
      let separator = arguments.value(0, "d") ?? .string("")
      let path = AttributePath(arguments.value(1, "attribute"))
      var items: [Value] = []
      for item in try Self.items(value, arguments) {
        items.append(try arguments.defined(try path.value(in: item, arguments.undefined)))
      }
      // Markup among the texts makes markup of them all, where text is escaped.
      if arguments.autoescape, separator.isMarkup || items.contains(where: \.isMarkup) {
        return .markup(try items.map(\.escaped).joinedWithinLimit(separator.escaped))
      }
      return .string(
        try items.map(\.text).joinedWithinLimit(try arguments.text(of: separator)))
    },
    "format": { value, arguments throws(Fault) in
      guard arguments.named.isEmpty || arguments.positional.isEmpty else { throw arguments.unfit }
      let names = arguments.named.isEmpty ? nil : ObjectValue(arguments.named.map { ($0, $1) })
      return value.retyped(
        try Formatting.percent(
          value.text, arguments.positional, names: names, callee: arguments.callee,
          escaping: value.isMarkup))
    },
    "wordcount": { value, arguments throws(Fault) in
      try arguments.expect()
      return .integer(value.text.unicodeScalars.split { !$0.isPythonWord }.count)
    },
    "reverse": { value, arguments throws(Fault) in
      try arguments.expect()
      switch value {
      case .string(let text), .markup(let text):
        return value.retyped(String(String.UnicodeScalarView(text.unicodeScalars.reversed())))
      default:
        let reversed = Array(try items(value, arguments).reversed())
        // What has an end is gone through from there; what is yielded is made a list of first.
        return value.isReversible ? .custom(Generator(reversed)) : .array(reversed)
      }
    },
    "default": defaultValue,
    "d": defaultValue,
  ]

  /// A filter that changes letters only, so that markup stays markup.
  private static func changing(_ change: @escaping @Sendable (String) -> String) -> Filter {
    { value, arguments throws(Fault) in
      try arguments.expect()
      return value.retyped(change(value.text))
    }
  }

  private static let defaultValue: Filter = { value, arguments throws(Fault) in
    try arguments.expect("default_value", "boolean")
    let isReplaced = value.isUndefined || arguments.isTrue(1, "boolean") && !value.isTrue
    return isReplaced ? arguments.value(0, "default_value") ?? .string("") : value
  }
}
