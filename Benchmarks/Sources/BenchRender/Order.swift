/// What is to be measured, as the command line says it.
struct Order: Sendable {
  enum Mode: String {
    /// Compiled once, every document a result in memory.
    case memory
    /// The same, every document written to a file of its own.
    case files
    /// The template compiled anew each time.
    case compile
    /// The plain text of the first document, read anew each time.
    case text
  }

  let mode: Mode
  let template: String
  let contexts: String
  let documents: Int
  let warmUp: Int
  let folder: String
  let threads: Int

  init?(_ arguments: [String]) {
    guard arguments.count >= 6, let mode = Mode(rawValue: arguments[1]),
      let documents = Int(arguments[4]), let warmUp = Int(arguments[5]),
      let threads = arguments.count > 7 ? Int(arguments[7]) : 1, threads > 0,
      mode != .files || arguments.count > 6
    else { return nil }
    self.mode = mode
    template = arguments[2]
    contexts = arguments[3]
    self.documents = documents
    self.warmUp = warmUp
    folder = arguments.count > 6 ? arguments[6] : "."
    self.threads = threads
  }
}
