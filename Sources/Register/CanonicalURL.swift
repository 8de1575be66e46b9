/// An address in the one spelling by which resources are told apart and counted.
///
///     try CanonicalURL(parsing: "HTTPS://Казино.example:443?utm_source=x#top").text
///     // "https://xn--80aswg1a0b.example/"
///
/// Scheme and host are in lower case, the host in ASCII; default port, user name, fragment and tracking
/// parameters are gone; dot segments are resolved; percent-encoding has one form.
/// Making it again from its own text gives the same text.
///
/// - Source: RFC 3986 §6.2.2–6.2.3, RFC 3492.
public struct CanonicalURL: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The whole address.
  public let text: String
  /// The host in ASCII, without port; an IPv6 address keeps its brackets.
  public let host: String

  static let maximumLength = 8192

  /// Reads an address as somebody typed or pasted it; spaces around it are ignored.
  ///
  /// - Throws: ``URLProblem``.
  public init(parsing entered: String) throws(URLProblem) {
    let bytes = Self.trimmed(Array(entered.utf8))
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= Self.maximumLength else { throw .tooLong }
    guard !bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { throw .whitespace }

    let scheme = try Self.scheme(of: bytes)
    var rest = bytes[(scheme.utf8.count + 3)...]
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<hash] }
    let authorityEnd =
      rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
    let authority = try Self.authority(rest[..<authorityEnd], scheme: scheme)

    let pathAndQuery = rest[authorityEnd...]
    let question = pathAndQuery.firstIndex(of: UInt8(ascii: "?")) ?? pathAndQuery.endIndex
    let path = Self.path(pathAndQuery[..<question])
    let query = Self.query(pathAndQuery[question...].dropFirst())

    host = authority.host
    text =
      scheme + "://" + authority.host + authority.port + String(decoding: path, as: UTF8.self)
      + (query.isEmpty ? "" : "?" + String(decoding: query, as: UTF8.self))
  }

  /// A text and host that the register itself has written.
  init(stored text: String, host: String) {
    self.text = text
    self.host = host
  }

  /// The same as ``text``.
  public var description: String { text }

  /// Order of the bytes, the same as the database's.
  public static func < (left: CanonicalURL, right: CanonicalURL) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
      let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return [] }
    return Array(bytes[first...last])
  }

  private static func scheme(of bytes: [UInt8]) throws(URLProblem) -> String {
    let start = String(decoding: bytes.prefix(8), as: UTF8.self).lowercased()
    if start == "https://" { return "https" }
    guard start.hasPrefix("http://") else { throw .scheme }
    return "http"
  }

  /// The host, and the port with its colon unless it is the scheme's own.
  private static func authority(
    _ bytes: ArraySlice<UInt8>, scheme: String
  ) throws(URLProblem) -> (host: String, port: String) {
    var bytes = bytes
    // Browsers take a backslash for a slash, others for a part of the user name: nobody can say which host is meant.
    guard !bytes.contains(UInt8(ascii: "\\")) else { throw .host }
    if let at = bytes.lastIndex(of: UInt8(ascii: "@")) { bytes = bytes[(at + 1)...] }
    var portDigits: ArraySlice<UInt8> = []
    let bracket = bytes.lastIndex(of: UInt8(ascii: "]")) ?? bytes.startIndex
    if let colon = bytes[bracket...].lastIndex(of: UInt8(ascii: ":")) {
      portDigits = bytes[(colon + 1)...]
      bytes = bytes[..<colon]
    }
    let host = try HostName.canonical(bytes)
    guard !portDigits.isEmpty else { return (host, "") }
    guard portDigits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let port = UInt16(String(decoding: portDigits, as: UTF8.self))
    else { throw .port }
    let isDefault = port == (scheme == "https" ? 443 : 80)
    return (host, isDefault ? "" : ":\(port)")
  }

  /// Percent-encoding first, then RFC 3986 §5.2.4: an encoded dot is a dot.
  private static func path(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let normalized = PercentEncoding.normalized(bytes)
    var kept: [ArraySlice<UInt8>] = []
    let segments = normalized.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for (index, segment) in segments.dropFirst().enumerated() {
      let isLast = index == segments.count - 2
      if segment.elementsEqual("..".utf8) {
        kept = kept.dropLast()
        if isLast { kept.append([]) }
      } else if segment.elementsEqual(".".utf8) {
        if isLast { kept.append([]) }
      } else {
        kept.append(segment)
      }
    }
    guard !kept.isEmpty else { return [UInt8(ascii: "/")] }
    return kept.reduce(into: []) { output, segment in
      output.append(UInt8(ascii: "/"))
      output.append(contentsOf: segment)
    }
  }

  /// The parameters that name the page; those that only name the campaign that led to it are left out.
  private static func query(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let kept =
      bytes
      .split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
      .filter { !isTracking($0) }
      .map { PercentEncoding.normalized($0) }
    return Array(kept.joined(separator: [UInt8(ascii: "&")]))
  }

  private static func isTracking(_ parameter: ArraySlice<UInt8>) -> Bool {
    let name = PercentEncoding.decoded(parameter.prefix { $0 != UInt8(ascii: "=") })
    let lower = String(decoding: name, as: UTF8.self).lowercased()
    return lower.hasPrefix("utm_") || ["gclid", "fbclid", "yclid"].contains(lower)
  }
}
