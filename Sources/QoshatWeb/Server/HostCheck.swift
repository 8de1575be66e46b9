/// Under which names the server answers: a page of another site whose name was turned to this machine's address would
/// otherwise read everything in the browser of its only user.
struct HostCheck: Sendable {
  /// `nil` where any name is right, because the proxy in front knows its own.
  let names: Set<String>?

  static let loopback = HostCheck(names: ["localhost", "127.0.0.1", "[::1]"])

  func accepts(_ authority: String?) -> Bool {
    guard let names else { return true }
    guard let authority else { return false }
    return names.contains(Self.host(of: authority))
  }

  /// The authority without its port: `[::1]` of `[::1]:8080`.
  private static func host(of authority: String) -> String {
    let lower = authority.lowercased()
    if lower.hasPrefix("[") {
      return lower.firstIndex(of: "]").map { String(lower[...$0]) } ?? lower
    }
    return String(lower.prefix { $0 != ":" })
  }
}
