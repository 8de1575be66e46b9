/// The parts of an address, each in its normal form.
struct AddressParts {
  var scheme: String
  /// Lower case, in ASCII.
  var host: String
  /// With its colon; empty for the scheme's own.
  var port: String
  /// Begins with a slash.
  var path: String
  /// The parameters that name the page, in their order.
  var query: [String]
  /// With its `#`; empty for an anchor within the page.
  var route: String

  /// Reads an address without blanks.
  ///
  /// - Throws: ``URLProblem``.
  init(_ bytes: [UInt8]) throws(URLProblem) {
    scheme = try Self.scheme(of: bytes)
    var rest = bytes[(scheme.utf8.count + 3)...]
    var fragment: ArraySlice<UInt8> = []
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = rest[(hash + 1)...]
      rest = rest[..<hash]
    }
    let authorityEnd =
      rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
    (host, port) = try Self.authority(rest[..<authorityEnd], scheme: scheme)
    let pathAndQuery = rest[authorityEnd...]
    let question = pathAndQuery.firstIndex(of: UInt8(ascii: "?")) ?? pathAndQuery.endIndex
    path = Self.path(pathAndQuery[..<question])
    query = Self.query(pathAndQuery[question...].dropFirst())
    route = Self.route(fragment, host: host)
  }

  /// The whole address.
  var text: String {
    let parameters = query.isEmpty ? "" : "?" + query.joined(separator: "&")
    return scheme + "://" + host + port + path + parameters + route
  }

  private static func scheme(of bytes: [UInt8]) throws(URLProblem) -> String {
    let start = String(decoding: bytes.prefix(8), as: UTF8.self).lowercased()
    if start == "https://" { return "https" }
    guard start.hasPrefix("http://") else { throw .scheme }
    return "http"
  }

  /// Sites that draw their pages in the browser write the page's name after `#!`; any other fragment is a place in the
  /// page that is named without it. Telegram's web client has nothing but fragments, one for each account.
  private static func route(_ bytes: ArraySlice<UInt8>, host: String) -> String {
    let isRoute = bytes.first == UInt8(ascii: "!") && bytes.count > 1
    guard isRoute || (host == "web.telegram.org" && !bytes.isEmpty) else { return "" }
    return "#" + String(decoding: PercentEncoding.normalized(bytes), as: UTF8.self)
  }

  /// The host, and the port with its colon unless it is the scheme's own.
  private static func authority(
    _ bytes: ArraySlice<UInt8>, scheme: String
  ) throws(URLProblem) -> (host: String, port: String) {
    var bytes = bytes
    // Browsers take a backslash for a slash, others for a part of the user name: nobody can say which host is meant.
    guard !bytes.contains(UInt8(ascii: "\\")) else { throw .host }
    // `https://known.example@other.example` leads to the second host and is read as the first.
    guard !bytes.contains(UInt8(ascii: "@")) else { throw .userInformation }
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
  private static func path(_ bytes: ArraySlice<UInt8>) -> String {
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
    guard !kept.isEmpty else { return "/" }
    let joined = kept.reduce(into: [UInt8]()) { output, segment in
      output.append(UInt8(ascii: "/"))
      output.append(contentsOf: segment)
    }
    return String(decoding: joined, as: UTF8.self)
  }

  /// The parameters that name the page; empty ones and those that only name the campaign are left out.
  private static func query(_ bytes: ArraySlice<UInt8>) -> [String] {
    bytes.split(separator: UInt8(ascii: "&"))
      .filter { !TrackingParameters.contains($0) }
      .map { String(decoding: PercentEncoding.normalized($0), as: UTF8.self) }
  }
}
