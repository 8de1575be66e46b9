import Language
import Testing

/// Speaks numbers in Kazakh, written apart from the product to check it.
private enum Speaker {
  static let units = ["", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"]
  static let tens = [
    "", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан",
  ]

  /// The words of 1 to 999; none for 0.
  static func words(_ number: Int) -> [String] {
    var words: [String] = []
    let hundreds = number / 100
    if hundreds > 1 { words.append(units[hundreds]) }
    if hundreds > 0 { words.append("жүз") }
    for word in [tens[number / 10 % 10], units[number % 10]] where !word.isEmpty {
      words.append(word)
    }
    return words
  }
}

@Suite struct KazakhNumeralTests {
  /// A wrong class would put a wrong suffix after some figure of some letter: «139-ге».
  @Test func aNumberIsReadAsItsLastSpokenWord() throws {
    let below = (0..<1000).map(Speaker.words)
    var readings: [String: KazakhReading] = [:]
    for word in below.joined() + ["мың", "нөл"] where readings[word] == nil {
      readings[word] = KazakhReading(word: word)
    }
    let lastWords = below.map { $0.last ?? "мың" }
    for number in 0..<1_000_000 {
      let word = number == 0 ? "нөл" : lastWords[number % 1000]
      guard KazakhReading(number: number) == readings[word] else {
        Issue.record("\(number) is not read as \(word)")
        return
      }
    }
    #expect(readings.count == 21)
  }

  /// The suffixes of every word that can end a number, by the orthographic rule: genitive, dative, accusative,
  /// locative, ablative, instrumental.
  @Test(arguments: [
    (0, "дің ге ді де ден мен"), (1, "дің ге ді де ден мен"), (2, "нің ге ні де ден мен"),
    (3, "тің ке ті те тен пен"), (4, "тің ке ті те тен пен"), (5, "тің ке ті те тен пен"),
    (6, "ның ға ны да дан мен"), (7, "нің ге ні де ден мен"), (8, "дің ге ді де ден бен"),
    (9, "дың ға ды да дан бен"), (10, "ның ға ды да нан мен"), (20, "ның ға ны да дан мен"),
    (30, "дың ға ды да дан бен"), (40, "тың қа ты та тан пен"), (50, "дің ге ді де ден мен"),
    (60, "тың қа ты та тан пен"), (70, "тің ке ті те тен пен"), (80, "нің ге ді де нен мен"),
    (90, "ның ға ды да нан мен"), (100, "дің ге ді де ден бен"), (1000, "ның ға ды да нан мен"),
    (1_000_000, "ның ға ды да нан мен"), (1_000_000_000, "тың қа ты та тан пен"),
  ])
  func figuresTakeTheSuffixOfTheirWord(number: Int, suffixes: String) {
    let cases: [KazakhCase] = [
      .genitive, .dative, .accusative, .locative, .ablative, .instrumental,
    ]
    let forms = cases.map { Kazakh.suffixed(number, case: $0) }
    let figures = Figure(number).text
    #expect(forms == suffixes.split(separator: " ").map { figures + "-" + $0 })
  }

  /// Years and figures of letters whose zeros decide: a fault here reads «2000-ге».
  @Test func zerosAreReadByTheirPlace() {
    #expect(Kazakh.suffixed(2534, case: .dative) == "2534-ке")
    #expect(Kazakh.suffixed(3137, case: .dative) == "3137-ге")
    #expect(Kazakh.suffixed(2370, case: .dative) == "2370-ке")
    #expect(Kazakh.suffixed(1500, case: .dative) == "1500-ге")
    #expect(Kazakh.suffixed(1990, case: .dative) == "1990-ға")
    #expect(Kazakh.suffixed(2000, case: .dative) == "2000-ға")
    #expect(Kazakh.suffixed(-6, case: .dative) == "\u{2212}6-ға")
    #expect(Kazakh.suffixed(10_000, case: .genitive) == noBreak("10~000-ның"))
    #expect(Kazakh.suffixed(Int.max, case: .dative).hasSuffix("807-ге"))
    #expect(Kazakh.suffixed(Int.min, case: .dative).hasSuffix("808-ге"))
  }

  /// Figures with a possessive or -дағы would otherwise be left to the clerk: «3-уі» for «3-і».
  @Test func figuresTakePossessives() {
    #expect(Kazakh.suffixed(2, possessive: .third) == "2-сі")
    #expect(Kazakh.suffixed(3, possessive: .third) == "3-і")
    #expect(Kazakh.suffixed(10, possessive: .third, case: .dative) == "10-ына")
    #expect(Kazakh.suffixed(6, attributive: true) == "6-дағы")
    #expect(Kazakh.suffixed(5, attributive: true) == "5-тегі")
  }

  /// Figures inside other text: decimals by their last number, groups as one number, ranges by their end.
  @Test(arguments: [
    ("2,5", "2,5-ке"), ("0,10", "0,10-ға"), ("12.05", "12.05-ке"), ("10–15", "10–15-ке"),
    ("12\u{A0}500", "12\u{A0}500-ге"), ("6 369", "6 369-ға"), ("3 000", "3 000-ға"),
    ("2021 100", "2021 100-ге"), ("№ 84", "№ 84-ке"), ("ДС-343", "ДС-343-ке"),
    ("COVID-19", "COVID-19-ға"), ("50%", "50%-ға"), ("50 %", "50 %-ға"), ("19,4°С", "19,4°С-қа"),
    ("5 км", "5 км-ге"), ("3 млрд", "3 млрд-қа"), ("7 млн", "7 млн-ға"),
    ("1000000000000000000000", "1000000000000000000000-ға"),
  ])
  func figuresInTextAreRead(stem: String, dative: String) {
    #expect(Kazakh.inflect(stem, case: .dative) == dative)
  }

  /// A Roman numeral is an ordinal: «II-нің» is «екіншінің».
  @Test func romanNumeralsAreOrdinals() {
    #expect(Kazakh.inflect("II", case: .genitive) == "II-нің")
    #expect(Kazakh.inflect("IX", case: .genitive) == "IX-ның")
    #expect(Kazakh.inflect("ІІІ", case: .dative) == "ІІІ-ге")
    #expect(KazakhStem("IIV").kind == .abbreviation)
  }

  /// After a numeral the noun stays singular; a plural is what real letters get wrong.
  @Test func countedNounsStaySingular() {
    #expect(Kazakh.count(172, "жоба", possessive: .third) == noBreak("172~жобасы"))
    #expect(Kazakh.count(139, "сілтеме", case: .dative) == noBreak("139~сілтемеге"))
    #expect(Kazakh.count(4, "мемлекеттік орган") == noBreak("4~мемлекеттік орган"))
    #expect(Kazakh.count(4, "орган", attributive: true) == noBreak("4~органдағы"))
    #expect(
      Kazakh.count(2534, Kazakh.pair("интернет-ресурс", "сілтеме"), case: .dative)
        == noBreak("2534~интернет-ресурс пен сілтемеге"))
    let half = Figure(significand: 25, decimals: 1)
    #expect(Kazakh.count(half, "пайыз", case: .dative) == noBreak("2,5~пайызға"))
  }

  /// The house style of articles and points is the bare hyphen, with all suffixes on the noun.
  @Test func ordinalsFollowTheirStyle() {
    #expect(Kazakh.ordinal(6, "бап") == "6-бап")
    #expect(Kazakh.ordinal(6, "бап", possessive: .third, case: .dative) == "6-бабына")
    #expect(Kazakh.ordinal(1, "тармақ", possessive: .third, case: .genitive) == "1-тармағының")
    #expect(Kazakh.ordinal(6, style: .full) == "6-ыншы")
    #expect(Kazakh.ordinal(7, style: .full) == "7-інші")
    #expect(Kazakh.ordinal(6, style: .spoken) == "6-ншы")
    #expect(Kazakh.ordinal(2, style: .spoken) == "2-нші")
    #expect(Kazakh.ordinal(20, style: .spoken) == "20-сыншы")
    #expect(Kazakh.ordinal(120, style: .spoken) == "120-сыншы")
    #expect(Kazakh.ordinal(50, style: .short) == "50-ші")
    #expect(Kazakh.ordinal(10, style: .short) == "10-шы")
    #expect(Kazakh.ordinal(2, "тоқсан", style: .short) == noBreak("2-ші~тоқсан"))
  }
}
