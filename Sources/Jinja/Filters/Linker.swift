import Diagnostics

/// Makes links of the web and mail addresses in escaped text.
struct Linker {
  /// The longest address that is shown whole, in letters.
  let limit: Int?
  /// The attributes of every link, each with a space before it.
  let attributes: String
  /// What else begins an address, such as `tel:`.
  let schemes: [String]

  /// Whether `text` may begin an address: letters, a colon and at most two slashes.
  static func isScheme(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":") else { return false }
    let name = text[..<colon].unicodeScalars
    return name.count >= 2
      && name.allSatisfy { $0.isPythonWord || ".+-".unicodeScalars.contains($0) }
      && ["", "/", "//"].contains(text[text.index(after: colon)...])
  }

  /// The text with links in it.
  func linked(_ text: String) throws(Fault) -> String {
    var result = ""
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard scalar.isPythonSpace else {
        word.append(scalar)
        continue
      }
      result += link(String(word))
      word = String.UnicodeScalarView()
      result.unicodeScalars.append(scalar)
      guard result.utf8.count <= Operators.maximumText else { throw Operators.tooLarge }
    }
    return result + link(String(word))
  }

  /// A word as a link, if it is an address without what stands around it.
  private func link(_ word: String) -> String {
    guard
      word.utf8.contains(where: {
        $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: ":")
      })
    else { return word }
    var (head, middle, tail) = ("", Substring(word), "")
    while let mark = ["(", "<", "&lt;"].first(where: { middle.hasPrefix($0) }) {
      head += mark
      middle = middle.dropFirst(mark.count)
    }
    while let mark = [")", ">", ".", ",", "&gt;"].first(where: { middle.hasSuffix($0) }) {
      tail = mark + tail
      middle = middle.dropLast(mark.count)
    }
    var address = String(middle)
    for (opening, closing) in [("(", ")"), ("<", ">"), ("&lt;", "&gt;")] {
      let opened = address.pieces(between: opening).count - 1
      guard opened > address.pieces(between: closing).count - 1 else { continue }
      // The address takes back as many brackets as it has opened.
      let pieces = tail.pieces(between: closing)
      for piece in pieces.prefix(min(opened, pieces.count - 1)) {
        address += piece + closing
        tail = String(tail.dropFirst(piece.count + closing.count))
      }
    }
    return head + linked(address: address) + tail
  }

  private func linked(address: String) -> String {
    if WebAddress.isOne(address) {
      let hasScheme = address.hasPrefix("https://") || address.hasPrefix("http://")
      let shown =
        limit.flatMap { limit in
          address.unicodeScalars.count > limit
            ? address.sliced(SliceBounds(from: nil, to: limit, step: 1)) + "..." : nil
        } ?? address
      return
        "<a href=\"\(hasScheme ? "" : "https://")\(address)\"\(attributes)>\(shown)</a>"
    }
    if address.hasPrefix("mailto:") {
      let box = String(address.dropFirst(7))
      if WebAddress.isMailbox(box) { return "<a href=\"\(address)\">\(box)</a>" }
    } else if address.contains("@"), !address.hasPrefix("www."), !address.hasPrefix("@"),
      !address.contains(":"), WebAddress.isMailbox(address)
    {
      return "<a href=\"mailto:\(address)\">\(address)</a>"
    }
    var result = address
    for scheme in schemes where result != scheme && result.hasPrefix(scheme) {
      result = "<a href=\"\(result)\"\(attributes)>\(result)</a>"
    }
    return result
  }
}

/// Tells addresses from other words.
private enum WebAddress {
  private static let domains: Set<String> = [
    "com", "net", "int", "edu", "gov", "org", "info", "mil",
  ]

  static func isOne(_ text: String) -> Bool {
    let lowered = text.lowercased()
    var rest = Substring(lowered)
    let scheme = ["https://", "http://", "www."].first { rest.hasPrefix($0) }
    let end = rest.dropFirst(scheme?.count ?? 0).firstIndex { "/?#".contains($0) }
    rest = rest[..<(end ?? rest.endIndex)]
    // Numbers in brackets hold colons of their own.
    let port = rest.lastIndex(of: ":").flatMap { colon in
      let digits = rest[rest.index(after: colon)...].utf8
      let isPort =
        (1...5).contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
      return isPort ? colon : nil
    }
    let hosts = [rest[..<(port ?? rest.endIndex)], rest]
    return hosts.contains { host in
      if let scheme {
        let name = host.dropFirst(scheme.count)
        if isNamed(name) { return true }
        if scheme != "www.", isNumbered(name) { return true }
      }
      return isWellKnown(host)
    }
  }

  /// Whether it is a host such as `www.example.kz`, of which the scheme is left out here.
  private static func isNamed(_ host: Substring) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard let last = labels.last, labels.dropLast().allSatisfy({ isLabel($0, 1...Int.max) }) else {
      return false
    }
    if (2...63).contains(last.utf8.count),
      last.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
    {
      return true
    }
    guard last.hasPrefix("xn--") else { return false }
    let name = last.dropFirst(4).unicodeScalars
    return (2...59).contains(name.count) && name.allSatisfy { $0.isPythonWord || $0 == "%" }
  }

  /// Whether it is a host of one of the oldest domains, which are known without a scheme.
  private static func isWellKnown(_ host: Substring) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last else { return false }
    return domains.contains(String(last)) && labels.dropLast().allSatisfy { isLabel($0, 2...63) }
  }

  private static func isLabel(_ label: Substring, _ length: ClosedRange<Int>) -> Bool {
    length.contains(label.unicodeScalars.count)
      && label.unicodeScalars.allSatisfy { $0.isPythonWord || $0 == "%" || $0 == "-" }
  }

  /// Whether it is a host given by its number.
  private static func isNumbered(_ host: Substring) -> Bool {
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    if numbers.count == 4,
      numbers.allSatisfy({
        (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
      })
    {
      return true
    }
    guard host.hasPrefix("["), host.hasSuffix("]") else { return false }
    let groups = host.dropFirst().dropLast().split(
      separator: ":", omittingEmptySubsequences: false)
    return (3...9).contains(groups.count)
      && groups.allSatisfy { $0.utf8.count <= 4 && $0.allSatisfy(\.isHexDigit) }
  }

  static func isMailbox(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let at = scalars.lastIndex(of: "@"), at > 0, let dot = scalars.lastIndex(of: "."),
      dot > at + 1, dot + 1 < scalars.count, scalars[at + 1].isPythonWord
    else { return false }
    return scalars[(at + 1)...].allSatisfy { $0.isPythonWord || $0 == "." || $0 == "-" }
      && scalars[(dot + 1)...].allSatisfy(\.isPythonWord)
  }
}
