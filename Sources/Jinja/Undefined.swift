import Diagnostics

/// A name or attribute that has no value.
public final class Undefined: Sendable {
  /// The path as the template wrote it, such as `inquiry.number`.
  public let path: String
  private let message: Message?
  /// The names that there are where the path's last name was looked for.
  private let known: [String]

  /// A path that leads nowhere.
  ///
  /// - Parameters:
  ///   - path: The path as the template wrote it.
  ///   - known: The names that there are where the path's last name was looked for.
  public init(_ path: String, known: [String] = []) {
    self.path = path
    self.known = known
    message = nil
  }

  init(_ path: String, _ message: Message) {
    self.path = path
    self.message = message
    known = []
  }

  /// What `first`, `last`, `min` and `max` make of a list without items.
  static func empty(_ filter: String) -> Undefined {
    Undefined(
      filter,
      Message(
        kk: "`\(filter)` үшін тізім бос", ru: "список для `\(filter)` пуст",
        en: "the list is empty, so that it has no `\(filter)`"))
  }

  /// What `a if b` is where `b` does not hold.
  static let otherwise = Undefined(
    "else",
    Message(
      kk: "шарт орындалмады, ал өрнекте `else` жоқ",
      ru: "условие не выполнено, а `else` в выражении нет",
      en: "the condition does not hold and the expression has no `else`"))

  /// The complaint of a use that needs a value.
  var fault: Fault {
    let name = path.split(separator: ".").last.map(String.init) ?? path
    return Fault(
      "E120",
      message
        ?? Message(
          kk: "деректерде `\(path)` жоқ", ru: "в данных нет `\(path)`",
          en: "the data has no `\(path)`"),
      kind: .undefined, hint: Spelling.hint(for: name, among: known))
  }
}
