/// Which documents are converted together next, and what is known of those that made trouble.
///
/// Of a batch that ended badly the PDFs that are there count. The first document after them is under suspicion, and tried alone later; those behind it were not looked at and go on together.
struct ConversionQueue {
  /// How a batch ended.
  enum Ending {
    case well, badly, hanging
  }

  /// How often a document is tried alone before it is given up: once could be bad luck, such as a process killed from outside.
  private static let attempts = 2

  private let names: [String]
  private let limit: Int
  private var waiting: [Int]
  private var suspects: [Int] = []
  private var failures: [Int: Int] = [:]
  private(set) var outcomes: [PDFOutcome?]

  /// - Parameters:
  ///   - names: The documents' file names, not two of which can be converted together.
  ///   - limit: How many can.
  init(_ names: [String], limit: Int) {
    self.names = names
    self.limit = limit
    waiting = Array(names.indices)
    outcomes = Array(repeating: nil, count: names.count)
  }

  /// The documents to convert next, in their order; none when all have an outcome.
  mutating func next() -> [Int] {
    if waiting.isEmpty {
      return suspects.isEmpty ? [] : [suspects.removeFirst()]
    }
    var taken: Set<String> = []
    var batch: [Int] = []
    var left: [Int] = []
    for index in waiting.prefix(limit) {
      if taken.insert(names[index]).inserted { batch.append(index) } else { left.append(index) }
    }
    waiting = left + waiting.dropFirst(limit)
    return batch
  }

  /// Notes what became of a batch, of which the documents at the positions `done` are converted.
  mutating func record(_ batch: [Int], done: Set<Int>, _ ending: Ending) {
    for position in done { outcomes[batch[position]] = .converted }
    // They are converted in their order, so that one is missing among others because it cannot be read.
    let reached = (done.max() ?? -1) + 1
    var unseen: [Int] = []
    for (position, index) in batch.enumerated() where !done.contains(position) {
      if batch.count == 1 {
        failures[index, default: 0] += 1
        if failures[index] == Self.attempts {
          outcomes[index] = ending == .hanging ? .hung : .failed
          continue
        }
      }
      if ending == .well || position <= reached {
        suspects.append(index)
      } else {
        unseen.append(index)
      }
    }
    waiting = unseen + waiting
  }
}
