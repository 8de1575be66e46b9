@testable import Language
import Testing

@Suite struct RussianLexiconTests {
  /// The program trusts its own table; a slip in it would be a wrong word in a letter.
  @Test func theBuiltInTableIsRight() throws {
    let tables = [
      RussianLexicon.nounsTable, RussianLexicon.peopleTable, RussianLexicon.commonTable,
    ]
    let read = try RussianLexicon(table: tables.joined(separator: "\n"))
    #expect(read.count == RussianLexicon.builtIn.count)
    #expect(read.count > 800)
    #expect(read.sorted == RussianLexicon.builtIn.sorted)
  }

  /// What a noun's gender and life say about its accusatives must hold of every entry.
  @Test func accusativesFollowGenderAndLife() {
    for entry in RussianLexicon.builtIn.sorted {
      let noun = entry.noun
      let source: RussianCase = noun.isAnimate ? .genitive : .nominative
      #expect(noun[.plural, .accusative] == noun[.plural, source], "\(noun.lemma)")
      let lastOfA = ["а", "я"].contains(noun.lemma.last)
      if noun.gender == .masculine, !lastOfA, !noun.isIndeclinable {
        #expect(noun[.singular, .accusative] == noun[.singular, source], "\(noun.lemma)")
      }
      if noun.gender == .neuter, !noun.isAdjectival {
        #expect(noun[.singular, .accusative] == noun[.singular, .nominative], "\(noun.lemma)")
      }
    }
  }

  @Test func aTableIsWrittenAsItIsRead() throws {
    let written = RussianLexicon.builtIn.table
    let read = try RussianLexicon(table: written)
    #expect(read.sorted == RussianLexicon.builtIn.sorted)
    #expect(read.table == written)
    let line = "письм|о n norm о а у о ом е / а - ам а ами ах\n"
    #expect(throws: RussianLexiconError.self) {
      try RussianLexicon(table: line.replacing("письм|о", with: "письм|ы"))
    }
    #expect(try RussianLexicon(table: line).table == line)
  }

  @Test(arguments: [
    ("акт| m norm", 1, RussianLexiconError.Reason.incomplete),
    ("\n# акт\nакт| x norm - а", 3, .gender("x")),
    ("акт| m old - а у - ом е / ы ов ам ы ами ах", 1, .provenance("old")),
    ("акт| m norm - а у - ом е / ы ов", 1, .forms(count: 8)),
    ("сут|ки p norm ки ок кам ки ками", 1, .forms(count: 5)),
    ("год| m norm - а у - ом е / ы ов ам ы ами ах counted=лет", 1, .forms(count: 1)),
    ("акт| m norm а а у - ом е / ы ов ам ы ами ах", 1, .nominative("акта")),
    ("акт| m norm - а у - ом е / ы ов ам ы ами ах some=акта", 1, .option("some=акта")),
    ("бюро n norm 0\nбюро n norm 0", 2, .repeated("бюро")),
  ])
  func mistakesInATableAreLocated(table: String, line: Int, reason: RussianLexiconError.Reason) {
    #expect(throws: RussianLexiconError(line: line, reason: reason)) {
      try RussianLexicon(table: table)
    }
  }

  /// An office's own word holds against the program's, and against the rules.
  @Test func ownNouns() throws {
    let own = try RussianLexicon(
      table: """
        байт| m house-style - а у - ом е / ы ов ам ы ами ах
        сут|ки p norm ки ок кам ки ками ках few=суток
        """)
    let lexicon = RussianLexicon.builtIn.overridden(by: own)
    #expect(Russian.noun("байт")?[.plural, .genitive] == "байт")
    #expect(Russian.noun("байт", lexicon: lexicon)?[.plural, .genitive] == "байтов")
    #expect(lexicon["байт"]?.provenance == .houseStyle)
    #expect(Russian.noun("письмо", lexicon: lexicon)?[.plural, .genitive] == "писем")
    #expect(lexicon["сутки"]?.noun.isPluralOnly == true)
    #expect(
      Russian.inflect("новый байт", number: .plural, case: .genitive, lexicon: lexicon)
        == "новых байтов")
    let forms = ["сын", "сына", "сыну", "сына", "сыном", "сыне"]
    let noun = try #require(
      RussianNoun(gender: .masculine, isAnimate: true, singular: forms, plural: forms))
    let entries = RussianLexicon([RussianLexicon.Entry(noun, provenance: .attested)])
    #expect(Russian.noun("Сын", lexicon: entries)?[.plural, .nominative] == "Сын")
    #expect(Russian.noun("сын", lexicon: .empty)?[.plural, .nominative] == "сыны")
  }

  /// ё is written where it is spoken; a word that comes without it keeps to that.
  @Test func spellingsWithYo() {
    #expect(Russian.acceptedForms("статья", case: .instrumental) == ["статьёй", "статьей"])
    #expect(Russian.acceptedForms("счёт", case: .instrumental) == ["счётом", "счетом"])
    #expect(Russian.acceptedForms("счет", case: .instrumental) == ["счетом", "счётом"])
    #expect(Russian.acceptedForms("Счет", number: .plural) == ["Счета"])
    #expect(Russian.acceptedForms("проект", case: .dative) == ["проекту"])
    #expect(Russian.acceptedForms("гибель") == [])
    #expect(
      Russian.acceptedForms("годовой отчет", number: .plural, case: .genitive)
        == ["годовых отчетов", "годовых отчётов"])
  }
}
