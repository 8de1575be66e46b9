import Diagnostics
import Files
import Glibc
import JSON
import Language
import Letters

/// Answers requests that come one JSON object a line, each with one line, in their order.
struct InflectionLines {
  private let lexicons: GrammarLexicons
  private let language: Tongue?
  private let messages: MessageLanguage

  init(_ lexicons: GrammarLexicons, _ language: Tongue?, _ messages: MessageLanguage) {
    self.lexicons = lexicons
    self.language = language
    self.messages = messages
  }

  /// Answers the lines of the file at `path`, or of standard input as they arrive.
  func answer(_ path: String, _ log: DiagnosticLog) throws {
    guard path == "-" else {
      try answer(lines: ArraySlice(try log.read(path)), firstLine: 1, path, log)
      if !log.diagnostics.isEmpty { throw CommandFailure.unreadable }
      return
    }
    var pending: [UInt8] = []
    var line = 1
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(0, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      pending += buffer[..<count]
      guard let end = pending.lastIndex(of: 0x0A) else { continue }
      let whole = pending[...end]
      try answer(lines: whole, firstLine: line, "<stdin>", log)
      line += whole.count { $0 == 0x0A }
      pending.removeSubrange(...end)
    }
    try answer(lines: pending[...], firstLine: line, "<stdin>", log)
    if !log.diagnostics.isEmpty { throw CommandFailure.unreadable }
  }

  private func answer(
    lines: ArraySlice<UInt8>, firstLine: Int, _ path: String, _ log: DiagnosticLog
  ) throws {
    var output = ""
    let parts = lines.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in parts.enumerated()
    where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) {
      let json: JSON
      do throws(CaseDataFile.JSONFault) {
        json = try CaseDataFile.parse(Array(line), path: path, firstLine: firstLine + index)
      } catch {
        log.add([error.diagnostic])
        output +=
          answer(to: .null, failing: error.diagnostic.message[messages]).serialized() + "\n"
        continue
      }
      output += answer(to: json).serialized() + "\n"
      if output.utf8.count > 1 << 16 {
        StandardStreams.write(output, to: .output)
        output = ""
      }
    }
    StandardStreams.write(output, to: .output)
  }

  private func answer(to request: JSON) -> JSON {
    let language = request["language"]?.string.map { Tongue(rawValue: $0) } ?? language
    let forms: Result<[String], InflectionRefusal> =
      switch language {
      case .kk: KazakhRequest(request, lexicons.kazakh).forms
      case .ru: RussianRequest(request, lexicons).forms
      case nil: .failure(.missing("language", ["kk", "ru"]))
      }
    switch forms {
    case .success(let forms):
      return .object([
        JSON.Member("id", request["id"] ?? .null), JSON.Member("form", .string(forms[0])),
        JSON.Member("variants", .array(forms.dropFirst().prefix(2).map { .string($0) })),
      ])
    case .failure(let refusal):
      return answer(to: request["id"] ?? .null, failing: refusal.message[messages])
    }
  }

  private func answer(to id: JSON, failing message: String) -> JSON {
    .object([JSON.Member("id", id), JSON.Member("error", .string(message))])
  }
}

extension InflectionRefusal {
  /// A part of the request that is not there, or has none of the values it can have.
  static func missing(_ name: String, _ known: [String] = []) -> InflectionRefusal {
    let names = known.isEmpty ? "" : ": " + known.joined(separator: ", ")
    return InflectionRefusal(
      message: Message(
        kk: "`\(name)` керек\(names)", ru: "нужно `\(name)`\(names)",
        en: "`\(name)` is needed\(names)"))
  }
}

/// `{"stem": "ІІМ", "request": "dat"}`.
private struct KazakhRequest {
  let forms: Result<[String], InflectionRefusal>

  init(_ request: JSON, _ lexicon: ReadingLexicon) {
    guard let stem = request["stem"]?.figureText, !stem.isEmpty else {
      forms = .failure(.missing("stem"))
      return
    }
    guard let notation = request["request"]?.string,
      let suffixes = KazakhSuffix.list(notation: notation)
    else {
      forms = .failure(.missing("request", KazakhSuffix.notations))
      return
    }
    let accepted = Kazakh.acceptedForms(
      suffixes, of: KazakhStem(stem, lexicon: lexicon), lexicon: lexicon)
    forms = accepted.isEmpty ? .failure(KazakhInflection.refusal(stem)) : .success(accepted)
  }
}

extension JSON {
  /// A text, or a number as it is written with a decimal comma.
  var figureText: String? {
    switch self {
    case .string(let text): text
    case .integer(let number): String(number)
    case .digits(let digits): digits
    case .number(let number): String(number).replacing(".", with: ",")
    default: nil
    }
  }
}
