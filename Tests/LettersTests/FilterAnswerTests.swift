import CivilDates
import Jinja
import Testing

@testable import Letters

/// What filters made of something is kept for whoever asks the same again.
@Suite struct FilterAnswerTests {
  private static let environment = GrammarFilters.environment()

  private func rendered(_ template: String, _ value: Value = .none) throws -> String {
    let (program, findings) = Program.compile(
      try TemplateSource(text: template), environment: Self.environment)
    if let finding = findings.first { throw finding }
    let output = TextOutput()
    let problems = program.render(
      ObjectValue([("value", value)]), into: output, environment: Self.environment)
    if let problem = problems.first { throw problem }
    return String(decoding: output.bytes, as: UTF8.self).replacing("\u{A0}", with: " ")
  }

  private func rows(_ names: String...) -> Value {
    .custom(RowsValue(names.map { .string($0) }))
  }

  @Test("a filter answers with what it made of something else")
  func difference() throws {
    let date = try #require(CivilDate(iso: "2021-12-15"))
    // The second time each is known.
    for _ in 1...2 {
      #expect(try rendered("{{ ['аб', 'в'] | және }}") == "аб және в")
      #expect(try rendered("{{ ['а', 'бв'] | және }}") == "а және бв")
      #expect(try rendered("{{ ['а', 'бв'] | и }}") == "а и бв")
      #expect(try rendered("{{ 2 | сан('жоба') }}") == "2 жоба")
      #expect(try rendered("{{ 2 | сан('жоба', 'тәуелдік') }}") == "2 жобасы")
      #expect(try rendered("{{ true | үзілмес }}") == "True")
      #expect(try rendered("{{ 1 | үзілмес }}") == "1")
      #expect(try rendered("{{ value | сан('жоба') }}", rows("а", "б")) == "2 жоба")
      #expect(try rendered("{{ value | сан('жоба') }}", rows("а", "б", "в")) == "3 жоба")
      #expect(try rendered("{{ value | тырнақша | және }}", rows("а", "б")) == "«а» және «б»")
      #expect(try rendered("{{ value | тырнақша | және }}", rows("в", "г")) == "«в» және «г»")
      #expect(
        try rendered("{{ value | үзілмес }}", .custom(DateValue(date, .kk)))
          == "2021 жылғы 15 желтоқсан")
      #expect(
        try rendered("{{ value | үзілмес }}", .custom(DateValue(date, .ru)))
          == "15 декабря 2021 года")
      for article in [6, 7] {
        let act = "{'kind': 'law', 'title': 'Байланыс туралы', 'article': \(article)}"
        #expect(try rendered("{{ \(act) | бап }}").contains("\(article)-бабы"))
      }
    }
  }

  @Test("a mistake is told only the first time")
  func mistake() throws {
    for _ in 1...2 {
      let finding = try #require(throws: Finding.self) { try rendered("{{ 'x' | күн }}") }
      #expect(finding.rule == "E122")
    }
  }
}
