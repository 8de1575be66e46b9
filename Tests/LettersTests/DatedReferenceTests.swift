import CivilDates
import Diagnostics
import JSON
import Testing

@testable import Letters

/// One definition, letters of different days: each cites and names what held on its own.
@Suite struct DatedReferenceTests {
  private static let line = "{{ citations.media.number }} {{ citations.rules.number }} "

  private func kind() throws -> SampleKind {
    try SampleKind(
      SampleKind.definition(
        "body: {type: body, label: {kk: а, ru: б}}\nact: {type: act, label: {kk: а, ru: б}}",
        """
        citations:
          media: {role: media-law}
          rules: {role: monitoring-rules}
        bodies:
          issuer: {role: media-authority}
        """),
      kk: [Self.line + "{{ bodies.issuer.name }} {{ bodies.issuer.contact.email }}"],
      ru: [Self.line + "{{ bodies.issuer.genitive }} {{ bodies.issuer.contact.email }}"])
  }

  @Test(
    "a letter cites acts or names bodies of another time",
    arguments: [
      ("2021-12-15", "451-I 84 Министерства информации и общественного развития", "info"),
      ("2024-10-01", "93-VIII 416-НҚ Министерства культуры и информации", "culture"),
      ("2026-11-25", "93-VIII 416-НҚ Министерства культуры и информации", "culture"),
    ])
  func threeDays(day: String, text: String, site: String) throws {
    let texts = try kind().texts(["prepared": .string(day)])
    #expect(texts[.ru] == "\(text) online@\(site)-ministry.example\n")
  }

  @Test("a role changes hands twice, and a letter of the middle gets the first or the last")
  func threeHolders() throws {
    var kind = try SampleKind(
      SampleKind.definition("", "citations:\n  a: {role: r}"),
      kk: ["{{ citations.a.number }}"], ru: ["{{ citations.a.number }}"])
    func act(_ id: Int, _ validity: String) -> String {
      "a\(id): {role: r, kind: law, title: {kk: а, ru: б}, number: n\(id), date: 2020-01-01, \(validity)}\n"
    }
    kind.files.editReference("acts.yaml") { _ in
      act(1, "validTo: 2023-12-31, successor: a2")
        + act(2, "validFrom: 2024-01-01, validTo: 2025-12-31, successor: a3")
        + act(3, "validFrom: 2026-01-01")
    }
    let numbers = try ["2021-12-15", "2024-10-01", "2026-11-25"].map { day in
      try kind.texts(["prepared": .string(day)])[.kk]
    }
    #expect(numbers == ["n1\n", "n2\n", "n3\n"])
  }

  @Test("an act or a body is named after its time, or its author is not told what followed")
  func outOfForce() throws {
    let late: JSON = [
      "prepared": "2026-11-25", "act": "monitoring-order", "body": "information-ministry",
    ]
    let found = try kind().refusal(late)
    #expect(found.paths == ["L3 act", "L4 body"])
    let act = try #require(found.first { $0.rule == "L3" }?.hint)
    #expect(
      act.ru.replacing("\u{A0}", with: " ")
        == "вместо него: приказ Министра культуры и информации Республики Казахстан от 10 сентября 2024 года № 416-НҚ «Об утверждении Правил проведения мониторинга масс-медиа»"
    )
    #expect(act.kk.hasPrefix("оның орнына: «Масс-медиа мониторингін жүргізу"))
    #expect(act.kk.hasSuffix("бұйрығы"))
    let body = try #require(found.first { $0.rule == "L4" }?.hint)
    #expect(body.kk == "оның орнына: Мәдениет және ақпарат министрлігі")
    #expect(body.ru == "вместо него: Министерство культуры и информации")
    // A law that was not there yet: its forerunner is named.
    let early: JSON = ["prepared": "2021-12-15", "act": ["act": "mass-media-law", "article": 3]]
    let forerunner = try kind().refusal(early)
    #expect(forerunner.paths == ["L3 act.act"])
    #expect(forerunner.first?.hint?.ru.contains("451-I") == true)
  }

  @Test("a letter of a day on which a role is vacant cites nothing, and nobody notices")
  func vacantRole() throws {
    let found = try kind().refusal(["prepared": "1998-01-01"])
    #expect(found.paths == ["L3 citations.media", "L3 citations.rules", "L4 bodies.issuer"])
  }

  @Test("a definition that names what the reference data do not have is found only by a letter")
  func unknownEntries() throws {
    let kind = try SampleKind(
      SampleKind.definition(
        "by: {type: person, default: nobody, label: {kk: а, ru: б}}",
        """
        citations:
          media: {role: medialaw}
          ban: {act: gamblinglaw}
        bodies:
          issuer: {body: ministry}
        """))
    let result = LetterKind.compile("sample", kind.files)
    #expect(result.kind == nil)
    #expect(
      result.diagnostics.paths == [
        "V105 bodies.issuer", "V105 citations.ban", "V105 citations.media",
        "V105 fields.by.default",
      ])
  }

  @Test(
    "a mistake in the reference data passes",
    arguments: [
      ("acts.yaml", "successor: mass-media-law", "successor: massmedia-law", "media-law.successor"),
      ("acts.yaml", "validTo: 2024-06-18", "validTo: 2024-06-19", "mass-media-law"),
      (
        "bodies.yaml", "validTo: 2014-01-01", "validTo: 2014-01-01",
        "culture-sports-ministry.validTo"
      ),
      ("people.yaml", "from: 2023-09-01", "from: 2023-08-01", "omarbekov.positions[1]"),
      ("addressees.yaml", "kind: provider", "kind: provided", "payment-providers.kind"),
      ("style.yaml", "inlineResources: 5", "inlineResource: 5", "inlineResource"),
    ])
  func mistakes(file: String, old: String, new: String, path: String) throws {
    var files = try KindFiles.response()
    files.editReference(file) {
      $0.replacing("validTo: 2023-08-31\n  # Divided", with: "validTo: 2014-01-01\n  # Divided")
        .replacing(old, with: new)
    }
    let found = LetterKind.compile("response", files).diagnostics
    #expect(found.paths == ["V110 \(path)"])
    #expect(found.first?.places.first?.line ?? 0 > 0)
  }
}

extension LetterKind.Files {
  /// Rewrites a file of the reference data.
  mutating func editReference(_ name: String, _ change: (String) -> String) {
    guard let file = reference[name] else { return }
    reference[name] = File(
      name: file.name, bytes: Array(change(String(decoding: file.bytes, as: UTF8.self)).utf8))
  }
}
