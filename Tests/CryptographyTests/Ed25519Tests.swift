import Cryptography
import Foundation
import Testing

@Suite struct Ed25519Tests {
  /// RFC 8032, §7.1.
  private static let vectors: [(secret: String, open: String, message: String, signature: String)] =
    [
      (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
          + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
      ),
      (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
          + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
      ),
      (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
          + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
      ),
    ]

  @Test("A signature would be one that only this program takes", arguments: vectors.indices)
  func knownSignatures(_ index: Int) throws {
    let vector = Self.vectors[index]
    let (message, signature) = (Self.bytes(vector.message), Self.bytes(vector.signature))
    let key = try SigningKey(pem: Self.secretPEM(vector.secret))
    let ours = key.signature(of: message)
    #expect(ours == signature)
    #expect(try isValid(signature, message, by: vector.open))
  }

  @Test("A changed manifest would pass for the signed one, or another's signature for the owner's")
  func forgeries() throws {
    let vector = Self.vectors[1]
    let other = Self.vectors[2].open
    let (message, signature) = (Self.bytes(vector.message), Self.bytes(vector.signature))
    #expect(try !isValid(signature, message + [0], by: vector.open))
    #expect(try !isValid(signature, [], by: vector.open))
    #expect(try !isValid(signature, message, by: other))
    for count in [0, 1, 63] {
      #expect(try !isValid(Array(signature[..<count]), message, by: vector.open))
    }
    #expect(try !isValid(signature + [0], message, by: vector.open))
    for index in signature.indices {
      var changed = signature
      changed[index] ^= 1
      #expect(try !isValid(changed, message, by: vector.open))
    }
  }

  @Test("A file that is no key would be signed with, without a word")
  func noKeys() {
    let open = Self.openPEM(Self.vectors[0].open)
    let secret = Self.secretPEM(Self.vectors[0].secret)
    for text in [[], Array("key".utf8), Array(secret[..<60]), open] {
      #expect(throws: KeyError.notAPrivateKey) { _ = try SigningKey(pem: text) }
    }
    for text in [[], Array("key".utf8), Array(open[..<40]), secret] {
      #expect(throws: KeyError.notAPublicKey) { _ = try VerificationKey(pem: text) }
    }
  }

  @Test("The wrong kind of key would be told as a damaged file", .enabled(if: OpenSSL.isThere))
  func otherKeys() throws {
    let rsa = try OpenSSL.run(["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"])
    #expect(throws: KeyError.otherAlgorithm("RSA")) { _ = try SigningKey(pem: rsa) }
    let exchange = try OpenSSL.run(["genpkey", "-algorithm", "X25519"])
    #expect(throws: KeyError.otherAlgorithm("X25519")) { _ = try SigningKey(pem: exchange) }
    let open = try OpenSSL.run(["pkey", "-pubout"], input: exchange)
    #expect(throws: KeyError.otherAlgorithm("X25519")) { _ = try VerificationKey(pem: open) }
  }

  @Test(
    "An export would stop to ask for a password that nobody is there to type",
    .enabled(if: OpenSSL.isThere))
  func lockedKey() throws {
    let key = try OpenSSL.run(
      ["genpkey", "-algorithm", "ED25519", "-aes-256-cbc", "-pass", "pass:secret"])
    #expect(throws: KeyError.encrypted) { _ = try SigningKey(pem: key) }
  }

  @Test(
    "Who has no such program could not verify a manifest, nor sign one",
    .enabled(if: OpenSSL.isThere), arguments: [0, 1, 100_000])
  func agreement(length: Int) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/keys-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func path(_ name: String) -> String { "\(folder)/\(name)" }
    func write(_ bytes: [UInt8], _ name: String) throws {
      try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    }
    let secret = try OpenSSL.run(["genpkey", "-algorithm", "ED25519"])
    let open = try OpenSSL.run(["pkey", "-pubout"], input: secret)
    let message = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 31) }
    try write(secret, "secret.pem")
    try write(open, "open.pem")
    try write(message, "message")
    let ours = try SigningKey(pem: secret).signature(of: message)
    try write(ours, "signature")
    // The program cannot sign or verify the empty file.
    guard length > 0 else { return }
    let theirs = try OpenSSL.run(
      ["pkeyutl", "-sign", "-rawin", "-inkey", path("secret.pem"), "-in", path("message")])
    #expect(theirs == ours)
    let key = try VerificationKey(pem: open)
    let isOurs = key.isValid(theirs, for: message)
    #expect(isOurs)
    let verdict = try OpenSSL.run([
      "pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", path("open.pem"), "-in",
      path("message"), "-sigfile", path("signature"),
    ])
    #expect(String(decoding: verdict, as: UTF8.self).contains("Verified Successfully"))
  }

  private func isValid(
    _ signature: [UInt8], _ message: [UInt8], by open: String
  ) throws -> Bool {
    let key = try VerificationKey(pem: Self.openPEM(open))
    return key.isValid(signature, for: message)
  }

  private static func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  private static func secretPEM(_ seed: String) -> [UInt8] {
    pem("302e020100300506032b657004220420" + seed, "PRIVATE KEY")
  }

  private static func openPEM(_ key: String) -> [UInt8] {
    pem("302a300506032b6570032100" + key, "PUBLIC KEY")
  }

  private static func pem(_ hexadecimal: String, _ label: String) -> [UInt8] {
    let text = Data(bytes(hexadecimal)).base64EncodedString()
    return Array("-----BEGIN \(label)-----\n\(text)\n-----END \(label)-----\n".utf8)
  }
}

/// The program that others verify with, where it is installed.
private enum OpenSSL {
  static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")

  static func run(_ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.arguments = arguments
    let (into, out) = (Pipe(), Pipe())
    process.standardInput = into
    process.standardOutput = out
    process.standardError = FileHandle.nullDevice
    try process.run()
    try into.fileHandleForWriting.write(contentsOf: Data(input))
    try into.fileHandleForWriting.close()
    let bytes = try out.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(bytes)
  }
}
