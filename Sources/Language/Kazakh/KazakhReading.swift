/// The vowels that a Kazakh suffix takes: back (жуан) or front (жіңішке).
public enum KazakhHarmony: String, Hashable, Sendable, CaseIterable {
  case back = "B"
  case front = "F"
}

/// The last sound of a word as it is pronounced, as far as suffixes tell sounds apart.
public enum KazakhFinalSound: String, Hashable, Sendable, CaseIterable {
  /// A vowel.
  case vowel = "V"
  /// Written и, у, ю: a vowel and a glide.
  case glide = "G"
  /// р, й.
  case rhotic = "R"
  /// л.
  case lateral = "L"
  /// м, н, ң.
  case nasal = "N"
  /// з, ж.
  case buzzing = "Z"
  /// Every other consonant, also б, в, г, д.
  case other = "K"
}

/// How a word, a figure or an abbreviation is read aloud, as far as it decides the suffixes that follow it.
///
/// Suffixes follow sound, not spelling: «139-ға» because it is read «… тоғыз», «ІІМ-ге» because it is read «… эм».
public struct KazakhReading: Hashable, Sendable {
  /// The harmony of the last syllable.
  public var harmony: KazakhHarmony
  /// The last sound.
  public var final: KazakhFinalSound
  /// The harmony of suffixes with а or е, which differs for a few words in -ә: күнәға, but күнәсі.
  public var openHarmony: KazakhHarmony

  public init(
    _ harmony: KazakhHarmony, _ final: KazakhFinalSound, openHarmony: KazakhHarmony? = nil
  ) {
    self.harmony = harmony
    self.final = final
    self.openHarmony = openHarmony ?? harmony
  }

  /// Reads the notation of the reading lexicon: harmony, comma, last sound, such as `B,V` or `F,N`. Of two letters of
  /// harmony the second is that of а and е: `FB,V` of «күнә».
  public init?(notation: some StringProtocol) {
    let bytes = notation.utf8.filter { $0 != UInt8(ascii: " ") }
    // One letter of harmony or two, a comma, a letter of sound.
    guard bytes.count == 3 || bytes.count == 4, bytes[bytes.count - 2] == UInt8(ascii: ","),
      let harmony = KazakhHarmony(letter: bytes[0]),
      let openHarmony = KazakhHarmony(letter: bytes[bytes.count - 3]),
      let final = KazakhFinalSound(letter: bytes[bytes.count - 1])
    else { return nil }
    self.init(harmony, final, openHarmony: openHarmony)
  }

  /// The reading in the notation of the reading lexicon: `B,V`.
  public var notation: String {
    let open = openHarmony == harmony ? "" : openHarmony.rawValue
    return harmony.rawValue + open + "," + final.rawValue
  }
}

extension KazakhHarmony {
  fileprivate init?(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "B"): self = .back
    case UInt8(ascii: "F"): self = .front
    default: return nil
    }
  }
}

extension KazakhFinalSound {
  fileprivate init?(letter: UInt8) {
    guard let sound = Self.allCases.first(where: { $0.rawValue.utf8.first == letter }) else {
      return nil
    }
    self = sound
  }
}
