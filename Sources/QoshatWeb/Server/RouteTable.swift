import HTTPTypes

/// Finds the route of a path.
struct RouteTable: Sendable {
  private struct Entry: Sendable {
    let route: Route
    let parts: [Part]
  }

  private enum Part: Sendable {
    case fixed(String)
    case parameter(String)
  }

  enum Match {
    case route(Route, [String: String])
    /// There are routes of the path, by other methods.
    case otherMethods([HTTPRequest.Method])
    case none
  }

  private let entries: [Entry]

  init(_ routes: Routes) {
    entries = routes.all.map { route in
      Entry(
        route: route,
        parts: route.pattern.split(separator: "/").map { part in
          part.hasPrefix("{")
            ? .parameter(String(part.dropFirst().dropLast())) : .fixed(String(part))
        })
    }
  }

  /// - Complexity: O(*n*) for *n* routes, which costs microseconds beside a page.
  func match(_ method: HTTPRequest.Method, _ path: String) -> Match {
    // A parameter is decoded after the path is taken apart: an encoded slash is part of it, and of no file's name.
    let parts = path.split(separator: "/").map { WebPath.decoded($0) }
    var others: [HTTPRequest.Method] = []
    let asked = method == .head ? .get : method
    for entry in entries where entry.parts.count == parts.count {
      var parameters: [String: String] = [:]
      let isMatch = zip(entry.parts, parts).allSatisfy { pattern, part in
        guard let part else { return false }
        switch pattern {
        case .fixed(let text): return text == part
        case .parameter(let name):
          parameters[name] = part
          return true
        }
      }
      guard isMatch else { continue }
      if entry.route.method == asked { return .route(entry.route, parameters) }
      others.append(entry.route.method)
    }
    return others.isEmpty ? .none : .otherMethods(others)
  }
}
