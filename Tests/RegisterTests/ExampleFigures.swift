import CivilDates
import Register
import Testing

/// The figures of the example letter as queries, each with the number that the letter states.
struct ExampleFigures {
  struct Expected: Sendable {
    var name: String
    var query: FigureQuery
    var value: Int
  }

  let all: [Expected]

  init() throws {
    let asOf = try day("2021-12-20")
    let since2017 = try period("2017-01-01", "2021-12-20")
    let in2021 = Period.year(2021)
    let prescriptions: Set<DocumentKind> = [.prescription]
    let letters = DocumentKind.letters
    let answers = prescriptions.union(letters)

    func prepared(_ kinds: Set<DocumentKind>) -> DocumentSelection {
      DocumentSelection(kinds: kinds, state: .prepared)
    }
    func sent(_ kinds: Set<DocumentKind>) -> DocumentSelection {
      DocumentSelection(kinds: kinds, state: .sent, concerning: .informationSystem)
    }
    var all: [Expected] = []
    func add(_ name: String, _ value: Int, _ subject: FigureQuery.Subject, _ period: Period) {
      let query = FigureQuery(subject, during: period, asOf: asOf)
      all.append(Expected(name: name, query: query, value: value))
    }
    func addPrepared(_ letter: String, _ period: Period, _ values: (Int, Int, Int, Int)) {
      add(letter + "0", values.0, .documents(prepared(answers)), period)
      add(letter + "1", values.1, .documents(prepared(prescriptions)), period)
      add(letter + "2", values.2, .documents(prepared(letters)), period)
      add(letter + "3", values.3, .resources(.covered(by: prepared(answers), channel: nil)), period)
    }
    addPrepared("A", since2017, (172, 134, 38, 3137))
    addPrepared("B", .year(2020), (30, 24, 6, 219))
    addPrepared("C", in2021, (88, 66, 22, 2673))
    add("C4", 2534, .resources(.covered(by: prepared(prescriptions), channel: nil)), in2021)
    add("C5", 139, .resources(.covered(by: prepared(letters), channel: nil)), in2021)

    let entries = Channel.informationSystem
    add("D0", 4, .bodies(channel: entries), in2021)
    add("D1", 4656, .resources(.entered(channel: entries)), in2021)
    let enforcement = DocumentKind.enforcement
    add("D2", 2370, .resources(.actedUpon(by: enforcement, channel: entries)), in2021)
    let parts: [(Set<DocumentKind>, Int, Int)] = [
      ([.notification], 2, 30), ([.warning], 19, 136), ([.prescription], 27, 2204),
    ]
    for (index, (kinds, documents, links)) in parts.enumerated() {
      add("D\(3 + 2 * index)", documents, .documents(sent(kinds)), in2021)
      let covered = ResourceSelection.covered(by: sent(kinds), channel: entries)
      add("D\(4 + 2 * index)", links, .resources(covered), in2021)
    }
    self.all = all
  }
}
