/// A compiled template: constant bytes and instructions, names resolved to slots, filters to functions.
///
/// Immutable; may be rendered from any number of threads at once.
public final class Program: Sendable {
  let code: ProgramCode
  let tables: ProgramTables
  /// What the numbers of sites and hooks mean, for the carrier that the template was cut out of.
  public let unit: (any TemplateUnit)?
  /// The name that a loader found it by; `nil` for a template that was not asked for by name.
  public let name: String?

  /// The paths that the template reads from its context, such as `inquiry.number`, in the order of their first use.
  public var references: [[String]] { code.references }

  /// Calls of names that nobody has defined: mistakes, unless the data holds functions.
  public var unknownCalls: [Finding] { code.unknownCalls }
  /// What somebody should look at in the results of constants, such as a word whose reading was guessed.
  public var remarks: [Finding] { code.remarks }

  /// A template without anything in it.
  public convenience init() { self.init(ProgramCode()) }

  /// The bytes of all constants, and where in them each stands, by its number.
  public var constants: (bytes: [UInt8], ranges: [Range<Int>]) {
    (code.constants, code.constantRanges)
  }

  init(
    _ code: ProgramCode, tables: ProgramTables? = nil, unit: (any TemplateUnit)? = nil,
    name: String? = nil
  ) {
    self.code = code
    self.tables = tables ?? ProgramTables(code)
    self.unit = unit
    self.name = name
  }

  /// The name of a variable; `nil` for any other expression.
  func name(of id: Expression.ID) -> String? {
    guard case .variable(_, _, let name) = code.expressions[Int(id)] else { return nil }
    return code.names[Int(name)]
  }

  /// The same program as its carrier and its loader know it.
  public func with(unit: (any TemplateUnit)?, name: String? = nil) -> Program {
    Program(code, tables: tables, unit: unit, name: name)
  }
}

/// The flat lists that a program consists of.
struct ProgramCode: Sendable {
  enum Instruction: Sendable {
    /// Writes the constant of this number.
    case constant(Int32)
    case emit(Expression.ID)
    case hook(Int)
    /// Goes on at `otherwise` unless the condition holds.
    case branch(Expression.ID, otherwise: Int)
    case jump(Int)
    case assign(Int32, Expression.ID)
    case evaluate(Expression.ID)
    case loop(Int32)
    /// Ends the innermost loop, or its turn.
    case leave(isBreak: Bool)
    /// Fills the slots of a scope that begins here with the values of the same names outside.
    case scope(Int32)
    /// Keeps what the instructions up to `end` write in a slot.
    case capture(slot: Int32, end: Int)
    /// Switches escaping for the instructions up to `end`.
    case autoescape(Expression.ID, end: Int)
    case block(Int32)
    case extends(Expression.ID)
    case include(Int32)
    case `import`(Int32)
  }

  /// A slot of a frame that encloses the one that reads it, so many frames further out.
  struct Address: Sendable, Hashable {
    let level: Int32
    let slot: Int32
  }

  /// A slot that begins a scope with the value that its name has outside.
  struct Inheritance: Sendable {
    let slot: Int32
    let outer: Address
  }

  struct Loop: Sendable {
    let items: Expression.ID
    let target: AssignmentTarget
    let condition: Expression.ID?
    /// The slot of `loop`.
    let slot: Int32
    let isRecursive: Bool
    /// Slots of names that the body sets: every turn begins with the values that they have outside.
    var inherited: [Inheritance]
    /// All slots of the body, which a recursive call must not lose.
    var slots: Range<Int32>
    /// The instructions of the body; those of `{% else %}` end at `end`.
    var body: Range<Int>
    var end: Int
  }

  /// A macro, the body of a call, or a block: instructions with slots of their own.
  struct Routine: Sendable {
    struct Parameter: Sendable {
      let name: String
      let slot: Int32
      let missing: Expression.ID?
    }

    let name: String
    let tag: Int
    var parameters: [Parameter] = []
    /// The slots of `varargs`, `kwargs` and `caller` where the body uses them.
    var varargs: Int32?
    var kwargs: Int32?
    var caller: Int32?
    var inherited: [Inheritance] = []
    var blankSlots: [Value] = []
    var body: Range<Int> = 0..<0
    var isScoped = false
    var isRequired = false
  }

  /// `{% include %}`, `{% import %}` and `{% from %}`.
  struct Inclusion: Sendable {
    let name: Expression.ID
    var ignoresMissing = false
    var hasContext = true
    /// The names that the template has set by here, which the other template may read.
    var visible: [(name: String, address: Address)] = []
    /// The slot of the whole module, or of single names of it.
    var module: Int32?
    var names: [(name: String, slot: Int32)] = []
  }

  var constants: [UInt8] = []
  /// Where each constant stands in `constants`.
  var constantRanges: [Range<Int>] = []
  var instructions: [Instruction] = []
  var loops: [Loop] = []
  var targets: [AssignmentTarget] = []
  var routines: [Routine] = []
  /// The routines of `{% block %}` by name.
  var blocks: [String: Int32] = [:]
  var inclusions: [Inclusion] = []
  var scopes: [[Inheritance]] = []

  var expressions: [Expression] = []
  /// The place of each expression, for messages; not looked at while all goes well.
  var spans: [Span] = []
  var values: [Value] = []
  var names: [String] = []
  var comparisons: [(symbol: ComparisonOperator, operand: Expression.ID)] = []
  var lists: [[Expression.ID]] = []
  var arguments: [ArgumentList] = []
  var filters:
    [(
      name: String, function: Filter, isForgiving: Bool, remark: (@Sendable (Value) -> Fault?)?
    )] = []
  var tests: [(name: String, function: ValueTest, isForgiving: Bool)] = []

  /// The names that the template takes from its context, each with its slot.
  var free: [(name: String, slot: Int32)] = []
  /// What the slots of the outermost frame hold before anything is set.
  var blankSlots: [Value] = []
  /// The names that the template sets at its top, for those who import it.
  var exports: [(name: String, slot: Int32)] = []
  /// Calls of names that nobody has defined, for whoever checks the template without data.
  var unknownCalls: [Finding] = []
  /// What somebody should look at in the results of constants.
  var remarks: [Finding] = []
  var references: [[String]] = []
}
