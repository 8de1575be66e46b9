import Diagnostics

extension Value {
  /// The result of `value.name(…)`: the methods of Python's strings, lists and dictionaries that templates use.
  func call(_ name: String, _ arguments: borrowing Arguments) throws(Fault) -> Value {
    let result: Value? =
      switch plain {
      case .string(let text): try Self.call(name, on: text, arguments)
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
    _ name: String, on text: String, _ arguments: borrowing Arguments
  ) throws(Fault) -> Value? {
    switch name {
    case "upper": return .string(text.uppercased())
    case "lower": return .string(text.lowercased())
    case "title": return .string(text.titled)
    case "capitalize": return .string(text.capitalizedOnce)
    case "strip": return .string(text.stripped(try arguments.string(0, "chars")))
    case "startswith":
      return .bool(text.hasPrefix(try arguments.string(0, "prefix") ?? ""))
    case "endswith":
      return .bool(text.hasSuffix(try arguments.string(0, "suffix") ?? ""))
    case "replace":
      guard let old = try arguments.string(0, "old"), let new = try arguments.string(1, "new")
      else { throw .arguments(of: name) }
      return .string(text.replacing(old, with: new, atMost: try arguments.integer(2, "count")))
    case "split":
      guard let separator = try arguments.string(0, "sep") else {
        return .array(
          text.unicodeScalars.split { $0.properties.isWhitespace }.map { .string(String($0)) })
      }
      guard !separator.isEmpty else { throw .arguments(of: name) }
      return .array(text.pieces(between: separator).map { .string($0) })
    case "join":
      guard let items = arguments.value(0, "iterable")?.items else { throw .arguments(of: name) }
      return .string(items.map(\.text).joined(separator: text))
    default: return nil
    }
  }

  private static func call(
    _ name: String, on object: ObjectValue, _ arguments: borrowing Arguments
  ) throws(Fault) -> Value? {
    switch name {
    case "items":
      return .array(
        zip(object.names, object.values).map { .tuple([.string($0), $1]) })
    case "keys": return .array(object.names.map { .string($0) })
    case "values": return .array(object.values)
    case "get":
      guard let key = try arguments.string(0, "key") else { throw .arguments(of: name) }
      return object[key] ?? arguments.value(1, "default") ?? Value.none
    default: return nil
    }
  }

  private static func call(
    _ name: String, on items: [Value], _ arguments: borrowing Arguments
  ) throws(Fault) -> Value? {
    guard let wanted = arguments.value(0, "value") else { return nil }
    switch name {
    case "index":
      guard let index = items.firstIndex(where: { Operators.areEqual($0, wanted) }) else {
        throw .arguments(of: name)
      }
      return .integer(index)
    case "count": return .integer(items.count { Operators.areEqual($0, wanted) })
    default: return nil
    }
  }
}

extension String {
  /// Every word with a capital first letter and small ones after it.
  var titled: String {
    var result = ""
    var startsWord = true
    for character in self {
      result += startsWord ? character.uppercased() : character.lowercased()
      startsWord = !character.isLetter && character != "'" && !character.isNumber
    }
    return result
  }

  /// A capital first letter and small ones after it.
  var capitalizedOnce: String { prefix(1).uppercased() + dropFirst().lowercased() }

  /// Without the white space, or without any of `characters`, at both ends.
  func stripped(_ characters: String?) -> String {
    let unwanted = characters.map { Set($0.unicodeScalars) }
    func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
      unwanted?.contains(scalar) ?? scalar.properties.isWhitespace
    }
    var scalars = Substring(self).unicodeScalars
    while let first = scalars.first, isUnwanted(first) { scalars.removeFirst() }
    while let last = scalars.last, isUnwanted(last) { scalars.removeLast() }
    return String(Substring(scalars))
  }

  func pieces(between separator: String) -> [String] {
    let wanted = Array(separator.utf8)
    let bytes = Array(utf8)
    var pieces: [String] = []
    var start = 0
    var index = 0
    while index + wanted.count <= bytes.count {
      if bytes[index..<index + wanted.count].elementsEqual(wanted) {
        pieces.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += wanted.count
        start = index
      } else {
        index += 1
      }
    }
    pieces.append(String(decoding: bytes[start...], as: UTF8.self))
    return pieces
  }

  func replacing(_ old: String, with new: String, atMost limit: Int?) -> String {
    guard !old.isEmpty else { return self }
    let pieces = pieces(between: old)
    let count = min(max(limit ?? .max, 0), pieces.count - 1)
    return pieces[...count].joined(separator: new)
      + pieces[(count + 1)...].map { old + $0 }.joined()
  }
}
