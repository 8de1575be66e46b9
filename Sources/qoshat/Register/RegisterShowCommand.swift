import ArgumentParser
import CivilDates
import Diagnostics
import JSON
import Register

struct RegisterShowCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one record and its history: who changed what, and when.")

  @Argument(help: "The id of a document, an inquiry or an organiser, or the address of a resource.")
  var id: String

  @Option(help: "table, json or csv; csv has the history, a row for each change.")
  var output: OutputForm = .table

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    var found: [RecordHistory] = []
    do throws(RegisterError) {
      let register = try Register.open(at: options.registerPath)
      for entry in try register.entries(named: id) {
        found.append(RecordHistory(entry: entry, versions: try register.versions(of: entry)))
      }
    } catch {
      throw log.failure(error)
    }
    guard !found.isEmpty else {
      log.add([
        Diagnostic(
          "R130",
          Message(
            kk: "`\(id)` тізілімде жоқ", ru: "`\(id)` в реестре нет",
            en: "`\(id)` is not in the register"))
      ])
      throw CommandFailure.findings
    }
    let text: String =
      switch output {
      case .table: found.map { $0.text(in: options.language) }.joined(separator: "\n")
      case .json: JSON.array(found.map(\.json)).serialized(indented: true) + "\n"
      case .csv: TextTable(headings: RecordHistory.columns, rows: found.flatMap(\.rows)).csv
      }
    StandardStreams.write(text, to: .output)
  }
}

/// A record with all that was written about it.
private struct RecordHistory {
  let entry: RegisterEntry
  let versions: [RecordVersion]

  static let columns = [
    "record", "revision", "action", "author", "reason", "recorded_on", "recorded_at", "column",
    "before", "after",
  ]

  var rows: [[String]] {
    versions.flatMap { version in
      let revision = version.revision
      let start = [
        entry.key, String(revision.number), revision.action.rawValue, revision.author,
        revision.reason, revision.recordedOn?.iso ?? "", revision.recordedAt ?? "",
      ]
      return version.changes.map { start + [$0.column, $0.before ?? "", $0.after ?? ""] }
    }
  }

  var json: JSON {
    [
      "kind": .string(entry.kind.rawValue), "record": entry.json,
      "history": .array(versions.map(Self.json)),
    ]
  }

  private static func json(_ version: RecordVersion) -> JSON {
    let text: (String?) -> JSON = { $0.map { .string($0) } ?? .null }
    let revision = version.revision
    return [
      "revision": .integer(revision.number), "action": .string(revision.action.rawValue),
      "author": .string(revision.author), "reason": .string(revision.reason),
      "recorded_on": text(revision.recordedOn?.iso), "recorded_at": text(revision.recordedAt),
      "files": .array(revision.files.map { .string($0) }),
      "changes": .array(
        version.changes.map {
          ["column": .string($0.column), "before": text($0.before), "after": text($0.after)]
        }),
    ]
  }

  func text(in language: MessageLanguage) -> String {
    guard case .object(let members) = entry.json else { return "" }
    let width = members.map(\.name.count).max() ?? 0
    var text = ""
    for member in members {
      let name = member.name + String(repeating: " ", count: width - member.name.count)
      for (index, value) in Self.lines(of: member.value).enumerated() {
        text += (index == 0 ? name : String(repeating: " ", count: width)) + "  \(value)\n"
      }
    }
    let history = Message(kk: "Тарихы", ru: "История", en: "History")
    text += "\n\(history[language])\n"
    for version in versions {
      let revision = version.revision
      let words = [
        String(revision.number), revision.recordedOn?.iso ?? revision.recordedAt ?? "",
        revision.action.label[language], revision.author, revision.reason,
        revision.files.joined(separator: ", "),
      ]
      text += words.filter { !$0.isEmpty }.map(TextTable.visible).joined(separator: " · ") + "\n"
      // Of a new record nothing changed: it stands above.
      for change in version.changes where version != versions.first {
        text +=
          "    \(change.column): " + Self.value(change.before) + " → "
          + Self.value(change.after) + "\n"
      }
    }
    return text
  }

  private static func value(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "–" }
    return TextTable.visible(text)
  }

  private static func lines(of value: JSON) -> [String] {
    switch value {
    case .string(let text): [TextTable.visible(text)]
    case .array(let elements):
      elements.map { element in
        TextTable.visible(element.string ?? element.serialized())
      }
    default: [TextTable.visible(value.serialized())]
    }
  }
}

extension RevisionAction {
  fileprivate var label: Message {
    switch self {
    case .import: Message(kk: "импорт", ru: "импорт", en: "import")
    case .add: Message(kk: "қосу", ru: "добавление", en: "addition")
    case .edit: Message(kk: "түзету", ru: "исправление", en: "correction")
    case .status: Message(kk: "күйінің өзгеруі", ru: "смена статуса", en: "change of status")
    case .registration: Message(kk: "тіркеу", ru: "регистрация", en: "registration")
    case .link: Message(kk: "байланыс", ru: "связь", en: "link")
    }
  }
}
