import Foundation

extension TestClient {
  /// The page of long work when it is over; `location` is where the form that began it led to.
  func finished(_ begun: Answer) async throws -> Answer {
    guard begun.status == 303, let path = begun.header("Location") else {
      throw TestFailure("the work did not begin: \(begun.status) \(begun.text.prefix(3_000))")
    }
    for _ in 0..<600 {
      let state = try get("\(path)/progress").text
      if !state.contains("\"waiting\""), !state.contains("\"running\"") { return try get(path) }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw TestFailure("the work does not end: \(path)")
  }
}
