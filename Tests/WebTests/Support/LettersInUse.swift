import Foundation

/// Letters that tests write by the pages themselves.
enum LettersInUse {
  /// Begins a letter of `kind`; the path of its page.
  @discardableResult
  static func begin(_ client: TestClient, kind: String = "response") throws -> String {
    let answer = try client.post("/letters/new", from: "/letters/new", ["kind": kind])
    guard answer.status == 303, let path = answer.header("Location") else {
      throw TestFailure("no letter was begun: \(answer.status) \(answer.text.prefix(300))")
    }
    return path
  }
}
