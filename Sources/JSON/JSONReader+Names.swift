extension JSONReader {
  /// Where in a text the objects begin that may have a member of this name, a name without escapes, in their order.
  ///
  /// Every object that has one is among them if the text is JSON; so is one that only holds the name as a text.
  ///
  /// - Complexity: linear in the text, of which little is looked at if the name is nowhere in it.
  public static func objects(in bytes: [UInt8], naming name: String) -> [Int] {
    let name = Array(name.utf8)
    guard let first = name.first, bytes.contains(where: { $0 == first || $0 == 0x5C }) else {
      return []
    }
    var found: Set<Int> = []
    var open: [Int] = []
    var position = 0
    // Of what is nested deeper than a reader goes nothing will be read.
    while position < bytes.count, open.count <= JSON.maximumDepth {
      switch bytes[position] {
      case UInt8(ascii: "{"): open.append(position)
      case UInt8(ascii: "}"): _ = open.popLast()
      case UInt8(ascii: "\""):
        let start = position + 1
        var isEscaped = false
        position = start
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
          if bytes[position] == UInt8(ascii: "\\") {
            position += 1
            if position < bytes.count, bytes[position] == UInt8(ascii: "u") { isEscaped = true }
          }
          position += 1
        }
        let text = bytes[start..<min(position, bytes.count)]
        // A letter is at most six times as long where it is escaped.
        if text.elementsEqual(name) || isEscaped && text.count <= 6 * name.count,
          let object = open.last
        {
          found.insert(object)
        }
      default: break
      }
      position += 1
    }
    return found.sorted()
  }
}
