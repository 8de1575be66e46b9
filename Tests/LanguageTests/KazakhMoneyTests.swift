import Language
import Testing

@Suite struct KazakhMoneyTests {
  /// Terms and shares are repeated in words so that a digit cannot be changed.
  @Test func countsAreRepeatedInBrackets() {
    #expect(Kazakh.count(10, "жұмыс күні", written: .both) == noBreak("10~(он)~жұмыс күні"))
    #expect(Kazakh.count(3, "күн", written: .both, case: .ablative) == noBreak("3~(үш)~күннен"))
    #expect(
      Kazakh.count(10, "жұмыс күні", written: .both, case: .locative)
        == noBreak("10~(он)~жұмыс күнінде"))
    #expect(Kazakh.count(15, "күн", written: .words) == noBreak("он бес~күн"))
    #expect(Kazakh.count(15, "күн", written: .figures) == Kazakh.count(15, "күн"))
    #expect(
      Kazakh.count(Figure(significand: 25, decimals: 1), "пайыз", written: .both, case: .dative)
        == noBreak("2,5~(екі бүтін оннан бес)~пайызға"))
    #expect(
      Kazakh.count(100, "бет", written: .both, style: .counted) == noBreak("100~(бір жүз)~бет"))
  }

  private let amount = TengeAmount(tiyn: 123_456_750)

  @Test func sumsInFiguresAndWords() {
    #expect(
      Kazakh.money(amount)
        == noBreak(
          "1~234~567~(бір миллион екі жүз отыз төрт мың бес жүз алпыс жеті)~теңге 50~тиын"))
    #expect(Kazakh.money(amount, .figures) == noBreak("1~234~567~теңге 50~тиын"))
    #expect(
      Kazakh.money(amount, .words)
        == noBreak(
          "бір миллион екі жүз отыз төрт мың бес жүз алпыс жеті~теңге елу~тиын"))
  }

  /// The case belongs to the whole sum and is heard once, at its end.
  @Test func theCaseStandsAtTheEnd() {
    let whole = TengeAmount(tiyn: 50_000)
    #expect(Kazakh.money(whole, .figures, case: .dative) == noBreak("500~теңгеге"))
    #expect(Kazakh.money(whole, .figures, case: .ablative) == noBreak("500~теңгеден"))
    #expect(Kazakh.money(whole, .figures, possessive: .third) == noBreak("500~теңгесі"))
    #expect(
      Kazakh.money(amount, .figures, case: .dative) == noBreak("1~234~567~теңге 50~тиынға"))
    #expect(
      Kazakh.money(amount, .figures, case: .genitive) == noBreak("1~234~567~теңге 50~тиынның"))
  }

  /// A tiyn lost or a sign lost is money lost.
  @Test func smallAndNegativeSums() {
    #expect(Kazakh.money(TengeAmount(tiyn: 5), .figures) == noBreak("0~теңге 05~тиын"))
    #expect(Kazakh.money(TengeAmount(tiyn: -50), .both) == noBreak("−0~(минус нөл)~теңге 50~тиын"))
    #expect(Kazakh.money(TengeAmount(tiyn: -50), .words) == noBreak("минус нөл~теңге елу~тиын"))
    #expect(
      Kazakh.money(TengeAmount(tiyn: 700), .figures, tiyn: .always) == noBreak("7~теңге 00~тиын"))
    #expect(Kazakh.money(TengeAmount(tiyn: 0)) == noBreak("0~(нөл)~теңге"))
    #expect(
      Kazakh.money(TengeAmount(tiyn: .min), .figures)
        == noBreak("−92~233~720~368~547~758~теңге 08~тиын"))
  }

  @Test func sumsAreTakenApartExactly() throws {
    let debt = try #require(TengeAmount(tenge: -3, tiyn: 25))
    #expect(debt.inTiyn == -325 && debt.tenge == -3 && debt.tiyn == 25 && debt.isNegative)
    #expect(TengeAmount(tenge: 3, tiyn: 25)?.inTiyn == 325)
    #expect(TengeAmount(tenge: 3, tiyn: 100) == nil)
    #expect(TengeAmount(tenge: .max) == nil)
    #expect(TengeAmount(tenge: .max / 100, tiyn: 99) == nil)
    #expect(debt < amount)
  }

  /// Figures and words of one sum must be one sum: the words alone and those in brackets are the same.
  @Test func bothNotationsNameOneSum() {
    for tiyn in stride(from: 0, to: 90_000_000, by: 77_777) {
      let amount = TengeAmount(tiyn: tiyn)
      let digits = Kazakh.money(amount, .figures, tiyn: .always).filter(\.isNumber)
      #expect(Int(String(digits)) == tiyn)
      let both = Kazakh.money(amount, .both)
      #expect(both.hasPrefix(Figure(tiyn / 100).text + noBreak("~(")))
      #expect(both.contains("(" + Kazakh.words(tiyn / 100) + ")"))
    }
  }

  @Test func wordingsThatACheckAccepts() {
    #expect(
      Kazakh.acceptedMoney(TengeAmount(tiyn: 10_000))
        == [
          "100~(жүз)~теңге", "100~(бір жүз)~теңге", "100~(жүз)~теңге 00~тиын",
          "100~(бір жүз)~теңге 00~тиын",
        ].map(noBreak))
    #expect(Kazakh.acceptedMoney(TengeAmount(tiyn: 250), .figures) == [noBreak("2~теңге 50~тиын")])
  }
}
