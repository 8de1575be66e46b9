import Cryptography
import HTTPTypes
import Letters
import Register

/// Knows who asks: by the cookie of the browser. Without accounts whoever sits at the machine is the only user; where others
/// can come, nobody is anybody before there are accounts.
struct Sessions: Sendable {
  let workplace: Workplace
  /// Whether a proxy stands in front, which the browser speaks TLS with.
  let isBehindProxy: Bool

  var cookieName: String { isBehindProxy ? "__Host-qoshat" : "qoshat" }
  private static let languageCookie = "qoshat-language"

  /// A working day: then everybody signs in again.
  static let longest = 12 * 3600
  /// Who did nothing for so long has left the browser to others.
  static let idle = 2 * 3600

  /// Whoever sent a request with these headers.
  func visitor(_ headers: HTTPFields) throws -> Visitor {
    let cookies = Self.cookies(headers)
    let given = Self.bearerToken(headers) ?? cookies[cookieName]
    let token = given.flatMap { SecretToken($0)?.text } ?? ""
    let account = try session(token)?.account
    let language =
      cookies[Self.languageCookie].flatMap(LetterLanguage.init)
      ?? account.map { LetterLanguage($0.language) }
      ?? Self.preferredLanguage(headers[.acceptLanguage] ?? "")
    if let account {
      return Visitor(
        account: account.id, name: account.name, access: Access(account.role), language: language,
        token: token)
    }
    let isAlone = try !isBehindProxy && !workplace.register.hasAccounts()
    return Visitor(
      account: nil, name: isAlone ? Phrase.onlyUser[language] : "",
      access: isAlone ? .administrator : .everyone, language: language, token: token)
  }

  /// The session of a browser; `nil` for who has not signed in, or too long ago.
  func session(_ token: String) throws -> Session? {
    try workplace.register.session(token, idle: Self.idle, at: workplace.now())
  }

  /// The cookie that a browser without one is given.
  func cookie(_ token: String) -> WebCookie {
    WebCookie(name: cookieName, value: token, lifetime: nil, isSecure: isBehindProxy)
  }

  /// Takes the cookie away.
  var noCookie: WebCookie {
    WebCookie(name: cookieName, value: "", lifetime: 0, isSecure: isBehindProxy)
  }

  func cookie(_ language: LetterLanguage) -> WebCookie {
    WebCookie(
      name: Self.languageCookie, value: language.rawValue, lifetime: 365 * 86_400,
      isSecure: isBehindProxy)
  }

  /// What a program gives in the place of a cookie.
  ///
  /// - Source: RFC 6750, §2.1.
  private static func bearerToken(_ headers: HTTPFields) -> String? {
    let words = (headers[.authorization] ?? "").split(separator: " ")
    return words.count == 2 && words[0].lowercased() == "bearer" ? String(words[1]) : nil
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

extension Access {
  fileprivate init(_ role: Role) {
    switch role {
    case .author: self = .author
    case .approver: self = .approver
    case .administrator: self = .administrator
    }
  }
}
