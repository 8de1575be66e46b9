import CivilDates
import Diagnostics
import JSON
import Letters
import Register

/// A letter as a page has it: the record, its data, and its kind as it is today.
struct OpenLetter: Sendable {
  let record: LetterRecord
  let data: JSON
  let kind: KindCache.Compiled
  /// The documents that were uploaded, or approved.
  let originals: [LetterOriginal]

  /// The name that the case data have in messages.
  static let file = "case"

  init(_ record: LetterRecord, in workplace: Workplace) throws {
    self.record = record
    data = (try? JSON(parsing: record.data)) ?? .object([])
    kind = try workplace.kinds.known(record.kind)
    originals = try workplace.register.originals(ofLetter: record.id)
  }

  /// What the letter says: the data but for the fields that are not asked for, which are kept in case they will be again.
  var asked: JSON {
    kind.kind.map { Self.asked(data, $0.definition.fields) } ?? data
  }

  /// The day for which the reference data are looked at.
  func day(_ today: CivilDate) -> CivilDate {
    data["prepared"]?.string.flatMap { CivilDate(iso: $0) } ?? today
  }

  private static func asked(_ json: JSON, _ fields: [FieldDefinition]) -> JSON {
    guard case .object(let members) = json else { return json }
    return .object(
      members.compactMap { member in
        guard let field = fields.first(where: { $0.name == member.name }) else { return member }
        guard field.isAsked(in: json, among: fields) else { return nil }
        return JSON.Member(member.name, asked(member.value, field.type))
      })
  }

  private static func asked(_ json: JSON, _ type: FieldType) -> JSON {
    switch (type, json) {
    case (.group(let fields), _): asked(json, fields)
    case (.list(let item), .array(let elements)): .array(elements.map { asked($0, item) })
    default: json
    }
  }
}

/// What people know a letter by, in both languages.
enum LetterTitle {
  /// More than this is cut.
  private static let longest = 200

  /// Who it goes to, and which incoming letter it answers; the Kazakh text and, if it differs, on a second line the Russian.
  static func text(of data: JSON, _ kind: LetterKind?) -> String {
    let texts = LetterLanguage.allCases.map { language in
      let receivers = receivers(data["addressees"] ?? .null, kind, language)
      let number = data["inquiry"]?["number"]?.string.map { "№ \($0)" }
      return String(
        (receivers + [number].compactMap { $0 }).joined(separator: "; ").prefix(longest))
    }
    return texts[0] == texts[1] ? texts[0] : texts.joined(separator: "\n")
  }

  /// The text of one language.
  static func text(_ title: String, in language: LetterLanguage) -> String {
    let lines = title.split(separator: "\n", omittingEmptySubsequences: false)
    return String((language == .ru && lines.count > 1 ? lines[1] : lines.first) ?? "")
  }

  /// The names of those to whom a letter goes.
  static func receivers(
    _ json: JSON, _ kind: LetterKind?, _ language: LetterLanguage
  ) -> [String] {
    switch json {
    case .array(let elements): elements.flatMap { receivers($0, kind, language) }
    case .string(let id):
      id.isEmpty ? [] : [kind?.reference.organisations[id]?.name[language] ?? id]
    case .object:
      [name(of: json, language)].compactMap { $0 }
    default: []
    }
  }

  private static func name(of json: JSON, _ language: LetterLanguage) -> String? {
    let own = json["name"]?[language.rawValue] ?? json[language.rawValue]
    let text: String? =
      switch own {
      case .string(let text)?: text
      case .array(let lines)?: lines.compactMap(\.string).joined(separator: " ")
      default: nil
      }
    return text?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Workplace {
  /// Who does what a request asks for.
  func user(of request: WebRequest) throws -> User {
    guard let id = request.visitor.account else {
      return .local(name: request.visitor.name, address: request.address)
    }
    guard let account = try register.account(id) else { throw WebFailure.signInNeeded }
    return User(account, address: request.address)
  }

  /// Notes in the audit log what a request has changed.
  func note(
    _ action: AuditAction, _ subject: String, _ detail: String = "", for request: WebRequest
  ) throws {
    try register.record(
      action, subject: subject, detail: detail, by: user(of: request), at: now())
  }
}
