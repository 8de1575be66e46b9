import CivilDates
import Foundation
import Letters
import Register

/// How fast rows are imported, and how long the figures of the reply letter take in a register of a million resources.
///
/// Every time is a median of runs. The register is made anew, by importing, in a folder that is removed afterwards; a second
/// argument names a file in which it stays, for whoever wants to try a command on it.
@main
enum BenchRegister {
  private static let runs = 5
  private static let portion = 100_000

  static func main() throws {
    let resources = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("qoshat-bench-\(ProcessInfo.processInfo.processIdentifier)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }

    let path = CommandLine.arguments.dropFirst(2).first ?? folder + "/register.sqlite"
    let register = try Register.create(at: path)
    var rates: [Double] = []
    for files in SyntheticRegister(resources: resources).portions(of: portion) {
      var rows = 0
      let seconds = try time {
        let report = try register.importFiles(files)
        precondition(report.diagnostics.isEmpty && report.pendingLinks == 0)
        rows = report.resources.added + report.documents.added + report.links.added
      }
      rates.append(Double(rows) / seconds)
    }
    print("import, rows a second: first portion \(Int(rates[0])), median \(Int(median(rates)))")

    let queries = try letterQueries()
    let whole = try median(
      (0..<runs).map { _ in
        try time { _ = try register.figures(queries.map(\.query), listing: .documentsAndBodies) }
      })
    print(
      "figures of the letter over \(resources) resources: \(queries.count), ms together:", ms(whole)
    )
    let revision = try register.revision() - 1
    let past = try time {
      _ = try register.figures(
        queries.map(\.query), revision: revision, listing: .documentsAndBodies)
    }
    print("the same after an earlier write, once, ms together:", ms(past))
    for (name, query) in queries {
      let each = try median(
        (0..<runs).map { _ in
          try time { _ = try register.figures([query], listing: .documentsAndBodies) }
        })
      print("  " + name.padding(toLength: 32, withPad: " ", startingAt: 0), ms(each))
    }
  }

  /// The figures that `templates/response/letter.yaml` declares, asked as of the end of the synthetic years.
  private static func letterQueries() throws -> [(name: String, query: FigureQuery)] {
    guard
      let definition = try TemplateLibrary(folder: "templates").definition(of: "response")
        .definition,
      let asOf = CivilDate(iso: "\(SyntheticRegister.years.upperBound)-12-31"),
      let first = CivilDate(year: SyntheticRegister.years.lowerBound, month: 1, day: 1),
      let all = Period(from: first, to: asOf)
    else { preconditionFailure("the reply letter is not there: run this in the project's folder") }
    let periods = [
      "cumulative": all, "previous": .year(asOf.year - 1), "current": .year(asOf.year),
    ]
    return definition.figures.compactMap { figure in
      periods[figure.period].map { (figure.name, figure.query(during: $0, asOf: asOf)) }
    }
  }

  private static func time(_ body: () throws -> Void) rethrows -> Double {
    let elapsed = try ContinuousClock().measure(body)
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private static func ms(_ seconds: Double) -> String { String(format: "%.1f", seconds * 1000) }
}
