import Glibc

/// Time and memory from its making on.
struct Meter {
  private let wall: Double
  private let processor: Double
  private let held: Int

  init() {
    // From here on the kernel counts the largest memory anew, without what reading the data took.
    try? File.write(Array("5".utf8), to: "/proc/self/clear_refs")
    held = Self.kilobytes("VmRSS:")
    processor = Self.seconds(CLOCK_PROCESS_CPUTIME_ID)
    wall = Self.seconds(CLOCK_MONOTONIC)
  }

  /// What was measured until now; `held` is the memory before the first document, `peak` the most since.
  func line(documents: Int, size: Int) -> String {
    let processor = Self.seconds(CLOCK_PROCESS_CPUTIME_ID) - self.processor
    let wall = Self.seconds(CLOCK_MONOTONIC) - self.wall
    let peak = Self.kilobytes("VmHWM:")
    return """
      {"documents": \(documents), "cpu": \(processor), "wall": \(wall), "size": \(size), \
      "held": \(held), "peak": \(peak)}
      """
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func kilobytes(_ field: String) -> Int {
    guard let status = try? File.read("/proc/self/status") else { return 0 }
    let lines = String(decoding: status, as: UTF8.self).split(separator: "\n")
    let line = lines.first { $0.hasPrefix(field) }
    return line?.split { !$0.isNumber }.first.flatMap { Int($0) } ?? 0
  }
}
