public import Diagnostics

/// A path into the context, as a template would write it.
public struct ValuePath: Hashable, Sendable {
  /// One step from a value to a value in it.
  public enum Step: Hashable, Sendable {
    case name(String)
    case index(Int)
  }

  /// The steps, the name in the context first.
  public var steps: [Step]
  /// Whether the value is the one that the path leads to, and not one made of it.
  public var isExact = true

  init(_ name: String) { steps = [.name(name)] }

  /// The path as text: `resources[3].url`, counted from zero.
  public var text: String {
    var text = ""
    for step in steps {
      switch step {
      case .name(let name): text += text.isEmpty ? name : ".\(name)"
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }

  /// The path of a part of the value; of what is in a value that was made, nothing is known.
  func appending(_ step: Step) -> ValuePath {
    guard isExact else { return self }
    var path = self
    path.steps.append(step)
    return path
  }

  var derived: ValuePath {
    var path = self
    path.isExact = false
    return path
  }
}

/// What a rendering prints, and where it is from, for whoever wants to explain it. Belongs to one rendering.
public final class PrintTrace {
  /// What one output tag printed, once.
  public struct Entry: Sendable {
    /// The expression in its template.
    public let span: Span
    /// The name of the included template that the span is in; `nil` for the template itself.
    public let template: String?
    public let value: Value
    /// What the value is, or is made of; nothing for what stands in the template.
    public let origins: [ValuePath]
  }

  /// In the order of printing. What a macro or a capture prints belongs to the tag that writes it out.
  public private(set) var entries: [Entry] = []
  /// What was printed into the captures that are open, and by those that ended in the expression that is being evaluated.
  private var captured: [[ValuePath]] = [[]]

  public init() {}

  func beginCapture() { captured.append([]) }

  func endCapture() {
    let origins = captured.removeLast()
    captured[captured.count - 1] += origins
  }

  /// How much was captured by now.
  var mark: Int { captured[captured.count - 1].count }

  /// What was captured since the mark.
  func take(from mark: Int) -> [ValuePath] {
    let last = captured.count - 1
    let origins = Array(captured[last][mark...])
    captured[last].removeSubrange(mark...)
    return origins
  }

  func add(_ value: Value, at span: Span, of template: String?, from origins: [ValuePath]) {
    if captured.count > 1 {
      captured[captured.count - 1] += origins.map(\.derived)
    } else {
      entries.append(
        Entry(span: span, template: template, value: value, origins: origins.withoutRepetitions))
    }
  }
}

/// What a traced document shows where a tag has failed.
public final class FailedValue: CustomValue {
  /// Why it failed.
  public let message: Message

  init(_ message: Message) { self.message = message }

  public var text: String { "…" }
  public var isUnknown: Bool { true }
}

extension [ValuePath] {
  var withoutRepetitions: [ValuePath] {
    var seen: Set<ValuePath> = []
    return filter { seen.insert($0).inserted }
  }
}
