import CivilDates
import Letters
import Register

/// What a list of the register is asked for, as it stands in the page's address.
struct RecordQuery {
  let filter: RecordFilter
  /// Where the page begins.
  let mark: ListMark?
  /// The fields in which no day stands.
  let wrongDates: Set<String>
  /// What was asked, without the place in the list.
  private let asked: [(name: String, value: String)]

  private static let names = [
    "text", "host", "body", "channel", "platform", "kind", "status", "number", "by", "from", "to",
  ]

  init(_ fields: FormFields) {
    var filter = RecordFilter()
    filter.search = fields.text("text")
    filter.host = fields.text("host").map(Self.host)
    filter.body = fields.text("body")
    filter.channel = fields.text("channel").flatMap { Channel(rawValue: $0) }
    filter.platform = fields.text("platform").flatMap { Platform(rawValue: $0) }
    filter.kind = fields.text("kind").flatMap { DocumentKind(rawValue: $0) }
    filter.status = fields.text("status").flatMap { DocumentStatus(rawValue: $0) }
    filter.number = fields.text("number")
    if fields["by"] == DocumentSelection.State.sent.rawValue { filter.dating = .sent }
    filter.from = fields.date("from").date
    filter.to = fields.date("to").date
    self.filter = filter
    mark = fields.text("after").flatMap { ListMark($0) }
    wrongDates = Set(["from", "to"].filter { fields.date($0) == .wrong })
    asked = Self.names.compactMap { name in fields.text(name).map { (name, $0) } }
  }

  /// The host as the register has it, however somebody writes it: `https://www.Example.kz/`, `қазино.kz`.
  private static func host(_ text: String) -> String {
    let address = text.contains("://") ? text : "https://\(text)/"
    return (try? CanonicalURL(parsing: address))?.host ?? text.lowercased()
  }

  var isEmpty: Bool { asked.isEmpty }

  /// What was typed into a field.
  subscript(name: String) -> String { asked.first { $0.name == name }?.value ?? "" }

  /// The same list from `mark` on.
  func address(_ path: WebPath, after mark: ListMark? = nil) -> String {
    var pairs = asked
    if let mark { pairs.append(("after", mark.description)) }
    let text = pairs.map { "\(WebPath.encoded($0.name))=\(WebPath.encoded($0.value))" }
    return path.description + (text.isEmpty ? "" : "?" + text.joined(separator: "&"))
  }

  func error(_ name: String, _ language: LetterLanguage) -> String? {
    wrongDates.contains(name) ? Phrase.wrongDate[language] : nil
  }
}
