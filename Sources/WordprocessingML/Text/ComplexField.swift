/// A complex field that is open (ECMA-376 part 1, §17.16.18).
struct ComplexField {
  var instruction = ""
  /// Whether the field is past its instruction.
  var isResult = false
  /// What a form field shows where it has no result.
  var formText = ""
  /// How much there was before it, as its reader counts.
  var start = 0
  /// Where its result leads to, as its reader numbers places.
  var link: Int?

  /// What an instruction begins with, such as `PAGE`, in capitals.
  static func command(of instruction: String) -> String {
    instruction.drop(while: \.isWhitespace).prefix(while: \.isLetter).uppercased()
  }

  /// Whether a command only remembers a value for other fields: Word shows nothing of its result.
  static func remembers(_ command: String) -> Bool { command == "SET" || command == "ASK" }
}
