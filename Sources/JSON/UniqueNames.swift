/// The names of an object's members as they are read, each different from all before it.
public struct UniqueNames {
  /// Among few names looking at each is faster than a set of them.
  private static let few = 12

  /// The names in their order.
  public private(set) var names: [String]
  private var known: Set<String> = []

  /// Begins with names that are different from one another.
  public init(_ names: [String] = []) {
    self.names = names
    if names.count >= Self.few { known = Set(names) }
  }

  /// Adds a name; returns whether it was new.
  mutating func insert(_ name: String) -> Bool {
    if names.count < Self.few {
      guard !names.contains(name) else { return false }
    } else {
      guard known.insert(name).inserted else { return false }
    }
    names.append(name)
    if names.count == Self.few { known = Set(names) }
    return true
  }
}
