import Language
import Testing

@Suite struct RussianNumberWordTests {
  /// Every word of a cardinal declines; the forms that are most often written wrong.
  @Test(arguments: [
    (
      2673, "две тысячи шестьсот семьдесят три", "двух тысяч шестисот семидесяти трёх",
      "двум тысячам шестистам семидесяти трём", "двумя тысячами шестьюстами семьюдесятью тремя",
      "двух тысячах шестистах семидесяти трёх"
    ),
    (40, "сорок", "сорока", "сорока", "сорока", "сорока"),
    (90, "девяносто", "девяноста", "девяноста", "девяноста", "девяноста"),
    (
      148, "сто сорок восемь", "ста сорока восьми", "ста сорока восьми", "ста сорока восемью",
      "ста сорока восьми"
    ),
    (300, "триста", "трёхсот", "трёмстам", "тремястами", "трёхстах"),
    (
      444, "четыреста сорок четыре", "четырёхсот сорока четырёх", "четырёмстам сорока четырём",
      "четырьмястами сорока четырьмя", "четырёхстах сорока четырёх"
    ),
    (
      859, "восемьсот пятьдесят девять", "восьмисот пятидесяти девяти",
      "восьмистам пятидесяти девяти", "восемьюстами пятьюдесятью девятью",
      "восьмистах пятидесяти девяти"
    ),
    (
      1015, "одна тысяча пятнадцать", "одной тысячи пятнадцати", "одной тысяче пятнадцати",
      "одной тысячей пятнадцатью", "одной тысяче пятнадцати"
    ),
    (
      2_001_000, "два миллиона одна тысяча", "двух миллионов одной тысячи",
      "двум миллионам одной тысяче", "двумя миллионами одной тысячей",
      "двух миллионах одной тысяче"
    ),
  ])
  func cardinals(
    number: Int, nominative: String, genitive: String, dative: String, instrumental: String,
    prepositional: String
  ) {
    let cases: [RussianCase] = [.nominative, .genitive, .dative, .instrumental, .prepositional]
    #expect(
      cases.map { Russian.words(number, case: $0) }
        == [nominative, genitive, dative, instrumental, prepositional])
  }

  @Test func gendersShowInTheLastWord() {
    #expect(Russian.words(1, gender: .neuter) == "одно")
    #expect(Russian.words(21, case: .accusative, gender: .feminine) == "двадцать одну")
    #expect(Russian.words(102, gender: .feminine) == "сто две")
    #expect(Russian.words(102, gender: .neuter) == "сто два")
    // A million is masculine and a thousand feminine, whatever they count.
    #expect(Russian.words(2_002_002, gender: .feminine) == "два миллиона две тысячи две")
    #expect(
      Russian.words(1_001_001, case: .genitive, gender: .feminine)
        == "одного миллиона одной тысячи одной")
  }

  /// «Уведомить двух», but «двадцать два»: compound numbers do not tell the living.
  @Test func livingBeings() {
    func accusative(_ number: Int, _ gender: RussianGender = .masculine) -> String {
      Russian.words(number, case: .accusative, gender: gender, isAnimate: true)
    }
    #expect(accusative(1) == "одного")
    #expect(accusative(2) == "двух")
    #expect(accusative(2, .feminine) == "двух")
    #expect(accusative(4) == "четырёх")
    #expect(accusative(21) == "двадцать одного")
    #expect(accusative(22) == "двадцать два")
    #expect(accusative(1003) == "одну тысячу три")
    #expect(accusative(5) == "пять")
    #expect(Russian.words(2, case: .accusative) == "два")
  }

  @Test func theLimitsOfNumbers() {
    #expect(Russian.words(-21, case: .dative) == "минус двадцати одному")
    #expect(
      Russian.words(.max)
        == "девять квинтиллионов двести двадцать три квадриллиона триста семьдесят два триллиона "
        + "тридцать шесть миллиардов восемьсот пятьдесят четыре миллиона семьсот семьдесят пять "
        + "тысяч восемьсот семь")
    #expect(Russian.words(.min).hasPrefix("минус девять квинтиллионов"))
    #expect(Russian.words(.min).hasSuffix("восемьсот восемь"))
  }

  /// Both «нуля» and «ноля» are right; the terms of mathematics and money have «нуля».
  @Test func zeroHasTwoStems() {
    #expect(Russian.words(0) == "ноль")
    #expect(Russian.words(0, case: .instrumental) == "нулём")
    #expect(Russian.acceptedWords(0, case: .genitive) == ["нуля", "ноля"])
    #expect(Russian.ordinalWords(0, case: .genitive) == "нулевого")
  }

  @Test func aSingleThousand() {
    #expect(Russian.words(1100) == "одна тысяча сто")
    #expect(Russian.words(1100, thousand: .bare) == "тысяча сто")
    #expect(Russian.words(1_001_100, thousand: .bare) == "миллион одна тысяча сто")
    #expect(Russian.ordinalWords(1100) == "тысяча сотый")
    #expect(
      Russian.ordinalWords(1995, case: .genitive, thousand: .counted)
        == "одна тысяча девятьсот девяносто пятого")
  }

  @Test func formsThatAnEditorAccepts() {
    #expect(Russian.acceptedWords(3, case: .genitive) == ["трёх", "трех"])
    #expect(
      Russian.acceptedWords(1004, case: .dative)
        == ["одной тысяче четырём", "тысяче четырём", "одной тысяче четырем"])
    #expect(Russian.acceptedWords(5) == ["пять"])
    #expect(Russian.acceptedOrdinalWords(4, case: .genitive) == ["четвёртого", "четвертого"])
    #expect(
      Russian.acceptedOrdinalWords(1500)
        == ["тысяча пятисотый", "одна тысяча пятисотый"])
  }

  /// Only the last word of an ordinal declines; whole thousands are one word of stems.
  @Test(arguments: [
    (2021, "две тысячи двадцать первого"), (3, "третьего"), (13, "тринадцатого"),
    (40, "сорокового"), (50, "пятидесятого"), (100, "сотого"), (300, "трёхсотого"),
    (440, "четыреста сорокового"), (1000, "тысячного"), (2000, "двухтысячного"),
    (2018, "две тысячи восемнадцатого"), (21_000, "двадцатиоднотысячного"),
    (40_000, "сорокатысячного"), (90_000, "девяностотысячного"), (100_000, "стотысячного"),
    (101_000, "стооднотысячного"), (192_000, "стодевяностодвухтысячного"),
    (260_000, "двухсотшестидесятитысячного"), (17_003, "семнадцать тысяч третьего"),
    (1_000_000, "миллионного"), (2_000_000, "двухмиллионного"),
    (3_004_000, "три миллиона четырёхтысячного"), (1_000_000_000, "миллиардного"),
    (1_000_001, "миллион первого"),
  ])
  func ordinalsInTheGenitive(number: Int, ordinal: String) {
    #expect(Russian.ordinalWords(number, case: .genitive) == ordinal)
  }

  @Test func ordinalsAgree() {
    #expect(Russian.ordinalWords(3, gender: .feminine) == "третья")
    #expect(Russian.ordinalWords(3, case: .accusative, gender: .feminine) == "третью")
    #expect(Russian.ordinalWords(2, gender: .neuter) == "второе")
    #expect(Russian.ordinalWords(3, case: .nominative, number: .plural) == "третьи")
    #expect(Russian.ordinalWords(1, case: .instrumental, number: .plural) == "первыми")
    #expect(Russian.ordinalWords(1, case: .accusative, isAnimate: true) == "первого")
    #expect(Russian.ordinalWords(1, case: .accusative) == "первый")
    #expect(
      Russian.ordinalWords(1, case: .accusative, number: .plural, isAnimate: true) == "первых")
  }

  /// One letter or two after the figure: «5-й», but «5-го»; the usual mistakes are «5-ого» and «3-ья».
  @Test(arguments: [
    (5, RussianGender.masculine, "5-й 5-го 5-му 5-й 5-м 5-м"),
    (3, .masculine, "3-й 3-го 3-му 3-й 3-м 3-м"),
    (40, .masculine, "40-й 40-го 40-му 40-й 40-м 40-м"),
    (1000, .masculine, "1000-й 1000-го 1000-му 1000-й 1000-м 1000-м"),
    (5, .feminine, "5-я 5-й 5-й 5-ю 5-й 5-й"), (3, .feminine, "3-я 3-й 3-й 3-ю 3-й 3-й"),
    (5, .neuter, "5-е 5-го 5-му 5-е 5-м 5-м"), (3, .neuter, "3-е 3-го 3-му 3-е 3-м 3-м"),
    (0, .masculine, "0-й 0-го 0-му 0-й 0-м 0-м"),
  ])
  func ordinalsInFigures(number: Int, gender: RussianGender, forms: String) {
    let written = RussianCase.allCases.map {
      Russian.digitsOrdinal(number, case: $0, gender: gender)
    }
    #expect(written == forms.split(separator: " ").map(String.init))
  }

  @Test func severalOrdinalsInFigures() {
    let forms = RussianCase.allCases.map { Russian.digitsOrdinal(5, case: $0, number: .plural) }
    #expect(forms == ["5-е", "5-х", "5-м", "5-е", "5-ми", "5-х"])
    #expect(Russian.digitsOrdinal(3, number: .plural) == "3-и")
    #expect(Russian.digitsOrdinal(5, case: .accusative, isAnimate: true) == "5-го")
    #expect(Russian.digitsOrdinal(12_500) == noBreak("12~500-й"))
  }

  /// Where num2words, with which all other forms are compared, is wrong: it gives a million the gender of what is
  /// counted («одной миллиона»), and makes an ordinal of a word in the middle («сороковая тысяч … четвёртая»).
  @Test func theComparedProgramIsWrongHere() {
    #expect(Russian.words(1_000_000, case: .genitive, gender: .feminine) == "одного миллиона")
    #expect(
      Russian.words(21_000_001, case: .instrumental, gender: .feminine)
        == "двадцатью одним миллионом одной")
    #expect(
      Russian.ordinalWords(40_984, gender: .feminine)
        == "сорок тысяч девятьсот восемьдесят четвёртая")
  }
}
