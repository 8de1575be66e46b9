/// How far a document has come.
public enum DocumentStatus: String, Sendable, Hashable, CaseIterable {
  case draft, agreed, signed, registered, sent, delivered, executed, refused, revoked

  /// Whether a document of this status must have left the house.
  var requiresSending: Bool {
    switch self {
    case .sent, .delivered, .executed: true
    case .draft, .agreed, .signed, .registered, .refused, .revoked: false
    }
  }

  /// Whether a document of this status can have left the house: a number comes before the post.
  var allowsSending: Bool {
    switch self {
    case .draft, .agreed, .signed: false
    case .registered, .sent, .delivered, .executed, .refused, .revoked: true
    }
  }

  /// Documents that no figure counts.
  static let withdrawn: [DocumentStatus] = [.refused, .revoked]
}
