import ArgumentParser
import CivilDates
import Diagnostics
import Export
import Files
import Letters
import Register

struct StatisticsCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "statistics",
    abstract: "What was entered and what was done in a period, with its parts.",
    discussion: """
      Distinct resources by their canonical address; refused and revoked documents do not count.

        qoshat statistics --period 2021
        qoshat statistics --period 2021 --by kind,month --output csv
        qoshat statistics --period 2021-Q4 --by body --as-of 2021-12-15
        qoshat statistics --period 2021 --compare 3    # what has changed since revision 3
      """)

  @Option(help: "The period: 2021, 2021-Q4, 2021-H1, 2021-12 or 2021-01-01..2021-12-15.")
  var period: PeriodArgument

  @Option(help: "The last day that counts (default: today).")
  var asOf: CivilDate?

  @Option(help: "In parts by kind, status, body, platform, channel, month; several with commas.")
  var by: String?

  @Option(help: "The register as it was after this write (default: the last one).")
  var revision: Int?

  @Option(help: "Also the figures after this earlier write, and what has changed.")
  var compare: Int?

  @Flag(help: "Also the statement behind each figure, and the cases that it counts.")
  var explain = false

  @Option(help: "table, json or csv.")
  var output: OutputForm = .table

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    let dimensions = try dimensions(log)
    guard compare == nil || dimensions.isEmpty else {
      throw log.usage(
        Message(
          kk: "`--compare` бөліктермен (`--by`) бірге жүрмейді",
          ru: "`--compare` не сочетается с разбивкой `--by`",
          en: "`--compare` goes with no parts (`--by`)"))
    }
    let reference: ReferenceData
    do throws(FileError) {
      reference = try options.library.reference()
    } catch {
      throw log.failure(reading: error)
    }
    let statistics: PeriodStatistics
    do throws(RegisterError) {
      statistics = try PeriodStatistics(
        Register.open(at: options.registerPath), period: period.period,
        asOf: asOf ?? options.currentDate, by: dimensions, revision: revision,
        comparedWith: compare, listing: explain ? .everything : .documentsAndBodies,
        reference: reference)
    } catch {
      throw log.failure(error)
    }
    let report = StatisticsReport(statistics: statistics, language: options.language)
    StandardStreams.write(report.text(output, explain: explain), to: .output)
  }

  private func dimensions(_ log: DiagnosticLog) throws -> [StatisticDimension] {
    guard let by else { return [] }
    var dimensions: [StatisticDimension] = []
    for name in by.split(separator: ",") {
      guard let dimension = StatisticDimension(rawValue: String(name)),
        !dimensions.contains(dimension)
      else {
        let known = StatisticDimension.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        throw log.usage(
          Message(
            kk: "`--by`: `\(name)` жарамайды; мүмкін: \(known)",
            ru: "`--by`: `\(name)` не подходит; возможны: \(known)",
            en: "`--by`: `\(name)` does not fit; possible are \(known)"))
      }
      dimensions.append(dimension)
    }
    return dimensions
  }
}
