import HTTPTypes
import Letters

/// What the frame of every page leads to: the first page, the files of the look, the choice of the language.
struct FramePages {
  let sessions: Sessions

  func add(to routes: inout Routes) {
    routes.get("/", .everyone) { _ in .seeOther(WebPath("letters")) }
    routes.get("/assets/{name}", .everyone) { request in
      guard let asset = Asset.all.first(where: { $0.name == request.parameter("name") }) else {
        throw WebFailure.notFound
      }
      var response = WebResponse.bytes(asset.bytes, type: asset.type)
      response.headers[.cacheControl] = "public, max-age=31536000, immutable"
      return response
    }
    let sessions = sessions
    routes.get("/language/{language}", .everyone) { request in
      guard let language = LetterLanguage(rawValue: request.parameter("language")) else {
        throw WebFailure.notFound
      }
      let back = request.query["back"] ?? "/"
      return .seeOther(path: WebPath.isLocal(back) ? back : "/").with(sessions.cookie(language))
    }
  }
}
