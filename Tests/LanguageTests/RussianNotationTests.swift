import Language
import Testing

@Suite struct RussianNotationTests {
  /// The words in brackets decline with the whole; «в течение 10 (десять) дней» is the usual mistake.
  @Test(arguments: [
    (10, "рабочий день", RussianCase.nominative, "10~(десять)~рабочих дней"),
    (10, "рабочий день", .genitive, "10~(десяти)~рабочих дней"),
    (2, "ссылка", .nominative, "2~(две)~ссылки"),
    (1, "предписание", .genitive, "1~(одного)~предписания"),
    (1, "предписание", .nominative, "1~(одно)~предписание"),
    (21, "ссылка", .accusative, "21~(двадцать одну)~ссылку"),
    (2, "депутат", .accusative, "2~(двух)~депутатов"),
    (22, "депутат", .accusative, "22~(двадцать два)~депутата"),
    (3, "сутки", .nominative, "3~(трое)~суток"), (3, "сутки", .genitive, "3~(трёх)~суток"),
    (1, "сутки", .accusative, "1~(одни)~сутки"),
    (2000, "предписание", .dative, "2000~(двум тысячам)~предписаний"),
  ])
  func bracketedWords(number: Int, phrase: String, grammaticalCase: RussianCase, written: String)
    throws
  {
    let phrase = try #require(RussianPhrase(phrase))
    #expect(
      Russian.count(number, phrase, written: .both, case: grammaticalCase) == noBreak(written))
  }

  @Test func wordsAlone() throws {
    let link = try #require(RussianPhrase("новая ссылка"))
    #expect(Russian.count(22, link, written: .words) == noBreak("двадцать две~новые ссылки"))
    #expect(Russian.count(22, link, written: .figures) == noBreak("22~новые ссылки"))
  }

  @Test(arguments: [
    (25, 1, RussianCase.nominative, "две целых пять десятых"),
    (25, 1, .genitive, "двух целых пяти десятых"),
    (25, 1, .instrumental, "двумя целыми пятью десятыми"),
    (1205, 2, .nominative, "двенадцать целых пять сотых"),
    (211, 1, .accusative, "двадцать одну целую одну десятую"),
    (-5, 1, .nominative, "минус ноль целых пять десятых"),
    (1001, 3, .nominative, "одна целая одна тысячная"),
    (250, 2, .nominative, "две целых пятьдесят сотых"),
  ])
  func decimals(significand: Int, decimals: Int, grammaticalCase: RussianCase, words: String) {
    let figure = Figure(significand: significand, decimals: decimals)
    #expect(Russian.words(figure, case: grammaticalCase) == words)
  }

  @Test func decimalsInBrackets() throws {
    let percent = try #require(RussianPhrase("процент"))
    let figure = Figure(significand: 25, decimals: 1)
    #expect(
      Russian.count(figure, percent, written: .both, case: .genitive)
        == noBreak("2,5~(двух целых пяти десятых)~процента"))
  }

  @Test func sumsOfMoney() throws {
    let sum = TengeAmount(tiyn: 123_456_750)
    let words = "один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь"
    #expect(Russian.money(sum) == noBreak("1~234~567~(\(words))~тенге 50~тиынов"))
    #expect(Russian.money(sum, .figures) == noBreak("1~234~567~тенге 50~тиынов"))
    #expect(Russian.money(sum, .words) == noBreak("\(words)~тенге пятьдесят~тиынов"))
    let one = try #require(TengeAmount(tenge: 1, tiyn: 1))
    #expect(Russian.money(one) == noBreak("1~(один)~тенге 01~тиын"))
    #expect(
      Russian.money(one, .words, case: .instrumental) == noBreak("одним~тенге одним~тиыном"))
    let two = try #require(TengeAmount(tenge: 2, tiyn: 22))
    #expect(Russian.money(two, case: .genitive) == noBreak("2~(двух)~тенге 22~тиынов"))
    #expect(Russian.money(two) == noBreak("2~(два)~тенге 22~тиына"))
    let thousand = try #require(TengeAmount(tenge: 1000))
    #expect(Russian.money(thousand) == noBreak("1000~(одна тысяча)~тенге"))
    #expect(
      Russian.money(thousand, thousand: .bare, tiyn: .always)
        == noBreak("1000~(тысяча)~тенге 00~тиынов"))
  }

  /// The minus must survive where there are no whole tenge.
  @Test func sumsBelowZero() {
    #expect(
      Russian.money(TengeAmount(tiyn: -50)) == noBreak("\u{2212}0~(минус ноль)~тенге 50~тиынов"))
    #expect(Russian.money(TengeAmount(tiyn: .min), .words).hasPrefix("минус девяносто два"))
  }
}
