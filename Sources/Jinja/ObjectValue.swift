/// A mapping that keeps the order of its keys, which are text as a rule, but may be any value that Python takes for a key.
public final class ObjectValue: Sendable {
  /// The keys as text, in their order.
  public let names: [String]
  /// The value of each key.
  public let values: [Value]
  private let indices: [String: Int]
  /// The keys themselves, where not all of them are text.
  private let mixedKeys: [Value]?
  private let mixedIndices: [ValueKey: Int]

  /// The members in their order; of two with one name the later value stands at the earlier place.
  public init(_ members: [(String, Value)]) {
    var names: [String] = []
    var values: [Value] = []
    var indices: [String: Int] = [:]
    names.reserveCapacity(members.count)
    values.reserveCapacity(members.count)
    for (name, value) in members {
      if let index = indices[name] {
        values[index] = value
      } else {
        indices[name] = names.count
        names.append(name)
        values.append(value)
      }
    }
    self.names = names
    self.values = values
    self.indices = indices
    mixedKeys = nil
    mixedIndices = [:]
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
    names = keys.map(\.text)
    self.values = values
    self.indices = indices
    self.mixedIndices = mixedIndices
    mixedKeys = mixedIndices.isEmpty ? nil : keys
  }

  /// The keys as values, in their order.
  public var keys: [Value] { mixedKeys ?? names.map { .string($0) } }

  /// The value of a name, or `nil` where there is none.
  public subscript(name: String) -> Value? { indices[name].map { values[$0] } }

  /// The value of a key of any kind, or `nil` where there is none.
  public func value(for key: Value) -> Value? {
    switch key {
    case .string(let name), .markup(let name): return self[name]
    case _ where mixedIndices.isEmpty: return nil
    default: return mixedIndices[ValueKey(key, foldingCase: false)].map { values[$0] }
    }
  }

  /// The keys with their values.
  var members: [(key: Value, value: Value)] { Array(zip(keys, values).map { ($0, $1) }) }

  /// Whether there is a value of that name.
  func has(_ name: String) -> Bool { indices[name] != nil }

  /// How many keys there are.
  public var count: Int { names.count }
}
