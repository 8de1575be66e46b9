import CivilDates
import Diagnostics
import Export
import HTTPTypes
import JSON
import Language
import Letters
import Register

/// What programs ask for: letters, comparisons, figures, and how the server is.
struct ProgramPages: Sendable {
  private typealias Schema = ProgramDescription

  let workplace: Workplace
  let health: ServerHealth

  func add(to routes: inout Routes) {
    let operations = operations
    for operation in operations { operation.add(to: &routes) }
    routes.get("/api/openapi.json", .everyone, isForPrograms: true) { _ in
      let description = ProgramDescription(
        operations: operations, program: workplace.program,
        kinds: try workplace.library.kinds())
      return .json(description.json.serialized(indented: true) + "\n")
    }
  }

  private var operations: [ProgramOperation] {
    [kinds, schema, letters, comparison, statistics] + health.operations
  }

  private static let diagnostics = ProgramOperation.Content(
    type: "application/json", schema: ProgramDescription.reference("Diagnostics"))

  // MARK: Letter kinds

  private static let kindName = ProgramOperation.Parameter(
    name: "kind", values: .kind, about: "The letter kind.", isInPath: true)

  private var kinds: ProgramOperation {
    ProgramOperation(
      method: .get, path: "/api/kinds", about: "The letter kinds.",
      answers: [
        ProgramOperation.Answer(
          status: .ok, about: "The kinds, and whether letters can be made of them.",
          content: ProgramOperation.Content(
            type: "application/json",
            schema: Schema.object([
              "kinds": Schema.list(
                of: Schema.object([
                  "id": Schema.text, "name": Schema.reference("Text"),
                  "isUsable": ["type": "boolean"],
                ]))
            ])))
      ]
    ) { _ in
      let kinds = try workplace.library.kinds().map { id -> JSON in
        let compiled = try workplace.kinds.kind(id)
        let name = compiled.kind?.definition.name
        return [
          "id": .string(id),
          "name": ["kk": .string(name?.kk ?? id), "ru": .string(name?.ru ?? id)],
          "isUsable": .bool(compiled.kind != nil),
        ]
      }
      return Self.json(["kinds": .array(kinds)])
    }
  }

  private var schema: ProgramOperation {
    ProgramOperation(
      method: .get, path: "/api/kinds/{kind}",
      about: "The case data of a letter kind, as a JSON Schema (2020-12).",
      parameters: [
        Self.kindName,
        ProgramOperation.Parameter(
          name: "language", values: .oneOf(["kk", "ru"]),
          about: "The language of the fields' labels; Kazakh unless told otherwise."),
      ],
      answers: [
        ProgramOperation.Answer(
          status: .ok, about: "The schema.",
          content: ProgramOperation.Content(
            type: "application/json", schema: ["type": "object"])),
        faulty,
      ]
    ) { request in
      let compiled = try workplace.kinds.kind(request.parameter("kind"))
      guard let kind = compiled.kind else { return Self.faulty(compiled.diagnostics) }
      let language = request.query["language"].flatMap { LetterLanguage(rawValue: $0) } ?? .kk
      return Self.json(kind.definition.schema(in: language, reference: kind.reference))
    }
  }

  // MARK: Letters

  private var letters: ProgramOperation {
    ProgramOperation(
      method: .post, path: "/api/letters/{kind}",
      about: "Make a letter: both originals of the case data.",
      parameters: [
        Self.kindName,
        ProgramOperation.Parameter(
          name: "language", values: .someOf(["kk", "ru"]),
          about: "The originals that are wanted; both are made and checked in any case."),
        ProgramOperation.Parameter(
          name: "to", values: .someOf(ProgramLetter.forms.map(\.rawValue)),
          about: "The forms; docx and txt unless told otherwise."),
      ],
      body: ProgramOperation.Content(
        type: "application/json",
        schema: [
          "type": "object",
          "description": "Case data by the schema of the kind, see /api/kinds/{kind}.",
        ]),
      answers: [
        ProgramOperation.Answer(
          status: .ok,
          about: "The files, and `diagnostics.json` with what was found that does not stop it.",
          content: ProgramOperation.Content(type: "application/zip", schema: Schema.file)),
        ProgramOperation.Answer(
          status: .unprocessableContent, about: "Why there is no letter.",
          content: Self.diagnostics),
        faulty,
      ]
    ) { request in
      let compiled = try workplace.kinds.kind(request.parameter("kind"))
      guard let kind = compiled.kind else { return Self.faulty(compiled.diagnostics) }
      let data = try request.json()
      do {
        let letter = try ProgramLetter(kind, data, workplace)
        let forms = Set(request.list("to", else: ["docx", "txt"]))
        let languages = request.list("language", else: ["kk", "ru"])
        let archive = try letter.archive(
          forms: ProgramLetter.forms.filter { forms.contains($0.rawValue) },
          languages: LetterLanguage.allCases.filter { languages.contains($0.rawValue) })
        return .download(.bytes(archive), name: "\(letter.name).zip", type: MediaType.zip)
      } catch let refusal as RefusedLetter {
        return Self.json(
          ["diagnostics": .array(refusal.diagnostics.map(\.json))], status: .unprocessableContent)
      }
    }
  }

  /// The kind's own files are at fault.
  private var faulty: ProgramOperation.Answer {
    ProgramOperation.Answer(
      status: .conflict, about: "The templates or the definition of the kind are faulty.",
      content: Self.diagnostics)
  }

  private static func faulty(_ diagnostics: [Diagnostic]) -> WebResponse {
    json(["diagnostics": .array(diagnostics.map(\.json))], status: .conflict)
  }

  // MARK: Comparison

  private var comparison: ProgramOperation {
    ProgramOperation(
      method: .post, path: "/api/compare",
      about: "Compare the two originals of a finished letter, Word documents or texts in UTF-8.",
      body: ProgramOperation.Content(
        type: "multipart/form-data", schema: Schema.object(["kk": Schema.file, "ru": Schema.file])
      ),
      largestBody: Routes.upload,
      answers: [
        ProgramOperation.Answer(
          status: .ok, about: "What was found; nothing where the two agree.",
          content: Self.diagnostics),
        ProgramOperation.Answer(
          status: .unprocessableContent, about: "Why the two cannot be compared.",
          content: Self.diagnostics),
      ]
    ) { request in
      let form = try request.form()
      guard let kk = form.file("kk"), let ru = form.file("ru") else {
        throw WebFailure.badRequest
      }
      let check = try workplace.checks.check()
      do throws(PairCheckError) {
        let report = try check.report(
          PairCheck.Document(file: kk.name, bytes: kk.bytes),
          PairCheck.Document(file: ru.name, bytes: ru.bytes))
        return Self.json(["diagnostics": .array(report.findings.map(\.json))])
      } catch {
        return Self.json(
          ["diagnostics": [error.diagnostic.json]], status: .unprocessableContent)
      }
    }
  }

  // MARK: Statistics

  private var statistics: ProgramOperation {
    let dimensions = StatisticDimension.allCases.map(\.rawValue)
    return ProgramOperation(
      method: .get, path: "/api/statistics",
      about: "What was entered and what was done in a period.",
      parameters: [
        ProgramOperation.Parameter(
          name: "period", values: .period,
          about:
            "2021, 2021-Q4, 2021-H1, 2021-12, also 2021-01-01..2021-12-15; this year unless told otherwise."
        ),
        ProgramOperation.Parameter(
          name: "asOf", values: .day,
          about: "The last day that counts; today unless told otherwise."),
        ProgramOperation.Parameter(
          name: "by", values: .someOf(dimensions), about: "In parts by these."),
      ],
      answers: [
        ProgramOperation.Answer(
          status: .ok, about: "The figures.",
          content: ProgramOperation.Content(
            type: "application/json",
            schema: Schema.object([
              "period": Schema.object(["from": Schema.text, "to": Schema.text]),
              "asOf": Schema.text, "revision": ["type": "integer"],
              "figures": Schema.list(
                of: Schema.object([
                  "name": Schema.text, "label": Schema.reference("Text"),
                  "value": ["type": "integer"],
                ])),
            ])))
      ]
    ) { request in
      let today = workplace.today()
      let period = request.query["period"].flatMap { Period(notation: $0) } ?? .year(today.year)
      let statistics = try PeriodStatistics(
        workplace.register, period: period,
        asOf: request.query["asOf"].flatMap { CivilDate(iso: $0) } ?? today,
        by: request.list("by", else: []).compactMap { StatisticDimension(rawValue: $0) },
        reference: try workplace.library.reference())
      return Self.json(statistics.json(explain: false))
    }
  }

  private static func json(_ json: JSON, status: HTTPResponse.Status = .ok) -> WebResponse {
    .json(json.serialized(indented: true) + "\n", status: status)
  }
}
