/// What makes Word refuse or repair a document, or what the standard forbids in one.
public struct DocumentFault: Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, in one word, such as `order`.
  public let rule: String
  public let part: String
  /// The elements that lead to the fault, such as `/document/body/tbl[2]/tr`.
  public let place: String
  public let message: String

  public var description: String { "\(rule) in \(part) at \(place): \(message)" }

  /// What is the same for a fault in a template and in the document made from it, where other elements may stand before it.
  var kind: Kind { Kind(rule: rule, message: message) }

  struct Kind: Hashable {
    let rule: String
    let message: String
  }
}
