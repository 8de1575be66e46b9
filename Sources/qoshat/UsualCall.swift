import Jinja

/// The arguments of a call that leaves no doubt: one file, and options, each once and each with a value of its own that begins
/// with no dash.
///
/// To find out which options a command has, ArgumentParser looks some forty times through everything that any type of the
/// program conforms to, which is a fifth of what filling one document takes. Whatever is unusual or wrong is not understood
/// here: ArgumentParser reads it, and it alone tells users of it.
struct UsualCall {
  private(set) var file = ""
  private var values: [(option: String, value: String)] = []

  /// The call of a command, whose options are given as they are written, with their names; `nil` for one that is not usual.
  init?(
    _ arguments: [String], of command: String, options: [(written: String, name: String)]
  ) {
    guard arguments.first == command else { return nil }
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      if Self.isValue(argument) {
        guard file.isEmpty else { return nil }
        file = argument
      } else {
        guard let option = options.first(where: { $0.written == argument })?.name,
          self[option] == nil, let value = rest.popFirst(), Self.isValue(value)
        else { return nil }
        values.append((option, value))
      }
    }
    if file.isEmpty { return nil }
  }

  /// The value of an option, where the call has it.
  subscript(option: String) -> String? { values.first { $0.option == option }?.value }

  private static func isValue(_ argument: String) -> Bool {
    argument.utf8.first.map { $0 != UInt8(ascii: "-") } ?? false
  }
}

extension FillCommand {
  /// What a usual call asks for: the template, its data, the document and perhaps its text, all else as it is by default.
  init?(usual arguments: [String]) {
    let names = [
      ("--data", "data"), ("-o", "output"), ("--output", "output"), ("--text", "text"),
    ]
    guard let call = UsualCall(arguments, of: "fill", options: names), let data = call["data"],
      let output = call["output"]
    else { return nil }
    self.init()
    template = call.file
    self.data = data
    self.output = output
    text = call["text"]
    undefined = .strict
    wordPlaceholders = false
    limits = .byDefault
    options = .byDefault
  }
}
