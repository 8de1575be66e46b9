extension JSON {
  /// Values nested deeper than this are refused.
  public static let maximumDepth = 200

  /// Reads a whole text in UTF-8, with or without a byte order mark.
  ///
  /// A name that stands twice in one object is an error: which of the two a letter would print is nobody's choice.
  public init(parsing bytes: [UInt8]) throws(JSONSyntaxError) {
    var reader = try JSONReader(bytes)
    self = try reader.tree()
    try reader.end()
  }

  /// Reads a whole text.
  public init(parsing text: String) throws(JSONSyntaxError) {
    try self.init(parsing: Array(text.utf8))
  }
}

extension JSONReader {
  /// The value that stands next, whole.
  mutating func tree() throws(JSONSyntaxError) -> JSON {
    switch try next() {
    case .null: return .null
    case .bool(let value): return .bool(value)
    case .integer(let value): return .integer(value)
    case .number(let value): return .number(value)
    case .digits(let digits): return .digits(digits)
    case .text: return .string(try string())
    case .object: return try object()
    case .array:
      var elements: [JSON] = []
      while try !isAtEnd(of: .array, isFirst: elements.isEmpty) { elements.append(try tree()) }
      return .array(elements)
    }
  }

  /// The object that was just begun, whole.
  public mutating func object() throws(JSONSyntaxError) -> JSON {
    var names = UniqueNames()
    var values: [JSON] = []
    while try !isAtEnd(of: .object, isFirst: values.isEmpty) {
      try name(addedTo: &names)
      values.append(try tree())
    }
    return .object(zip(names.names, values).map { JSON.Member($0, $1) })
  }
}
