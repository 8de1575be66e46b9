public import Diagnostics

/// What a document of the register is. The list is closed: one taxonomy for all periods of a letter.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  /// Предписание, нұсқама.
  case prescription
  /// Уведомление, хабарлама: to a platform.
  case notification
  /// Предупредительное письмо, ескерту хаты.
  case warning
  /// Рекомендательное письмо, ұсыным хат.
  case recommendation
  /// A reply to an inquiry: kept with its case data so that a period can be exported; it enforces nothing.
  case response

  /// The kinds that act on resources, of which figures are made.
  public static let enforcement: Set<DocumentKind> = [
    .prescription, .notification, .warning, .recommendation,
  ]

  /// The kinds that a reply calls letters (письма, хаттар).
  public static let letters: Set<DocumentKind> = [.warning, .recommendation]

  /// The word for it.
  public var label: Message {
    switch self {
    case .prescription: Message(kk: "нұсқама", ru: "предписание", en: "prescription")
    case .notification: Message(kk: "хабарлама", ru: "уведомление", en: "notification")
    case .warning:
      Message(kk: "ескерту хаты", ru: "предупредительное письмо", en: "warning letter")
    case .recommendation:
      Message(kk: "ұсыным хат", ru: "рекомендательное письмо", en: "recommendation letter")
    case .response: Message(kk: "жауап", ru: "ответ", en: "reply")
    }
  }
}
