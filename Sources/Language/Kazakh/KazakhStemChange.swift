/// How the end of a word is spelled before suffixes: бұйрық – бұйрығы, халық – халқы, процесс – процестің.
struct KazakhStemChange: Hashable, Sendable {
  /// What takes the place of so many bytes at the word's end.
  struct Ending: Hashable, Sendable {
    var replaced: Int
    var letters: String
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
      let shorter = Ending(replaced: 2, letters: "")
      self.init(beforeVowel: shorter, beforeT: shorter, beforeOther: shorter)
    case ("с", "т"): self.init(beforeT: Ending(replaced: 2, letters: ""))
    case (_, "ь"): self.init(beforeVowel: Ending(replaced: 2, letters: ""))
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

  private init(voiced small: String, _ capital: String, _ word: KazakhLetters) {
    // Two letters are no word whose end could be told from its beginning: «ақ».
    guard word.count > 2 else {
      self.init()
      return
    }
    self.init(
      beforeVowel: Ending(replaced: 2, letters: word.endsInCapital ? capital : small))
  }
}

extension KazakhStemChange.Ending {
  /// What turns the end of `word` into that of `stem`.
  fileprivate init(from word: String, to stem: String) {
    let same = zip(word, stem).prefix { $0 == $1 }.count
    replaced = word.dropFirst(same).utf8.count
    letters = String(stem.dropFirst(same))
  }
}
