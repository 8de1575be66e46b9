import Diagnostics
import JSON
import OfficePackage
import Testing
import XML

@testable import Letters

/// The letters with a list of resources: where the list stands, and what the day of the letter decides.
@Suite struct KindLetterTests {
  private func prescription(
    _ changes: [(path: String, value: JSON)]
  ) throws -> [LetterLanguage: RenderedLetter.Document] {
    var data = try Example.caseData("prescription-2021")
    for (path, value) in changes { data = data.replacing(path, with: value) }
    let kind = try #require(Example.kinds["prescription"]).get()
    let (letter, diagnostics) = try kind.letter(
      data, file: "case.json", register: Example.register.get())
    #expect(diagnostics.isEmpty)
    return letter.documents
  }

  private func resources(_ count: Int) -> JSON {
    .array((1...count).map { ["url": .string("https://slot-\($0).example/")] })
  }

  private func body(
    of document: RenderedLetter.Document?
  ) throws -> TemplateParts.Part {
    let package = try OfficePackage(reading: try #require(document).docx)
    return TemplateParts.Part(
      tree: try XMLTree(parsing: try #require(package.content(of: "word/document.xml"))))
  }

  @Test(
    "a short list becomes an annex, or a long one stands in the letter", arguments: [1, 5, 6, 60])
  func place(count: Int) throws {
    let letters = try prescription([("resources", resources(count))])
    for language in LetterLanguage.allCases {
      let body = try body(of: letters[language])
      let isAnnexed = count > 5
      #expect(body.all("sectPr").count == (isAnnexed ? 2 : 1))
      #expect(body.all("p").contains { body.style(of: $0) == "AnnexNote" } == isAnnexed)
      #expect(body.all("p").contains { body.style(of: $0) == "AnnexMark" } == isAnnexed)
      let lists = body.all("tbl").filter { body.value("tblStyle", in: $0) == "LetterList" }
      #expect(lists.count == 1)
      #expect(body.all("tr", in: lists[0]).count == count + 1)
      // The pages of an annex have numbers of their own.
      #expect(
        body.all("sectPr").allSatisfy { body.value("pgNumType", in: $0, "start") == "1" })
    }
  }

  @Test("a list as long as that of all prescriptions of a year loses rows or its heads")
  func longAnnex() throws {
    let letters = try prescription([("resources", resources(2204))])
    for language in LetterLanguage.allCases {
      let body = try body(of: letters[language])
      let list = try #require(
        body.all("tbl").first { body.value("tblStyle", in: $0) == "LetterList" })
      let rows = body.all("tr", in: list)
      #expect(rows.count == 2205)
      #expect(!body.all("tblHeader", in: rows[0]).isEmpty)
      #expect(rows.allSatisfy { !body.all("cantSplit", in: $0).isEmpty })
      #expect(body.tree.string(of: rows[2204]).hasPrefix("2204https://slot-2204.example/"))
    }
  }

  @Test(
    "the two originals of another letter of a kind disagree, though those of the example agree",
    arguments: Example.letters)
  func secondLetter(kind: String, name: String) throws {
    let letterKind = try #require(Example.kinds[kind]).get()
    var data = try Example.caseData(name)
    // Registered, with one resource or organiser for many or many for one, and of another person.
    let prepared = try #require(data["prepared"]?.string)
    data = data.replacing("registration", with: ["number": "04-13/501", "date": .string(prepared)])
    if case .array(let listed)? = data["resources"] {
      data = data.replacing("resources", with: resources(listed.count == 1 ? 21 : 1))
    } else if data["resources"] != nil {
      data = data.replacing("resources", with: resources(2))
    }
    if case .array(let organisers)? = data["organisers"] {
      data = data.replacing("organisers", with: .array([organisers[0]]))
    }
    if data["measures"] != nil {
      data = data.replacing(
        "measures",
        with: [["kk": "жарнаманы алып тастау", "ru": "удалить рекламу"]])
    }
    let (letter, diagnostics) = try letterKind.letter(
      data, file: "case.json", register: Example.register.get())
    #expect(diagnostics.map { $0.rendered(in: .en) } == [])
    for language in LetterLanguage.allCases {
      let text = try #require(letter.documents[language]).text
      #expect(text.contains("04-13/501"))
      #expect(!text.contains("____"))
    }
  }

  /// The second number is that of the pages which LibreOffice 7.4 lays out, in both languages.
  @Test(
    "a letter promises another number of sheets than lie behind it",
    arguments: [(6, 1), (33, 1), (34, 2), (60, 2), (500, 13), (2204, 56)])
  func sheets(count: Int, pages: Int) throws {
    let letters = try prescription([("resources", resources(count))])
    #expect(letters[.kk]?.text.contains(", \(pages)\u{A0}парақта.") == true)
    #expect(letters[.ru]?.text.contains(" на \(pages)\u{A0}л.") == true)
  }

  @Test("addresses that take several lines make the annex longer than the letter says")
  func sheetsOfLongAddresses() throws {
    let addresses: [JSON] = (1...333).map { number in
      let path = String(repeating: "a1b2c3", count: number % 4 == 0 ? 30 : number % 9)
      return [
        "url": .string("https://mirror\(number).stars-online.example.net/bonus/\(path)/\(number)")
      ]
    }
    let letters = try prescription([("resources", .array(addresses))])
    #expect(letters[.kk]?.text.contains(", 19\u{A0}парақта.") == true)
  }

  @Test(
    "a letter names acts, bodies or positions of another day",
    arguments: [
      ("2021-12-15", "Бұқаралық ақпарат құралдары туралы", "Ақпарат және қоғамдық даму"),
      ("2024-10-01", "Масс-медиа туралы", "Мәдениет және ақпарат"),
      ("2026-11-25", "Масс-медиа туралы", "Мәдениет және ақпарат"),
    ])
  func day(prepared: String, law: String, body: String) throws {
    let letters = try prescription([
      ("prepared", .string(prepared)), ("detectedBy", "interior-ministry"),
    ])
    let text = try #require(letters[.kk]).text
    #expect(text.contains("«\(law)» Қазақстан Республикасының Заңына сәйкес"))
    #expect(text.contains("Қазақстан Республикасының \(body) министрлігі (бұдан әрі"))
    #expect(text.contains("\(body) вице-министрі"))
    #expect(text.hasPrefix("Қазақстан Республикасының\n\(body) министрлігі"))
  }

  @Test("numbers in words have ё, and the words that were typed have not")
  func spelling() throws {
    let letters = try prescription([("deadline", 3)])
    let text = try #require(letters[.ru]).text
    #expect(text.contains("в течение 3\u{A0}(трех)\u{A0}часов"))
    #expect(!text.contains("ё"))
  }

  @Test("the place of the electronic signature is left empty although the mark is known")
  func signatureMark() throws {
    let mark: JSON = ["kk": "ЭЦҚ қойылған", "ru": "Подписано ЭЦП"]
    let letters = try prescription([("signatureMark", mark)])
    #expect(try #require(letters[.kk]).text.contains("\nЭЦҚ қойылған\n"))
    #expect(try !#require(letters[.ru]).text.contains("Место для отметки"))
  }
}
