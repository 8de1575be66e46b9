import CivilDates
import Diagnostics
import JSON
import OfficePackage
import Register
import Testing
import WordprocessingML
import XML

@testable import Letters

/// What an author sees of a letter while it is being written.
@Suite struct PreviewTests {
  private func preview(
    _ kind: LetterKind, _ data: JSON, register: Register? = nil
  ) throws -> LetterPreview {
    try kind.preview(
      data, register: register ?? Example.register.get(), messages: .ru,
      figureAddress: { "/figures/\($0)?a=1&b=2" })
  }

  private func kind(_ name: String) throws -> LetterKind {
    if let known = Example.kinds[name] { return try known.get() }
    return try #require(try Example.library.kind(name).kind)
  }

  private static let kinds =
    (try? Example.library.kinds()) ?? []

  /// An example with few of its resources.
  private func shortCase(_ name: String) throws -> JSON {
    let data = try Example.caseData(name)
    guard case .array(let resources)? = data["resources"] else { return data }
    return data.replacing("resources", with: .array(Array(resources.prefix(6))))
  }

  // MARK: Gaps

  @Test(
    "a letter of which nothing is written is no letter, or something is said of its gaps",
    arguments: kinds)
  func emptyCase(name: String) throws {
    try #require(Self.kinds.count > 6)
    let kind = try kind(name)
    let preview = try preview(kind, .object([]))
    let required = kind.definition.fields.filter { $0.isRequired && $0.defaultValue == nil }
    // The register has notifications, so that the reply needs to say which platforms they went to.
    let rules = preview.diagnostics.map(\.rule).filter { $0 != "E120" || name != "response" }
    let found = preview.diagnostics.map { $0.rendered(in: .en) }
    #expect(rules == required.map { _ in "V101" }, "\(found)")
    for language in LetterLanguage.allCases {
      let page = try PreviewPage(preview, language)
      #expect(page.words(ofClass: "page").count >= 1)
      let gaps = Set(page.words(ofClass: "gap"))
      #expect(gaps.count > 2)
      // What only this reply needs has no label there.
      #expect(!page.text.contains("…") || name == "response", "\(gaps)")
      for field in required
      where !["asOf", "since", "prepared", "from", "to", "revision"].contains(field.name) {
        let labels = [field.label[language]] + field.innerLabels(language)
        #expect(!gaps.isDisjoint(with: labels), "\(field.name) \(gaps)")
      }
    }
  }

  /// A letter with figures, and one with a list.
  private static let samples = [("response", "response-2021"), ("warning", "warning-2021")]

  @Test("a field that is not written yet makes the originals disagree", arguments: samples)
  func missingField(kind: String, name: String) throws {
    let kind = try self.kind(kind)
    let data = try shortCase(name)
    for path in data.paths where path != "name" {
      let preview = try preview(kind, data.replacing(path, with: nil))
      // The example has notifications, so that the letter needs to know to whom.
      let isNeeded = path == "platforms"
      let found = preview.diagnostics.filter {
        $0.rule != "V101" && $0.rule != "V106" && !(isNeeded && $0.rule == "E120")
      }
      #expect(found.map { $0.rendered(in: .en) } == [], "\(path)")
    }
  }

  @Test("a value of the wrong kind stops the preview, or is not a gap", arguments: samples)
  func wrongValues(kind: String, name: String) throws {
    let kind = try self.kind(kind)
    let data = try shortCase(name)
    let wrong: [JSON] = [.string(""), 17, [], .object([]), [[]], .string("x\u{FFFE}\u{1}")]
    for (index, path) in data.paths.enumerated() where path != "name" {
      let value = wrong[index % wrong.count]
      let preview = try preview(kind, data.replacing(path, with: value))
      for language in LetterLanguage.allCases {
        let page = try PreviewPage(preview, language)
        #expect(page.words(ofClass: "page").count > 0)
      }
      #expect(!preview.diagnostics.isEmpty, "\(path)")
      let strange = preview.diagnostics.filter { $0.rule.hasPrefix("E") && $0.rule != "E132" }
      #expect(strange.map { $0.rendered(in: .en) } == [], "\(path) \(value.serialized())")
    }
  }

  @Test("what is written in one language only is not shown there")
  func oneLanguage() throws {
    let data = try Example.caseData().replacing("salutation", with: ["ru": "Уважаемый коллега!"])
    let preview = try preview(kind("response"), data)
    #expect(try PreviewPage(preview, .ru).text.contains("Уважаемый коллега!"))
    #expect(try PreviewPage(preview, .kk).words(ofClass: "gap") == ["Қаратпа сөз"])
    #expect(try PreviewPage(preview, .ru).words(ofClass: "gap") == [])
    #expect(preview.gaps.map(\.path) == ["salutation"])
  }

  // MARK: Values

  @Test("a value is not marked, or the marks change the letter", arguments: Example.letters)
  func values(kind: String, name: String) throws {
    let kind = try self.kind(kind)
    let data = try Example.caseData(name)
    let preview = try preview(kind, data)
    #expect(preview.diagnostics.map { $0.rendered(in: .en) } == [])
    let (letter, _) = try kind.letter(
      data, file: "case.json", register: Example.register.get(), isExplained: true)
    #expect(preview.values.map(\.paths) == letter.values.map(\.paths))
    #expect(preview.values.map(\.sources) == letter.values.map(\.sources))
    for (language, document) in letter.documents {
      let page = try PreviewPage(preview, language)
      let package = try OfficePackage(reading: document.docx)
      let plain = try PreviewPage(try WordDocument(package).html())
      #expect(page.text == plain.text)
      let printed = letter.values.compactMap { $0.printed[language] }.filter { $0.paragraph != nil }
      #expect(page.words(ofClass: "value").sorted() == printed.map(\.text).sorted())
      #expect(page.words(ofClass: "gap") == [])
      // Nobody gets a document with marks.
      let body = String(
        decoding: try #require(package.content(of: "word/document.xml")), as: UTF8.self)
      #expect(!body.contains("<?qoshat"))
    }
  }

  @Test("a figure leads nowhere, or a value does not tell its source")
  func sources() throws {
    let preview = try preview(kind("response"), Example.caseData())
    let page = try PreviewPage(preview, .ru)
    let figures = page.elements(ofClass: "figure")
    #expect(figures.count > 20)
    for figure in figures {
      #expect(figure.name == "a")
      #expect(figure["target"] == "_parent")
      #expect(figure["data-source"] == "figure")
      #expect(figure["href"]?.hasPrefix("/figures/") == true)
      #expect(figure["href"]?.hasSuffix("?a=1&b=2") == true)
    }
    let number = try #require(page.elements(ofClass: "value").first { $0.words == "ДС-343" })
    #expect(number["data-source"] == "data")
    #expect(number["data-path"] == "inquiry.number")
    #expect(number["title"] == "Номер запроса")
    let title = try #require(
      page.elements(ofClass: "value").first { $0["data-path"] == "citations.media.title" })
    #expect(title["data-source"] == "reference")
  }

  @Test("a value becomes markup", arguments: Example.letters)
  func hostileValues(kind: String, name: String) throws {
    let hostile =
      "</span><script>alert(1)</script>\"'&<b onclick=x>\u{100000}7\u{100001}<?qoshat-value 3?>"
    let data = try shortCase(name).withStrings { $0 + hostile }
      .replacing("executor.phone", with: .string(hostile))
    let preview = try preview(self.kind(kind), data)
    for language in LetterLanguage.allCases {
      let page = try PreviewPage(preview, language)
      #expect(page.elements.allSatisfy { !["script", "b"].contains($0.name) })
      #expect(page.elements.allSatisfy { $0["onclick"] == nil })
      #expect(page.text.contains("<script>alert(1)</script>"))
    }
  }

  // MARK: Findings

  @Test("numbers that differ are not marked where they stand")
  func differentNumbers() throws {
    var files = try KindFiles.response()
    try files.edit(.kk) {
      $0.replacing("{{ executor.phone }}", with: "{{ executor.phone ~ 1 }}")
    }
    let kind = try #require(LetterKind.compile("response", files).kind)
    let preview = try preview(kind, Example.caseData())
    #expect(preview.diagnostics.count == 1)
    for (language, phone) in [(LetterLanguage.kk, "7456001"), (.ru, "745600")] {
      let marks = try PreviewPage(preview, language).elements(ofClass: "finding")
      #expect(marks.map(\.words) == [phone])
      #expect(marks.first?.name == "mark")
      #expect(marks.first?["class"] == "finding error")
      #expect(marks.first?["id"] == "finding-0")
      #expect(marks.first?["title"] == preview.diagnostics[0].message.ru)
    }
  }

  @Test("a mistake is marked beside a value that it overlaps, or the page is broken by that")
  func overlap() throws {
    // A doubled space and a doubled word across the value's end.
    let data = try Example.caseData().replacing(
      "legislation.introduction",
      with: [
        "kk": "Осы бағытта заң жобасы дайындалды , онда бар",
        "ru": "Подготовлен проект закона , в нем",
      ])
    let preview = try preview(kind("response"), data)
    let found = preview.diagnostics.filter { $0.rule == "Y4" }
    #expect(found.count == 2)
    for language in LetterLanguage.allCases {
      let page = try PreviewPage(preview, language)
      #expect(!page.elements(ofClass: "finding").isEmpty)
      let value = page.elements(ofClass: "value").first {
        $0["data-path"] == "legislation.introduction"
      }
      #expect(value?.words == data["legislation"]?["introduction"]?[language.rawValue]?.string)
    }
  }

  @Test("figures that do not add up are told of and not marked")
  func brokenSum() throws {
    let register = try Example.freshRegister()
    let prescription = try #require(
      try register.documents().first { $0.kind == .prescription && $0.preparedAt.iso >= "2021" })
    let warning = try #require(
      try register.documents().first { $0.kind == .warning && $0.preparedAt.iso >= "2021" })
    let resource = try #require(try register.resources(of: prescription.id).first)
    let row = "document;url\n\(warning.id);\(resource.card.url)\n"
    _ = try register.importFiles([RegisterFile(name: "links.csv", bytes: Array(row.utf8))])
    let preview = try preview(kind("response"), Example.caseData(), register: register)
    let index = try #require(preview.diagnostics.firstIndex { $0.rule == "N3" })
    for language in LetterLanguage.allCases {
      let marks = try PreviewPage(preview, language).elements(ofClass: "finding")
        .filter { $0["data-finding"] == "\(index)" }.map(\.words.digits)
      // Words that agree with a figure are marked with it.
      #expect(Set(marks).subtracting([""]) == ["2673", "2534", "140"])
    }
  }

  @Test("a letter is shown without the register, or without a word about that")
  func noRegister() throws {
    let preview = try kind("response").preview(
      Example.caseData(), register: nil, messages: .kk, figureAddress: { $0 })
    #expect(preview.diagnostics.map(\.rule) == ["V112"])
    let page = try PreviewPage(preview, .kk)
    #expect(page.words(ofClass: "gap").count > 10)
    #expect(preview.gaps.allSatisfy { $0.path.hasPrefix("figures.") })
  }
}

/// A page of a preview, read as XML, which well-nested HTML without empty elements is.
struct PreviewPage {
  struct Element {
    let name: String
    let attributes: [String: String]
    let words: String

    subscript(name: String) -> String? { attributes[name] }
  }

  private let tree: XMLTree

  init(_ preview: LetterPreview, _ language: LetterLanguage) throws {
    try self.init(try #require(preview.pages[language]))
  }

  init(_ page: [UInt8]) throws {
    var text = String(decoding: page, as: UTF8.self)
    #expect(text.hasPrefix("<!DOCTYPE html>"))
    text = text.replacing("<!DOCTYPE html>", with: "").replacing("<br>", with: "\n")
      .replacing("<wbr>", with: "")
    text = text.replacing(#/<(meta|col|img)\b[^>]*>/#, with: "")
    tree = try XMLTree(parsing: Array(text.utf8))
    let ids = elements.compactMap { $0["id"] }
    #expect(Set(ids).count == ids.count)
  }

  var elements: [Element] {
    (0..<tree.count).filter { tree.kind(of: $0) == .element }.map { node in
      Element(
        name: tree.name(of: node).local,
        attributes: Dictionary(
          tree.attributes(of: node).map { ($0.name.local, $0.value) }, uniquingKeysWith: { $1 }),
        words: tree.string(of: node))
    }
  }

  func elements(ofClass name: String) -> [Element] {
    elements.filter { $0["class"]?.split(separator: " ").contains(Substring(name)) == true }
  }

  func words(ofClass name: String) -> [String] { elements(ofClass: name).map(\.words) }

  /// The text of the page's body.
  var text: String { elements.first { $0.name == "body" }?.words ?? "" }
}

extension FieldDefinition {
  /// The labels of what the field consists of.
  fileprivate func innerLabels(_ language: LetterLanguage) -> [String] {
    let inner: [FieldDefinition] =
      switch type.item {
      case .group(let fields): fields
      case .inquiry: RecordFields.inquiry
      case .organisation: RecordFields.organisation
      case .resources: RecordFields.resource
      case .organisers: RecordFields.organiser
      case .period: RecordFields.period
      default: []
      }
    return inner.map { $0.label[language] }
  }
}

extension String {
  fileprivate var digits: String { filter(\.isNumber) }
}

extension JSON {
  /// The dotted paths of all members.
  fileprivate var paths: [String] {
    guard case .object(let members) = self else { return [] }
    return members.flatMap { member in
      [member.name] + member.value.paths.map { "\(member.name).\($0)" }
    }
  }

  /// The value with every text changed that is no date, name of a choice or id.
  fileprivate func withStrings(_ change: (String) -> String) -> JSON {
    switch self {
    case .string(let text):
      return text.contains { $0.isWhitespace || $0.isUppercase } ? .string(change(text)) : self
    case .array(let elements): return .array(elements.map { $0.withStrings(change) })
    case .object(let members):
      return .object(members.map { JSON.Member($0.name, $0.value.withStrings(change)) })
    default: return self
    }
  }
}
