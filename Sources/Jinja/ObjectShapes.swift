/// The shapes of objects that were made before, for whoever makes such objects again and again: they need not be made again.
public struct ObjectShapes: Sendable {
  /// Larger objects, and further shapes of one size, are not kept.
  private static let largest = 64
  private static let maximumOfOneSize = 16

  /// By how many members they have.
  private var known = [[ObjectShape]](repeating: [], count: Self.largest)

  /// None yet.
  public init() {}

  /// The members in their order, as an object of a known shape if there is one.
  public mutating func object(_ members: [(String, Value)]) -> ObjectValue {
    guard members.count < Self.largest else { return ObjectValue(members) }
    for shape in known[members.count] where shape.isOf(members) {
      return ObjectValue(shape, members.map(\.1))
    }
    let object = ObjectValue(members)
    if known[members.count].count < Self.maximumOfOneSize {
      known[members.count].append(object.shape)
    }
    return object
  }
}
