/// Declarations of CSS in a fixed order.
struct Declarations: Hashable {
  private(set) var list: [String] = []

  var isEmpty: Bool { list.isEmpty }

  mutating func add(_ name: String, _ value: String) { list.append("\(name):\(value)") }

  mutating func add(_ name: String, points value: Int) { add(name, CSS.points(value)) }

  mutating func append(_ other: Declarations) { list += other.list }

  /// Those that `other` does not have.
  func against(_ other: Declarations) -> Declarations {
    let known = Set(other.list)
    var rest = Declarations()
    rest.list = list.filter { !known.contains($0) }
    return rest
  }

  var text: String { list.joined(separator: ";") }
}

/// The looks that a document uses, each written once.
struct StyleClasses {
  private var names: [Declarations: String] = [:]
  private var rules = ""

  /// The attribute that gives an element these looks beside the classes `others`; empty where there are none.
  mutating func attribute(_ declarations: Declarations, _ others: String = "") -> String {
    var classes = others
    if !declarations.isEmpty {
      let name = names[declarations] ?? "c\(names.count + 1)"
      if names.updateValue(name, forKey: declarations) == nil {
        rules += ".\(name){\(declarations.text)}\n"
      }
      classes += (classes.isEmpty ? "" : " ") + name
    }
    return classes.isEmpty ? "" : " class=\"\(classes)\""
  }

  var styleSheet: String { rules }
}
