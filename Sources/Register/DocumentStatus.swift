public import Diagnostics

/// How far a document has come.
public enum DocumentStatus: String, Sendable, Hashable, CaseIterable {
  case draft, agreed, signed, registered, sent, delivered, executed, refused, revoked

  /// The statuses that may follow this one; none for a document that is withdrawn.
  ///
  /// A document may be signed without having been agreed, and executed without a note of delivery. What has no number yet is
  /// refused, what has one is revoked.
  public var next: Set<DocumentStatus> {
    switch self {
    case .draft: [.agreed, .signed, .refused]
    case .agreed: [.signed, .refused]
    case .signed: [.registered, .refused]
    case .registered: [.sent, .revoked]
    case .sent: [.delivered, .executed, .revoked]
    case .delivered: [.executed, .revoked]
    case .executed: [.revoked]
    case .refused, .revoked: []
    }
  }

  /// The word for it.
  public var label: Message {
    switch self {
    case .draft: Message(kk: "жоба", ru: "проект", en: "draft")
    case .agreed: Message(kk: "келісілген", ru: "согласован", en: "agreed")
    case .signed: Message(kk: "қол қойылған", ru: "подписан", en: "signed")
    case .registered: Message(kk: "тіркелген", ru: "зарегистрирован", en: "registered")
    case .sent: Message(kk: "жіберілген", ru: "отправлен", en: "sent")
    case .delivered: Message(kk: "жеткізілген", ru: "доставлен", en: "delivered")
    case .executed: Message(kk: "орындалған", ru: "исполнен", en: "executed")
    case .refused: Message(kk: "қабылданбаған", ru: "отклонён", en: "refused")
    case .revoked: Message(kk: "қайтарып алынған", ru: "отозван", en: "revoked")
    }
  }

  /// The column with the day on which a document came to it.
  var dateColumn: String { self == .draft ? "prepared_at" : rawValue + "_at" }

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
  public static let withdrawn: [DocumentStatus] = [.refused, .revoked]
}
