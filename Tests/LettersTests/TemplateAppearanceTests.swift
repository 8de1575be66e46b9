import Testing
import XML

@testable import Letters

/// Templates that staff can change in Word without their look falling apart, and that a screen reader can read.
@Suite struct TemplateAppearanceTests {
  static let templates: [(kind: String, language: LetterLanguage)] =
    ((try? Example.library.kinds()) ?? []).flatMap { kind in
      LetterLanguage.allCases.map { (kind, $0) }
    }

  @Test(
    "a paragraph looks like no style, so that a change of the style passes it by",
    arguments: templates)
  func namedStyles(kind: String, language: LetterLanguage) throws {
    let template = try TemplateParts(kind, language)
    for part in try template.stories() {
      for paragraph in part.all("p") {
        let properties = try #require(part.all("pPr", in: paragraph).first)
        // Where a frame stands is nothing that all programs take from a style, and a section is none.
        let direct = Set(part.children(of: properties)).subtracting(["pStyle", "framePr", "sectPr"])
        #expect(direct.isEmpty, "\(part.style(of: paragraph) ?? "-")")
        #expect(part.style(of: paragraph) != nil)
      }
    }
  }

  @Test("a word is checked against the spelling of the other language", arguments: templates)
  func languageOfEveryRun(kind: String, language: LetterLanguage) throws {
    let template = try TemplateParts(kind, language)
    let own = language == .kk ? "kk-KZ" : "ru-RU"
    for part in try template.stories() {
      for run in part.all("r") {
        let properties = try #require(part.all("rPr", in: run).first)
        #expect(part.children(of: properties) == ["lang"])
      }
    }
    let body = try template.part("word/document.xml")
    for run in body.all("r") {
      // The letterhead has both languages; everything else has the letter's.
      guard let paragraph = body.tree.parent(of: run), body.style(of: paragraph) != "Letterhead"
      else { continue }
      #expect(body.value("lang", in: run) == own)
    }
    #expect(try template.part("word/styles.xml").value("lang") == own)
    let properties = try template.part("docProps/core.xml")
    #expect(properties.tree.string(of: properties.all("language")[0]) == own)
    for name in ["title", "subject", "identifier"] {
      #expect(!properties.tree.string(of: properties.all(name)[0]).isEmpty, "\(name)")
    }
  }

  @Test("a kind has a look of its own", arguments: templates)
  func oneHouseStyle(kind: String, language: LetterLanguage) throws {
    for name in ["word/styles.xml", "word/numbering.xml"] {
      let own = try TemplateParts(kind, language).part(name)
      let house = try TemplateParts("response", .kk).part(name)
      #expect(text(of: own) == text(of: house))
    }
  }

  /// The part with one language for both.
  private func text(of part: TemplateParts.Part) -> String {
    var bytes: [UInt8] = []
    part.tree.write(part.tree.root, into: &bytes)
    return String(decoding: bytes, as: UTF8.self).replacing(
      "w:lang w:val=\"kk-KZ\"", with: "w:lang w:val=\"ru-RU\"")
  }

  @Test("a signature stands alone on a page", arguments: templates)
  func signatureStaysWithText(kind: String, language: LetterLanguage) throws {
    let template = try TemplateParts(kind, language)
    let body = try template.part("word/document.xml")
    let styles = try template.part("word/styles.xml")
    let paragraphs = body.all("p")
    let signature = try #require(paragraphs.firstIndex { body.style(of: $0) == "Signature" })
    #expect(keeps(styles, "Signature", "keepNext") && keeps(styles, "Signature", "keepLines"))
    let row = try #require(body.tree.parent(of: paragraphs[signature]).flatMap(body.tree.parent))
    #expect(!body.all("cantSplit", in: row).isEmpty)
    // Statements vanish; what is left directly before the signature must hold on to it.
    let texts = paragraphs[..<signature].filter { paragraph in
      !body.tree.string(of: paragraph).contains("{%p")
    }
    let last = try #require(texts.last.flatMap { body.style(of: $0) })
    #expect(keeps(styles, last, "keepNext"), "\(last)")
    if last == "AnnexNote" {
      let before = try #require(texts.dropLast().last.flatMap { body.style(of: $0) })
      #expect(keeps(styles, before, "keepNext"), "\(before)")
    }
    #expect(!styles.all("widowControl").isEmpty)
  }

  /// Whether a style has a property, by itself or from what it is based on.
  private func keeps(_ styles: TemplateParts.Part, _ id: String, _ property: String) -> Bool {
    guard
      let style = styles.all("style").first(where: { styles.attribute("styleId", of: $0) == id })
    else { return false }
    if !styles.all(property, in: style).isEmpty { return true }
    return styles.value("basedOn", in: style).map { keeps(styles, $0, property) } ?? false
  }

  @Test("a long address widens the page, or a page of a list has no heads", arguments: templates)
  func lists(kind: String, language: LetterLanguage) throws {
    let body = try TemplateParts(kind, language).part("word/document.xml")
    for table in body.all("tbl") {
      #expect(body.value("tblLayout", in: table, "type") == "fixed")
      for row in body.all("tr", in: table) where !body.tree.string(of: row).contains("{%tr") {
        #expect(!body.all("cantSplit", in: row).isEmpty)
      }
      guard body.value("tblStyle", in: table) == "LetterList" else { continue }
      #expect(body.all("tblHeader", in: body.all("tr", in: table)[0]).count == 1)
      #expect(body.value("tblLook", in: table, "firstRow") == "1")
      #expect(body.value("tblCaption", in: table)?.isEmpty == false)
    }
  }

  @Test("a screen reader finds no heading", arguments: templates)
  func headings(kind: String, language: LetterLanguage) throws {
    let template = try TemplateParts(kind, language)
    let styles = try template.part("word/styles.xml")
    let heading = try #require(
      styles.all("style").first { styles.attribute("styleId", of: $0) == "Heading1" })
    #expect(styles.value("outlineLvl", in: heading) == "0")
    let body = try template.part("word/document.xml")
    let styled = Set(body.all("p").compactMap { body.style(of: $0) })
    #expect(styled.contains("Heading1") || styled.contains("Salutation"))
  }
}
