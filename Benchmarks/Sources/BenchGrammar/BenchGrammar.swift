import Language

/// How fast words are inflected on one core, and whether ten million numbers are read as they are spoken.
///
/// Times are medians of runs in one process after one to warm up; the table says what a run does.
@main
enum BenchGrammar {
  private static let runs = 5

  static func main() {
    print("workload                                  a second   ns each   (median of \(runs))")
    measure("Kazakh: words, names, figures, phrases") {
      for index in 0..<500_000 {
        let stem = kazakhStems[index % kazakhStems.count]
        consume(
          Kazakh.inflect(
            stem, possessive: index & 16 == 0 ? .third : nil,
            case: KazakhCase.allCases[1 + index % 6]))
      }
      return 500_000
    }
    measure("Kazakh: plural, possessive, -дағы") {
      let suffixes: [KazakhSuffix] = [.plural, .possessive(.third), .attributive]
      for index in 0..<500_000 {
        consume(Kazakh.attach(suffixes, to: kazakhWords[index % kazakhWords.count]) ?? "")
      }
      return 500_000
    }
    measure("Russian: a number and its noun") {
      let phrases = russianPhrases.compactMap { RussianPhrase($0) }
      for index in 0..<500_000 {
        consume(
          Russian.count(
            index, phrases[index % phrases.count], case: RussianCase.allCases[index % 6]))
      }
      return 500_000
    }
    measure("Russian: numbers in words") {
      for index in 0..<100_000 {
        consume(Russian.words(index * 7, case: RussianCase.allCases[index % 6]))
      }
      return 100_000
    }
    let wrong = numbersReadWrongly(below: 10_000_000)
    print("numbers below 10,000,000 not read as their last spoken word: \(wrong)")
    precondition(wrong == 0 && checksum != 0)
  }

  /// Keeps the work from being left out.
  nonisolated(unsafe) private static var checksum = 0

  @inline(never)
  private static func consume(_ text: String) { checksum &+= text.utf8.count }

  private static func measure(_ name: String, _ run: () -> Int) {
    _ = run()
    let clock = ContinuousClock()
    var times: [Double] = []
    for _ in 0..<runs {
      var count = 0
      let elapsed = clock.measure { count = run() }
      let (seconds, attoseconds) = elapsed.components
      times.append((Double(seconds) + Double(attoseconds) / 1e18) / Double(count))
    }
    let median = times.sorted()[runs / 2]
    let rate = String(Int(1 / median))
    let each = String(Int(median * 1e9))
    print(
      name + String(repeating: " ", count: 40 - name.count)
        + String(repeating: " ", count: max(0, 10 - rate.count)) + rate
        + String(repeating: " ", count: max(0, 10 - each.count)) + each)
  }

  /// How many numbers have not the class of the last word with which they are spoken, as a table of words tells it.
  private static func numbersReadWrongly(below limit: Int) -> Int {
    let units = ["бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"]
    let tens = [
      "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан",
    ]
    let unitReadings = units.map { KazakhReading(word: $0) }
    let tenReadings = tens.map { KazakhReading(word: $0) }
    let powers = ["нөл", "жүз", "мың", "миллион"].map { KazakhReading(word: $0) }
    var wrong = 0
    for number in 0..<limit {
      let expected =
        if number == 0 {
          powers[0]
        } else if number % 10 != 0 {
          unitReadings[number % 10 - 1]
        } else if number % 100 != 0 {
          tenReadings[number / 10 % 10 - 1]
        } else if number % 1000 != 0 {
          powers[1]
        } else {
          powers[number % 1_000_000 == 0 ? 3 : 2]
        }
      if KazakhReading(number: number) != expected { wrong += 1 }
    }
    return wrong
  }

  private static let kazakhStems = [
    "сілтеме", "бұйрық", "ІІМ", "Қаржы министрлігі", "139", "15 желтоқсан", "интернет-ресурс",
    "«Instagram»", "Тоғжанов", "министрлік", "халық", "акт", "50%", "құжат", "әкімшілік", "ЖШС",
  ]

  private static let kazakhWords = ["сілтеме", "бұйрық", "зал", "халық", "министрлік", "аумақ"]

  private static let russianPhrases = [
    "рекомендательное письмо", "предписание", "интернет-ресурс", "депутат", "год", "ссылка",
  ]
}
