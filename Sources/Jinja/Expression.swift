/// An expression of a compiled template. Its operands are indices into the program's flat list, so that evaluating follows no pointers.
enum Expression: Sendable {
  typealias ID = Int32

  case constant(Int32)
  /// A slot of the frame `level` frames further out; `name` is an index into the program's names.
  case variable(level: Int32, slot: Int32, name: Int32)
  /// A field of a loop, such as `loop.index`: faster than asking the object for it by name.
  case loopField(ID, LoopField)
  case attribute(ID, name: Int32)
  case item(ID, ID)
  case slice(ID, from: ID?, to: ID?, step: ID?)
  case methodCall(ID, method: Int32, arguments: Int32)
  case call(ID, arguments: Int32)
  /// `self.name()`, and `super()`, in templates with blocks.
  case blockCall(name: Int32)
  case superCall
  case filter(ID, filter: Int32, arguments: Int32)
  case test(ID, test: Int32, arguments: Int32)
  case not(ID)
  case negative(ID)
  case positive(ID)
  case binary(BinaryOperator, ID, ID)
  /// `a < b <= c`: the operands and operators are a run of the program's comparisons.
  case comparison(ID, steps: Range<Int32>)
  case and(ID, ID)
  case or(ID, ID)
  case conditional(condition: ID, then: ID, otherwise: ID?)
  case list(Int32)
  case tuple(Int32)
  case mapping(Int32)
  /// A macro, or the body of a call, with the frame that it stands in.
  case closure(routine: Int32)
}

enum BinaryOperator: Sendable {
  case add, subtract, multiply, divide, floorDivide, modulo, power, concatenate

  var symbol: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .floorDivide: "//"
    case .modulo: "%"
    case .power: "**"
    case .concatenate: "~"
    }
  }
}

enum ComparisonOperator: Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, isIn, isNotIn

  var symbol: String {
    switch self {
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .isIn: "in"
    case .isNotIn: "not in"
    }
  }
}

/// What `loop` tells inside `{% for %}`.
enum LoopField: String, CaseIterable, Sendable {
  case index, index0, revindex, revindex0, first, last, length, depth, depth0, previtem, nextitem
}

/// The operands of a call, in the order written.
struct ArgumentList: Sendable {
  var positional: [Expression.ID] = []
  var named: [(name: String, value: Expression.ID)] = []
  /// `*list` and `**mapping` at the end.
  var spread: Expression.ID?
  var spreadNamed: Expression.ID?
}

/// Where an assignment puts its value: one name, several that take the value apart, or an attribute of a namespace.
indirect enum AssignmentTarget: Sendable {
  case slot(Int32)
  case list([AssignmentTarget])
  case attribute(Expression.ID, name: String)
}
