import CountedWork
import Testing

/// Whoever sends a long document, or one made to be slow, should wait for it as long as it is long.
@Suite(
  .enabled(if: Valgrind.isInstalled, "valgrind or strip is not installed"), .timeLimit(.minutes(10))
)
struct GrowthTests {
  @Test(
    "Twice as much would take four times as long",
    arguments: Workload.groups.joined().filter { $0.sizes.count == 3 })
  func isLinear(_ workload: Workload) throws {
    let growth = Growth(counts: try Counts.instructions(workload.name))
    #expect(growth.exponent <= workload.exponent, "\(workload.name): \(growth)")
  }
}

@Suite struct GrowthMeasureTests {
  @Test("Work that grows faster than its input would be taken for work that does not")
  func exponent() {
    func growth(_ cost: (Int) -> Int) -> Growth { Growth(counts: [40, 80, 160].map(cost)) }
    #expect(growth { 5_000_000 + 1000 * $0 }.exponent == 1)
    #expect(growth { $0 < 100 ? 1000 * $0 : 100_000 }.exponent < 1)
    #expect(growth { $0 * $0 }.exponent == 2)
    // A seventh of the largest count.
    #expect(growth { 5_000_000 + 960 * $0 + $0 * $0 }.exponent > 1.15)
  }
}
