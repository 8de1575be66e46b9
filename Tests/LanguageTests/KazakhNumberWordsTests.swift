import Language
import Testing

@Suite struct KazakhNumberWordsTests {
  /// The amount in brackets is what counts if the figures are disputed.
  @Test(arguments: [
    (0, "нөл"), (7, "жеті"), (10, "он"), (11, "он бір"), (40, "қырық"), (99, "тоқсан тоғыз"),
    (100, "жүз"), (101, "жүз бір"), (200, "екі жүз"), (1000, "мың"), (1100, "мың жүз"),
    (1990, "мың тоғыз жүз тоқсан"), (2021, "екі мың жиырма бір"),
    (2673, "екі мың алты жүз жетпіс үш"), (21_000, "жиырма бір мың"), (100_000, "жүз мың"),
    (101_000, "жүз бір мың"), (1_000_000, "бір миллион"), (1_001_000, "бір миллион бір мың"),
    (
      1_234_567, "бір миллион екі жүз отыз төрт мың бес жүз алпыс жеті"
    ), (1_000_000_000, "бір миллиард"), (-5, "минус бес"), (1_000_000_000_000, "бір триллион"),
    (
      Int.max,
      "тоғыз квинтиллион екі жүз жиырма үш квадриллион үш жүз жетпіс екі триллион отыз алты миллиард "
        + "сегіз жүз елу төрт миллион жеті жүз жетпіс бес мың сегіз жүз жеті"
    ),
    (
      Int.min,
      "минус тоғыз квинтиллион екі жүз жиырма үш квадриллион үш жүз жетпіс екі триллион отыз алты "
        + "миллиард сегіз жүз елу төрт миллион жеті жүз жетпіс бес мың сегіз жүз сегіз"
    ),
  ])
  func cardinals(number: Int, words: String) {
    #expect(Kazakh.words(number) == words)
  }

  /// Without «бір» a digit could be written before the hundred of a payment order.
  @Test func financialPapersCountTheHundred() {
    #expect(Kazakh.words(100, style: .counted) == "бір жүз")
    #expect(Kazakh.words(1100, style: .counted) == "бір мың бір жүз")
    #expect(Kazakh.words(101_100, style: .counted) == "бір жүз бір мың бір жүз")
    #expect(Kazakh.words(2000, style: .counted) == "екі мың")
    #expect(Kazakh.acceptedWords(1100) == ["мың жүз", "бір мың жүз", "бір мың бір жүз"])
    #expect(Kazakh.acceptedWords(1000, case: .dative) == ["мыңға", "бір мыңға"])
    #expect(Kazakh.acceptedWords(72) == ["жетпіс екі"])
  }

  @Test(arguments: [
    (25, 1, "екі бүтін оннан бес"), (1205, 2, "он екі бүтін жүзден бес"),
    (1, 3, "нөл бүтін мыңнан бір"), (20, 1, "екі бүтін оннан нөл"),
    (-5, 1, "минус нөл бүтін оннан бес"), (10_001, 4, "бір бүтін он мыңнан бір"),
    (100_002, 5, "бір бүтін жүз мыңнан екі"), (7, 6, "нөл бүтін миллионнан жеті"),
    (1, 9, "нөл бүтін миллиардтан бір"), (1, 17, "нөл бүтін жүз квадриллионнан бір"),
    (1, 18, "нөл бүтін квинтиллионнан бір"),
  ])
  func decimals(significand: Int, decimals: Int, words: String) {
    #expect(Kazakh.words(Figure(significand: significand, decimals: decimals)) == words)
  }

  /// Words and figures of one number must be declined alike, or the letter contradicts itself when read aloud.
  @Test func everyNumberIsReadAsItsFiguresAreDeclined() {
    var classes: [String: KazakhReading] = [:]
    func agrees(_ number: Int) -> Bool {
      let last = Kazakh.words(number).split(separator: " ").last.map(String.init) ?? ""
      let reading = classes[last] ?? KazakhReading(word: last)
      classes[last] = reading
      return reading == KazakhReading(number: number)
    }
    for number in 0..<100_000 where !agrees(number) { Issue.record("\(number)") }
    var number = 7
    for _ in 0..<3000 {
      number = (number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407) & Int.max
      for shift in 0..<18 {
        var rounded = number
        var power = 1
        for _ in 0..<shift { power *= 10 }
        rounded -= rounded % power
        if !agrees(rounded) { Issue.record("\(rounded)") }
      }
    }
  }

  @Test func suffixesGoOnTheLastWord() {
    #expect(Kazakh.words(72, possessive: .third, case: .dative) == "жетпіс екісіне")
    #expect(Kazakh.words(139, case: .dative) == "жүз отыз тоғызға")
    #expect(Kazakh.words(5, attributive: true) == "бестегі")
    #expect(Kazakh.words(40, possessive: .third) == "қырқы")
    #expect(Kazakh.words(40, case: .dative) == "қырыққа")
    #expect(Kazakh.words(50, case: .genitive) == "елудің")
    #expect(
      Kazakh.words(Figure(significand: 25, decimals: 1), case: .dative) == "екі бүтін оннан беске")
  }

  /// In every case the words end like the figures: «жетпіс екіге» and «72-ге».
  @Test func wordsAndFiguresTakeTheSameSuffix() {
    for number in [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 1000] {
      for grammaticalCase in KazakhCase.allCases {
        let words = Kazakh.words(number, case: grammaticalCase)
        let suffix = words.dropFirst(Kazakh.words(number).count)
        let figures = Kazakh.suffixed(number, case: grammaticalCase)
        let expected = grammaticalCase == .nominative ? "" : "-" + suffix
        #expect(figures == Figure(number).text + expected)
      }
    }
  }

  @Test(arguments: [
    (0, "нөлінші"), (1, "бірінші"), (2, "екінші"), (3, "үшінші"), (4, "төртінші"), (5, "бесінші"),
    (6, "алтыншы"), (7, "жетінші"), (8, "сегізінші"), (9, "тоғызыншы"), (10, "оныншы"),
    (20, "жиырмасыншы"), (21, "жиырма бірінші"), (30, "отызыншы"), (40, "қырқыншы"),
    (50, "елуінші"), (60, "алпысыншы"), (70, "жетпісінші"), (80, "сексенінші"),
    (90, "тоқсаныншы"), (100, "жүзінші"), (120, "жүз жиырмасыншы"), (140, "жүз қырқыншы"),
    (1000, "мыңыншы"), (2021, "екі мың жиырма бірінші"), (1_000_000, "бір миллионыншы"),
    (2_000_000, "екі миллионыншы"), (1_000_000_000, "бір миллиардыншы"),
  ])
  func ordinals(number: Int, words: String) {
    #expect(Kazakh.ordinalWords(number) == words)
  }

  @Test func ordinalsAreDeclined() {
    #expect(Kazakh.ordinalWords(6, case: .genitive) == "алтыншының")
    #expect(Kazakh.ordinalWords(2, possessive: .third, case: .accusative) == "екіншісін")
  }

  @Test func collectivesEndAtSeven() {
    let words = (1...7).compactMap { Kazakh.collective($0) }
    #expect(words == ["біреу", "екеу", "үшеу", "төртеу", "бесеу", "алтау", "жетеу"])
    #expect(Kazakh.collective(2, possessive: .third, case: .dative) == "екеуіне")
    #expect(Kazakh.collective(6, inFigures: true, possessive: .third) == "6-ауы")
    #expect(Kazakh.collective(2, inFigures: true, possessive: .third) == "2-еуі")
    #expect(Kazakh.collective(1, inFigures: true, possessive: .third) == "1-еуі")
    #expect(Kazakh.collective(4, inFigures: true) == "4-еу")
    #expect(Kazakh.collective(8) == nil)
    #expect(Kazakh.collective(0) == nil)
    #expect(Kazakh.collective(Int.min) == nil)
  }
}
