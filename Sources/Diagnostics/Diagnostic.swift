/// Whether a diagnostic stops the work.
public enum Severity: String, Sendable {
  case error, warning
}

/// Something wrong with what a user gave us, said so that it can be found and mended.
public struct Diagnostic: Hashable, Sendable {
  /// The stable id: `E…` templates, `D…` documents, `R…` register, `V…` data, or a checker rule such as `N1`.
  public var rule: String
  public var severity: Severity
  public var message: Message
  /// Where it holds; the first is the place to mend, the others explain it.
  public var places: [Place]
  /// An edit that would mend it.
  public var hint: Message?
  /// Why it may stay as it is: the reason that the user gave; `nil` where nobody allowed it.
  public var allowed: String?

  public init(
    _ rule: String, _ message: Message, severity: Severity = .error, at places: [Place] = [],
    hint: Message? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.places = places
    self.hint = hint
  }
}

extension Sequence<Diagnostic> {
  /// Whether one of them is an error.
  @inlinable public var hasErrors: Bool { contains { $0.severity == .error } }
}
