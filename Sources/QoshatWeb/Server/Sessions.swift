import Cryptography
import HTTPTypes
import Letters

/// Knows who asks: by the cookie of the browser.
struct Sessions: Sendable {
  let workplace: Workplace
  /// Whether a proxy stands in front, which the browser speaks TLS with.
  let isBehindProxy: Bool

  var cookieName: String { isBehindProxy ? "__Host-qoshat" : "qoshat" }
  private static let languageCookie = "qoshat-language"

  /// Whoever sent a request with these headers.
  func visitor(_ headers: HTTPFields) throws -> Visitor {
    let cookies = Self.cookies(headers)
    let token = cookies[cookieName].flatMap { Self.isToken($0) ? $0 : nil } ?? ""
    let language =
      cookies[Self.languageCookie].flatMap(LetterLanguage.init)
      ?? Self.preferredLanguage(headers[.acceptLanguage] ?? "")
    return Visitor(
      account: nil, name: Phrase.onlyUser[language], access: .administrator, language: language,
      token: token)
  }

  /// The cookie that a browser without one is given.
  func cookie(_ token: String) -> WebCookie {
    WebCookie(name: cookieName, value: token, lifetime: nil, isSecure: isBehindProxy)
  }

  func cookie(_ language: LetterLanguage) -> WebCookie {
    WebCookie(
      name: Self.languageCookie, value: language.rawValue, lifetime: 365 * 86_400,
      isSecure: isBehindProxy)
  }

  private static func isToken(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { $0.isHexadecimal }
  }

  private static func cookies(_ headers: HTTPFields) -> [String: String] {
    var cookies: [String: String] = [:]
    for line in headers[values: .cookie] {
      for pair in line.split(separator: ";") {
        let halves = pair.split(separator: "=", maxSplits: 1)
        guard halves.count == 2 else { continue }
        let name = halves[0].drop { $0 == " " }
        // The first of a name counts: it is of the narrowest path (RFC 6265, §5.4).
        if cookies[String(name)] == nil { cookies[String(name)] = String(halves[1]) }
      }
    }
    return cookies
  }

  /// Kazakh, unless the browser asks for Russian first.
  private static func preferredLanguage(_ header: String) -> LetterLanguage {
    let asked = header.split(separator: ",").lazy.compactMap { item in
      LetterLanguage(
        rawValue: String(item.drop { $0 == " " }.prefix { $0.isLetter }).lowercased())
    }
    return asked.first ?? .kk
  }
}

extension UInt8 {
  fileprivate var isHexadecimal: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
  }
}
