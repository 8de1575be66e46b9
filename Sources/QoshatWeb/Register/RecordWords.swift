import CivilDates
import Diagnostics
import Export
import Letters
import Register

/// What the register's values are called on pages.
struct RecordWords: Sendable {
  let language: LetterLanguage
  private let bodies: [String: Body]

  init(_ language: LetterLanguage, _ reference: ReferenceData) {
    self.language = language
    bodies = reference.bodies
  }

  func kind(_ kind: DocumentKind) -> String { kind.label[language.messages] }

  func status(_ status: DocumentStatus) -> String { status.label[language.messages] }

  func channel(_ channel: Channel) -> String {
    channel.label[language.messages]
  }

  func body(_ id: String) -> String { bodies[id]?.short[language] ?? id }

  func platform(_ platform: Platform?) -> String { platform?.name ?? "–" }

  func state(_ status: DocumentStatus) -> HTML {
    let look =
      switch status {
      case .sent, .delivered, .executed: "good"
      case .refused, .revoked: "bad"
      case .draft, .agreed, .signed, .registered: ""
      }
    return "<span class=\"state \(look)\">\(self.status(status))</span>"
  }

  /// A value of a column, as histories show it.
  func value(_ text: String?, of column: String) -> String {
    guard let text, !text.isEmpty else { return "–" }
    switch column {
    case "kind": return DocumentKind(rawValue: text).map(kind) ?? text
    case "status": return DocumentStatus(rawValue: text).map(status) ?? text
    case "channel": return Channel(rawValue: text).map(channel) ?? text
    case "body": return body(text)
    case "platform": return Platform(rawValue: text)?.name ?? text
    default:
      if let date = CivilDate(iso: text) { return language.date(date) }
      return text.count > 200 ? text.prefix(200) + "…" : text
    }
  }

  /// The bodies to choose from, in the order of letters, and the one that a record has though nobody knows it.
  func bodyOptions(with current: String = "") -> [(value: String, text: String)] {
    var options = bodies.values.sorted { $0.position < $1.position }
      .map { (value: $0.id, text: $0.short[language]) }
    if !current.isEmpty, bodies[current] == nil { options.append((current, current)) }
    return options
  }

  func action(_ action: RevisionAction) -> Phrase {
    switch action {
    case .import: .wasImported
    case .add: .wasAdded
    case .edit: .wasEdited
    case .status: .statusWasChanged
    case .registration: .numberWasGiven
    case .link: .wasLinked
    }
  }
}
