import Diagnostics

extension Environment {
  /// The built-in filters that show data as such.
  static let dataFilters: [String: Filter] = [
    "tojson": { value, arguments throws(Fault) in
      try arguments.expect("indent")
      var indent: String?
      if let given = arguments.value(0, "indent"), !given.isNone {
        if let count = given.index, count <= 100 {
          indent = String(repeating: " ", count: max(count, 0))
        } else if case .string(let text) = given.plain, text.utf8.count <= 100 {
          indent = text
        } else {
          throw .type(of: given, in: arguments.callee)
        }
      }
      var writer = JSONWriter(indent: indent, callee: arguments.callee)
      try writer.write(value, depth: 0)
      return .markup(writer.text)
    },
    "pprint": { value, arguments throws(Fault) in
      try arguments.expect()
      return .string(PrettyPrinter.text(of: value))
    },
    "attr": { value, arguments throws(Fault) in
      try arguments.expect("name", required: 1)
      let name = try arguments.string(0, "name") ?? ""
      if case .undefined(let undefined) = value {
        guard arguments.undefined == .chainable else { throw undefined.fault }
        return value
      }
      // The members of a mapping are no attributes in Python, and what begins with an underscore is Python's inside.
      if case .custom(let custom) = value, !name.hasPrefix("_"),
        let member = custom.attribute(name)
      {
        return member
      }
      return .undefined(Undefined(name))
    },
  ]
}
