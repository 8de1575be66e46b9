import CivilDates
import Diagnostics
import Files
import Foundation
import JSON
import Letters
import Register
import TestSupport
import Testing

@testable import QoshatWeb

/// Case data in a form, and back.
@Suite struct LetterFormTests {
  /// Every type of field, also those that no letter kind of the project has.
  private static let fields: [FieldDefinition] = {
    let yaml = """
      name: {kk: К, ru: К}
      fields:
        prepared: {type: date, required: true, label: {kk: а, ru: б}}
        text: {type: text, label: {kk: а, ru: б}}
        lines: {type: lines, label: {kk: а, ru: б}}
        both: {type: bilingual-lines, label: {kk: а, ru: б}}
        paragraphs: {type: paragraphs, label: {kk: а, ru: б}}
        string: {type: string, label: {kk: а, ru: б}}
        period: {type: period, label: {kk: а, ru: б}}
        year: {type: year, label: {kk: а, ru: б}}
        count: {type: integer, label: {kk: а, ru: б}}
        flag: {type: boolean, label: {kk: а, ru: б}}
        only: {type: text, label: {kk: а, ru: б}, when: {flag: true}}
        choice: {type: choice, label: {kk: а, ru: б}, choices: {one: {kk: бір, ru: один}, two: {kk: екі, ru: два}}}
        strings: {type: list, of: {type: string}, label: {kk: а, ru: б}}
        texts: {type: list, of: {type: text}, label: {kk: а, ru: б}}
        dates: {type: list, of: {type: date}, label: {kk: а, ru: б}}
        blocks: {type: list, of: {type: lines}, label: {kk: а, ru: б}}
        rows:
          type: list
          label: {kk: а, ru: б}
          of:
            type: group
            fields:
              name: {type: string, label: {kk: а, ru: б}}
              sites: {type: list, of: {type: string}, label: {kk: а, ru: б}}
              inner: {type: list, of: {type: text}, label: {kk: а, ru: б}}
        person: {type: person, label: {kk: а, ru: б}}
        body: {type: body, label: {kk: а, ru: б}}
        act: {type: act, label: {kk: а, ru: б}}
        organisation: {type: organisation, label: {kk: а, ru: б}}
        organisations: {type: list, of: {type: organisation}, label: {kk: а, ru: б}}
        inquiry: {type: inquiry, label: {kk: а, ru: б}}
        resources: {type: resources, label: {kk: а, ru: б}}
        organisers: {type: organisers, label: {kk: а, ru: б}}
      """
    let folder = NSTemporaryDirectory() + "qoshat-form-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(
      atPath: "\(folder)/all", withIntermediateDirectories: true)
    try? Data(yaml.utf8).write(to: URL(fileURLWithPath: "\(folder)/all/letter.yaml"))
    let definition = try? TemplateLibrary(folder: folder).definition(of: "all").definition
    try? FileManager.default.removeItem(atPath: folder)
    return definition?.fields ?? []
  }()

  private static func kinds() throws -> [(id: String, kind: LetterKind)] {
    let library = TemplateLibrary(folder: "\(TestServer.project)/templates")
    return try library.kinds().compactMap { id in
      try library.kind(id).kind.map { (id, $0) }
    }
  }

  /// The example cases with their kinds: those of the project, and those of the register.
  private static func cases() throws -> [(name: String, data: JSON, kind: LetterKind)] {
    let kinds = try kinds()
    var cases: [(String, JSON, LetterKind)] = []
    for folder in ["fixtures/cases", "fixtures/register/cases"] {
      for name in try FileSystem.names(in: "\(TestServer.project)/\(folder)").sorted() {
        let data = try JSON(parsing: FileSystem.read("\(TestServer.project)/\(folder)/\(name)"))
        let letters = [
          "A": "response", "N": "notification", "P": "prescription", "R": "recommendation",
          "W": "warning",
        ]
        let id = kinds.map(\.id).first { name.hasPrefix($0) } ?? letters[String(name.prefix(1))]
        guard let kind = kinds.first(where: { $0.id == id })?.kind else { continue }
        cases.append((name, data, kind))
      }
    }
    return cases
  }

  @Test("Opening a letter and saving it would change what it says")
  func examples() throws {
    let cases = try Self.cases()
    #expect(cases.count > 5)
    let register = try Register.open(at: ExampleRegisterFile.path())
    for (name, data, kind) in cases {
      let fields = kind.definition.fields
      let day = data["prepared"]?.string.flatMap { CivilDate(iso: $0) } ?? .startOfYear(2021)
      for language in LetterLanguage.allCases {
        let values = FormWriter.values(of: data, fields)
        let choices = try FormChoices(for: kind, on: day, register, in: language)
        var view = FormView(
          values, FieldMessages([], file: OpenLetter.file), choices, in: language, data: data)
        let sent = try SentForm.values(of: view.html(fields))
        #expect(sent == values, "\(name)")
        #expect(FormReader.data(from: sent, fields).sorted == data.sorted, "\(name)")
        #expect(!values.texts.keys.contains { $0.hasPrefix("raw:") }, "\(name)")
      }
    }
  }

  @Test("Data of any shape, right or wrong, would come back from the form as others")
  func anyData() throws {
    let fields = Self.fields
    try #require(fields.count > 20)
    let kind = try #require(Self.kinds().first { $0.id == "warning" }?.kind)
    let register = try Register.open(at: ExampleRegisterFile.path())
    let choices = try FormChoices(
      for: kind, on: .startOfYear(2021), register, in: .kk)
    var random = SeededGenerator(seed: 10)
    for number in 0..<3_000 {
      let data = AnyCase.object(fields, &random)
      let values = FormWriter.values(of: data, fields)
      #expect(FormReader.data(from: values, fields).plain == data.plain)
      // To read a page as a browser does takes a while.
      guard number % 20 == 0 else { continue }
      var view = FormView(
        values, FieldMessages([], file: ""), choices, in: .kk, data: data)
      let sent = try SentForm.values(of: view.html(fields))
      let back = FormReader.data(from: sent, fields)
      guard back.plain == data.plain else {
        Issue.record("\(data.serialized()) became \(back.serialized())")
        return
      }
    }
  }

  @Test("A new item of a list would be gone, or another one would be taken out")
  func listEdits() throws {
    let fields = Self.fields
    var data: JSON = ["rows": [["name": "a"], ["name": "b", "inner": [["kk": "x"]]]]]
    data = try #require(FormEdit("add:rows")).applied(to: data, fields)
    data = try #require(FormEdit("add:rows[1].inner")).applied(to: data, fields)
    #expect(
      data == ["rows": [["name": "a"], ["name": "b", "inner": [["kk": "x"], [:]]], [:]]])
    // The blank items are there after a save, too.
    let saved = FormReader.data(from: FormWriter.values(of: data, fields), fields)
    #expect(saved.sorted == data.sorted)
    data = try #require(FormEdit("raise:rows[1]")).applied(to: data, fields)
    data = try #require(FormEdit("remove:rows[0].inner[0]")).applied(to: data, fields)
    data = try #require(FormEdit("remove:rows[2]")).applied(to: data, fields)
    #expect(data == ["rows": [["name": "b", "inner": [[:]]], ["name": "a"]]])
    data = try #require(FormEdit("remove:rows[0]")).applied(to: data, fields)
    data = try #require(FormEdit("remove:rows[0]")).applied(to: data, fields)
    #expect(data == [:])
    #expect(try #require(FormEdit("add:texts")).applied(to: [:], fields) == ["texts": [[:]]])
    #expect(try #require(FormEdit("remove:rows[7]")).applied(to: data, fields) == data)
    #expect(try #require(FormEdit("add:string")).applied(to: data, fields) == data)
    #expect(FormEdit("drop:rows") == nil)
    #expect(FormEdit("remove:rows[-1]") == nil)
  }

  @Test("What was typed wrongly would be gone, or changed into something else")
  func wrongInput() throws {
    var values = FormValues()
    values["prepared"] = "15 декабря"
    values["year"] = "две тысячи"
    values["count"] = " 7 "
    values["period.from"] = "2021-02-30"
    values["text.kk"] = "  тек қазақша"
    values["resources.list"] = "not an address\nhttps://a.example/\tАтауы\t\t2021-01-01\n\n"
    let data = FormReader.data(from: values, Self.fields)
    #expect(data["prepared"] == "15 декабря")
    #expect(data["year"] == "две тысячи")
    #expect(data["count"] == 7)
    #expect(data["period"] == ["from": "2021-02-30"])
    #expect(data["text"] == ["kk": "  тек қазақша"])
    #expect(
      data["resources"] == [
        ["url": "not an address"],
        ["url": "https://a.example/", "title": "Атауы", "enteredAt": "2021-01-01"],
      ])
    // A browser shows nothing in a picker of dates that has no date.
    let sent = try Self.sent(data)
    #expect(sent["prepared"] == "15 декабря")
    #expect(sent["year"] == "две тысячи")
  }

  @Test(
    "A record that was chosen would be sent as the one that was described, or the other way round")
  func records() {
    var values = FormValues()
    values["organisation"] = Widget.described
    values["organisation.kind"] = "platform"
    values["organisation.lines.kk"] = "бір\nекі"
    values["inquiry"] = "I-1"
    values["inquiry.number"] = "7"
    values["act"] = "law"
    values["act.article"] = "6"
    values["act.paragraph"] = "41-1"
    values["organisers"] = "register"
    let data = FormReader.data(from: values, Self.fields)
    #expect(data["organisation"] == ["kind": "platform", "lines": ["kk": ["бір", "екі"]]])
    #expect(data["inquiry"] == "I-1")
    #expect(data["act"] == ["act": "law", "article": 6, "paragraph": "41-1"])
    #expect(data["organisers"] == ["register": true])
    values["organisation"] = ""
    values["inquiry"] = ""
    let other = FormReader.data(from: values, Self.fields)
    #expect(other["organisation"]?["kind"] == "platform")
    #expect(other["inquiry"] == ["number": "7"])
  }

  @Test("A mistake would stand beside another field, or nowhere")
  func messages() throws {
    let data: JSON = [
      "prepared": "2021-12-15", "organisations": ["meta", ""],
      "rows": [["inner": [["kk": "x"]]]], "resources": [["url": "x"], ["url": "y"]],
      "unknown": 1,
    ]
    let paths = [
      "organisations[1]", "rows[0].inner[0].ru", "resources[1].url", "unknown", "string",
    ]
    let found = paths.map { path in
      Diagnostic(
        "V104", Message(kk: "қате \(path)", ru: "ошибка \(path)", en: path),
        at: [Place(file: OpenLetter.file, block: path)])
    }
    let (html, view) = try Self.page(data, found)
    for (id, message) in [
      ("f-organisations[1]", "ошибка organisations[1]"),
      ("f-rows[0].inner[0].ru", "ошибка rows[0].inner[0].ru"),
      ("f-resources.list", "строка 2: ошибка resources[1].url"), ("f-?", "ошибка unknown"),
      ("f-string", "ошибка string"),
    ] {
      let error = try #require(
        html.firstRange(of: "id=\"\(id)-error\"").map { html[$0.upperBound...].prefix(200) })
      #expect(error.contains(message), "\(id)")
      #expect(html.contains("id=\"\(id)\" data-sync=\"state\""), "\(id)")
      #expect(view.summary.text.contains("href=\"#\(WebPath.encoded(id))\""))
    }
    #expect(html.components(separatedBy: "aria-invalid").count - 1 == 5)
  }

  @Test("A field that does not apply would be asked for, or what was typed there be lost")
  func conditions() throws {
    let data: JSON = ["flag": false, "only": ["kk": "а", "ru": "б"]]
    let (html, _) = try Self.page(data, [])
    #expect(html.contains("id=\"when-only\" hidden"))
    let back = try FormReader.data(from: SentForm.values(of: HTML(trusted: html)), Self.fields)
    #expect(back["only"] == ["kk": "а", "ru": "б"])
    #expect(try !Self.page(["flag": true], []).html.contains("id=\"when-only\" hidden"))
  }

  private static func page(_ data: JSON, _ found: [Diagnostic]) throws -> (
    html: String, view: FormView
  ) {
    let kind = try #require(kinds().first { $0.id == "warning" }?.kind)
    let register = try Register.open(at: ExampleRegisterFile.path())
    let choices = try FormChoices(for: kind, on: .startOfYear(2021), register, in: .ru)
    var view = FormView(
      FormWriter.values(of: data, fields), FieldMessages(found, file: OpenLetter.file), choices,
      in: .ru, data: data)
    let html = view.html(fields)
    return (html.text, view)
  }

  private static func sent(_ data: JSON) throws -> FormValues {
    try SentForm.values(of: HTML(trusted: page(data, []).html))
  }
}

extension JSON {
  /// The same with the members of objects by their names.
  fileprivate var sorted: JSON {
    switch self {
    case .array(let elements): .array(elements.map(\.sorted))
    case .object(let members):
      .object(members.map { Member($0.name, $0.value.sorted) }.sorted { $0.name < $1.name })
    default: self
    }
  }
}
