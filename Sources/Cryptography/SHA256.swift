import CLibCrypto

/// The sum by which a file is known to be the one that was meant.
///
///     SHA256.hexadecimal(of: Array("abc".utf8))    // "ba7816bf…"
///
/// What is too large for the memory is given piece by piece.
///
/// - Source: FIPS 180-4, §6.2.
public struct SHA256: ~Copyable {
  private static let length = 32

  private let context: OpaquePointer

  /// Begins a sum.
  public init() {
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      preconditionFailure("libcrypto has SHA-256 and memory for it")
    }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Goes on with the next bytes.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Goes on with the next bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    let isDone = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
    precondition(isDone, "a sum that was begun takes bytes")
  }

  /// The sum of all bytes given, as it is: 32 bytes.
  public consuming func digest() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Self.length) { buffer, count in
      let isDone = EVP_DigestFinal_ex(context, buffer.baseAddress, nil) == 1
      precondition(isDone, "a sum that was begun can be finished")
      count = Self.length
    }
  }

  /// The sum of `bytes`, as it is: 32 bytes.
  ///
  /// - Complexity: O(*n*).
  public static func digest(of bytes: [UInt8]) -> [UInt8] {
    var sum = SHA256()
    sum.update(bytes)
    return sum.digest()
  }

  /// The sum of `bytes`, 64 hexadecimal digits in lower case.
  ///
  /// - Complexity: O(*n*).
  public static func hexadecimal(of bytes: [UInt8]) -> String {
    hexadecimal(digest: digest(of: bytes))
  }

  /// A sum written as hexadecimal digits in lower case.
  public static func hexadecimal(digest: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(2 * digest.count)
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
