import Testing

@testable import Register

/// Numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func number(below limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func happens() -> Bool { next() & 1 == 0 }
}

@Suite struct AddressPropertyTests {
  @Test("An address would become another resource when somebody else types it")
  func respelling() throws {
    var random = SplitMix(state: 3)
    for _ in 0..<5000 {
      let address = Address(with: &random)
      let plain = try CanonicalURL(parsing: address.plain)
      let spelled = address.spelled(with: &random)
      let same = try CanonicalURL(parsing: spelled) == plain
      #expect(same, "\(address.plain) and \(spelled)")
    }
  }

  @Test("Bytes that are no address would bring the import down")
  func anyBytes() throws {
    var random = SplitMix(state: 4)
    var accepted = 0
    for _ in 0..<20_000 {
      let bytes = (0..<random.number(below: 40)).map { _ in UInt8(random.number(below: 256)) }
      let text = "https://" + String(decoding: bytes, as: UTF8.self)
      guard let url = try? CanonicalURL(parsing: text) else { continue }
      accepted += 1
      let again = try CanonicalURL(parsing: url.text)
      #expect(again == url, "\(text)")
    }
    #expect(accepted > 0)
  }

  @Test("A long address would hold up the import, or be cut")
  func longAddresses() throws {
    let path = String(repeating: "a/", count: 4000)
    let url = try CanonicalURL(parsing: "https://a.example/" + path)
    #expect(url.text == "https://a.example/" + path)
    for piece in ["../", "%41", "&utm_a", "xn--", "[::", "1."] {
      let long = "https://a.example/?" + String(repeating: piece, count: 10_240 / piece.utf8.count)
      #expect(throws: URLProblem.tooLong) { try CanonicalURL(parsing: long) }
      _ = try? CanonicalURL(parsing: "https://" + String(repeating: piece, count: 1000))
    }
  }
}

/// An address in pieces, each of which has several spellings.
private struct Address {
  var host: String
  var path: String
  var query: [String]

  var plain: String {
    "https://\(host)/\(path)" + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

  init(with random: inout SplitMix) {
    let hosts = ["casino.example", "қазақ-ойын.example", "sub.бахт.example", "192.0.2.1"]
    let words = ["slots", "a-b", "~user", "Бонус", "1", "x_y"]
    host = hosts[random.number(below: hosts.count)]
    path = (0..<random.number(below: 4)).map { _ in words[random.number(below: words.count)] }
      .joined(separator: "/")
    query = (0..<random.number(below: 4)).map {
      "p\($0)=" + words[random.number(below: words.count)]
    }
  }

  func spelled(with random: inout SplitMix) -> String {
    var parameters = query
    for name in ["utm_source=a", "UTM_medium=b", "gclid=1", "yclid=2", "fbclid=3"].shuffled(
      using: &random)
    where random.happens() {
      parameters.insert(name, at: random.number(below: parameters.count + 1))
    }
    var text = random.happens() ? "https://" : "HttpS://"
    text += random.happens() ? host.uppercased() : host
    text += random.happens() ? "." : ""
    text += random.happens() ? ":443" : ""
    text += "/" + (random.happens() ? "./" : "") + (random.happens() ? "x/../" : "")
    text += escaped(path, with: &random)
    if !parameters.isEmpty {
      text += "?" + parameters.map { escaped($0, with: &random) }.joined(separator: "&")
    }
    return text + (random.happens() ? "#part" : "") + (random.happens() ? " " : "")
  }

  /// Any character but a delimiter may be written as an escape, in either case.
  private func escaped(_ text: String, with random: inout SplitMix) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      let isDelimiter = scalar == "/" || scalar == "="
      guard !isDelimiter, random.happens() else {
        output.unicodeScalars.append(scalar)
        continue
      }
      for byte in String(scalar).utf8 {
        let digits = String(byte, radix: 16, uppercase: random.happens())
        output += "%" + (byte < 16 ? "0" : "") + digits
      }
    }
    return output
  }
}
