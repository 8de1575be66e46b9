import CountedWork
import Foundation

/// What work takes, counted once for all tests.
enum Counts {
  /// The instructions of each kind of work, for each of its sizes.
  static func instructions(_ name: String) throws -> [Int] {
    try instructions.get()[name] ?? []
  }

  private static let instructions = Result<[String: [Int]], any Error> {
    try Valgrind.using { valgrind in
      let counts = try valgrind.instructions(
        Workload.groups.map { group in group.map { ($0.name, $0.sizes) } })
      let pairs = zip(Workload.groups.joined(), counts.joined()).map { ($0.name, $1) }
      return Dictionary(uniqueKeysWithValues: pairs)
    }
  }
}

/// How something grows that was counted for a size, for its double and its fourfold.
struct Growth: CustomStringConvertible {
  let counts: [Int]

  /// 1 where twice as much takes twice as long, 2 where it takes four times as long; what it takes whatever the size is left out.
  var exponent: Double {
    let first = Double(max(1, counts[1] - counts[0]))
    return log2(Double(max(1, counts[2] - counts[1])) / first)
  }

  var description: String {
    let numbers = counts.map { "\($0 / 1000)" }.joined(separator: ", ")
    return "\(numbers) thousand instructions, exponent \((exponent * 100).rounded() / 100)"
  }
}
