import Language
import Testing

@Suite struct FigureTests {
  /// Four-digit figures are printed without a gap, longer ones with gaps that do not break across lines.
  @Test(arguments: [
    (0, "0"), (999, "999"), (3137, "3137"), (9999, "9999"), (10_000, "10~000"),
    (745_674, "745~674"), (1_234_567, "1~234~567"), (-5, "\u{2212}5"), (-10_000, "\u{2212}10~000"),
  ])
  func grouping(number: Int, text: String) {
    #expect(Figure(number).text == noBreak(text))
  }

  @Test(arguments: [
    (509, 1, "50,9"), (5, 2, "0,05"), (0, 1, "0,0"), (20, 1, "2,0"),
    (123_456_789, 2, "1~234~567,89"),
    (-5, 1, "\u{2212}0,5"),
  ])
  func decimals(significand: Int, decimals: Int, text: String) {
    #expect(Figure(significand: significand, decimals: decimals).text == noBreak(text))
  }
}
