import CivilDates
import HTTPTypes
import JSON
import Language

/// One thing that programs can ask for: what does it, and what describes it to them. The description of all of them is made
/// from these, and a request is held against it, so that it cannot say what is not so.
struct ProgramOperation: Sendable {
  /// A value in the path or behind the question mark.
  struct Parameter: Sendable {
    enum Values: Sendable {
      case oneOf([String])
      /// Several of these with commas.
      case someOf([String])
      case day
      case period
      /// The name of a letter kind; an unknown one is not found.
      case kind
    }

    let name: String
    let values: Values
    let about: String
    var isInPath = false
  }

  /// A body in one form.
  struct Content: Sendable {
    let type: String
    let schema: JSON
  }

  struct Answer: Sendable {
    let status: HTTPResponse.Status
    let about: String
    let content: Content
  }

  let method: HTTPRequest.Method
  let path: String
  let about: String
  var access = Access.author
  var parameters: [Parameter] = []
  var body: Content?
  var largestBody = Routes.form
  let answers: [Answer]
  let handler: Route.Handler

  func add(to routes: inout Routes) {
    let operation = self
    let handler: Route.Handler = { request in
      try operation.check(request)
      return try operation.handler(request)
    }
    if method == .post {
      routes.post(path, access, largestBody: largestBody, isForPrograms: true, handler)
    } else {
      routes.get(path, access, isForPrograms: true, handler)
    }
  }

  /// - Throws: ``WebFailure/badRequest`` for a parameter that the description does not allow.
  private func check(_ request: WebRequest) throws(WebFailure) {
    for parameter in parameters where !parameter.isInPath {
      for value in request.query.all(parameter.name) where !parameter.values.allow(value) {
        throw .badRequest
      }
    }
  }
}

extension ProgramOperation.Parameter.Values {
  func allow(_ text: String) -> Bool {
    switch self {
    case .oneOf(let words): words.contains(text)
    case .someOf(let words): Self.list(text).allSatisfy(words.contains)
    case .day: CivilDate(iso: text) != nil
    case .period: Period(notation: text) != nil
    case .kind: true
    }
  }

  static func list(_ text: String) -> [String] {
    text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
}

extension WebRequest {
  /// The words of a parameter that takes several, or `standard` where it is not given.
  func list(_ name: String, else standard: [String]) -> [String] {
    let given = query.all(name)
    return given.isEmpty
      ? standard : given.flatMap(ProgramOperation.Parameter.Values.list)
  }
}
