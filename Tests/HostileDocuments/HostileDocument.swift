/// A file that means harm, or looks as if it did, and what a reader owes to it.
public struct HostileDocument: Sendable {
  /// What comes of the file.
  public enum Outcome: Hashable, Sendable {
    /// Refused by this rule, which names this part, and a line if the part is not well-formed.
    case refused(_ rule: String, part: String? = nil, line: Int? = nil)
    /// Read: it is a document, however absurd, and this stands in its text.
    case read(_ text: String)
  }

  public let name: String
  public let outcome: Outcome
  private let make: @Sendable () -> [UInt8]

  init(_ name: String, _ outcome: Outcome, _ make: @escaping @Sendable () -> [UInt8]) {
    self.name = name
    self.outcome = outcome
    self.make = make
  }

  /// The file, made anew.
  public func bytes() -> [UInt8] { make() }

  /// All that must be refused.
  public static let refused = otherFormats + archives + bombs + markup

  /// All that must be read, in bounded time and memory; those that repeat one thing do so less often by `divisor`.
  public static func read(smallerBy divisor: Int = 1) -> [HostileDocument] {
    harmless + AbsurdDocuments(divisor: divisor).all
  }
}
