import CLibCrypto

/// A secret that is handed out once, of which only the sum is kept: whoever reads the database cannot use it.
///
///     let token = SecretToken.random()
///     token.text      // 64 hexadecimal digits, for a cookie or a link
///     token.digest    // what is kept, and looked up by
public struct SecretToken: Hashable, Sendable {
  private static let byteCount = 32

  /// The secret as it is handed out: 64 hexadecimal digits in lower case.
  public let text: String

  /// A new secret of 256 random bits.
  public static func random() -> SecretToken {
    SecretToken(bytes: RandomBytes.make(count: byteCount))
  }

  /// A secret as somebody brings it; `nil` for what cannot be one.
  public init?(_ text: String) {
    guard let bytes = Hexadecimal.bytes(of: text), bytes.count == Self.byteCount else { return nil }
    self.init(bytes: bytes)
  }

  private init(bytes: [UInt8]) { text = SHA256.hexadecimal(digest: bytes) }

  /// The SHA-256 of the secret, 64 hexadecimal digits.
  ///
  /// A secret of 256 random bits needs neither salt nor cost: it cannot be guessed.
  public var digest: String { SHA256.hexadecimal(of: Array(text.utf8)) }
}

/// Bytes that nobody can foresee, and how to compare them without telling anybody.
enum RandomBytes {
  static func make(count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      let isDone = RAND_bytes(buffer.baseAddress, Int32(count)) == 1
      precondition(isDone, "the system has random bytes")
      initialized = count
    }
  }

  /// Takes as long for bytes that differ in the first place as for equal ones.
  static func areEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    first.count == second.count && CRYPTO_memcmp(first, second, first.count) == 0
  }
}

enum Hexadecimal {
  /// The bytes that an even number of digits in lower case stands for.
  static func bytes(of text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for start in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(of: digits[start]), let low = value(of: digits[start + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
