import Diagnostics
import Files
import Jinja
import Testing

@testable import Letters

/// The filters that template authors write: the right form, or an error at its place.
@Suite struct GrammarFilterTests {
  private func rendered(_ template: String, _ context: [(String, Value)] = []) throws -> String {
    let (program, findings) = Program.compile(
      try TemplateSource(text: template), environment: GrammarFilters.environment)
    try #require(findings.isEmpty)
    let output = TextOutput()
    let problems = program.render(
      ObjectValue(context), into: output, environment: GrammarFilters.environment)
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
      ("{{ 'көп' | сан('жоба') }}", "E122"), ("{{ 5 | сан }}", "E123"),
      ("{{ 5 | количество }}", "E123"), ("{{ 5 | количество('проект', 'падежный') }}", "E125"),
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

  @Test("an example on the page for template authors does not give what the page says")
  func documentedExamples() throws {
    let page = String(
      decoding: try FileSystem.read(Example.root + "/docs/filters.md"), as: UTF8.self)
    let kk = try examples(page, between: "## Қазақша үлгіде", and: "## В русском шаблоне")
    let ru = try examples(page, between: "## В русском шаблоне", and: nil)
    #expect(kk.count >= 12 && ru.count >= 8)
    let context: [(String, Value)] = [
      ("inquiry", .object(ObjectValue([("date", .string("2021-12-15"))]))),
      ("asOf", .string("2021-12-20")),
      ("platforms", .array([.string("Facebook"), .string("Instagram")])),
    ]
    for (template, expected) in kk + ru {
      #expect(try rendered(template, context) == expected, "\(template)")
    }
  }

  /// The first template and the first result of each row.
  private func examples(
    _ page: String, between start: String, and end: String?
  ) throws -> [(String, String)] {
    let after = try #require(page.split(separator: start, maxSplits: 1).last)
    let section = end.map { after.split(separator: $0, maxSplits: 1)[0] } ?? after
    return section.split(separator: "\n").compactMap { line in
      let cells = String(line).replacing("\\|", with: "\u{1}").split(separator: "|")
      guard cells.count == 2, cells[0].hasPrefix(" `{{") else { return nil }
      let template = cells[0].split(separator: "`")[1]
      let result = cells[1].split(separator: ", ")[0]
      return (
        String(template).replacing("\u{1}", with: "|"),
        String(result.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      )
    }
  }
}
