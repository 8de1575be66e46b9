import Testing

@testable import Cryptography

@Suite struct PasswordHashTests {
  @Test(
    "A password that another program hashed with scrypt would not be recognised",
    arguments: [
      // RFC 7914, §12, but for the vector that takes a gigabyte.
      (
        "", "", "ln=4,r=1,p=1",
        "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
          + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
      ),
      (
        "password", "NaCl", "ln=10,r=8,p=16",
        "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
          + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
      ),
      (
        "pleaseletmein", "SodiumChloride", "ln=14,r=8,p=1",
        "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
          + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
      ),
    ])
  func vectors(_ password: String, _ salt: String, _ cost: String, _ key: String) throws {
    let cost = try #require(ScryptCost(cost))
    let derived = cost.key(of: password, salt: Array(salt.utf8), count: 64)
    #expect(SHA256.hexadecimal(digest: derived) == key)
  }

  @Test("Somebody would be let in with another password, or kept out with the right one")
  func matching() throws {
    let hash = PasswordHash(of: "дала-қайың-тоғыз")
    #expect(hash.text.hasPrefix("scrypt$ln=15,r=8,p=3$"))
    #expect(!hash.text.contains("дала"))
    let stored = try #require(PasswordHash(hash.text))
    #expect(stored.match("дала-қайың-тоғыз") == .current)
    for other in ["дала-қайың-тоғы", "Дала-қайың-тоғыз", "дала-қайың-тоғыз ", ""] {
      #expect(stored.match(other) == .none, "\(other)")
    }
  }

  @Test("Two people with one password would be known by it")
  func salts() throws {
    let cost = try #require(ScryptCost("ln=4,r=8,p=1"))
    let hashes = (1...20).map { _ in PasswordHash(of: "қайың", cost: cost).text }
    #expect(Set(hashes).count == 20)
  }

  @Test("A hash that is cheap to break would be kept for ever")
  func outdated() throws {
    for text in ["ln=14,r=8,p=3", "ln=15,r=8,p=1", "ln=16,r=8,p=1"] {
      let hash = PasswordHash(of: "қайың", cost: try #require(ScryptCost(text)))
      let stored = try #require(PasswordHash(hash.text))
      #expect(stored.match("қайың") == .outdated, "\(text)")
      #expect(stored.match("емен") == .none, "\(text)")
    }
  }

  @Test("A database that somebody changed would take all memory, or let everybody in")
  func strangeTexts() throws {
    let (salt, key) = (String(repeating: "ab", count: 16), String(repeating: "cd", count: 32))
    #expect(PasswordHash("scrypt$ln=4,r=8,p=1$\(salt)$\(key)") != nil)
    for text in [
      "", "scrypt", "scrypt$ln=4,r=8,p=1$$", "scrypt$ln=4,r=8,p=1$\(salt)$",
      "scrypt$ln=4,r=8,p=1$\(salt)$\(key)$", "scrypt$ln=40,r=8,p=1$\(salt)$\(key)",
      "scrypt$ln=29,r=64,p=1$\(salt)$\(key)", "scrypt$ln=0,r=8,p=1$\(salt)$\(key)",
      "scrypt$ln=-1,r=8,p=1$\(salt)$\(key)", "scrypt$ln=4,r=8$\(salt)$\(key)",
      "scrypt$ln=4,r=8,p=1$\(salt)$\(key.dropLast())", "scrypt$ln=4,r=8,p=1$\(salt)$zz",
      "argon2$ln=4,r=8,p=1$\(salt)$\(key)", "scrypt$ln=4,r=8,p=1$ab$\(key)",
    ] {
      #expect(PasswordHash(text) == nil, "\(text)")
    }
  }
}

@Suite struct SecretTokenTests {
  @Test("A link or a cookie could be guessed, or be read from the database")
  func tokens() throws {
    let tokens = (1...100).map { _ in SecretToken.random() }
    #expect(Set(tokens).count == 100)
    for token in tokens {
      #expect(token.text.utf8.count == 64)
      #expect(token.digest != token.text)
      #expect(SecretToken(token.text)?.digest == token.digest)
    }
  }

  @Test("A token that is none would be looked up, or a wrong one be taken")
  func strangers() throws {
    let token = SecretToken.random()
    for text in ["", "a", String(token.text.dropLast()), token.text + "0", token.text.uppercased()]
    where text != token.text {
      #expect(SecretToken(text) == nil, "\(text)")
    }
    #expect(SecretToken(String(repeating: "g", count: 64)) == nil)
  }
}
