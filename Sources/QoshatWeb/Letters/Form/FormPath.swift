/// Where a value of the case data stands, as diagnostics say it, and the name of its input: `addressees[0].lines.kk`.
struct FormPath: Hashable, Sendable, CustomStringConvertible {
  enum Step: Hashable, Sendable {
    case member(String)
    case item(Int)
  }

  let steps: [Step]

  /// The data as a whole.
  static let root = FormPath(steps: [])

  private init(steps: [Step]) { self.steps = steps }

  /// Reads a path as ``description`` writes it; `nil` for anything else.
  init?(_ text: String) {
    var steps: [Step] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      var pieces = part.split(separator: "[", omittingEmptySubsequences: false)[...]
      guard let name = pieces.popFirst(), !name.isEmpty, !name.contains("]") else { return nil }
      steps.append(.member(String(name)))
      for piece in pieces {
        guard piece.hasSuffix("]"), let index = Int(piece.dropLast()), index >= 0 else {
          return nil
        }
        steps.append(.item(index))
      }
    }
    self.init(steps: steps)
  }

  func member(_ name: String) -> FormPath { FormPath(steps: steps + [.member(name)]) }

  /// The first `count` steps of the path.
  func prefix(_ count: Int) -> FormPath { FormPath(steps: Array(steps.prefix(count))) }

  func item(_ index: Int) -> FormPath { FormPath(steps: steps + [.item(index)]) }

  var description: String {
    steps.reduce(into: "") { text, step in
      switch step {
      case .member(let name): text += text.isEmpty ? name : ".\(name)"
      case .item(let index): text += "[\(index)]"
      }
    }
  }

  /// The id of the element of a page that shows the value.
  var id: String { "f-\(self)" }

  /// Whether this is `other`, or a part of it.
  func isWithin(_ other: FormPath) -> Bool { steps.starts(with: other.steps) }

  // MARK: Names of inputs that hold no value of their own

  /// How many items a list has.
  var countName: String { "count:\(self)" }
  /// A value that has not the shape of its field, as JSON.
  var rawName: String { "raw:\(self)" }
  /// Members that the kind does not know, as JSON.
  var othersName: String { "others:\(self)" }
  /// What resources of the register are looked for by.
  var searchName: String { "search:\(self)" }
  /// The resources that were ticked among those found.
  var pickName: String { "pick:\(self)" }
}
