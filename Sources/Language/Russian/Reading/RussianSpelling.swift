/// A Russian word as small numbers, one for each letter, е and ё alike: quick to cut and to compare.
struct RussianSpelling: Hashable {
  /// 1 for а to 32 for я, 33 for the hyphen.
  let letters: [UInt8]
  /// The last eight letters, the last of them lowest.
  private let tail: UInt64

  /// Reads a word in small letters; `nil` if it has any other letter.
  init?(_ word: some StringProtocol) {
    var letters: [UInt8] = []
    letters.reserveCapacity(24)
    guard Self.read(word.utf8, into: &letters) else { return nil }
    self.init(letters)
  }

  /// Appends the letters of a word in small letters; `false` if it has any other letter.
  static func read(_ word: some Sequence<UInt8>, into letters: inout [UInt8]) -> Bool {
    var lead: UInt8 = 0
    for byte in word {
      if lead == 0 {
        if byte == 0xD0 || byte == 0xD1 {
          lead = byte
        } else if byte == UInt8(ascii: "-") {
          letters.append(33)
        } else {
          return false
        }
        continue
      }
      if lead == 0xD0, byte >= 0xB0 {
        letters.append(byte - 0xAF)
      } else if lead == 0xD1, byte <= 0x8F {
        letters.append(byte - 0x6F)
      } else if lead == 0xD1, byte == 0x91 {
        letters.append(6)
      } else {
        return false
      }
      lead = 0
    }
    return lead == 0
  }

  private init(_ letters: [UInt8]) {
    self.letters = letters
    tail = letters.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  var count: Int { letters.count }

  func ends(with ending: RussianEnding) -> Bool {
    tail & ending.mask == ending.letters && letters.count >= ending.count
  }

  func ends(withOneOf endings: [RussianEnding]) -> Bool {
    endings.contains { ends(with: $0) }
  }

  /// The word without its last letters.
  func dropping(_ count: Int) -> RussianSpelling {
    RussianSpelling(Array(letters.dropLast(count)))
  }

  func dropping(_ ending: RussianEnding) -> RussianSpelling? {
    ends(with: ending) ? dropping(ending.count) : nil
  }

  /// What stands behind the last hyphen; `nil` without a hyphen.
  var afterHyphen: RussianSpelling? {
    letters.lastIndex(of: 33).map { RussianSpelling(Array(letters[($0 + 1)...])) }
  }

  /// The word in letters.
  var text: String {
    var scalars = String.UnicodeScalarView()
    for letter in letters {
      scalars.append(
        letter == 33 ? "-" : Unicode.Scalar(0x42F + UInt32(letter)) ?? "-")
    }
    return String(scalars)
  }

  /// Whether `form` is this word, in letters of any case.
  func isWritten(_ form: String) -> Bool {
    var index = 0
    var lead: UInt8 = 0
    for byte in form.utf8 {
      if byte == 0xD0 || byte == 0xD1 {
        lead = byte
        continue
      }
      guard index < letters.count else { return false }
      let letter: UInt8
      switch (lead, byte) {
      case (0, UInt8(ascii: "-")): letter = 33
      case (0xD0, 0x90...0xAF): letter = byte - 0x8F
      case (0xD0, 0x81), (0xD1, 0x91): letter = 6
      case (0xD0, 0xB0...0xBF): letter = byte - 0xAF
      case (0xD1, 0x80...0x8F): letter = byte - 0x80 + 17
      default: return false
      }
      guard letters[index] == letter else { return false }
      index += 1
      lead = 0
    }
    return index == letters.count
  }

  /// What every beginning of the word is found by, from the empty one on.
  var prefixKeys: [UInt64] {
    var keys: [UInt64] = [Self.seed]
    keys.reserveCapacity(letters.count + 1)
    for letter in letters { keys.append(Self.key(keys[keys.count - 1], letter)) }
    return keys
  }

  /// What the first letters of a word are found by.
  static func key(ofFirst count: Int, _ letters: [UInt8]) -> UInt64 {
    var key = seed
    var index = 0
    while index < count {
      key = self.key(key, letters[index])
      index += 1
    }
    return key
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func key(_ key: UInt64, _ letter: UInt8) -> UInt64 {
    (key ^ UInt64(letter)) &* 0x0000_0100_0000_01b3
  }
}

/// The last letters of a word; of more than eight the last eight are compared.
struct RussianEnding: ExpressibleByStringLiteral, Sendable {
  let letters: UInt64
  let mask: UInt64
  let count: Int

  init(stringLiteral text: String) { self.init(text) }

  init(_ text: some StringProtocol) {
    let word = RussianSpelling(text)
    letters = (word?.letters ?? []).suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
    count = word?.count ?? 0
    mask = count > 7 ? .max : (1 << UInt64(count * 8)) - 1
  }

  /// The endings that a text names, parted by spaces.
  static func list(_ text: String) -> [RussianEnding] {
    text.split(whereSeparator: \.isWhitespace).map { RussianEnding($0) }
  }
}
