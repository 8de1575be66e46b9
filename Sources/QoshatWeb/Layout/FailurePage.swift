import HTTPTypes
import Letters

/// What is said where there is no page.
enum FailurePage {
  static func response(
    _ failure: WebFailure, for visitor: Visitor?, isGet: Bool, target: String
  ) -> WebResponse {
    let visitor =
      visitor ?? Visitor(name: "", access: .everyone, language: .kk, token: "")
    let language = visitor.language
    let page = Page(
      "\(failure.status.code)",
      "<p class=\"notice error\" role=\"alert\">\(failure.phrase[language])</p><p><a href=\"/\">\(Phrase.toHome[language])</a></p>"
    )
    return .html(page.html(for: visitor, target: isGet ? target : "/"), status: failure.status)
  }
}
