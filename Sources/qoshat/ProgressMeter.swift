import ArgumentParser
import Diagnostics
import Glibc
import JSON

/// How the progress of long work is shown.
enum ProgressForm: String, CaseIterable, ExpressibleByArgument {
  /// A bar on a terminal, a line for each tenth elsewhere.
  case text
  /// A JSON object a line, for programs.
  case json
  case none
}

/// Shows on standard error how far long work has come, with its rate and the time that remains.
struct ProgressMeter {
  /// What a line is made of.
  struct Reading {
    let done: Int
    let total: Int
    let percent: Int
    /// How many a second.
    let rate: Int
    /// What remains, `0:42`.
    let remaining: String
  }

  private static let width = 30

  private let form: ProgressForm
  let isTerminal: Bool
  private var start = ContinuousClock.now
  private var shownAt: ContinuousClock.Instant?
  private var shownTenth = 0
  private var isOpen = false

  init(_ form: ProgressForm = .text) {
    self.form = form
    isTerminal = isatty(2) == 1
  }

  /// Begins to count another part of the work.
  mutating func restart() {
    close()
    start = .now
    shownAt = nil
    shownTenth = 0
  }

  /// Takes note of the progress, and shows it if it is time, in the words that `line` finds, for programs with `details`.
  mutating func show(
    _ done: Int, of total: Int, details: [JSON.Member] = [], line: (Reading) -> String
  ) {
    guard form != .none, total > 0 else { return }
    let now = ContinuousClock.now
    let isDone = done >= total
    if form == .json || isTerminal {
      if let shownAt, now - shownAt < .milliseconds(form == .json ? 1_000 : 100), !isDone {
        return
      }
      shownAt = now
    } else {
      let tenth = done * 10 / total
      guard tenth > shownTenth else { return }
      shownTenth = tenth
    }
    let reading = reading(done, total, now)
    if form == .json {
      let members =
        [
          JSON.Member("done", .integer(done)), JSON.Member("total", .integer(total)),
          JSON.Member("rate", .integer(reading.rate)),
          JSON.Member("remaining", .string(reading.remaining)),
        ] + details
      StandardStreams.write(JSON.object(members).serialized() + "\n", to: .errors)
    } else if isTerminal {
      isOpen = true
      StandardStreams.write("\r" + bar(reading) + line(reading) + "\u{1B}[K", to: .errors)
    } else {
      StandardStreams.write(line(reading) + "\n", to: .errors)
    }
  }

  /// Ends the line of the bar.
  mutating func close() {
    if isOpen { StandardStreams.write("\n", to: .errors) }
    isOpen = false
  }

  private func reading(_ done: Int, _ total: Int, _ now: ContinuousClock.Instant) -> Reading {
    let seconds = max((now - start) / .seconds(1), 0.001)
    let rate = Double(done) / seconds
    let left = rate > 0 ? Int((Double(total - done) / rate).rounded(.up)) : 0
    let (hours, minutes, rest) = (left / 3600, left / 60 % 60, left % 60)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return Reading(
      done: done, total: total, percent: done * 100 / total, rate: Int(rate),
      remaining: hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))")
  }

  private func bar(_ reading: Reading) -> String {
    let filled = min(Self.width, Self.width * reading.done / reading.total)
    return String(repeating: "█", count: filled)
      + String(repeating: "░", count: Self.width - filled) + " "
  }
}
