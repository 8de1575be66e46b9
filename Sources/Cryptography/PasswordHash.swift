import CLibCrypto

/// What is kept of a password: enough to recognise it, and dear to guess it from.
///
///     let hash = PasswordHash(of: "дала-қайың-тоғыз")
///     hash.text                              // "scrypt$ln=15,r=8,p=3$…$…", for the database
///     hash.match("дала-қайың-тоғыз")         // .current
///
/// A password is its UTF-8 bytes as they were typed.
///
/// - Source: RFC 7914 (scrypt).
public struct PasswordHash: Hashable, Sendable {
  /// Whether a password is the one that a hash was made of.
  public enum Match: Sendable, Hashable {
    /// It is another password.
    case none
    /// It is the password, whose hash should be made anew: it costs less, or more, than is usual now.
    case outdated
    /// It is the password.
    case current
  }

  private static let (saltCount, keyCount) = (16, 32)

  /// The hash with all that is needed to recognise the password: `scrypt$ln=…,r=…,p=…$SALT$HASH`, both in hexadecimal digits.
  public let text: String

  private let cost: ScryptCost
  private let salt: [UInt8]
  private let key: [UInt8]

  /// Makes the hash of a password, with a salt of its own.
  ///
  /// - Complexity: a fifth of a second and 32 MB, by intent.
  public init(of password: String) {
    self.init(of: password, cost: .current)
  }

  init(of password: String, cost: ScryptCost) {
    let salt = RandomBytes.make(count: Self.saltCount)
    let key = cost.key(of: password, salt: salt, count: Self.keyCount)
    self.init(cost: cost, salt: salt, key: key)
  }

  /// Reads ``text``; `nil` for anything else, and for costs that would take more than a gigabyte.
  public init?(_ text: String) {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, parts[0] == "scrypt", let cost = ScryptCost(parts[1]),
      let salt = Hexadecimal.bytes(of: parts[2]), let key = Hexadecimal.bytes(of: parts[3]),
      salt.count >= Self.saltCount, key.count >= Self.keyCount
    else { return nil }
    self.init(cost: cost, salt: salt, key: key)
  }

  private init(cost: ScryptCost, salt: [UInt8], key: [UInt8]) {
    self.cost = cost
    self.salt = salt
    self.key = key
    text =
      "scrypt$\(cost.text)$" + [salt, key].map(SHA256.hexadecimal(digest:)).joined(separator: "$")
  }

  /// Compares a password with the one that the hash was made of.
  ///
  /// - Complexity: that of making the hash.
  public func match(_ password: String) -> Match {
    let other = cost.key(of: password, salt: salt, count: key.count)
    guard RandomBytes.areEqual(key, other) else { return .none }
    return cost == .current ? .current : .outdated
  }

  /// Takes the time that a comparison takes: for a name that nobody has, lest an answer that comes at once tell so.
  public static func payCost(of password: String) {
    _ = PasswordHash(of: password)
  }
}

/// How dear it is to try one password.
struct ScryptCost: Hashable, Sendable {
  /// The binary logarithm of scrypt's N.
  let logarithm: Int
  /// scrypt's r: blocks of 128·r bytes.
  let blockSize: Int
  /// scrypt's p: how often the whole is done.
  let passes: Int

  /// One of the equivalent costs that OWASP asks for at least: 32 MB rather than 128, since several people sign in at once.
  ///
  /// - Source: OWASP Password Storage Cheat Sheet, scrypt.
  static let current = ScryptCost(logarithm: 15, blockSize: 8, passes: 3)

  private static let memoryLimit = 1 << 30

  init(logarithm: Int, blockSize: Int, passes: Int) {
    self.logarithm = logarithm
    self.blockSize = blockSize
    self.passes = passes
  }

  /// Reads `ln=15,r=8,p=3`.
  init?(_ text: String) {
    let values = text.split(separator: ",", omittingEmptySubsequences: false)
    guard values.count == 3 else { return nil }
    var numbers: [Int] = []
    for (name, value) in zip(["ln=", "r=", "p="], values) {
      guard value.hasPrefix(name), let number = Int(value.dropFirst(name.count)), number > 0 else {
        return nil
      }
      numbers.append(number)
    }
    guard numbers[0] < 30, numbers[1] <= 64, numbers[2] <= 64 else { return nil }
    self.init(logarithm: numbers[0], blockSize: numbers[1], passes: numbers[2])
    if memory > Self.memoryLimit { return nil }
  }

  var text: String { "ln=\(logarithm),r=\(blockSize),p=\(passes)" }

  private var memory: Int { 128 * blockSize << logarithm }

  /// The key that scrypt derives.
  func key(of password: String, salt: [UInt8], count: Int) -> [UInt8] {
    let password = password.utf8.map { CChar(bitPattern: $0) }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      let isDone =
        EVP_PBE_scrypt(
          password, password.count, salt, salt.count, 1 << UInt64(logarithm), UInt64(blockSize),
          UInt64(passes), UInt64(2 * Self.memoryLimit), buffer.baseAddress, count) == 1
      precondition(isDone, "libcrypto has scrypt, and memory for it")
      initialized = count
    }
  }
}
