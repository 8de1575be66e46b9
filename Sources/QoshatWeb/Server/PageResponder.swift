import HTTPTypes
import Hummingbird
import NIOCore

/// The server's connection to Hummingbird: each request finds its route, and its answer.
struct PageResponder: HTTPResponder {
  struct Context: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address at the other end of the connection.
    let peer: String

    init(source: ApplicationRequestContextSource) {
      coreContext = CoreRequestContextStorage(source: source)
      peer = source.channel.remoteAddress?.ipAddress ?? "unix"
    }
  }

  let table: RouteTable
  let handling: RequestHandling

  func respond(to request: Request, context: Context) async throws -> Response {
    let path = request.uri.path
    let response: Response
    switch table.match(request.method, path) {
    case .route(let route, let parameters):
      response = await handling.respond(request, route, parameters, peer: context.peer)
    case .otherMethods(let methods):
      var page = await handling.page(
        of: WebFailure.methodNotAllowed, request, isForPrograms: Self.isForPrograms(path))
      page.headers[.allow] = methods.map(\.rawValue).joined(separator: ", ")
      response = page.sent
    case .none:
      response = await handling.page(
        of: WebFailure.notFound, request, isForPrograms: Self.isForPrograms(path)
      ).sent
    }
    return request.method == .head ? response.createHeadResponse() : response
  }

  private static func isForPrograms(_ path: String) -> Bool { path.hasPrefix("/api/") }
}
