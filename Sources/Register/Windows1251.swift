/// The encoding of older spreadsheets in Russian settings. It has no Kazakh letters but `І` and `і`.
enum Windows1251 {
  /// Whether bytes that are not UTF-8 are Russian text in this encoding: `nil` if they do not look like it, `false` if they
  /// do but may as well be KOI8-R, Latin or too little to tell.
  static func likelihood(of bytes: [UInt8]) -> Bool? {
    var high = 0
    var capitals = 0
    var common = 0
    var smalls = 0
    var besideLatin = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte >= 0x80 { high += 1 }
      if byte >= 0xC0 {
        if byte >= 0xE0 { smalls += 1 } else { capitals += 1 }
        if frequent.contains(byte | 0x20) { common += 1 }
        if isLatin(previous) { besideLatin += 1 }
      } else if isLatin(byte), previous >= 0xC0 {
        besideLatin += 1
      }
      previous = byte
    }
    let letters = smalls + capitals
    // In UTF-8 every second byte of a Cyrillic letter lies below 0xC0, in Windows-1251 hardly one.
    guard letters * 5 >= high * 4 else { return nil }
    // KOI8-R has the small letters where Windows-1251 has the capitals; Latin encodings mix with ASCII letters.
    return letters >= 4 && smalls > capitals && common * 10 >= letters * 4
      && besideLatin * 10 <= letters
  }

  /// Where a question mark stands before a Cyrillic letter: a spreadsheet wrote it for a letter that the encoding lacks.
  static func firstLostLetter(in bytes: [UInt8]) -> Int? {
    bytes.indices.dropLast().first { bytes[$0] == UInt8(ascii: "?") && bytes[$0 + 1] >= 0xC0 }
  }

  /// The text as UTF-8, or `nil` if a byte means nothing.
  static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      if byte < 0x80 {
        output.append(byte)
        continue
      }
      guard byte != 0x98 else { return nil }
      let value = byte >= 0xC0 ? UInt16(byte) - 0xC0 + 0x410 : upperHalf[Int(byte) - 0x80]
      // All of them take two or three bytes.
      if value < 0x800 {
        output.append(0xC0 | UInt8(value >> 6))
      } else {
        output.append(0xE0 | UInt8(value >> 12))
        output.append(0x80 | UInt8(value >> 6 & 0x3F))
      }
      output.append(0x80 | UInt8(value & 0x3F))
    }
    return output
  }

  private static func isLatin(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte < 0x80
  }

  /// о, е, а, и, н, т, с, р: more than half of the letters of any Russian text.
  private static let frequent: Set<UInt8> = [0xEE, 0xE5, 0xE0, 0xE8, 0xED, 0xF2, 0xF1, 0xF0]

  /// 0x80 to 0xBF.
  private static let upperHalf: [UInt16] = [
    0x402, 0x403, 0x201A, 0x453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x409, 0x2039,
    0x40A, 0x40C, 0x40B, 0x40F, 0x452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x98,
    0x2122, 0x459, 0x203A, 0x45A, 0x45C, 0x45B, 0x45F, 0xA0, 0x40E, 0x45E, 0x408, 0xA4, 0x490, 0xA6,
    0xA7, 0x401, 0xA9, 0x404, 0xAB, 0xAC, 0xAD, 0xAE, 0x407, 0xB0, 0xB1, 0x406, 0x456, 0x491, 0xB5,
    0xB6, 0xB7, 0x451, 0x2116, 0x454, 0xBB, 0x458, 0x405, 0x455, 0x457,
  ]
}
