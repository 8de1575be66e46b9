import CivilDates
import Cryptography
import Diagnostics
import Files
import JSON
import Letters
import Register

/// What a manifest says of one letter.
struct LetterEntry {
  struct File: Hashable {
    /// From the folder of the export.
    let path: String
    let size: Int
    let sha256: String

    /// How a file stands in a folder.
    enum State {
      case missing, changed, same
    }

    /// Whether the file is in `folder` as it was written; its bytes are read if its size is right.
    func state(in folder: String) -> State {
      let path = "\(folder)/\(path)"
      guard let size = FileSystem.size(of: path) else { return .missing }
      guard size == self.size, (try? SHA256.sum(ofFile: path))?.hexadecimal == sha256 else {
        return .changed
      }
      return .same
    }

    /// The path without folders.
    var name: String {
      path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
    }
  }

  let letter: PlannedLetter
  /// The SHA-256 of the letter's case data, completed by the register.
  let data: String
  let files: [File]
  /// The figures that the letter prints, each with its question and the cases behind it.
  let figures: [JSON]
  /// What was found but does not stop it.
  let warnings: [Diagnostic]

  /// The entry on one line.
  var line: [UInt8] {
    var members = letter.members
    members += [
      JSON.Member("dataSHA256", .string(data)),
      JSON.Member("files", .array(files.map(\.json))),
    ]
    if !figures.isEmpty { members.append(JSON.Member("figures", .array(figures))) }
    if !warnings.isEmpty {
      members.append(JSON.Member("warnings", .array(warnings.map(\.json))))
    }
    return JSON.object(members).bytes()
  }

  /// The line of a letter that could not be made.
  static func failure(_ letter: PlannedLetter, _ findings: [Diagnostic]) -> [UInt8] {
    let findings = JSON.Member("findings", .array(findings.map(\.json)))
    return JSON.object(letter.members + [findings]).bytes()
  }
}

extension PlannedLetter {
  fileprivate var members: [JSON.Member] {
    var members: [JSON.Member] = [
      JSON.Member("path", .string(path.text)), JSON.Member("kind", .string(kind)),
      JSON.Member("case", .string(id)),
    ]
    if case .document(let status) = source {
      members.append(JSON.Member("status", .string(status.rawValue)))
    }
    if !number.isEmpty { members.append(JSON.Member("number", .string(number))) }
    members.append(JSON.Member("prepared", .string(prepared.iso)))
    return members
  }
}

extension LetterEntry.File {
  fileprivate var json: JSON {
    ["path": .string(path), "size": .integer(size), "sha256": .string(sha256)]
  }
}

/// The line of a letter, read again.
struct EntryLine {
  let path: String
  let kind: String
  let id: String
  let data: String
  let files: [LetterEntry.File]
  /// Whether the letter could not be made.
  let isFailure: Bool

  /// `nil` for anything else than an entry of a manifest or journal.
  init?(_ line: some Collection<UInt8>) {
    guard let json = try? JSON(parsing: Array(line)), let path = json["path"]?.string,
      let kind = json["kind"]?.string, let id = json["case"]?.string
    else { return nil }
    self.path = path
    self.kind = kind
    self.id = id
    data = json["dataSHA256"]?.string ?? ""
    isFailure = json["findings"] != nil
    var files: [LetterEntry.File] = []
    if case .array(let elements)? = json["files"] {
      for element in elements {
        guard let path = element["path"]?.string, case .integer(let size)? = element["size"],
          let sum = element["sha256"]?.string
        else { return nil }
        files.append(LetterEntry.File(path: path, size: size, sha256: sum))
      }
    }
    guard isFailure || !files.isEmpty else { return nil }
    self.files = files
  }
}

extension PeriodReport.Breakdown {
  /// The figure in its parts, with its provenance.
  var provenance: JSON {
    let figure = statistic.figure
    let period = figure.query.period
    return [
      "name": .string(name), "value": .integer(figure.value), "from": .string(period.from.iso),
      "to": .string(period.to.iso), "asOf": .string(figure.query.asOf.iso),
      "query": .string(statistic.statement.description),
      "parts": .array(
        statistic.rows.map { row in
          .array(row.values.map { $0.map { .string($0) } ?? .null } + [.integer(row.count)])
        }),
    ]
  }
}

extension LetterFigure {
  /// The figure with its provenance; the cases where they are few enough to be listed, documents and bodies.
  var provenance: JSON {
    var members: [JSON.Member] = [
      JSON.Member("name", .string(name)), JSON.Member("value", .integer(value)),
      JSON.Member("from", .string(period.from.iso)), JSON.Member("to", .string(period.to.iso)),
      JSON.Member("asOf", .string(figure.query.asOf.iso)),
      JSON.Member("query", .string(figure.statement.description)),
    ]
    if let listed = figure.listed {
      members.append(JSON.Member("cases", .array(listed.map { .string($0) })))
    }
    return .object(members)
  }
}
