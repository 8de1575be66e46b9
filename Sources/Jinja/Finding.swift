public import Diagnostics

/// Something wrong with a template or with the data it was given, at a place in one of its tags.
public struct Finding: Error, Hashable, Sendable {
  /// The three ways in which a template fails.
  public enum Kind: String, Sendable {
    case syntax, undefined, runtime
  }

  /// In which way the template failed.
  public var kind: Kind
  /// The stable id, `E1xx`.
  public var rule: String
  /// What is wrong, said to the author of the template.
  public var message: Message
  /// The first is the place to mend; further ones explain it.
  public var spans: [Span]
  /// The name of the included template that the spans are in; `nil` for the template itself.
  public var template: String?
  /// An edit that would mend it.
  public var hint: Message?
  /// Whether the template works all the same, and somebody should look at it.
  public var isRemark: Bool

  /// A finding at places, the one to mend first.
  public init(
    _ kind: Kind, _ rule: String, _ message: Message, at spans: [Span], hint: Message? = nil,
    template: String? = nil, isRemark: Bool = false
  ) {
    self.kind = kind
    self.rule = rule
    self.message = message
    self.spans = spans
    self.hint = hint
    self.template = template
    self.isRemark = isRemark
  }
}

/// A mistake in the use of a filter, test, method or operator, before it is known where in the template it stands.
public struct Fault: Error, Hashable, Sendable {
  /// In which way the use fails.
  public var kind: Finding.Kind
  /// The stable id, `E1xx`.
  public var rule: String
  /// What is wrong, said to the author of the template.
  public var message: Message
  /// An edit that would mend it.
  public var hint: Message?

  /// A fault that has no place yet.
  public init(
    _ rule: String, _ message: Message, kind: Finding.Kind = .runtime, hint: Message? = nil
  ) {
    self.kind = kind
    self.rule = rule
    self.message = message
    self.hint = hint
  }

  func at(_ span: Span, template: String? = nil, isRemark: Bool = false) -> Finding {
    Finding(
      kind, rule, message, at: [span], hint: hint, template: template, isRemark: isRemark)
  }

  /// A value of the wrong type was given to `what`.
  public static func type(of value: Value, in what: String) -> Fault {
    if case .undefined(let undefined) = value { return undefined.fault }
    return Fault(
      "E122",
      Message(
        kk: "`\(what)` үшін мәннің түрі жарамайды: \(value.typeName.kk)",
        ru: "значение не того типа для `\(what)`: \(value.typeName.ru)",
        en: "the value has the wrong type for `\(what)`: \(value.typeName.en)"))
  }

  /// `what` was called with arguments that it does not take.
  public static func arguments(of what: String) -> Fault {
    Fault(
      "E123",
      Message(
        kk: "`\(what)` мұндай аргументтерді қабылдамайды",
        ru: "`\(what)` не принимает таких аргументов",
        en: "`\(what)` does not take these arguments"))
  }
}
