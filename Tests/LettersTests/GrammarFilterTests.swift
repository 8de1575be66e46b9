import Diagnostics
import Files
import JSON
import Jinja
import Testing

@testable import Letters

/// The filters that template authors write: the right form, or an error at its place.
@Suite struct GrammarFilterTests {
  private static let environment = GrammarFilters.environment()

  private func rendered(_ template: String, _ context: [(String, Value)] = []) throws -> String {
    let (program, findings) = Program.compile(
      try TemplateSource(text: template), environment: Self.environment)
    if let finding = findings.first { throw finding }
    let output = TextOutput()
    let problems = program.render(
      ObjectValue(context), into: output, environment: Self.environment)
    if let problem = problems.first { throw problem }
    return String(decoding: output.bytes, as: UTF8.self).replacing("\u{A0}", with: " ")
  }

  @Test(
    "a Kazakh filter gives the wrong form",
    arguments: [
      ("{{ '2021-12-15' | күн }}", "2021 жылғы 15 желтоқсан"),
      ("{{ '2021-12-15' | күн('дағы') }}", "2021 жылғы 15 желтоқсандағы"),
      ("{{ '2021-09-11' | күн('дағы') }}", "2021 жылғы 11 қыркүйектегі"),
      ("{{ '2021-12-20' | күн('жағдай') }}", "2021 жылғы 20 желтоқсандағы жағдай бойынша"),
      ("{{ '2021-02-18' | күн('бастап') }}", "2021 жылғы 18 ақпаннан бастап"),
      ("{{ 2017 | жыл('бастап') }}", "2017 жылдан бастап"),
      ("{{ '2021-12-15' | жыл('басынан') }}", "2021 жылдың басынан"),
      ("{{ 172 | сан('жоба', 'тәуелдік') }}", "172 жобасы"),
      ("{{ 12500 | сан }}, {{ 4989 | сан }}", "12 500, 4989"),
      ("{{ 139 | сан('сілтеме', 'барыс') }}", "139 сілтемеге"),
      (
        "{{ 3137 | сан('интернет-ресурс пен сілтеме', 'барыс') }}",
        "3137 интернет-ресурс пен сілтемеге"
      ),
      ("{{ 139 | жалғау('барыс') }}", "139-ға"),
      ("{{ 2534 | жалғау('барыс') }}", "2534-ке"),
      ("{{ 'АЖ' | жалғау('барыс') }}", "АЖ-ға"),
      ("{{ 'ІІМ' | жалғау('ілік') }}", "ІІМ-нің"),
      ("{{ ['а', 'б', 'в'] | және }}", "а, б және в"),
      ("{{ [['а'], ['б']] | map('first') | тырнақша | және }}", "«а» және «б»"),
      ("{{ ['Facebook', 'Instagram'] | тырнақша | және }}", "«Facebook» және «Instagram»"),
    ])
  func kazakh(template: String, expected: String) throws {
    #expect(try rendered(template) == expected)
  }

  @Test(
    "a Russian filter gives the wrong form",
    arguments: [
      ("{{ '2021-12-15' | дата }}", "15 декабря 2021 года"),
      ("{{ '2021-12-15' | дата('от') }}", "от 15 декабря 2021 года"),
      ("{{ '2021-12-20' | дата('на') }}", "по состоянию на 20 декабря 2021 года"),
      ("{{ 2020 | год('за') }}", "за 2020 год"),
      ("{{ 2021 | год('с начала') }}", "с начала 2021 года"),
      ("{{ 172 | количество('проект') }}", "172 проекта"),
      ("{{ 30 | количество('проект') }}", "30 проектов"),
      ("{{ 21 | количество('проект') }}", "21 проект"),
      ("{{ 22 | количество('рекомендательное письмо') }}", "22 рекомендательных письма"),
      ("{{ 22 | количество('ссылка', 'родительный') }}", "22 ссылок"),
      ("{{ 21 | количество('ссылка', 'родительный') }}", "21 ссылки"),
      (
        "{{ 4656 | количество('интернет-ресурс и ссылка', 'дательный') }}",
        "4656 интернет-ресурсам и ссылкам"
      ),
      ("{{ 4651 | количество('интернет-ресурс', 'дательный') }}", "4651 интернет-ресурсу"),
      ("{{ 2000 | количество('ссылка', 'дательный') }}", "2000 ссылок"),
      ("{{ 22 | слово('письмо') }}", "письма"),
      ("{{ 1 | сказуемое('подготовлен', 'проект') }}", "подготовлен"),
      ("{{ 21 | сказуемое('направлен', 'ссылка') }}", "направлена"),
      ("{{ 172 | сказуемое('подготовлен', 'проект') }}", "подготовлено"),
      ("{{ 12500 | количество('ссылка') }}", "12 500 ссылок"),
      ("{{ 12500 | количество }}, {{ 4989 | количество }}", "12 500, 4989"),
      ("{{ ['а', 'б', 'в'] | и }}", "а, б и в"),
    ])
  func russian(template: String, expected: String) throws {
    #expect(try rendered(template) == expected)
  }

  @Test(
    "a filter takes what it cannot understand and prints something",
    arguments: [
      ("{{ 'кеше' | күн }}", "E122"), ("{{ 5 | күн }}", "E122"),
      ("{{ '2021-12-15' | күн('ертең') }}", "E125"), ("{{ 2021 | год('завтра') }}", "E125"),
      ("{{ 'көп' | сан('жоба') }}", "E122"), ("{{ 'көп' | сан }}", "E122"),
      ("{{ 5 | количество('проект', 'падежный') }}", "E125"),
      ("{{ 5 | сан('жоба', 'барыз') }}", "E125"), ("{{ 5 | количество('бумель') }}", "E126"),
      ("{{ 'текст' | и }}", "E122"),
    ])
  func refused(template: String, rule: String) throws {
    do {
      Issue.record("printed: \(try rendered(template))")
    } catch let finding as Finding {
      #expect(finding.rule == rule)
      #expect(!finding.message.kk.isEmpty && !finding.message.ru.isEmpty)
    }
  }

  @Test(
    "a filter on the wrong kind of value is found only when a letter is made",
    arguments: [
      ("{{ 'кеше' | күн }}", "E122"), ("{{ [1, 2] | барыс }}", "E122"),
      ("{{ rows | length | күн }}", "E122"), ("{{ 'хат' | және }}", "E122"),
      ("{{ (a - b) | дата }}", "E122"), ("{{ x | тырнақша | жалғау('барыыс') }}", "E125"),
      ("{{ n | сан('жоба', 'көптік') }}", "E125"), ("{{ n | количество('бумель') }}", "E126"),
      ("{{ x | барыс('ілік') }}", "E123"),
      ("{{ x | барыс | көптік }}", "E129"), ("{{ x | жалғау('ілік', 'тәуелдік') }}", "E129"),
      ("{{ act | бап(artikle=6) }}", "E125"), ("{{ person | фио('дательно') }}", "E125"),
      ("{{ (a > b) | количество('проект') }}", "E122"), ("{{ {'a': 1} | родительный }}", "E122"),
    ])
  func mistakesAreFoundWithoutData(template: String, rule: String) throws {
    let (_, findings) = Program.compile(
      try TemplateSource(text: template), environment: Self.environment)
    #expect(findings.map(\.rule) == [rule])
  }

  /// Somebody must look at a reading that nobody has entered; the letter is made all the same.
  @Test("a guessed reading is not told", arguments: ["{{ x | барыс }}", "{{ x | мен('ІІМ') }}"])
  func guessesAreTold(template: String) throws {
    func remarks(_ text: String) throws -> [Finding] {
      let (program, _) = Program.compile(
        try TemplateSource(text: template), environment: Self.environment)
      return program.render(
        ObjectValue([("x", .string(text))]), into: TextOutput(), environment: Self.environment)
    }
    for text in ["ҚТК", "«ҚТК»", "Bloomberg"] {
      let found = try remarks(text)
      #expect(found.map(\.rule) == ["E128"] && found.allSatisfy(\.isRemark))
    }
    #expect(try remarks("ҚТК").first?.message.kk.contains("F,V") == true)
    for text in ["АЖ", "хат", "139", "«Instagram»"] {
      #expect(try remarks(text).isEmpty, "\(text)")
    }
  }

  @Test("an example on the pages for template authors does not give what the page says")
  func documentedExamples() throws {
    let kazakh = try DocumentedFilters(page: "filters.kk.md")
    let russian = try DocumentedFilters(page: "filters.ru.md")
    #expect(kazakh.examples.count >= 80)
    #expect(kazakh.examples.map(\.template) == russian.examples.map(\.template))
    for example in kazakh.examples + russian.examples {
      #expect(
        try rendered(example.template, example.context) == example.result, "\(example.template)")
    }
  }

  @Test("a filter is not described", arguments: ["filters.kk.md", "filters.ru.md"])
  func everyFilterIsDescribed(page: String) throws {
    let examples = try DocumentedFilters(page: page).examples.map(\.template)
    for name in GrammarFilters.names {
      let isShown = examples.contains { template in
        template.split(separator: "| ").dropFirst().contains { part in
          part.prefix { $0 != " " && $0 != "(" } == name
        }
      }
      #expect(isShown, "\(name)")
    }
  }
}

/// The examples of a page for template authors, with the data that the page gives them.
private struct DocumentedFilters {
  struct Row {
    let template: String
    let result: String
    let context: [(String, Value)]
  }

  private(set) var examples: [Row] = []

  private static let folder = Example.root + "/docs/"

  init(page: String) throws {
    let text = String(
      decoding: try FileSystem.read(Self.folder + page), as: UTF8.self)
    let contexts = try ["kk", "ru"].map { language in
      let block = try #require(text.split(separator: "```json \(language)\n").last)
      let json = try JSON(parsing: Array(block.split(separator: "```")[0].utf8))
      guard case .object(let object) = Value(json) else { return [(String, Value)]() }
      return Array(zip(object.names, object.values))
    }
    // The first headed part is for the Kazakh template, the second for the Russian.
    let parts = text.split(separator: "\n## ")
    for (part, context) in zip(parts.dropFirst(), contexts) {
      for line in part.split(separator: "\n") {
        let cells = line.replacing("\\|", with: "\u{1}").split(separator: "|")
        guard cells.count == 2, cells[0].hasPrefix(" `{{") else { continue }
        let template = cells[0].split(separator: "`")[1].replacing("\u{1}", with: "|")
        let result = String(cells[1].dropFirst().dropLast())
        examples.append(Row(template: String(template), result: result, context: context))
      }
    }
  }
}
