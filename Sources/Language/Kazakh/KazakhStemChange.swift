/// How the end of a word is spelled before suffixes: бұйрық – бұйрығы, халық – халқы, процесс – процестің.
struct KazakhStemChange: Hashable, Sendable {
  /// What takes the place of so many bytes at the word's end.
  struct Ending: Hashable, Sendable {
    let replaced: UInt8
    /// The bytes of the letters put there, the first lowest, and how many they are: an array would have to be counted
    /// wherever a stem is handed on.
    private let packed: UInt64
    private let count: UInt8

    /// Puts `letters` in the place of so many bytes; `nil` if they are more than eight bytes.
    init?(replaced: Int, letters: String) {
      guard let replaced = UInt8(exactly: replaced), letters.utf8.count <= 8 else { return nil }
      self.replaced = replaced
      packed = letters.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
      count = UInt8(letters.utf8.count)
    }

    /// Drops so many bytes.
    init(dropping bytes: UInt8) {
      replaced = bytes
      packed = 0
      count = 0
    }

    /// Puts one letter of two bytes in the place of another.
    init(_ letter: Unicode.Scalar) {
      replaced = 2
      packed = UInt64(0xC0 | letter.value >> 6) | UInt64(0x80 | letter.value & 0x3F) << 8
      count = 2
    }

    /// Writes the letters to the beginning of `bytes`, which has room for them; returns how many bytes they are.
    func write(to bytes: Slice<UnsafeMutableBufferPointer<UInt8>>) -> Int {
      for place in 0..<Int(count) {
        bytes.base[bytes.startIndex + place] = UInt8(truncatingIfNeeded: packed >> (8 * place))
      }
      return Int(count)
    }
  }

  /// Before a suffix that begins with a vowel.
  var beforeVowel: Ending?
  /// Before a suffix that begins with т.
  var beforeT: Ending?
  /// Before any other suffix.
  var beforeOther: Ending?
  /// How the changed word is read, if it gains a sound: «акті».
  var reading: KazakhReading?

  /// No change.
  static let none = KazakhStemChange()

  /// The change of a word by the rules.
  ///
  /// - Source: 2013 orthographic dictionary on қ, к, п before vowels and on -сс, -ст, -зд of loans.
  init(_ word: KazakhLetters) {
    let (before, last) = word.tail
    switch (before, last) {
    case ("с", "с"), ("з", "д"):
      let shorter = Ending(dropping: 2)
      self.init(beforeVowel: shorter, beforeT: shorter, beforeOther: shorter)
    case ("с", "т"): self.init(beforeT: Ending(dropping: 2))
    case (_, "ь"): self.init(beforeVowel: Ending(dropping: 2))
    case (_, "қ") where before.isKazakhVowel: self.init(voiced: "ғ", "Ғ", word)
    case (_, "к") where before.isKazakhVowel: self.init(voiced: "г", "Г", word)
    case (_, "п") where before.isKazakhVowel && !word.contains(where: { $0.isOfLoans }):
      self.init(voiced: "б", "Б", word)
    default: self.init()
    }
  }

  /// The change of a word of the lexicon, which tells it where it is not the rules'.
  init(entry: ReadingLexicon.Entry) {
    guard entry.kind == .word else {
      self.init()
      return
    }
    self.init(KazakhLetters(entry.token))
    if let stem = entry.beforeVowel { beforeVowel = Ending(from: entry.token, to: stem) }
    if let stem = entry.beforeSuffix {
      let ending = Ending(from: entry.token, to: stem)
      self.init(
        beforeVowel: ending, beforeT: ending, beforeOther: ending,
        reading: KazakhReading(word: stem))
    }
  }

  private init(
    beforeVowel: Ending? = nil, beforeT: Ending? = nil, beforeOther: Ending? = nil,
    reading: KazakhReading? = nil
  ) {
    self.beforeVowel = beforeVowel
    self.beforeT = beforeT
    self.beforeOther = beforeOther
    self.reading = reading
  }

  private init(voiced small: Unicode.Scalar, _ capital: Unicode.Scalar, _ word: KazakhLetters) {
    // Two letters are no word whose end could be told from its beginning: «ақ».
    guard word.count > 2 else {
      self.init()
      return
    }
    self.init(beforeVowel: Ending(word.endsInCapital ? capital : small))
  }
}

extension KazakhStemChange.Ending {
  /// What turns the end of `word` into that of `stem`; `nil` if they differ in more than four letters.
  fileprivate init?(from word: String, to stem: String) {
    let same = zip(word, stem).prefix { $0 == $1 }.count
    self.init(
      replaced: word.dropFirst(same).utf8.count, letters: String(stem.dropFirst(same)))
  }
}
