import Diagnostics
import Testing

@testable import Letters

/// The two templates of a kind, block by block, before any letter is made.
@Suite struct TemplatePairTests {
  private static let definition = SampleKind.definition(
    """
    flag: {type: boolean, label: {kk: а, ru: б}}
    first: {type: string, label: {kk: а, ru: б}}
    second: {type: string, label: {kk: а, ru: б}}
    items: {type: list, of: {type: string}, label: {kk: а, ru: б}}
    """)

  private func found(_ kk: [String], _ ru: [String]) throws -> [Diagnostic] {
    let kind = try SampleKind(Self.definition, kk: kk, ru: ru)
    return LetterKind.compile("sample", kind.files, isInspected: true).diagnostics
      .filter { ["S1", "S6", "N1"].contains($0.rule) }
  }

  private static let kk = "Осы хатпен мынаны хабарлаймыз, оның бірінші мәні – {{ first }}."
  private static let kkOther = "Сонымен қатар, келесі мәселе бойынша жауап береміз: {{ second }}."
  private static let ru =
    "Настоящим письмом сообщаем о следующем, его первое значение – {{ first }}."
  private static let ruOther =
    "Кроме того, даем ответ по следующему вопросу из обращения: {{ second }}."

  @Test(
    "the templates of a kind would say other things, and only some letter would show it",
    arguments: [
      // A value that stands in another block.
      (
        [kk, kkOther],
        [ru.replacing("first", with: "second"), ruOther.replacing("second", with: "first")],
        ["S1 error: second"]
      ),
      // A condition, or a loop, that only one of them has.
      (
        [kk, "{%p if flag %}", kkOther, "{%p endif %}"], [ru, ruOther],
        ["S1 warning: second", "S1 error: flag"]
      ),
      ([kk], ["{% if flag %}\(ru){% endif %}"], ["S1 warning: first"]),
      (
        [kk, "{%p for i in items %}", "{{ i }}", "{%p endfor %}"],
        [ru, "{{ items[0] }}"], ["S1 error: items"]
      ),
      ([kk, kkOther + "{% for i in items %}{{ second }}{% endfor %}"], [ru, ruOther], []),
      // Words that are typed into one of them.
      (
        ["\(kk) Мерзімі – он бес жұмыс күні."], ["\(ru) Срок – двадцать рабочих дней."],
        ["N1 warning: он бес", "N1 warning: двадцать"]
      ),
      (["\(kk) Мекенжайы: info@example.kz"], [ru], ["S6 warning: info@example.kz"]),
    ])
  func mistakes(kk: [String], ru: [String], expected: [String]) throws {
    let found = try found(kk, ru).map { diagnostic in
      let parts = diagnostic.message.en.split(separator: "`", omittingEmptySubsequences: false)
      let words = parts.dropFirst().first ?? ""
      return "\(diagnostic.rule) \(diagnostic.severity): \(words)"
    }
    #expect(Set(found).isSuperset(of: expected) && (expected.isEmpty == found.isEmpty), "\(found)")
  }

  @Test(
    "two templates that say the same in the order of their languages would be held against each other",
    arguments: [
      ([kk, kkOther], [ru, ruOther]),
      // Lines of a requisite come in another order.
      (["{{ first }}", "№ {{ second }}", kk], ["На № {{ second }}", "от {{ first }}", ru]),
      // One language asks for the sake of its grammar.
      (
        [kk + " {% if second %}{{ second }}{% endif %}"],
        [ru + " {% if second %}{% if flag %}а{% else %}б{% endif %}{{ second }}{% endif %}"]
      ),
      (["\(kk) Мерзімі – он бес жұмыс күні."], ["\(ru) Срок – пятнадцать рабочих дней."]),
      (
        ["{%p for i in items %}", "{{ i }};", "{%p endfor %}"],
        ["{%p for пункт in items %}", "{{ пункт }};", "{%p endfor %}"]
      ),
    ])
  func sound(kk: [String], ru: [String]) throws {
    #expect(try found(kk, ru).map { $0.rendered(in: .en) } == [])
  }

  @Test("Who is told of a mistake would not be shown both templates")
  func places() throws {
    let found = try found(
      [Self.kk, Self.kkOther],
      [
        Self.ru.replacing("first", with: "second"),
        Self.ruOther.replacing("second", with: "first"),
      ])
    let finding = try #require(found.first)
    #expect(finding.places.map(\.language).prefix(2) == ["kk", "ru"])
    #expect(finding.places.prefix(2).map(\.text) == ["second", "second"])
    #expect(finding.places.prefix(2).map(\.paragraph) == [2, 1])
  }
}
