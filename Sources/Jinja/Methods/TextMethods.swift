import Diagnostics

/// The methods of Python's strings, and of markup, which gives markup back and escapes what is put into it.
struct TextMethods {
  let text: String
  let isMarkup: Bool

  init(_ text: String, isMarkup: Bool) {
    self.text = text
    self.isMarkup = isMarkup
  }

  /// The names of all of them.
  static let names =
    [
      "center", "count", "endswith", "expandtabs", "find", "format", "format_map", "index", "join",
      "ljust", "lstrip", "maketrans", "partition", "removeprefix", "removesuffix", "replace",
      "rfind", "rindex", "rjust", "rpartition", "rsplit", "rstrip", "split", "splitlines",
      "startswith", "strip", "translate", "zfill",
    ] + changes.keys + tests.keys

  func call(_ name: String, _ arguments: borrowing Arguments) throws(Fault) -> Value? {
    if let change = Self.changes[name] {
      try arguments.expectPositional(0...0)
      return retyped(change(text))
    }
    if let test = Self.tests[name] {
      try arguments.expectPositional(0...0)
      return .bool(test(text))
    }
    if let result = try searched(name, arguments) { return result }
    if let result = try split(name, arguments) { return result }
    if let result = try filled(name, arguments) { return result }
    return try changed(name, arguments)
  }

  func retyped(_ text: String) -> Value { isMarkup ? .markup(text) : .string(text) }

  private func retyped(_ texts: [String]) -> [Value] { texts.map { retyped($0) } }

  // MARK: Without arguments

  private static let changes: [String: @Sendable (String) -> String] = [
    "upper": { $0.uppercased() }, "lower": { $0.lowercased() }, "casefold": { $0.caseFolded },
    "title": { $0.titled }, "capitalize": { $0.capitalizedOnce }, "swapcase": { $0.caseSwapped },
  ]

  private static let tests: [String: @Sendable (String) -> Bool] = [
    "isalpha": { $0.isAll(\.isPythonLetter) },
    "isdigit": { $0.isAll { $0.properties.numericType.map { $0 != .numeric } ?? false } },
    "isdecimal": { $0.isAll { $0.properties.numericType == .decimal } },
    "isnumeric": { $0.isAll { $0.properties.numericType != nil } },
    "isalnum": { $0.isAll(\.isPythonAlphanumeric) },
    "isspace": { $0.isAll(\.isPythonSpace) },
    "isascii": { $0.utf8.allSatisfy { $0 < 0x80 } },
    "isprintable": { $0.unicodeScalars.allSatisfy(\.isPrintable) },
    "isupper": { $0.isAllUpper }, "islower": { $0.isAllLower }, "istitle": { $0.isAllTitled },
    "isidentifier": { text in
      guard let first = text.unicodeScalars.first else { return false }
      return (first == "_" || first.properties.isXIDStart)
        && text.unicodeScalars.dropFirst().allSatisfy(\.properties.isXIDContinue)
    },
  ]

  // MARK: Searching

  private func searched(
    _ name: String, _ arguments: borrowing Arguments
  ) throws(Fault) -> Value? {
    switch name {
    case "startswith", "endswith", "find", "rfind", "index", "rindex", "count": break
    default: return nil
    }
    try arguments.expectPositional(1...3)
    let wanted = arguments.positional[0]
    let count = text.unicodeScalars.count
    let from = try arguments.optionalWhole(1, "")
    let to = try arguments.optionalWhole(2, "")
    let start = max(0, (from ?? 0) < 0 ? (from ?? 0) + count : from ?? 0)
    let end = min(count, max(0, (to ?? count) < 0 ? (to ?? count) + count : to ?? count))
    let part = start <= end ? letters(start, end, of: count) : nil
    if name == "startswith" || name == "endswith" {
      let choices: [Value] = if case .tuple(let several) = wanted { several } else { [wanted] }
      for choice in choices {
        guard case .string(let affix) = choice.plain else { throw .type(of: choice, in: name) }
        guard let part else { continue }
        if name == "startswith" ? part.begins(with: affix) : part.ends(with: affix) {
          return .bool(true)
        }
      }
      return .bool(false)
    }
    guard case .string(let sought) = wanted.plain else { throw .type(of: wanted, in: name) }
    if name == "count" {
      guard let part else { return .integer(0) }
      return .integer(
        sought.isEmpty ? part.unicodeScalars.count + 1 : part.pieces(between: sought).count - 1)
    }
    let position = part.flatMap { $0.position(of: sought, backwards: name.first == "r") }
    guard position != nil || name == "find" || name == "rfind" else { throw .arguments(of: name) }
    return .integer(position.map { $0 + start } ?? -1)
  }

  private func letters(_ start: Int, _ end: Int, of count: Int) -> String {
    if start == 0, end == count { return text }
    return String(Substring(text.unicodeScalars.dropFirst(start).prefix(end - start)))
  }

  // MARK: Splitting and joining

  private func split(_ name: String, _ arguments: borrowing Arguments) throws(Fault) -> Value? {
    switch name {
    case "split", "rsplit":
      try arguments.expect("sep", "maxsplit")
      let given = try arguments.whole(1, "maxsplit") ?? -1
      let limit = given < 0 ? Int.max : given
      let fromRight = name == "rsplit"
      guard let separator = try arguments.optionalString(0, "sep") else {
        return .array(retyped(text.words(atMost: limit, fromRight: fromRight)))
      }
      guard !separator.isEmpty else { throw arguments.unfit }
      return .array(
        retyped(
          fromRight
            ? text.piecesFromRight(between: separator, atMost: limit)
            : text.pieces(between: separator, atMost: limit)))
    case "splitlines":
      try arguments.expect("keepends")
      return .array(retyped(text.lines(keepingEnds: arguments.isTrue(0, "keepends"))))
    case "partition", "rpartition":
      try arguments.expectPositional(1...1)
      guard let separator = try arguments.string(0, ""), !separator.isEmpty else {
        throw arguments.unfit
      }
      let fromRight = name == "rpartition"
      let pieces =
        fromRight
        ? text.piecesFromRight(between: separator, atMost: 1)
        : text.pieces(between: separator, atMost: 1)
      guard pieces.count == 2 else {
        return .tuple(retyped(fromRight ? ["", "", text] : [text, "", ""]))
      }
      return .tuple(retyped([pieces[0], separator, pieces[1]]))
    case "join":
      try arguments.expectPositional(1...1)
      guard let items = arguments.positional[0].items ?? undefinedItems(arguments.positional[0])
      else { throw .type(of: arguments.positional[0], in: name) }
      var texts: [String] = []
      for item in items {
        if isMarkup {
          texts.append(item.escaped)
        } else {
          guard case .string(let text) = item.plain else { throw .type(of: item, in: name) }
          texts.append(text)
        }
      }
      return retyped(try texts.joinedWithinLimit(text))
    default: return nil
    }
  }

  private func undefinedItems(_ value: Value) -> [Value]? { value.isUndefined ? [] : nil }

  // MARK: Filling up

  private func filled(_ name: String, _ arguments: borrowing Arguments) throws(Fault) -> Value? {
    switch name {
    case "center", "ljust", "rjust":
      try arguments.expectPositional(1...2)
      let width = try arguments.whole(0, "") ?? 0
      var fill = try arguments.string(1, "") ?? " "
      if isMarkup, let given = arguments.value(1, "") { fill = given.escaped }
      guard let filler = fill.unicodeScalars.first, fill.unicodeScalars.count == 1 else {
        throw arguments.unfit
      }
      let alignment: FieldFormat.Alignment =
        name == "ljust" ? .left : name == "center" ? .center : .right
      return retyped(try text.aligned(alignment, width, fill: filler, name))
    case "zfill":
      try arguments.expectPositional(1...1)
      let width = try arguments.whole(0, "") ?? 0
      guard let sign = text.unicodeScalars.first, sign == "-" || sign == "+" else {
        return retyped(try text.aligned(.right, width, fill: "0", name))
      }
      let digits = String(Substring(text.unicodeScalars.dropFirst()))
      return retyped(String(sign) + (try digits.aligned(.right, width - 1, fill: "0", name)))
    case "expandtabs":
      try arguments.expect("tabsize")
      let size = try arguments.whole(0, "tabsize") ?? 8
      guard size <= FieldFormat.maximumWidth else { throw arguments.unfit }
      return retyped(try text.expandingTabs(size))
    default: return nil
    }
  }

  // MARK: Changing

  private func changed(_ name: String, _ arguments: borrowing Arguments) throws(Fault) -> Value? {
    switch name {
    case "strip", "lstrip", "rstrip":
      try arguments.expectPositional(0...1)
      let ends: String.Ends = name == "strip" ? .both : name == "lstrip" ? .left : .right
      return retyped(text.stripped(try arguments.optionalString(0, ""), ends))
    case "replace":
      try arguments.expectPositional(2...3)
      guard let old = try arguments.string(0, "") else { throw arguments.unfit }
      let new = isMarkup ? arguments.positional[1].escaped : try arguments.string(1, "") ?? ""
      return retyped(try text.replacing(old, with: new, atMost: try arguments.whole(2, "")))
    case "removeprefix", "removesuffix":
      try arguments.expectPositional(1...1)
      let affix = try arguments.string(0, "") ?? ""
      let count = affix.unicodeScalars.count
      if name == "removeprefix", text.begins(with: affix) {
        return retyped(String(Substring(text.unicodeScalars.dropFirst(count))))
      }
      if name == "removesuffix", text.ends(with: affix) {
        return retyped(String(Substring(text.unicodeScalars.dropLast(count))))
      }
      return retyped(text)
    case "format": return retyped(try Formatting.braces(text, arguments, escaping: isMarkup))
    case "format_map":
      try arguments.expectPositional(1...1)
      guard case .object(let object) = arguments.positional[0] else { throw arguments.unfit }
      let members = Arguments(
        name, named: zip(object.names, object.values).map { ($0, $1) },
        undefined: arguments.undefined)
      return retyped(try Formatting.braces(text, members, escaping: isMarkup))
    case "translate":
      try arguments.expectPositional(1...1)
      guard case .object(let table) = arguments.positional[0] else { throw arguments.unfit }
      return retyped(try text.translated(by: table, name))
    case "maketrans": return .object(try Self.table(arguments))
    case "striptags" where isMarkup:
      try arguments.expectPositional(0...0)
      return .string(text.withoutTags)
    case "unescape" where isMarkup:
      try arguments.expectPositional(0...0)
      return .string(text.unescaped)
    default: return nil
    }
  }

  /// The table for `translate` from a mapping of letters, or from two texts and one of letters to leave out.
  private static func table(_ arguments: borrowing Arguments) throws(Fault) -> ObjectValue {
    try arguments.expectPositional(1...3)
    var members: [(key: Value, value: Value)] = []
    func code(_ scalar: Unicode.Scalar) -> Value { .integer(Int(scalar.value)) }
    if arguments.positional.count == 1 {
      guard case .object(let object) = arguments.positional[0] else { throw arguments.unfit }
      for (key, value) in object.members {
        if case .string(let text) = key {
          guard let letter = text.unicodeScalars.first, text.unicodeScalars.count == 1 else {
            throw arguments.unfit
          }
          members.append((code(letter), value))
        } else {
          members.append((key, value))
        }
      }
      return ObjectValue(keyed: members)
    }
    guard let from = try arguments.string(0, "")?.unicodeScalars,
      let to = try arguments.string(1, "")?.unicodeScalars, from.count == to.count
    else { throw arguments.unfit }
    for (old, new) in zip(from, to) { members.append((code(old), code(new))) }
    for letter in try arguments.string(2, "")?.unicodeScalars ?? "".unicodeScalars {
      members.append((code(letter), .none))
    }
    return ObjectValue(keyed: members)
  }
}

extension String {
  fileprivate func isAll(_ isWanted: (Unicode.Scalar) -> Bool) -> Bool {
    !isEmpty && unicodeScalars.allSatisfy(isWanted)
  }

  /// Where `part` stands first, or last if `backwards`, in letters; `nil` where it does not.
  fileprivate func position(of part: String, backwards: Bool) -> Int? {
    if part.isEmpty { return backwards ? unicodeScalars.count : 0 }
    let bytes = Array(utf8)
    let search = ByteSearch(part)
    guard let found = backwards ? search.last(in: bytes) : search.first(in: bytes) else {
      return nil
    }
    // Bytes that go on with a letter do not count.
    return bytes[..<found].count { $0 & 0xC0 != 0x80 }
  }

  fileprivate func expandingTabs(_ size: Int) throws(Fault) -> String {
    var result = String.UnicodeScalarView()
    var column = 0
    var length = 0
    for scalar in unicodeScalars {
      if scalar == "\t" {
        let width = size > 0 ? size - column % size : 0
        column += width
        length += width
        guard length <= Operators.maximumText else { throw Operators.tooLarge }
        result.append(contentsOf: String(repeating: " ", count: width).unicodeScalars)
      } else {
        column = scalar == "\n" || scalar == "\r" ? 0 : column + 1
        length += 1
        result.append(scalar)
      }
    }
    return String(result)
  }

  fileprivate func translated(by table: ObjectValue, _ callee: String) throws(Fault) -> String {
    var result = ""
    for scalar in unicodeScalars {
      switch table.value(for: .integer(Int(scalar.value))) {
      case nil: result.unicodeScalars.append(scalar)
      case Value.none?: break
      case .string(let text)?, .markup(let text)?: result += text
      case let code?:
        guard let letter = code.index.flatMap({ UInt32(exactly: $0) }).flatMap(Unicode.Scalar.init)
        else { throw .type(of: code, in: callee) }
        result.unicodeScalars.append(letter)
      }
      guard result.utf8.count <= Operators.maximumText else { throw Operators.tooLarge }
    }
    return result
  }
}
