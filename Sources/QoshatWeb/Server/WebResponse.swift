import HTTPTypes

/// What a page answers.
struct WebResponse: Sendable {
  enum Body: Sendable {
    case bytes([UInt8])
    /// A file of the server, sent piece by piece; it is removed afterwards if it was made for this answer.
    case file(path: String, isTemporary: Bool)
  }

  var status: HTTPResponse.Status
  var headers = HTTPFields()
  var body: Body

  private init(_ status: HTTPResponse.Status, _ type: String, _ body: Body) {
    self.status = status
    self.body = body
    headers[.contentType] = type
  }

  static func html(_ html: HTML, status: HTTPResponse.Status = .ok) -> WebResponse {
    WebResponse(status, MediaType.html, .bytes(Array(html.text.utf8)))
  }

  static func text(_ text: String, status: HTTPResponse.Status = .ok) -> WebResponse {
    WebResponse(status, MediaType.text, .bytes(Array(text.utf8)))
  }

  static func json(_ json: String, status: HTTPResponse.Status = .ok) -> WebResponse {
    WebResponse(status, MediaType.json, .bytes(Array(json.utf8)))
  }

  static func bytes(_ bytes: [UInt8], type: String) -> WebResponse {
    WebResponse(.ok, type, .bytes(bytes))
  }

  /// A file for the user to keep, under `name`.
  static func download(_ body: Body, name: String, type: String) -> WebResponse {
    var response = WebResponse(.ok, type, body)
    // RFC 6266, §4.3: names beyond ASCII in a parameter of their own; browsers prefer it.
    let ascii = name.unicodeScalars.map { scalar -> Character in
      let isPlain =
        scalar.isASCII && scalar.value > 0x20 && !"\"\\%;/".unicodeScalars.contains(scalar)
        && scalar.value != 0x7F
      return isPlain ? Character(scalar) : "_"
    }
    response.headers[.contentDisposition] =
      "attachment; filename=\"\(String(ascii))\"; filename*=UTF-8''\(WebPath.encoded(name))"
    return response
  }

  /// On to another page, which is asked for anew, so that a reload does not send a form again.
  static func seeOther(_ path: WebPath) -> WebResponse { seeOther(path: path.description) }

  /// On to a path that was checked by ``WebPath/isLocal(_:)``.
  static func seeOther(path: String) -> WebResponse {
    var response = WebResponse(.seeOther, MediaType.text, .bytes([]))
    response.headers[.location] = path
    return response
  }

  /// With the cookie set in the browser.
  func with(_ cookie: WebCookie) -> WebResponse {
    var response = self
    response.headers.append(HTTPField(name: .setCookie, value: cookie.description))
    return response
  }
}

/// A cookie that no script can read and no other site can make the browser send with a form.
struct WebCookie: CustomStringConvertible, Sendable {
  var name: String
  /// Letters, digits, `-` and `_` only.
  var value: String
  /// Seconds; 0 takes the cookie away; `nil` keeps it until the browser is closed.
  var lifetime: Int?
  /// Whether the browser sends it over TLS only: where a proxy stands before the server.
  var isSecure: Bool

  var description: String {
    "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
      + (lifetime.map { "; Max-Age=\($0)" } ?? "")
  }
}
