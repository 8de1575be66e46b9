/// What a rule is called, and where it is explained.
public struct RuleDescription: Hashable, Sendable {
  /// The stable id.
  public let id: String
  /// A few words.
  public let name: Message
  /// The page of the documentation, by its path from the folder of this program's sources, in each language.
  public let page: Message

  public init(id: String, name: Message, page: Message) {
    self.id = id
    self.name = name
    self.page = page
  }
}
