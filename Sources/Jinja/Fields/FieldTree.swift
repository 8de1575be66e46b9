/// The data that a template reads, as far as its tags tell: names, what is inside them, and of what kind they are.
///
/// Found without data and without rendering. Where the tags say too little the kind is `any`: nothing is made up.
public struct FieldTree: Sendable {
  /// The index of a node.
  public typealias NodeID = Int

  /// What a value must be for the template to work.
  public enum Kind: String, Hashable, Sendable {
    case object, list, number, string, boolean, date
    /// Printed, so that anything with a text will do.
    case text
    case any
  }

  /// What a template does with a value.
  enum Use: Hashable, Sendable {
    case printed, tested, computed, spelled, dated, listed, opened
    /// Counted or taken apart by position, as lists and texts can be.
    case counted
  }

  /// Where a value is read.
  public struct Place: Hashable, Sendable {
    /// The index of the program among those that were looked at.
    public let program: Int
    public let span: Span
  }

  struct Node: Sendable {
    var name: String
    var parent: NodeID?
    /// How many values it is inside of.
    var depth = 0
    var uses: Set<Use> = []
    var members: [NodeID] = []
    /// What each item of a list is.
    var item: NodeID?
    /// What each value of an object with arbitrary names is.
    var value: NodeID?
    var isRequired = false
    /// Whether it stands for any number of values: the items of a list, or what an object with arbitrary names holds.
    var isRepeated = false
    var places: [Place] = []
  }

  /// A template that digs for ever, as `{% set a = a.b %}` in many lines does, is followed so deep; what is deeper counts as the last.
  static let maximumDepth = 100
  /// So many places of each value are kept: who mends the first finds the others.
  static let maximumPlaces = 8

  var nodes = [Node(name: "", parent: nil)]
  private var known: [Member: NodeID] = [:]

  private struct Member: Hashable {
    let parent: NodeID
    let name: String
  }

  /// The whole of the data.
  public static let root: NodeID = 0

  init() {}

  /// The members that are read of a node, in the order of their first use.
  public func members(of node: NodeID) -> [NodeID] { nodes[node].members }

  /// What each item of a list is, or `nil` where the template does not look at it.
  public func item(of node: NodeID) -> NodeID? { nodes[node].item }

  /// What each value of an object is that is read without naming its members.
  public func value(of node: NodeID) -> NodeID? { nodes[node].value }

  public func name(of node: NodeID) -> String { nodes[node].name }

  /// Where the template reads the value, the first places only.
  public func places(of node: NodeID) -> [Place] { nodes[node].places }

  /// Whether the template fails without the value, wherever there is what the value is a member of.
  public func isRequired(_ node: NodeID) -> Bool { nodes[node].isRequired }

  /// The names that lead to a node, such as `inquiry.number`; the items of a list are written `[]`.
  public func path(of node: NodeID) -> String {
    var names: [String] = []
    var current: NodeID? = node
    while let node = current, node != Self.root {
      names.append(nodes[node].name)
      current = nodes[node].parent
    }
    return names.reversed().reduce("") { path, name in
      path.isEmpty || name == "[]" ? path + name : path + "." + name
    }
  }

  /// What the value must be.
  public func kind(of node: NodeID) -> Kind {
    let node = nodes[node]
    let isObject = !node.members.isEmpty || node.value != nil || node.uses.contains(.opened)
    let isList = node.uses.contains(.listed) || node.item.map { hasParts($0) } ?? false
    var kinds: Set<Kind> = []
    if isObject { kinds.insert(.object) }
    if isList { kinds.insert(.list) }
    if node.uses.contains(.computed) { kinds.insert(.number) }
    if node.uses.contains(.spelled) { kinds.insert(.string) }
    if node.uses.contains(.dated) { kinds.insert(.date) }
    if let only = kinds.first { return kinds.count == 1 ? only : .any }
    if node.uses.contains(.printed) { return .text }
    if node.item != nil || node.uses.contains(.counted) { return .list }
    return node.uses.contains(.tested) ? .boolean : .any
  }

  /// Whether a value is looked into, so that what holds it is more than a text.
  func hasParts(_ node: NodeID) -> Bool {
    let kind = kind(of: node)
    return kind == .object || kind == .list || kind == .number
  }

  // MARK: Building

  mutating func member(_ name: String, of parent: NodeID) -> NodeID {
    let member = Member(parent: parent, name: name)
    if let node = known[member] { return node }
    guard let node = append(name, parent) else { return parent }
    nodes[parent].members.append(node)
    known[member] = node
    return node
  }

  mutating func item(of parent: NodeID, named name: String = "[]") -> NodeID {
    if let known = nodes[parent].item { return known }
    guard let node = append(name, parent) else { return parent }
    nodes[node].isRepeated = true
    nodes[parent].item = node
    return node
  }

  mutating func value(of parent: NodeID, named name: String) -> NodeID {
    if let known = nodes[parent].value { return known }
    guard let node = append(name, parent) else { return parent }
    nodes[node].isRepeated = true
    nodes[parent].value = node
    return node
  }

  mutating func note(_ node: NodeID, _ place: Place) {
    guard nodes[node].places.count < Self.maximumPlaces else { return }
    if !nodes[node].places.contains(place) { nodes[node].places.append(place) }
  }

  private mutating func append(_ name: String, _ parent: NodeID) -> NodeID? {
    let depth = nodes[parent].depth + 1
    guard depth <= Self.maximumDepth else { return nil }
    nodes.append(Node(name: name, parent: parent, depth: depth))
    return nodes.count - 1
  }
}
