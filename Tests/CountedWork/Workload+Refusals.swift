import Diagnostics
import DocxTemplate
import JSON
import Jinja
import TestSupport

extension Workload {
  /// Templates and data with nothing but mistakes.
  static let refusals = [
    refusal("blocks that nobody closed", 10) { repeated(p("{% if a %}"), $0) },
    refusal("blocks that nobody closed in one paragraph", 10) { p(repeated("{% if a %}", $0)) },
    refusal("tags that nobody closed", 20) { repeated(p("{{ a"), $0) },
    refusal("tags that nobody closed in one paragraph", 200) { p(repeated("{{ a ", $0)) },
    refusal("braces of one paragraph", 400) { p(repeated("{{", $0)) },
    refusal("comments that nobody closed in one paragraph", 200) { p(repeated("{# a ", $0)) },
    refusal("quotes that nobody closed", 10) { repeated(p("{{ 'a }}"), $0) },
    refusal("ends of what nobody opened", 10) { repeated(p("{% endif %}"), $0) },
    refusal("filters that there are not", 3) { repeated(p("{{ a | uper }}"), $0) },
    Workload("mistakes noted in a copy", 15) { count in
      let document = TestDocument.bytes(body: repeated(p("Ескерту: {{ a"), count))
      let (_, findings) = try compile(document)
      return { _ = try Annotation.annotated(document, with: findings, in: .kk) }
    },
    Workload("mistakes in data", 60) { count in
      let data = JSON.array((0..<count).map { picture("\($0)") })
      return {
        let (_, found) = TypedValues.value(of: data, file: "a.json") {
          _ throws(TypedValues.FileRefusal) in throw .missing
        }
        guard found.count == count else { throw Unexpected("\(found.count) mistakes") }
      }
    },
  ]

  private static func refusal(
    _ name: String, _ size: Int, _ body: @escaping @Sendable (Int) -> String
  ) -> Workload {
    Workload(name, size) { count in
      let document = TestDocument.bytes(body: body(count))
      return {
        let (template, findings) = try compile(document)
        guard template == nil, !findings.isEmpty else { throw Unexpected("nothing is wrong") }
      }
    }
  }

  static func compile(
    _ document: [UInt8]
  ) throws -> (template: DocxTemplate?, findings: [Diagnostic]) {
    let (template, findings) = try DocxTemplate.compile(
      document, file: "a.docx", environment: Environment(undefined: .strict))
    return (template, findings)
  }
}
