import BigInt
public import JSON

extension Value {
  /// Reads data from a whole JSON text, as a template sees them.
  public init(parsing bytes: [UInt8]) throws(JSONSyntaxError) {
    var reader = try ValueReader(bytes, apart: [])
    self = try reader.whole { json, _ in Value(json) }
  }

  /// Reads data of which some objects are made into values by somebody else: `make` is given each object that may have a member called `name`, but none that stands in such an object, and its path.
  ///
  /// The other data are never there as a tree, and rows that have the same fields lie together: of a long table this takes a fifth of the memory.
  ///
  /// - Complexity: linear in the text.
  public init(
    parsing bytes: [UInt8], apart name: String, _ make: (JSON, String) -> Value
  ) throws(JSONSyntaxError) {
    var reader = try ValueReader(bytes, apart: JSONReader.objects(in: bytes, naming: name))
    self = try reader.whole(make)
  }
}

/// Makes values of a JSON text as it is read.
struct ValueReader {
  /// What makes a value of an object that is read apart.
  typealias Maker = (JSON, String) -> Value

  /// A step from data to what they hold.
  private enum Step {
    case name(String)
    case index(Int)
  }

  /// After so many objects with the same fields, one after the other in a list, those that follow are taken for rows of a table. What is less is faster to read as it is, and takes little.
  private static let alikeCount = 64

  private var reader: JSONReader
  /// Where the objects begin that are read apart, those that are still to come.
  private var apart: ArraySlice<Int>
  private var path: [Step] = []
  /// By the name of its first member, the object that was read last: those of a list are alike.
  private var objects: [String: ObjectValue] = [:]

  init(_ bytes: [UInt8], apart: [Int]) throws(JSONSyntaxError) {
    reader = try JSONReader(bytes)
    self.apart = apart[...]
  }

  mutating func whole(_ make: Maker) throws(JSONSyntaxError) -> Value {
    let value = try value(make)
    try reader.end()
    return value
  }

  private mutating func value(_ make: Maker) throws(JSONSyntaxError) -> Value {
    try value(of: reader.next(), make)
  }

  private mutating func value(
    of token: JSONReader.Token, _ make: Maker
  ) throws(JSONSyntaxError) -> Value {
    switch token {
    case .null: return .none
    case .bool(let value): return .bool(value)
    case .integer(let value): return .integer(value)
    case .number(let value): return .double(value)
    case .digits(let digits): return BigInt(digits).map { .whole($0) } ?? .none
    case .text: return .string(try reader.string())
    case .array: return .array(try array(make))
    case .object:
      if isApart { return make(try reader.object(), pathText) }
      return .object(try object(make))
    }
  }

  /// Whether the object that was just begun is read apart.
  private var isApart: Bool {
    mutating get {
      let start = reader.position - 1
      while let next = apart.first, next < start { apart.removeFirst() }
      return apart.first == start
    }
  }

  /// The way to what is read, as messages have it.
  private var pathText: String {
    path.reduce(into: "") { text, step in
      switch step {
      case .name(let name): text += text.isEmpty ? name : ".\(name)"
      case .index(let index): text += "[\(index)]"
      }
    }
  }

  // MARK: Objects

  /// The object that was just begun, or what is left of it after these members and the comma behind them.
  private mutating func object(
    after names: [String] = [], values given: [Value] = [], _ make: Maker
  ) throws(JSONSyntaxError) -> ObjectValue {
    var names = UniqueNames(names)
    var values = given
    var isBehindComma = !given.isEmpty
    while true {
      if !isBehindComma, try reader.isAtEnd(of: .object, isFirst: values.isEmpty) { break }
      isBehindComma = false
      try reader.name(addedTo: &names)
      let token = try reader.next()
      switch token {
      case .array, .object:
        path.append(.name(names.names[values.count]))
        values.append(try value(of: token, make))
        path.removeLast()
      default: values.append(try value(of: token, make))
      }
    }
    let first = names.names.first ?? ""
    let object = ObjectValue(unique: names.names, values, like: objects[first])
    objects[first] = object
    return object
  }

  // MARK: Lists

  /// The list that was just begun.
  private mutating func array(_ make: Maker) throws(JSONSyntaxError) -> [Value] {
    var elements: [Value] = []
    var packer: RowPacker?
    // How many objects of one shape were read last, one after the other.
    var alike = 0
    var shape: ObjectShape?
    var index = 0
    let start = reader.position
    path.append(.index(0))
    while try !reader.isAtEnd(of: .array, isFirst: index == 0) {
      path[path.count - 1] = .index(index)
      index += 1
      let token = try reader.next()
      var element: Value?
      if case .object = token, !isApart, var rows = packer.take() {
        element = try row(into: &rows, make)
        if element == nil, rows.isPiece {
          // A list that grows by doubling leaves holes in memory as large as itself: this one is as long as the text has room.
          let rest = (reader.size - reader.position) / max((reader.position - start) / index, 1)
          if elements.capacity < index { elements.reserveCapacity(index + rest) }
          rows.handOver(to: &elements)
        }
        packer = rows
      } else {
        element = try value(of: token, make)
      }
      guard let element else { continue }
      packer?.handOver(to: &elements)
      packer = nil
      elements.append(element)
      let last = shape
      if case .object(let object) = element { shape = object.shape } else { shape = nil }
      alike = shape === last ? alike + 1 : 1
      if let shape, alike == Self.alikeCount { packer = RowPacker(shape) }
    }
    path.removeLast()
    packer?.handOver(to: &elements)
    return elements
  }

  /// Puts the object that was just begun with the rows before it; returns it by itself if it has other fields than they have.
  private mutating func row(
    into rows: inout RowPacker, _ make: Maker
  ) throws(JSONSyntaxError) -> Value? {
    var count = 0
    while try !reader.isAtEnd(of: .object, isFirst: count == 0) {
      guard count < rows.names.count, try reader.takeName(rows.names[count]) else {
        let names = Array(rows.shape.names[..<count])
        return .object(try object(after: names, values: rows.takeBack(count), make))
      }
      let token = try reader.next()
      switch token {
      case .text: try rows.appendText(from: &reader)
      case .array, .object:
        path.append(.name(rows.shape.names[count]))
        rows.append(try value(of: token, make))
        path.removeLast()
      default: rows.append(try value(of: token, make))
      }
      count += 1
    }
    guard count < rows.names.count else { return nil }
    let names = Array(rows.shape.names[..<count])
    return .object(ObjectValue(unique: names, rows.takeBack(count), like: nil))
  }
}
