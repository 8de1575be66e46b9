import Jinja

/// A filter of grammar: what it takes and gives, and what it does with the words of a project.
struct GrammarFilter: Sendable {
  typealias Body =
    @Sendable (Value, borrowing Arguments, GrammarLexicons) throws(Fault) -> Value

  /// What the value before `|` may be; anything where there is none.
  let takes: [FieldTree.Kind]
  let gives: FieldTree.Kind
  /// A value that the filter takes, with which the arguments in a template are tried.
  let example: Value
  let body: Body

  init(
    _ takes: [FieldTree.Kind], gives: FieldTree.Kind = .string, example: Value,
    _ body: @escaping Body
  ) {
    self.takes = takes
    self.gives = gives
    self.example = example
    self.body = body
  }

  /// What filters made of what they were given last: letters ask for the same citations, numbers and days again and again.
  typealias Answers = RecentValues<FilterCall, Result<Value, Fault>>

  /// The filter as the template language takes it, with the words of a project.
  func bound(to lexicons: GrammarLexicons, keepsYo: Bool, _ answers: Answers) -> Filter {
    let looksAtItems = takes.isEmpty || takes.contains(.list)
    return { (value: Value, arguments: borrowing Arguments) throws(Fault) -> Value in
      guard let call = FilterCall(value, arguments, looksAtItems: looksAtItems) else {
        return try result(value, arguments, lexicons, keepsYo: keepsYo)
      }
      let answer = answers.value(of: call) {
        Result { () throws(Fault) in
          try result(value, arguments, lexicons, keepsYo: keepsYo)
        }
      }
      return try answer.get()
    }
  }

  private func result(
    _ value: Value, _ arguments: borrowing Arguments, _ lexicons: GrammarLexicons, keepsYo: Bool
  ) throws(Fault) -> Value {
    let result = try body(value, arguments, lexicons)
    // With a look at the bytes first: ё is D1 91, or е with a mark that begins with CC.
    var before: UInt8 = 0
    guard !keepsYo, case .string(let text) = result,
      text.utf8.contains(where: { byte in
        defer { before = byte }
        return byte == 0x91 && before == 0xD1 || byte == 0xCC
      }), text.contains("ё")
    else { return result }
    return .string(text.replacing("ё", with: "е"))
  }

  /// Takes words, names, figures: whatever has a text that can be inflected.
  static func word(_ body: @escaping Body) -> GrammarFilter {
    GrammarFilter([.string, .number, .date], example: .string("хат"), body)
  }

  /// Takes a text.
  static func text(_ body: @escaping Body) -> GrammarFilter {
    GrammarFilter([.string], example: .string("письмо"), body)
  }

  /// Takes a number.
  static func number(_ body: @escaping Body) -> GrammarFilter {
    GrammarFilter([.number, .string], example: .integer(2), body)
  }

  /// Takes a date, or a text that is one: `2021-12-15`.
  static func date(_ body: @escaping Body) -> GrammarFilter {
    GrammarFilter([.date, .string], example: .string("2021-12-15"), body)
  }

  /// Takes a list.
  static func list(_ body: @escaping Body) -> GrammarFilter {
    GrammarFilter([.list], example: .array([.string("хат")]), body)
  }

  /// Takes an object with parts that have names.
  static func object(_ example: KeyValuePairs<String, Value>, _ body: @escaping Body)
    -> GrammarFilter
  {
    GrammarFilter([.object], example: .object(ObjectValue(example.map { ($0, $1) })), body)
  }
}
