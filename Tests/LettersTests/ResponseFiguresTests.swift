import CivilDates
import JSON
import Register
import Testing

@testable import Letters

/// The numbers of the reply: all of them from the register, the same in both languages.
@Suite struct ResponseFiguresTests {
  /// Every figure of the model letter.
  static let figures = [
    172, 134, 38, 3137, 30, 24, 6, 219, 88, 66, 22, 2673, 2534, 139, 4, 4656, 2370, 2, 30, 19, 136,
    27, 2204,
  ]

  private func texts(_ register: Register) throws -> [LetterLanguage: String] {
    let (letter, _) = try Example.response.get().letter(
      Example.caseData(), file: "case.json", register: register)
    return letter.documents.mapValues(\.text)
  }

  @Test("a figure of the register is missing from a letter")
  func everyFigureIsPrinted() throws {
    #expect(Self.figures.count == 23)
    for (language, text) in try texts(Example.register.get()) {
      let printed = NumberToken.all(in: text).map(\.value)
      for (figure, count) in Dictionary(grouping: Self.figures, by: { $0 }).mapValues(\.count) {
        let found = printed.count { $0 == String(figure) }
        #expect(found >= count, "\(figure) in \(language)")
      }
    }
  }

  @Test("the two originals state different numbers")
  func sameNumbersInBoth() throws {
    let texts = try texts(Example.register.get())
    let kk = NumberToken.all(in: try #require(texts[.kk])).map(\.value).sorted()
    let ru = NumberToken.all(in: try #require(texts[.ru])).map(\.value).sorted()
    #expect(kk == ru)
    // Figures, dates, years, the article, the order's and the inquiry's numbers, the telephone.
    #expect(kk.count > 36)
  }

  @Test("one more entry of the information system changes something else than its own figure")
  func oneMoreRow() throws {
    let before = try texts(Example.register.get())
    let register = try Example.freshRegister()
    let header =
      "title;url;reason;object_type;resource_type;violation;language;group;screenshot;publications;subscribers;court_decision;source;entered_at;body;channel"
    let row =
      "Жаңа сайт;https://new-casino.example/play;Интернет-казино;Интернет-ресурс;Тематические сайты;Интернет-казино;Русский;красный;new.png;;;нет;;2021-11-02;interior-ministry;is"
    let file = RegisterFile(name: "one.csv", bytes: Array("\u{FEFF}\(header)\r\n\(row)\r\n".utf8))
    let report = try register.importFiles([file])
    #expect(report.resources.added == 1)
    for (language, text) in try texts(register) {
      let old = try #require(before[language])
      #expect(old.contains("4656"))
      #expect(text == old.replacing("4656", with: "4657"))
    }
  }

  @Test("a register without cases makes a letter with empty brackets or zeros in them")
  func emptyRegister() throws {
    let register = try Register.create(at: try TemporaryFolder.make() + "/empty.sqlite")
    let letters = try texts(register)
    let ru = try #require(letters[.ru])
    let kk = try #require(letters[.kk])
    #expect(ru.contains("подготовлено 0\u{A0}проектов реагирующих документов"))
    #expect(kk.contains("ден қою құжаттарының 0\u{A0}жобасы әзірленді"))
    for text in [kk, ru] {
      #expect(!text.contains("()"))
      #expect(!text.contains("(предписания") && !text.contains("(нұсқама"))
      #expect(!text.contains("АЖ-ға"))
    }
  }

  @Test("a figure cannot be traced to its query and cases")
  func provenance() throws {
    let (letter, _) = try Example.response.get().letter(
      Example.caseData(), file: "case.json", register: Example.register.get())
    #expect(letter.figures.count == 23)
    let provenance = try #require(letter.provenance)
    #expect(provenance.revision > 0)
    #expect(provenance.asOf.iso == "2021-12-20")
    let warnings = try #require(letter.figures.first { $0.name == "warnings" })
    #expect(warnings.value == 19)
    #expect(warnings.figure.members.count == 19)
    #expect(warnings.period.from.iso == "2021-01-01")
    #expect(warnings.period.to.iso == "2021-12-20")
    #expect(warnings.figure.statement.sql.contains("SELECT"))
  }
}

extension String {
  /// The text with every occurrence of `old` replaced; Foundation is not needed for that.
  func replacing(_ old: String, with new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
