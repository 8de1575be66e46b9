import Diagnostics
import Testing

@testable import Register

@Suite struct CanonicalURLTests {
  private func canonical(_ text: String) throws -> String { try CanonicalURL(parsing: text).text }

  @Test(
    "One page would be counted as two because of how its address is written",
    arguments: AddressCases.spellings)
  func spellings(_ entered: String, _ expected: String) throws {
    #expect(try canonical(entered) == expected)
  }

  @Test(
    "The same page would count again for every campaign that led to it",
    arguments: AddressCases.campaigns)
  func tracking(_ entered: String, _ expected: String) throws {
    #expect(try canonical(entered) == expected)
  }

  @Test("A Cyrillic host and its ASCII form would be two resources")
  func unicodeHosts() throws {
    #expect(try canonical("https://КАЗИНО.example/") == canonical("https://казино.example"))
    #expect(try canonical("https://президент.рф") == "https://xn--d1abbgf6aiiy.xn--p1ai/")
    #expect(try canonical("https://XN--D1ABBGF6AIIY.xn--p1ai") == canonical("https://президент.рф"))
    #expect(try canonical("https://ойын。example/") == canonical("https://ойын.example/"))
    #expect(try canonical("https://%D0%BA%D0%B0%D0%B7.example") == canonical("https://каз.example"))
    // й as one character and as и with a mark.
    #expect(
      try canonical("https://то\u{438}\u{306}.example") == canonical("https://то\u{439}.example"))
    #expect(try CanonicalURL(parsing: "https://қаз.example:81/").host == "xn--80ao21a.example")
    #expect(try canonical("https://BU\u{308}CHER.example") == "https://xn--bcher-kva.example/")
    // The two are letters of their own, not spellings of ss and σ.
    #expect(try canonical("https://faß.example") == "https://xn--fa-hia.example/")
    #expect(try canonical("https://ΒΌΛΟς.example") == canonical("https://βόλος.example"))
    #expect(try canonical("https://❤\u{FE0F}.example") == canonical("https://❤.example"))
    let shown = try CanonicalURL(parsing: "https://xn--80ao21a.example:81/")
    #expect(shown.displayedHost == "қаз.example")
  }

  @Test(
    "Something that is no address would be counted as a resource", arguments: AddressCases.refusals)
  func refused(_ entered: String, _ problem: URLProblem) {
    #expect(throws: problem) { try CanonicalURL(parsing: entered) }
    #expect(!problem.message.kk.isEmpty && !problem.message.ru.isEmpty)
  }

  @Test("A name that no domain system knows would be counted as a resource")
  func longNames() {
    let label = String(repeating: "a", count: 64)
    let name = String(repeating: "abc.", count: 64)
    let path = String(repeating: "a", count: 9000)
    #expect(throws: URLProblem.host) { try CanonicalURL(parsing: "https://\(label).example/") }
    #expect(throws: URLProblem.host) { try CanonicalURL(parsing: "https://\(name)example/") }
    #expect(throws: URLProblem.tooLong) { try CanonicalURL(parsing: "https://a.example/\(path)") }
    // Short enough as typed, but its escapes could not be read back.
    let letters = String(repeating: "қ", count: 4000)
    #expect(throws: URLProblem.tooLong) {
      try CanonicalURL(parsing: "https://a.example/\(letters)")
    }
  }

  @Test("An address would change each time it is read back from a file")
  func idempotence() throws {
    var state: UInt64 = 11
    let pieces = [
      "/", ".", "..", "%", "%2", "%2e", "%41", "%D0", "?", "&", "=", "#", "utm_source=1", "қ", "a",
      "Ж", "и\u{306}", ":", "@", "80", "443", "-", "example", "[", "]", "\"", "|", "\\",
    ]
    var accepted = 0
    for _ in 0..<20_000 {
      var text = "https://"
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      guard let once = try? CanonicalURL(parsing: text) else { continue }
      accepted += 1
      let twice = try CanonicalURL(parsing: once.text)
      #expect(twice == once, "\(text)")
      let isPlain = once.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      #expect(isPlain, "\(once)")
    }
    #expect(accepted > 1000)
  }

  @Test(
    "A Unicode host would get another name than the domain system's", arguments: AddressCases.labels
  )
  func punycode(_ label: String, _ expected: String) {
    #expect(Punycode.encode(Array(label.unicodeScalars)) == expected)
    #expect(Punycode.decode(expected) == Array(label.unicodeScalars))
  }
}

enum AddressCases {
  static let spellings: [(String, String)] = [
    ("HTTPS://Casino.Example", "https://casino.example/"),
    ("https://casino.example.", "https://casino.example/"),
    ("http://casino.example:80/a", "http://casino.example/a"),
    ("https://casino.example:443/a", "https://casino.example/a"),
    ("https://casino.example:/a", "https://casino.example/a"),
    ("https://casino.example:08443/a", "https://casino.example:8443/a"),
    ("http://casino.example:443/", "http://casino.example:443/"),
    ("  https://casino.example/a\t", "https://casino.example/a"),
    ("https://casino.example/a#top", "https://casino.example/a"),
    ("https://casino.example#top?x=1", "https://casino.example/"),
    ("https://casino.example?x=1", "https://casino.example/?x=1"),
    ("https://casino.example/?", "https://casino.example/"),
    ("https://casino.example/%7euser/%d2%9b", "https://casino.example/~user/%D2%9B"),
    ("https://casino.example/қ", "https://casino.example/%D2%9B"),
    ("https://casino.example/100%", "https://casino.example/100%25"),
    ("https://casino.example/%2f", "https://casino.example/%2F"),
    ("https://casino.example/a/./b/../c/", "https://casino.example/a/c/"),
    ("https://casino.example/a/%2E%2e/b", "https://casino.example/b"),
    ("https://casino.example/../..", "https://casino.example/"),
    ("https://casino.example/a/..", "https://casino.example/"),
    ("https://casino.example//a", "https://casino.example//a"),
    ("https://www.casino.example/", "https://www.casino.example/"),
    ("https://casino.example/a?&b=1&", "https://casino.example/a?b=1"),
    ("https://casino.example/?b=1&a=2", "https://casino.example/?b=1&a=2"),
    ("https://casino.example/#!/slots", "https://casino.example/#!/slots"),
    ("https://casino.example/#!", "https://casino.example/"),
    ("\u{200B}https://casino.example/\u{A0}\u{202C}", "https://casino.example/"),
    ("https://１２.casino．example/", "https://12.casino.example/"),
    ("https://ＣＡＳＩＮＯ.example/", "https://casino.example/"),
    ("https://0x7F.1/", "https://127.0.0.1/"), ("https://3232235777/", "https://192.168.1.1/"),
    ("https://010.1.1.1./", "https://8.1.1.1/"),
    ("https://[2001:0DB8:0:0:1:0:0:1]/", "https://[2001:db8::1:0:0:1]/"),
    ("https://[::ffff:192.168.1.1]/", "https://[::ffff:c0a8:101]/"),
    ("https://[0:0:0:0:0:0:0:0]/", "https://[::]/"),
    ("https://[1:0:3:4:5:6:7:8]/", "https://[1:0:3:4:5:6:7:8]/"),
    ("https://casino.example/A?B=C", "https://casino.example/A?B=C"),
    ("https://[2001:DB8::1]:443/", "https://[2001:db8::1]/"),
  ]

  static let campaigns: [(String, String)] = [
    ("https://a.example/p?utm_source=x", "https://a.example/p"),
    ("https://a.example/p?id=1&utm_source=x&gclid=2&page=3", "https://a.example/p?id=1&page=3"),
    ("https://a.example/?fbclid=1&yclid=2", "https://a.example/"),
    ("https://a.example/?UTM_Campaign=1&ut%6d_medium=2", "https://a.example/"),
    (
      "https://a.example/?outm_source=1&utm=2&gclid2=3",
      "https://a.example/?outm_source=1&utm=2&gclid2=3"
    ),
    ("https://a.example/?a=utm_source=1", "https://a.example/?a=utm_source=1"),
  ]

  static let refusals: [(String, URLProblem)] = [
    ("", URLProblem.empty), ("   ", .empty), ("casino.example/a", .scheme),
    ("ftp://casino.example/", .scheme), ("https:/casino.example", .scheme),
    ("javascript:alert(1)", .scheme), ("https://", .host), ("https:///a", .host),
    ("https://?a", .host), ("https://a..example/", .host), ("https://./", .host),
    ("https://a.example b.example/", .whitespace),
    ("https://a.example/\nhttps://b.example/", .whitespace),
    ("https://a\u{202E}b.example/", .host), ("https://a\u{AD}b.example/", .host),
    ("https://a<b>.example/", .host), ("https://good.example\\@evil.example/", .host),
    ("https://a.example:port/", .port), ("https://a.example:70000/", .port),
    ("https://a.example:-1/", .port), ("https://[::1/", .host), ("https://[x]/", .host),
    ("https://[]/", .host), ("https://%FF.example/", .host),
    ("https://user:pass@casino.example/", .userInformation),
    ("https://known.example@casino.example/", .userInformation),
    // Encoded elsewhere, and not as we would: the same host would have two names.
    ("https://xn--a.example/", .host), ("https://xn--80aoBAD!.example/", .host),
    ("https://xn--abc-.example/", .host),
    ("https://\u{2100}.example/", .host), ("https://a\u{200D}b.example/", .host),
    ("https://256.1.1.1/", .host), ("https://1.2.3.4.5/", .host), ("https://a.1/", .host),
    ("https://[::1%25eth0]/", .host), ("https://[1:2:3:4:5:6:7:8:9]/", .host),
    ("https://[1::2::3]/", .host), ("https://[12345::]/", .host),
  ]

  static let labels: [(String, String)] = [
    ("қаз", "80ao21a"), ("рф", "p1ai"), ("испытание", "80akhbyknj4f"), ("bücher", "bcher-kva"),
    ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"),
    ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"), ("-> $1.00 <-", "-> $1.00 <--"),
  ]
}
