import Diagnostics

extension Value {
  /// The result of `value.name(…)`: the methods of Python's strings, lists and dictionaries that templates use.
  func call(_ name: String, _ arguments: borrowing Arguments) throws(Fault) -> Value {
    if case .undefined(let undefined) = self { throw undefined.fault }
    let result: Value? =
      switch plain {
      case .string(let text): try text.call(name, arguments)
      case .object(let object): try Self.call(name, on: object, arguments)
      case .array(let items), .tuple(let items): try Self.call(name, on: items, arguments)
      default: nil
      }
    if let result { return result }
    let type = typeName
    throw Fault(
      "E107",
      Message(
        kk: "мұндай мәнде (\(type.kk)) `\(name)()` жоқ",
        ru: "у такого значения (\(type.ru)) нет `\(name)()`",
        en: "this value (\(type.en)) has no `\(name)()`"))
  }

  private static func call(
    _ name: String, on object: ObjectValue, _ arguments: borrowing Arguments
  ) throws(Fault) -> Value? {
    switch name {
    case "items":
      try arguments.accept()
      return .array(object.pairs)
    case "keys":
      try arguments.accept()
      return .array(object.keys)
    case "values":
      try arguments.accept()
      return .array(object.values)
    case "get":
      try arguments.accept("key", "default")
      guard let key = arguments.value(0, "key") else { throw .arguments(of: name) }
      return Value.object(object).item(key) ?? arguments.value(1, "default") ?? Value.none
    default: return nil
    }
  }

  private static func call(
    _ name: String, on items: [Value], _ arguments: borrowing Arguments
  ) throws(Fault) -> Value? {
    guard name == "index" || name == "count" else { return nil }
    try arguments.accept("value")
    guard let wanted = arguments.value(0, "value") else { throw .arguments(of: name) }
    guard name == "index" else {
      return .integer(items.count { Operators.areEqual($0, wanted) })
    }
    guard let index = items.firstIndex(where: { Operators.areEqual($0, wanted) }) else {
      throw .arguments(of: name)
    }
    return .integer(index)
  }
}

extension String {
  fileprivate func call(
    _ name: String, _ arguments: borrowing Arguments
  ) throws(Fault) -> Value? {
    if let changed = try changed(name, arguments) { return .string(changed) }
    if let test = Self.letterTests[name] {
      try arguments.accept()
      return .bool(test(self))
    }
    switch name {
    case "startswith", "endswith":
      return .bool(try borders(name, arguments))
    case "find", "rfind", "index":
      try arguments.accept("sub")
      guard let part = try arguments.string(0, "sub") else { throw .arguments(of: name) }
      let position = position(of: part, backwards: name == "rfind")
      guard position != nil || name != "index" else { throw .arguments(of: name) }
      return .integer(position ?? -1)
    case "count":
      try arguments.accept("sub")
      guard let part = try arguments.string(0, "sub") else { throw .arguments(of: name) }
      return .integer(
        part.isEmpty ? unicodeScalars.count + 1 : pieces(between: part).count - 1)
    case "split":
      try arguments.accept("sep", "maxsplit")
      let given = try arguments.integer(1, "maxsplit") ?? -1
      let limit = given < 0 ? Int.max : given
      guard let value = arguments.value(0, "sep"), !value.isNone else {
        return .array(words(atMost: limit).map { .string($0) })
      }
      guard let separator = try arguments.string(0, "sep"), !separator.isEmpty else {
        throw .arguments(of: name)
      }
      return .array(pieces(between: separator, atMost: limit).map { .string($0) })
    case "splitlines":
      try arguments.accept()
      var lines = split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
      if lines.last?.isEmpty == true { lines.removeLast() }
      return .array(lines.map { .string($0) })
    case "partition":
      try arguments.accept("sep")
      guard let separator = try arguments.string(0, "sep"), !separator.isEmpty else {
        throw .arguments(of: name)
      }
      let pieces = pieces(between: separator, atMost: 1)
      let parts = pieces.count == 2 ? [pieces[0], separator, pieces[1]] : [self, "", ""]
      return .tuple(parts.map { .string($0) })
    case "join":
      try arguments.accept("iterable")
      guard let items = arguments.value(0, "iterable")?.items else { throw .arguments(of: name) }
      var texts: [String] = []
      for item in items {
        guard case .string(let text) = item.plain else { throw .type(of: item, in: name) }
        texts.append(text)
      }
      return .string(try texts.joinedWithinLimit(self))
    default: return nil
    }
  }

  /// The methods that give back the text in another form.
  private func changed(
    _ name: String, _ arguments: borrowing Arguments
  ) throws(Fault) -> String? {
    switch name {
    case "strip", "lstrip", "rstrip":
      try arguments.accept("chars")
      let ends: Ends = name == "strip" ? .both : name == "lstrip" ? .left : .right
      let isDefault = arguments.value(0, "chars")?.isNone ?? true
      return stripped(isDefault ? nil : try arguments.string(0, "chars"), ends)
    case "replace":
      try arguments.accept("old", "new", "count")
      guard let old = try arguments.string(0, "old"), let new = try arguments.string(1, "new")
      else { throw .arguments(of: name) }
      return try replacing(old, with: new, atMost: try arguments.integer(2, "count"))
    case "removeprefix":
      try arguments.accept("prefix")
      guard let prefix = try arguments.string(0, "prefix") else { throw .arguments(of: name) }
      return utf8.starts(with: prefix.utf8)
        ? String(unicodeScalars.dropFirst(prefix.unicodeScalars.count)) : self
    case "removesuffix":
      try arguments.accept("suffix")
      guard let suffix = try arguments.string(0, "suffix") else { throw .arguments(of: name) }
      return utf8.reversed().starts(with: suffix.utf8.reversed())
        ? String(unicodeScalars.dropLast(suffix.unicodeScalars.count)) : self
    case "ljust", "rjust", "center", "zfill":
      try arguments.accept("width", "fillchar")
      guard let width = try arguments.integer(0, "width") else { throw .arguments(of: name) }
      let fill = try arguments.string(1, "fillchar") ?? (name == "zfill" ? "0" : " ")
      guard let filler = fill.first, fill.count == 1 else { throw .arguments(of: name) }
      if name == "zfill", let sign = first, sign == "-" || sign == "+" {
        return String(sign) + (try String(dropFirst()).aligned(.right, width - 1, fill: "0", name))
      }
      return try aligned(
        name == "ljust" ? .left : name == "center" ? .center : .right, width, fill: filler, name)
    case "format": return try Formatting.braces(self, arguments)
    default: break
    }
    guard let change = Self.letterChanges[name] else { return nil }
    try arguments.accept()
    return change(self)
  }

  private func borders(_ name: String, _ arguments: borrowing Arguments) throws(Fault) -> Bool {
    try arguments.accept("prefix", "start")
    guard let wanted = arguments.value(0, "prefix") else { throw .arguments(of: name) }
    let start = max(0, try arguments.integer(1, "start") ?? 0)
    let text = String(unicodeScalars.dropFirst(start))
    let choices: [Value] = if case .tuple(let several) = wanted { several } else { [wanted] }
    for choice in choices {
      guard case .string(let part) = choice.plain else { throw .type(of: choice, in: name) }
      let holds =
        name == "startswith"
        ? text.utf8.starts(with: part.utf8)
        : text.utf8.reversed().starts(with: part.utf8.reversed())
      if holds { return true }
    }
    return false
  }

  private static let letterChanges: [String: @Sendable (String) -> String] = [
    "upper": { $0.uppercased() }, "lower": { $0.lowercased() }, "casefold": { $0.lowercased() },
    "title": { $0.titled }, "capitalize": { $0.capitalizedOnce }, "swapcase": { $0.caseSwapped },
  ]

  private static let letterTests: [String: @Sendable (String) -> Bool] = [
    "isalpha": { !$0.isEmpty && $0.allSatisfy(\.isLetter) },
    "isdigit": { !$0.isEmpty && $0.allSatisfy(\.isWholeNumber) },
    "isnumeric": { !$0.isEmpty && $0.allSatisfy(\.isNumber) },
    "isalnum": { !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber } },
    "isspace": { !$0.isEmpty && $0.allSatisfy(\.isWhitespace) },
    "isupper": { $0 == $0.uppercased() && $0.contains(where: \.isCased) },
    "islower": { $0 == $0.lowercased() && $0.contains(where: \.isCased) },
  ]
}

extension Value {
  /// Whether the value is `none`.
  var isNone: Bool { if case .none = self { true } else { false } }
}
