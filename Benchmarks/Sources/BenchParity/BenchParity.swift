import Files
import Letters
import Spelling

/// What the check of a pair of finished letters costs, in one process: the first pair, and each one after that.
///
/// Times are medians of runs after one to warm up. The letters are those of the test fixtures; the argument names the
/// project's folder.
@main
enum BenchParity {
  private static let runs = 21

  static func main() throws {
    let root = CommandLine.arguments.dropFirst().first ?? ".."
    let clock = ContinuousClock()
    var reference = ReferenceData()
    let reading = try clock.measure {
      reference = try TemplateLibrary(folder: root + "/templates").referenceForChecks().reference
    }
    print("reference data read once                   \(milliseconds(reading))")
    guard let dictionaries = SpellingDictionaries() else {
      print("no dictionaries: install hunspell-kk and hunspell-ru")
      return
    }
    let pairs = [
      ("two pages, text", "\(root)/fixtures/parity/correspondence/01", "txt"),
      ("the example letter, text", "\(root)/fixtures/golden/response-2021", "txt"),
      ("two pages with tables, .docx", "\(root)/fixtures/parity/gambling/13", "docx"),
    ]
    for (isSpelled, check) in [
      (false, PairCheck(reference, .builtIn)),
      (true, PairCheck(reference, .builtIn, dictionaries: dictionaries)),
    ] {
      for (name, path, type) in pairs {
        let (kk, ru) = (
          try document("\(path).kk.\(type)"), try document("\(path).ru.\(type)")
        )
        let first = try clock.measure { consume(try check.findings(kk: kk, ru: ru).count) }
        let times = try (0..<runs).map { _ in
          try clock.measure { consume(try check.findings(kk: kk, ru: ru).count) }
        }
        let label = name + (isSpelled ? ", spelling" : "")
        print(
          label + String(repeating: " ", count: max(1, 43 - label.count))
            + "\(milliseconds(times.sorted()[runs / 2])) (first time \(milliseconds(first)))")
      }
    }
    precondition(checksum >= 0)
  }

  private static func document(_ path: String) throws -> PairCheck.Document {
    PairCheck.Document(file: path, bytes: try FileSystem.read(path))
  }

  private static func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let value = Double(seconds) * 1000 + Double(attoseconds) / 1e15
    return "\((value * 10).rounded() / 10) ms"
  }

  /// Keeps the work from being left out.
  nonisolated(unsafe) private static var checksum = 0

  @inline(never)
  private static func consume(_ count: Int) { checksum &+= count }
}
