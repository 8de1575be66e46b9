import Diagnostics
import Glibc
import Register

/// Shows on standard error how far an import has come: a bar on a terminal, a line for each tenth of a long import elsewhere.
struct ImportMeter {
  /// A shorter import is over before anybody reads a line about it.
  private static let longImport = 20_000
  private static let width = 30

  private let language: MessageLanguage
  private let isTerminal: Bool
  private var phase: ImportProgress.Phase?
  private var start = ContinuousClock.now
  private var shownAt: ContinuousClock.Instant?
  private var shownTenth = 0
  private var isOpen = false

  init(language: MessageLanguage) {
    self.language = language
    isTerminal = isatty(2) == 1
  }

  /// Takes note of `progress`, and shows it if it is time.
  mutating func show(_ progress: ImportProgress) {
    let now = ContinuousClock.now
    if phase != progress.phase {
      close()
      phase = progress.phase
      start = now
      shownAt = nil
      shownTenth = 0
    }
    guard progress.total > 0 else { return }
    if isTerminal {
      let isDone = progress.rows == progress.total
      if let shownAt, now - shownAt < .milliseconds(100), !isDone { return }
      shownAt = now
      isOpen = true
      StandardStreams.write("\r" + bar(progress) + line(progress, now) + "\u{1B}[K", to: .errors)
    } else {
      let tenth = progress.rows * 10 / progress.total
      guard progress.total > Self.longImport, tenth > shownTenth else { return }
      shownTenth = tenth
      StandardStreams.write(line(progress, now) + "\n", to: .errors)
    }
  }

  /// Ends the line of the bar.
  mutating func close() {
    if isOpen { StandardStreams.write("\n", to: .errors) }
    isOpen = false
  }

  private func bar(_ progress: ImportProgress) -> String {
    let filled = Self.width * progress.rows / progress.total
    return String(repeating: "█", count: filled)
      + String(repeating: "░", count: Self.width - filled) + " "
  }

  private func line(_ progress: ImportProgress, _ now: ContinuousClock.Instant) -> String {
    let (rows, total) = (progress.rows, progress.total)
    let percent = rows * 100 / total
    let seconds = max((now - start) / .seconds(1), 0.001)
    let rate = Int(Double(rows) / seconds)
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
