/// Prints lists and mappings over several lines where one is too short, as Python's `pprint` does.
struct PrettyPrinter {
  private static let width = 80
  private var output = ""

  /// The text of `value` in lines of 80 letters where that is possible.
  static func text(of value: Value) -> String {
    var printer = PrettyPrinter()
    printer.write(value, indent: 0, allowance: 0)
    return printer.output
  }

  private mutating func write(_ value: Value, indent: Int, allowance: Int) {
    let value = value.withSortedNames
    let short = value.represented
    guard short.unicodeScalars.count > Self.width - indent - allowance else {
      output += short
      return
    }
    switch value {
    case .object(let object) where object.count > 0:
      output += "{"
      for (index, (key, member)) in object.members.enumerated() {
        let isLast = index == object.count - 1
        let name = key.represented
        output += name + ": "
        write(
          member, indent: indent + name.unicodeScalars.count + 3,
          allowance: isLast ? allowance + 1 : 1)
        if !isLast { output += ",\n" + String(repeating: " ", count: indent + 1) }
      }
      output += "}"
    case .array(let items):
      output += "["
      write(items, indent: indent + 1, allowance: allowance + 1)
      output += "]"
    case .tuple(let items):
      output += "("
      write(items, indent: indent + 1, allowance: allowance + (items.count == 1 ? 2 : 1))
      output += items.count == 1 ? ",)" : ")"
    case .string(let text): write(text, indent: indent, allowance: allowance)
    default: output += short
    }
  }

  private mutating func write(_ items: [Value], indent: Int, allowance: Int) {
    for (index, item) in items.enumerated() {
      if index > 0 { output += ",\n" + String(repeating: " ", count: indent) }
      write(item, indent: indent, allowance: index == items.count - 1 ? allowance : 1)
    }
  }

  /// Text in several quoted stretches, each of them a line or a part of one.
  private mutating func write(_ text: String, indent: Int, allowance: Int) {
    let isOutermost = output.isEmpty
    let indent = isOutermost ? indent + 1 : indent
    let allowance = isOutermost ? allowance + 1 : allowance
    let lines = text.lines(keepingEnds: true)
    var chunks: [String] = []
    for (index, line) in lines.enumerated() {
      let quoted = line.quoted
      let room = Self.width - indent - (index == lines.count - 1 ? allowance : 0)
      if quoted.unicodeScalars.count <= room {
        chunks.append(quoted)
        continue
      }
      let pieces = Self.words(line)
      var current = ""
      for (position, piece) in pieces.enumerated() {
        let isEnd = index == lines.count - 1 && position == pieces.count - 1
        let candidate = current + piece
        let room = Self.width - indent - (isEnd ? allowance : 0)
        if candidate.quoted.unicodeScalars.count > room {
          if !current.isEmpty { chunks.append(current.quoted) }
          current = piece
        } else {
          current = candidate
        }
      }
      if !current.isEmpty { chunks.append(current.quoted) }
    }
    if chunks.count == 1 {
      output += text.quoted
      return
    }
    let joined = chunks.joined(separator: "\n" + String(repeating: " ", count: indent))
    output += isOutermost ? "(" + joined + ")" : joined
  }

  /// The text in words, each with the white space after it.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var endedWord = false
    for scalar in text.unicodeScalars {
      let isSpace = scalar.isPythonSpace
      if endedWord, !isSpace {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
      endedWord = isSpace
      word.append(scalar)
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }
}

extension Value {
  /// The value with the members of all mappings in it in the order of their names, where these have an order.
  fileprivate var withSortedNames: Value {
    switch self {
    case .array(let items): .array(items.map(\.withSortedNames))
    case .tuple(let items): .tuple(items.map(\.withSortedNames))
    case .object(let object):
      .object(
        ObjectValue(
          keyed: object.membersInOrder.map { (key: $0.key, value: $0.value.withSortedNames) }))
    default: self
    }
  }
}

extension ObjectValue {
  fileprivate var membersInOrder: [(key: Value, value: Value)] {
    let members = members
    let order = try? Ordering.sorted(
      members.indices.map { .integer($0) }, isDirect: true,
      by: { index in index.index.map { [members[$0].key] } ?? [] })
    return order.map { $0.compactMap { $0.index.map { members[$0] } } } ?? members
  }
}
