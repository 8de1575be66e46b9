import CivilDates
import Diagnostics
import JSON
import Letters
import Register

/// A form with the fields of one record: what is typed becomes the JSON that the register itself reads, and its mistakes stand
/// at their fields.
struct RecordForm {
  let kind: RecordKind
  /// What stands in the fields, by the names of the register's JSON.
  var values: [String: String]
  /// What is wrong, by field.
  var errors: [String: String] = [:]
  let words: RecordWords
  /// Whether the record is there already: then its key stays.
  let isChange: Bool
  let today: CivilDate

  private var language: LetterLanguage { words.language }

  // MARK: Values

  /// The fields of a record that is there.
  static func values(of entry: RegisterEntry) -> [String: String] {
    guard case .object(let members) = entry.json else { return [:] }
    var values: [String: String] = [:]
    for member in members {
      switch (member.name, member.value) {
      case ("resources", .array(let urls)):
        values["resources"] = urls.compactMap(\.string).joined(separator: "\n")
      case ("legal_bases", .array(let bases)):
        values["legal_bases"] = bases.map { basis in
          let article = basis["article"]?.string ?? ""
          return (basis["act"]?.string ?? "") + (article.isEmpty ? "" : "; \(article)")
        }.joined(separator: "\n")
      case ("case_data", let data): values["case_data"] = data.serialized(indented: true)
      case (let name, .string(let text)): values[name] = text
      default: break
      }
    }
    return values
  }

  static func fields(of kind: RecordKind) -> [String] {
    kind == .resource
      ? ["url", "title"] + ResourceCard.columns.filter { $0 != "url" && $0 != "title" }
        + ["entered_at", "body", "channel", "court_act", "evidence_hash"]
      : ["id", "kind", "status", "number", "addressee"]
        + DocumentStatus.allCases.map(\.column)
        + ["deadline", "legal_bases", "resources", "case_data"]
  }

  /// The record that the fields say; what is wrong is noted at the fields.
  mutating func entry(file: String) -> RegisterEntry? {
    var members: [JSON.Member] = []
    for name in Self.fields(of: kind) {
      guard let value = values[name], !value.isEmpty else { continue }
      switch name {
      case "resources":
        members.append(JSON.Member(name, .array(Self.lines(value).map { .string($0) })))
      case "legal_bases":
        members.append(
          JSON.Member(
            name,
            .array(
              Self.lines(value).map { line in
                let halves = line.split(separator: ";", maxSplits: 1).map(Self.trimmed)
                return [
                  "act": .string(halves.first ?? ""),
                  "article": .string(halves.count > 1 ? halves[1] : ""),
                ]
              })))
      case "case_data":
        guard let json = try? JSON(parsing: value) else {
          errors[name] = Phrase.notJSON[language]
          continue
        }
        members.append(JSON.Member(name, json))
      default: members.append(JSON.Member(name, .string(value)))
      }
    }
    let (entries, diagnostics) = RegisterEntry.read(.object(members), as: kind, file: file)
    for diagnostic in diagnostics {
      let name = diagnostic.places.first?.block ?? ""
      // The register names fields as files do; the reader of a form knows their labels.
      let label = Phrase.column(name)[language]
      errors[name] = diagnostic.message[language.messages]
        .replacing("`\(name)`", with: "«\(label)»")
    }
    return errors.isEmpty ? entries.first : nil
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { trimmed($0) }.filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }

  // MARK: Fields

  var html: HTML {
    kind == .resource ? resource : document
  }

  private var resource: HTML {
    let others = ResourceCard.columns.filter { !["url", "title", "reason"].contains($0) }
    return """
      \(field("url", isRequired: true))\(field("title"))
      <div class="row">\(day("entered_at", isRequired: true))
      \(choice("body", [("", Phrase.noBody[language])] + words.bodyOptions(with: values["body"] ?? "")))
      \(choice("channel", Channel.allCases.map { ($0.rawValue, words.channel($0)) }))</div>
      \(area("reason"))
      <div class="row">\(others.html { field($0) })</div>
      \(field("court_act"))\(field("evidence_hash", help: .hashHelp))
      """
  }

  private var document: HTML {
    // The status of a document that is there has a form of its own, which knows what may follow.
    let status: HTML =
      isChange
      ? Forms.hidden("status", values["status"] ?? "")
      : choice("status", DocumentStatus.allCases.map { ($0.rawValue, words.status($0)) })
    return """
      <div class="row">\(field("id", isRequired: true, isFixed: isChange))
      \(choice("kind", DocumentKind.allCases.map { ($0.rawValue, words.kind($0)) }))\(status)</div>
      <div class="row">\(field("number"))\(field("addressee"))</div>
      <fieldset><legend>\(Phrase.datesOfStatuses[language])</legend><div class="row">
      \(DocumentStatus.allCases.html { day($0.column, isRequired: $0 == .draft) })\(day("deadline"))
      </div></fieldset>
      \(area("legal_bases", help: .legalBasesHelp))
      \(area("resources", help: .resourcesHelp))
      \(area("case_data", rows: 10))
      """
  }

  private func field(
    _ name: String, isRequired: Bool = false, isFixed: Bool = false, help: Phrase? = nil
  ) -> HTML {
    Forms.field(
      name, Phrase.column(name)[language], value: values[name] ?? "", help: help?[language],
      error: errors[name], isRequired: isRequired, attributes: isFixed ? " readonly" : .nothing)
  }

  private func day(_ name: String, isRequired: Bool = false) -> HTML {
    Forms.field(
      name, Phrase.column(name)[language], value: values[name] ?? "", type: "date",
      error: errors[name], isRequired: isRequired)
  }

  private func area(_ name: String, rows: Int = 3, help: Phrase? = nil) -> HTML {
    Forms.area(
      name, Phrase.column(name)[language], value: values[name] ?? "", rows: rows,
      help: help?[language], error: errors[name])
  }

  private func choice(_ name: String, _ options: [(value: String, text: String)]) -> HTML {
    let field = Forms.choice(
      name, Phrase.column(name)[language], options: options, selected: values[name] ?? "")
    guard let error = errors[name] else { return field }
    return field + "<p class=\"error\">\(error)</p>"
  }
}
