/// An address in the one spelling by which resources are told apart and counted.
///
///     try CanonicalURL(parsing: "HTTPS://Казино.example:443?utm_source=x#top").text
///     // "https://xn--80aswg1a0b.example/"
///
/// Scheme and host are in lower case, the host in ASCII; default port, fragment and tracking parameters are gone; dot
/// segments are resolved; percent-encoding has one form. What may lead to another page stays: `http` and `https`,
/// `www.`, doubled and last slashes, the order of parameters, a fragment that begins with `#!` and is a page of its own.
///
/// The large platforms say which of their addresses are one: `m.facebook.com` is `facebook.com`, `youtu.be/ID` is
/// `youtube.com/watch?v=ID`, see ``Platform``.
///
/// Making it again from its own text gives the same text.
///
/// - Source: RFC 3986 §6.2.2–6.2.3, RFC 3492, RFC 5952, UTS #46 without transitional processing.
public struct CanonicalURL: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The whole address.
  public let text: String
  /// The host in ASCII, without port; an IPv6 address keeps its brackets.
  public let host: String

  static let maximumLength = 8192

  /// Reads an address as somebody typed or pasted it; blanks and invisible marks around it are ignored.
  ///
  /// - Throws: ``URLProblem``.
  /// - Complexity: O(*n*) in the length of the address.
  public init(parsing entered: String) throws(URLProblem) {
    let bytes = Self.trimmed(entered)
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= Self.maximumLength else { throw .tooLong }
    guard !bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { throw .whitespace }

    var parts = try AddressParts(bytes)
    PlatformAddress(parts)?.apply(to: &parts)
    host = parts.host
    text = parts.text
    // Escapes take three bytes: what is written out must be short enough to be read again.
    guard text.utf8.count <= Self.maximumLength else { throw .tooLong }
  }

  /// A text and host that the register itself has written.
  init(stored text: String, host: String) {
    self.text = text
    self.host = host
  }

  /// The same as ``text``.
  public var description: String { text }

  /// The host as people write it: `казино.example` for `xn--80aswg1a0b.example`.
  public var displayedHost: String {
    guard HostName.isEncoded(host) else { return host }
    return host.split(separator: ".", omittingEmptySubsequences: false)
      .map { HostName.displayed(label: String($0)) }
      .joined(separator: ".")
  }

  /// The platform that the address belongs to, or `nil` for any other site.
  public var platform: Platform? { Platform(host: host) }

  /// What the address names: a whole site, or something within one.
  ///
  /// - Complexity: O(*n*) in the length of the address.
  public var scope: ObjectScope {
    if let scope = platformAddress?.scope { return scope }
    let slashes = text.utf8.count { $0 == UInt8(ascii: "/") }
    return slashes == 3 && text.utf8.last == UInt8(ascii: "/") ? .site : .page
  }

  private var platformAddress: PlatformAddress? {
    guard let parts = try? AddressParts(Array(text.utf8)) else { return nil }
    return PlatformAddress(parts)
  }

  /// Order of the bytes, the same as the database's.
  public static func < (left: CanonicalURL, right: CanonicalURL) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  /// Without what copying from a browser, a letter or a chat leaves around an address.
  private static func trimmed(_ entered: String) -> [UInt8] {
    let scalars = entered.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isLeftOver($0) }),
      let last = scalars.lastIndex(where: { !isLeftOver($0) })
    else { return [] }
    return Array(String(scalars[first...last]).utf8)
  }

  private static func isLeftOver(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.properties.isWhitespace }
    return scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
  }
}
