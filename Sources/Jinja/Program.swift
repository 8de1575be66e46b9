/// A compiled template: constant bytes and instructions, names resolved to slots, filters to functions.
///
/// Immutable; may be rendered from any number of threads at once.
public struct Program: Sendable {
  enum Instruction: Sendable {
    case constant(Range<Int>)
    case emit(Expression.ID)
    case hook(Int)
    /// Goes on at `otherwise` unless the condition holds.
    case branch(Expression.ID, otherwise: Int)
    case jump(Int)
    case assign(Int32, Expression.ID)
    case loop(Int32)
  }

  struct Loop: Sendable {
    let items: Expression.ID
    let target: AssignmentTarget
    let condition: Expression.ID?
    /// Slots of names that the body sets, each with the slot of the name's value outside: every turn begins with that value.
    var inherited: [(slot: Int32, outer: Int32)]
    /// The instructions of the body; those of `{% else %}` end at `end`.
    var body: Range<Int>
    var end: Int
  }

  var constants: [UInt8] = []
  var instructions: [Instruction] = []
  var loops: [Loop] = []
  var targets: [AssignmentTarget] = []

  var expressions: [Expression] = []
  /// The place of each expression, for messages; not looked at while all goes well.
  var spans: [Span] = []
  var values: [Value] = []
  var names: [String] = []
  var comparisons: [(symbol: ComparisonOperator, operand: Expression.ID)] = []
  var lists: [[Expression.ID]] = []
  var arguments: [ArgumentList] = []
  var filters: [(name: String, function: Filter, isForgiving: Bool)] = []
  var tests: [(name: String, function: ValueTest, isForgiving: Bool)] = []
  var functions: [(name: String, function: Function)] = []

  /// The names that the template takes from its context, each with its slot.
  var free: [(name: String, slot: Int32)] = []
  /// The name that each slot stands for.
  var slotNames: [String] = []

  /// The paths that the template reads from its context, such as `inquiry.number`, in the order of their first use.
  public internal(set) var references: [[String]] = []

  /// A template without anything in it.
  public init() {}
}
