/// A mapping that keeps the order of its keys, which are text as a rule, but may be any value that Python takes for a key.
public final class ObjectValue: Sendable {
  /// Where the values are: each by itself, or in a row of a table, from this place among its cells on.
  enum Storage {
    case values([Value])
    case row(PackedRows, first: UInt32)
  }

  let shape: ObjectShape
  let storage: Storage

  /// The members in their order; of two with one name the later value stands at the earlier place.
  ///
  /// An object that has the same names as `other` shares what is known of them with it: the rows of a table take less memory, and their fields are found at once.
  public init(_ members: [(String, Value)], like other: ObjectValue? = nil) {
    if let shape = other?.shape, shape.isOf(members) {
      self.shape = shape
      storage = .values(members.map(\.1))
      return
    }
    var names: [String] = []
    var values: [Value] = []
    var indices: [String: Int] = [:]
    names.reserveCapacity(members.count)
    values.reserveCapacity(members.count)
    let areFew = members.count <= ObjectShape.few
    for (name, value) in members {
      if let index = areFew ? names.firstIndex(of: name) : indices[name] {
        values[index] = value
      } else {
        if !areFew { indices[name] = names.count }
        names.append(name)
        values.append(value)
      }
    }
    storage = .values(values)
    shape = ObjectShape(names: names, indices: indices)
  }

  /// The members with names that are all different.
  init(unique names: [String], _ values: [Value], like other: ObjectValue?) {
    if let shape = other?.shape, shape.isOf(names) {
      self.shape = shape
    } else {
      let indices =
        names.count <= ObjectShape.few
        ? [:] : Dictionary(uniqueKeysWithValues: zip(names, names.indices))
      shape = ObjectShape(names: names, indices: indices)
    }
    storage = .values(values)
  }

  /// The values of the names that a shape has.
  init(_ shape: ObjectShape, _ values: [Value]) {
    self.shape = shape
    storage = .values(values)
  }

  /// The members of a row, which begins at this place among the cells of its table.
  init(_ shape: ObjectShape, _ rows: PackedRows, first: Int) {
    self.shape = shape
    storage = .row(rows, first: UInt32(first))
  }

  /// The members with keys of any kind.
  init(keyed members: [(key: Value, value: Value)]) {
    var keys: [Value] = []
    var values: [Value] = []
    var indices: [String: Int] = [:]
    var mixedIndices: [ValueKey: Int] = [:]
    for (key, value) in members {
      let text: String? =
        switch key {
        case .string(let text), .markup(let text): text
        default: nil
        }
      let mixed = text == nil ? ValueKey(key, foldingCase: false) : nil
      if let index = text.map({ indices[$0] }) ?? mixed.map({ mixedIndices[$0] }) ?? nil {
        values[index] = value
        continue
      }
      if let text {
        indices[text] = keys.count
      } else if let mixed {
        mixedIndices[mixed] = keys.count
      }
      keys.append(key)
      values.append(value)
    }
    storage = .values(values)
    shape = ObjectShape(
      names: keys.map(\.text), indices: indices, mixedKeys: mixedIndices.isEmpty ? nil : keys,
      mixedIndices: mixedIndices)
  }

  /// The keys as text, in their order.
  public var names: [String] { shape.names }

  /// The keys as values, in their order.
  public var keys: [Value] { shape.mixedKeys ?? names.map { .string($0) } }

  /// The value of each key.
  public var values: [Value] {
    switch storage {
    case .values(let values): values
    case .row: (0..<count).map { value(at: $0) }
    }
  }

  /// The value of the key at this place.
  func value(at index: Int) -> Value {
    switch storage {
    case .values(let values): values[index]
    case .row(let rows, let first): rows.value(at: Int(first) + index)
    }
  }

  /// The value of a name, or `nil` where there is none.
  public subscript(name: String) -> Value? { shape.index(of: name).map { value(at: $0) } }

  /// The value of a key of any kind, or `nil` where there is none.
  public func value(for key: Value) -> Value? {
    switch key {
    case .string(let name), .markup(let name): return self[name]
    case _ where shape.mixedIndices.isEmpty: return nil
    default: return shape.mixedIndices[ValueKey(key, foldingCase: false)].map { value(at: $0) }
    }
  }

  /// The keys with their values.
  var members: [(key: Value, value: Value)] { Array(zip(keys, values).map { ($0, $1) }) }

  /// Whether there is a value of that name.
  func has(_ name: String) -> Bool { shape.index(of: name) != nil }

  /// How many keys there are.
  public var count: Int { shape.names.count }
}

/// The keys of an object, and where the value of each is: one for all objects that have the same.
final class ObjectShape: Sendable {
  /// The keys as text, in their order.
  let names: [String]
  /// Empty where the names are as few as ``few``.
  private let indices: [String: Int]
  /// The keys themselves, where not all of them are text.
  let mixedKeys: [Value]?
  let mixedIndices: [ValueKey: Int]

  init(
    names: [String], indices: [String: Int], mixedKeys: [Value]? = nil,
    mixedIndices: [ValueKey: Int] = [:]
  ) {
    self.names = names
    self.indices = indices
    self.mixedKeys = mixedKeys
    self.mixedIndices = mixedIndices
  }

  /// So many names are compared sooner than a table of them is made.
  static let few = 8

  func index(of name: String) -> Int? {
    indices.isEmpty && mixedKeys == nil ? names.firstIndex(of: name) : indices[name]
  }

  /// Whether these are the names, in this order.
  func isOf(_ members: [(String, Value)]) -> Bool {
    guard members.count == names.count, mixedKeys == nil else { return false }
    for index in names.indices where names[index] != members[index].0 { return false }
    return true
  }

  /// Whether these are the names, in this order.
  func isOf(_ names: [String]) -> Bool { mixedKeys == nil && self.names == names }
}
