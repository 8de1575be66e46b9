import Diagnostics

/// What a program was compiled from, as its carrier knows it: what the numbers of sites and hooks lead to.
public protocol TemplateUnit: AnyObject, Sendable {}

/// Receives what a program writes, in order.
public protocol TemplateOutput: AnyObject {
  /// Takes constant bytes of the template as they are, and their number among its constants.
  func write(constant bytes: UnsafeBufferPointer<UInt8>, number: Int)
  /// Takes the value of an output tag, the tag's index in its source, and whether `autoescape` is on here; escaping is the carrier's business.
  func write(_ value: Value, at site: Int, escaping: Bool) throws(Fault)
  /// Takes the text of an output tag, in UTF-8, as it lies in the data, where nothing needs to be done to it; returns whether it did, else the text is given as a value.
  func write(text: UnsafeBufferPointer<UInt8>, at site: Int) -> Bool
  /// Acts at a point that the carrier marked.
  func act(hook: Int)
  /// From here on what is written is kept apart, for a value that the template makes: captures stand inside one another.
  func beginCapture()
  /// What was written since the capture began, as a value that can be written again.
  func endCapture(escaping: Bool) -> Value
  /// What follows comes from another template, until `leave()`. The site is the index of the tag that includes it, in the template that is left off; `nil` where all that it writes is captured.
  func enter(_ unit: (any TemplateUnit)?, at site: Int?)
  /// What follows comes from the template that was left off at the last `enter(_:at:)`.
  func leave() throws(Fault)
}

extension TemplateOutput {
  /// Never: text is a value like any other.
  public func write(text: UnsafeBufferPointer<UInt8>, at site: Int) -> Bool { false }

  /// The same of a text by itself.
  func write(text: borrowing String, at site: Int) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { write(text: $0, at: site) } == true
  }

  /// Nothing: a carrier without sites and hooks need not know.
  public func enter(_ unit: (any TemplateUnit)?, at site: Int?) {}
  /// Nothing: a carrier without sites and hooks need not know.
  public func leave() throws(Fault) {}
  /// Nothing: a carrier without hooks has none to act at.
  public func act(hook: Int) {}
}
