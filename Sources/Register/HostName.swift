/// Host names in the spelling of the domain name system.
enum HostName {
  /// Lower case, Unicode labels as `xn--…`, no dot at the end.
  ///
  /// - Throws: ``URLProblem/host``.
  static func canonical(_ bytes: ArraySlice<UInt8>) throws(URLProblem) -> String {
    if bytes.first == UInt8(ascii: "[") { return try bracketed(bytes) }
    let decoded = PercentEncoding.decoded(bytes)
    guard let typed = String(validating: decoded, as: UTF8.self) else { throw .host }
    let composed = composed(typed.lowercased().unicodeScalars)
    var labels = composed.split(omittingEmptySubsequences: false) { fullStops.contains($0) }
    if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
    var encoded: [String] = []
    for label in labels {
      encoded.append(try canonical(label: label))
    }
    let host = encoded.joined(separator: ".")
    guard host.utf8.count <= 253 else { throw .host }
    return host
  }

  /// The ASCII dot and those that East Asian keyboards type for it (RFC 3490 §3.1).
  private static let fullStops: Set<Unicode.Scalar> = [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"]

  private static func canonical(
    label: ArraySlice<Unicode.Scalar>
  ) throws(URLProblem) -> String {
    guard !label.isEmpty, label.allSatisfy(isAllowed) else { throw .host }
    var text = ""
    text.unicodeScalars.append(contentsOf: label)
    if !label.allSatisfy(\.isASCII) {
      guard let encoded = Punycode.encode(Array(label)) else { throw .host }
      text = "xn--" + encoded
    }
    guard text.utf8.count <= 63 else { throw .host }
    return text
  }

  /// Letters, marks and digits of any script; nothing invisible, nothing that turns the direction of writing.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "-" || scalar == "_" { return true }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark,
      .decimalNumber, .otherSymbol:
      return true
    default:
      return false
    }
  }

  private static func bracketed(_ bytes: ArraySlice<UInt8>) throws(URLProblem) -> String {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    let inner = text.utf8.dropFirst().dropLast()
    let isAddress = inner.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
        || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
    }
    guard text.utf8.last == UInt8(ascii: "]"), inner.contains(UInt8(ascii: ":")), isAddress else {
      throw .host
    }
    return text
  }

  /// Some systems type й and ё as two characters; a host name has them as one.
  private static func composed(_ scalars: String.UnicodeScalarView) -> [Unicode.Scalar] {
    var output: [Unicode.Scalar] = []
    for scalar in scalars {
      if let last = output.last, let whole = compositions[[last, scalar]] {
        output[output.count - 1] = whole
      } else {
        output.append(scalar)
      }
    }
    return output
  }

  /// Cyrillic small letters that Unicode also writes as letter and mark.
  private static let compositions: [[Unicode.Scalar]: Unicode.Scalar] = [
    ["и", "\u{306}"]: "й", ["и", "\u{300}"]: "ѝ", ["и", "\u{308}"]: "ӥ", ["и", "\u{304}"]: "ӣ",
    ["е", "\u{308}"]: "ё", ["е", "\u{300}"]: "ѐ", ["е", "\u{306}"]: "ӗ", ["і", "\u{308}"]: "ї",
    ["у", "\u{306}"]: "ў", ["у", "\u{308}"]: "ӱ", ["у", "\u{304}"]: "ӯ", ["г", "\u{301}"]: "ѓ",
    ["к", "\u{301}"]: "ќ", ["а", "\u{308}"]: "ӓ", ["а", "\u{306}"]: "ӑ", ["о", "\u{308}"]: "ӧ",
  ]
}
