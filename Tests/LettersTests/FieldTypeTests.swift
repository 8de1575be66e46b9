import CivilDates
import JSON
import Register
import Testing

@testable import Letters

/// What templates see of each type of field.
@Suite struct FieldTypeTests {
  @Test("resources of the register are not those of the document, or lose what is known of them")
  func registerResources() throws {
    let register = try Example.register.get()
    let line =
      "{% for r in list %}{% if loop.first %}{{ r.number }} {{ r.url }} {{ r.host }} {{ r.body.short }} {{ r.enteredAt.year }}{% endif %}{% endfor %} – {{ list.count }}, "
    let kind = try SampleKind(
      SampleKind.definition("list: {type: resources, label: {kk: а, ru: б}}"),
      kk: [line + "{{ list | сан(\"сілтеме\") }}"],
      ru: [line + "{{ list | количество(\"ссылка\") }}{% if list > 5 %}, приложение{% endif %}"])
    let data: JSON = ["prepared": "2021-12-15", "list": ["document": "N-2021-001"]]
    let resources = try register.resources(of: "N-2021-001")
    let first = try #require(resources.first)
    let texts = try kind.texts(data, register: register)
    let start = "1 \(first.card.url) \(first.canonicalURL.displayedHost) "
    #expect(resources.count == 15)
    #expect(try #require(texts[.kk]).hasPrefix(start))
    #expect(try #require(texts[.kk]).contains(" 2021 – 15, 15\u{A0}сілтеме"))
    #expect(try #require(texts[.ru]).contains(" 2021 – 15, 15\u{A0}ссылок, приложение"))
    // The letter needs the register only because of its data.
    #expect(try kind.refusal(data).paths == ["V112 list"])
  }

  @Test("a letter that is made again shows what was entered after it")
  func onlyOneRevision() throws {
    let register = try Example.freshRegister()
    let revision = try register.revision()
    let before = try register.resources(of: "N-2021-001")
    let other = try #require(
      try register.resources(of: "W-2021-001").first { !before.contains($0) })
    let row = "document;url\nN-2021-001;\(other.card.url)\n"
    _ = try register.importFiles([RegisterFile(name: "links.csv", bytes: Array(row.utf8))])
    #expect(try register.resources(of: "N-2021-001").count == before.count + 1)
    let earlier = try register.resources(of: "N-2021-001", at: revision)
    #expect(earlier.map(\.url) == before.map(\.card.url))
    #expect(try register.document("N-2021-001", at: revision) == register.document("N-2021-001"))
    #expect(try register.document("N-2021-001", at: 0) == nil)
    let kind = try SampleKind(
      SampleKind.definition("list: {type: resources, label: {kk: а, ru: б}}"),
      kk: ["{{ list.count }}"], ru: ["{{ list.count }}"]
    ).compiled()
    let data: JSON = ["prepared": "2021-12-15", "list": ["document": "N-2021-001"]]
    for (number, count) in [(revision, before.count), (revision + 1, before.count + 1)] {
      let (letter, _) = try kind.letter(
        data, file: "case.json", register: register, revision: number)
      #expect(letter.documents[.kk]?.text == "\(count)\n")
      #expect(letter.provenance?.revision == number)
    }
    #expect(throws: RegisterError.self) {
      try register.resources(of: "N-2021-001", at: revision + 2)
    }
  }

  @Test("inquiries and organisers cannot be taken from the register")
  func registerRecords() throws {
    let register = try Register.create(at: try TemporaryFolder.make() + "/register.sqlite")
    let date = try #require(CivilDate(iso: "2021-12-15"))
    _ = try register.add([
      .inquiry(
        InquiryRecord(
          id: "I-1", number: "ДС-343", date: date, sender: "Мәжіліс", receivedAt: date)),
      .organiser(
        OrganiserRecord(
          id: "o-1", name: "Casino Ltd", sites: ["https://casino.example/"],
          courtAct: .init(court: "Суд", number: "2-1", date: date))),
    ])
    let line =
      "{{ inquiry.number }} {{ inquiry.sender }} {% for o in list %}{{ o.number }} {{ o.name }} {{ o.sites | join }} {{ o.actNumber }} {{ o.actDate.year }}{% endfor %}"
    let kind = try SampleKind(
      SampleKind.definition(
        """
        inquiry: {type: inquiry, label: {kk: а, ru: б}}
        list: {type: organisers, label: {kk: а, ru: б}}
        """), kk: [line], ru: [line])
    let chosen: [JSON] = [["register": true], ["o-1"]]
    for list in chosen {
      let data: JSON = ["prepared": "2021-12-15", "inquiry": "I-1", "list": list]
      let text = "ДС-343 Мәжіліс 1 Casino Ltd https://casino.example/ 2-1 2021\n"
      #expect(try kind.texts(data, register: register) == [.kk: text, .ru: text])
    }
    let unknown: JSON = ["prepared": "2021-12-15", "inquiry": "I-2", "list": ["o-1", "o-2"]]
    #expect(
      try kind.refusal(unknown, register: register).paths == ["V108 inquiry", "V108 list[1]"])
  }

  @Test("text of one structure in both languages, a period, an addressee or a figure is lost")
  func othersWithoutRegister() throws {
    let line =
      "{% for p in body %}{% if p.text is defined %}{{ p.text }}{% else %}{{ p.items | join(\"; \") }}{% endif %}|{% endfor %}{{ to.lines | join(\" \") }} {{ to.kind }} "
    let kind = try SampleKind(
      SampleKind.definition(
        """
        body: {type: paragraphs, label: {kk: а, ru: б}}
        to: {type: organisation, label: {kk: а, ru: б}}
        span: {type: period, label: {kk: а, ru: б}}
        by: {type: person, label: {kk: а, ru: б}}
        """),
      kk: [line + "{{ span.to | күн(\"дейін\") }}, {{ by.position }}"],
      ru: [line + "{{ span.to | дата(\"до\") }}, {{ by.position }}"])
    let data: JSON = [
      "prepared": "2024-10-01", "to": "meta", "by": "omarbekov",
      "span": ["from": "2024-01-01", "to": "2024-09-30"],
      "body": [
        ["kk": "Бір", "ru": "Один"],
        ["list": [["kk": "екі", "ru": "два"], ["kk": "үш", "ru": "три"]]],
      ],
    ]
    let texts = try kind.texts(data)
    #expect(
      texts[.kk]?.replacing("\u{A0}", with: " ")
        == "Бір|екі; үш|«Meta Platforms, Inc.» компаниясы platform 2024 жылғы 30 қыркүйекке дейін, Мәдениет және ақпарат вице-министрі\n"
    )
    #expect(
      texts[.ru]?.replacing("\u{A0}", with: " ")
        == "Один|два; три|Компании «Meta Platforms, Inc.» platform до 30 сентября 2024 года, Вице-министр культуры и информации\n"
    )
    // In 2021 the same person was something else.
    let earlier = try kind.texts(data.replacing("prepared", with: "2021-12-15"))
    #expect(earlier[.ru]?.contains("Вице-министр информации и общественного развития") == true)
  }

  @Test("an article with a suffix cannot be cited, or only as a whole")
  func placesInActs() throws {
    let kind = try SampleKind(
      SampleKind.definition(
        "basis: {type: act, label: {kk: а, ru: б}}",
        "citations:\n  ban: {act: communications-law, article: 41-1, paragraph: 2}"),
      kk: [
        "{{ citations.ban | бап(\"барыс\", naming=\"short\") }}|{{ citations.ban.article }}-бабының {{ citations.ban.paragraph }}-тармағына|{{ basis | бап(\"сәйкес\") }}"
      ],
      ru: [
        "{{ citations.ban | статья(\"творительный\", naming=\"short\") }}|{{ citations.ban.article }} {{ citations.ban.paragraph }}|{{ basis | статья(\"согласно\") }}"
      ])
    let texts = try kind.texts([
      "prepared": "2021-12-15",
      "basis": ["act": "gambling-law", "article": 6, "paragraph": "2", "subparagraph": 1],
    ])
    #expect(
      texts[.kk]?.replacing("\u{A0}", with: " ")
        == "«Байланыс туралы» Заңының 41-1-бабының 2-тармағына|41-1-бабының 2-тармағына|«Ойын бизнесі туралы» Қазақстан Республикасы Заңының 6-бабы 2-тармағының 1) тармақшасына сәйкес\n"
    )
    #expect(
      texts[.ru]?.replacing("\u{A0}", with: " ")
        == "пунктом 2 статьи 41-1 Закона «О связи»|41-1 2|согласно подпункту 1) пункта 2 статьи 6 Закона Республики Казахстан «Об игорном бизнесе»\n"
    )
  }
}
