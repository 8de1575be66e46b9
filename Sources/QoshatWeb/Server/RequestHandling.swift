import Cryptography
import HTTPTypes
import Hummingbird
import Letters
import NIOCore

/// What every request goes through before a page is made of it, and every answer before it is sent.
struct RequestHandling: Sendable {
  let sessions: Sessions
  let hosts: HostCheck
  let workers: WorkerPool
  let bodies: BodyReader
  let log: RequestLog

  /// The answer of `route`.
  func respond(
    _ request: Request, _ route: Route, _ parameters: [String: String], peer: String
  ) async -> Response {
    await log.measured(route) {
      do {
        guard hosts.accepts(request.head.authority) else { throw WebFailure.wrongHost }
        return try await answer(request, route, parameters, peer)
      } catch {
        return await page(of: error, request, isForPrograms: route.isForPrograms)
      }
    }
  }

  private func answer(
    _ request: Request, _ route: Route, _ parameters: [String: String], _ peer: String
  ) async throws -> WebResponse {
    let sessions = sessions
    let headers = request.headers
    let address = sessions.isBehindProxy ? Self.forwarded(headers) ?? peer : peer
    let visitor = try await workers.run { try sessions.visitor(headers) }
    guard visitor.access >= route.access else {
      throw visitor.access == .everyone ? WebFailure.signInNeeded : .forbidden
    }
    // Decided before a body comes in: a stranger's gigabytes are not read.
    let changes = route.method != .get
    if changes, let site = headers[.secFetchSite], !["same-origin", "none"].contains(site) {
      throw WebFailure.forged
    }
    var body: [UInt8] = []
    if changes { body = try await bodies.body(of: request, atMost: route.largestBody) }
    guard let query = FormFields(urlEncoded: request.uri.query ?? "") else {
      throw WebFailure.badRequest
    }
    let made = WebRequest(
      method: request.method, target: request.uri.string, headers: headers,
      parameters: parameters, query: query, body: body, address: address, visitor: visitor,
      origin: (sessions.isBehindProxy ? "https://" : "http://") + (request.head.authority ?? ""))
    return try await workers.run {
      if changes, !route.isForPrograms { try Self.checkToken(made) }
      var made = made
      var newToken: String?
      if visitor.token.isEmpty, !route.isForPrograms {
        // The page carries forms, which need a secret of this browser.
        let token = SecretToken.random().text
        newToken = token
        var visitor = visitor
        visitor.token = token
        made = made.with(visitor)
      }
      let response = try route.handler(made)
      let isKeepable = response.headers[.cacheControl] != nil
      return newToken.map { isKeepable ? response : response.with(sessions.cookie($0)) } ?? response
    }
  }

  /// A form of another site has the browser's cookies with it, but cannot know the token that ours carry.
  private static func checkToken(_ request: WebRequest) throws {
    let token = request.visitor.formToken
    let sent = try request.headers[.formToken] ?? request.form()["formToken"] ?? ""
    // Both are sums: which of their bytes differ says nothing of the secret.
    guard !token.isEmpty, sent == token else { throw WebFailure.forged }
  }

  /// The proxy adds the address that it saw to the end of what the sender claimed.
  private static func forwarded(_ headers: HTTPFields) -> String? {
    headers[values: .xForwardedFor].last?.split(separator: ",").last.map {
      String($0.drop { $0 == " " })
    }
  }

  /// What is said when there is no page.
  func page(of error: any Error, _ request: Request, isForPrograms: Bool) async -> WebResponse {
    let failure = WebFailure(error)
    if case .broken(let reason) = failure { log.note(reason, request.uri.path) }
    if isForPrograms { return ProgramAnswers.failure(failure) }
    // Whoever opens a page comes to it when he has signed in; a part of a page says what is the matter.
    if failure == .signInNeeded, request.method == .get,
      [nil, "document"].contains(request.headers[.secFetchDest])
    {
      return .seeOther(WebPath("sign-in", query: ["back": request.uri.string]))
    }
    let sessions = sessions
    let headers = request.headers
    let visitor = try? await workers.run { try sessions.visitor(headers) }
    var response = FailurePage.response(
      failure, for: visitor, isGet: request.method == .get, target: request.uri.string)
    if case .tooManyRequests(let seconds) = failure {
      response.headers[.retryAfter] = String(seconds)
    }
    return response
  }
}

extension WebRequest {
  fileprivate func with(_ visitor: Visitor) -> WebRequest {
    WebRequest(
      method: method, target: target, headers: headers, parameters: parameters, query: query,
      body: body, address: address, visitor: visitor, origin: origin)
  }
}
