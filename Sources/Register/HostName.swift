/// Host names in the spelling of the domain name system.
///
/// - Source: UTS #46 without transitional processing, so that `ß` and `ς` stay letters of their own, and with what
///   it would leave out refused instead: an invisible character in an address is there to mislead.
enum HostName {
  /// Lower case, Unicode labels as `xn--…`, no dot at the end; addresses of machines in their usual form.
  ///
  /// - Throws: ``URLProblem/host``.
  static func canonical(_ bytes: ArraySlice<UInt8>) throws(URLProblem) -> String {
    if bytes.first == UInt8(ascii: "[") {
      guard bytes.count > 2, bytes.last == UInt8(ascii: "]"),
        let address = MachineAddress.version6(bytes.dropFirst().dropLast())
      else { throw .host }
      return "[\(address)]"
    }
    if let plain = plain(bytes) { return plain }
    let decoded = PercentEncoding.decoded(bytes)
    guard let typed = String(validating: decoded, as: UTF8.self) else { throw .host }
    var labels = mapped(typed).split(omittingEmptySubsequences: false) { fullStops.contains($0) }
    if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
    var encoded: [String] = []
    for label in labels {
      encoded.append(try canonical(label: Array(label)))
    }
    let host = encoded.joined(separator: ".")
    guard host.utf8.count <= 253 else { throw .host }
    guard let last = encoded.last, MachineAddress.isNumber(last) else { return host }
    guard let address = MachineAddress.version4(encoded) else { throw .host }
    return address
  }

  /// A name of ASCII letters and digits, which nearly all are: nothing of it has to be mapped or encoded.
  ///
  /// - Returns: `nil` for any other, and for what may be the address of a machine.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> String? {
    var name: [UInt8] = []
    name.reserveCapacity(bytes.count)
    var labelStart = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        name.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): name.append(byte + 32)
      case UInt8(ascii: "."):
        guard (1...63).contains(name.count - labelStart) else { return nil }
        name.append(byte)
        labelStart = name.count
      default: return nil
      }
      // A name that was encoded elsewhere is looked at more closely.
      if name.count == labelStart + 4, name[labelStart...].elementsEqual("xn--".utf8) { return nil }
    }
    guard (1...63).contains(name.count - labelStart), name.count <= 253,
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(name[labelStart])
    else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  /// Whether a label of the host may be an encoded one.
  static func isEncoded(_ host: String) -> Bool {
    var last: UInt8 = 0
    return host.utf8.contains { byte in
      defer { last = byte }
      return byte == UInt8(ascii: "-") && last == byte
    }
  }

  /// A label as people write it; one that is no encoded name stays as it is.
  static func displayed(label: String) -> String {
    guard label.hasPrefix("xn--"), let scalars = Punycode.decode(label.dropFirst(4)) else {
      return label
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  /// The ASCII dot and those that East Asian keyboards type for it (RFC 3490 §3.1).
  private static let fullStops: Set<Unicode.Scalar> = [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"]

  private static func canonical(label: [Unicode.Scalar]) throws(URLProblem) -> String {
    guard !label.isEmpty, label.allSatisfy(isAllowed) else { throw .host }
    var text = ""
    text.unicodeScalars.append(contentsOf: label)
    if label.allSatisfy(\.isASCII) {
      if text.hasPrefix("xn--") { try checkEncoded(text) }
    } else {
      guard let encoded = Punycode.encode(label) else { throw .host }
      text = "xn--" + encoded
    }
    guard text.utf8.count <= 63 else { throw .host }
    return text
  }

  /// A name that was encoded elsewhere must be one that we would have written: otherwise it has a second spelling.
  private static func checkEncoded(_ label: String) throws(URLProblem) {
    guard let scalars = Punycode.decode(label.dropFirst(4)), !scalars.allSatisfy(\.isASCII),
      scalars.allSatisfy(isAllowed), let again = Punycode.encode(scalars), "xn--" + again == label
    else { throw .host }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    guard mapped(text) == scalars else { throw .host }
  }

  /// Letters, marks and digits of any script; nothing invisible, nothing that turns the direction of writing, nothing that
  /// is only another form of a letter.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "-" || scalar == "_" { return true }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark,
      .decimalNumber, .otherSymbol:
      return scalar == "ß" || scalar == "ς" || !scalar.properties.changesWhenNFKCCaseFolded
    default:
      return false
    }
  }

  /// Small letters, those of full width in the usual one, letter and mark as one character where there is one.
  private static func mapped(_ typed: String) -> [Unicode.Scalar] {
    if typed.utf8.allSatisfy({ $0 < 0x80 }) { return Array(typed.lowercased().unicodeScalars) }
    var narrow = ""
    for scalar in typed.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E:
        narrow.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      // Only asks that a sign be drawn in colour or without.
      case 0xFE0E, 0xFE0F: continue
      default: narrow.unicodeScalars.append(scalar)
      }
    }
    var output: [Unicode.Scalar] = []
    for character in narrow.lowercased() {
      if let whole = compositions[character] {
        output.append(whole)
      } else {
        output.append(contentsOf: character.unicodeScalars)
      }
    }
    return output
  }

  /// Characters of Latin, Greek and Cyrillic that Unicode also writes as letter and mark. Characters are equal however they
  /// are written, so that each stands here once.
  private static let compositions: [Character: Unicode.Scalar] = {
    let ranges: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF]
    let scalars = ranges.joined().compactMap(Unicode.Scalar.init)
      .filter { $0.properties.generalCategory == .lowercaseLetter }
    return Dictionary(scalars.map { (Character($0), $0) }, uniquingKeysWith: { first, _ in first })
  }()
}
