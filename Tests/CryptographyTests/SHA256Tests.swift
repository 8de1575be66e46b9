import Cryptography
import Files
import Foundation
import Testing

@Suite struct SHA256Tests {
  @Test(
    "Evidence would be said to be another file than it is",
    arguments: [
      // FIPS 180-4, examples of NIST; the others by sha256sum.
      ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      ("a", 55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
      ("a", 56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
      ("a", 63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
      ("a", 64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
      ("қ", 1000, "23fe73af73438d3730f1a8db2ca9d3b543474610caf1460ccf834065143166db"),
    ])
  func knownSums(_ text: String, _ count: Int, _ sum: String) {
    let bytes = Array(String(repeating: text, count: count).utf8)
    #expect(SHA256.hexadecimal(of: bytes) == sum)
  }

  @Test("A file larger than a piece would be said to be another one")
  func files() throws {
    let path = FileManager.default.temporaryDirectory.path + "/sum-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    for count in [0, 1, 1 << 18, 1 << 18 + 1, 1_000_000] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      let sum = try SHA256.sum(ofFile: path)
      #expect(sum.hexadecimal == SHA256.hexadecimal(of: bytes))
      #expect(sum.size == count)
    }
    let missing = #expect(throws: FileError.self) { try SHA256.sum(ofFile: path + "-") }
    #expect(missing?.code == .missing)
    let folder = #expect(throws: FileError.self) { try SHA256.sum(ofFile: "/tmp") }
    #expect(folder?.code == .notAFile)
  }

  @Test("A sum would depend on how its bytes come in pieces")
  func pieces() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0) }
    for cut in bytes.indices {
      var sum = SHA256()
      sum.update(Array(bytes[..<cut]))
      sum.update(Array(bytes[cut...]))
      #expect(sum.digest() == SHA256.digest(of: bytes))
    }
  }
}
