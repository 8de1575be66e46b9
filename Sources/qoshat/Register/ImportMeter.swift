import Diagnostics
import Register

/// Shows how far an import has come.
struct ImportMeter {
  /// A shorter import is over before anybody reads a line about it.
  private static let longImport = 20_000

  private let language: MessageLanguage
  private var meter = ProgressMeter()
  private var phase: ImportProgress.Phase?

  init(language: MessageLanguage) { self.language = language }

  /// Takes note of `progress`, and shows it if it is time.
  mutating func show(_ progress: ImportProgress) {
    if phase != progress.phase {
      phase = progress.phase
      meter.restart()
    }
    guard meter.isTerminal || progress.total > Self.longImport else { return }
    let language = language
    meter.show(progress.rows, of: progress.total) { reading in
      let (rows, total, percent, rate) = (
        reading.done, reading.total, reading.percent, reading.rate
      )
      let message =
        switch progress.phase {
        case .checking:
          Message(
            kk: "тексеру: \(percent) %, \(total) жолдың \(rows) жолы, секундына \(rate) жол",
            ru: "проверка: \(percent) %, строк \(rows) из \(total), \(rate) в секунду",
            en: "checking: \(percent) %, \(rows) of \(total) rows, \(rate) a second")
        case .writing:
          Message(
            kk: "жазу: \(percent) %, \(total) жолдың \(rows) жолы, секундына \(rate) жол",
            ru: "запись: \(percent) %, строк \(rows) из \(total), \(rate) в секунду",
            en: "writing: \(percent) %, \(rows) of \(total) rows, \(rate) a second")
        }
      return message[language]
    }
  }

  /// Ends the line of the bar.
  mutating func close() { meter.close() }
}
