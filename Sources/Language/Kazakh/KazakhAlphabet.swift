/// What the rules ask about one letter, always lower case.
extension Unicode.Scalar {
  var isKazakhVowel: Bool {
    switch self {
    case "а", "ә", "е", "ё", "и", "о", "ө", "у", "ұ", "ү", "ы", "і", "э", "ю", "я": true
    default: false
    }
  }

  /// ь and ъ are written, not heard.
  var isSign: Bool { self == "ь" || self == "ъ" }

  /// қ and ғ stand in back words only.
  var isUvular: Bool { self == "қ" || self == "ғ" }

  /// Letters of borrowed words only, whose final п stays voiceless.
  var isOfLoans: Bool {
    switch self {
    case "в", "ф", "ц", "ч", "щ", "э", "ё", "ъ", "ь": true
    default: false
    }
  }

  /// The class of this letter as the last sound of a word.
  var finalSound: KazakhFinalSound {
    switch self {
    case "и", "у", "ю": .glide
    case "р", "й": .rhotic
    case "л": .lateral
    case "м", "н", "ң": .nasal
    case "з", "ж": .buzzing
    default: isKazakhVowel ? .vowel : .other
    }
  }

  var isDigit: Bool { ("0"..."9").contains(self) }

  var isLatinLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

  var isLetter: Bool { properties.isAlphabetic }

  var isUpper: Bool { properties.isUppercase }

  var isSpace: Bool { properties.isWhitespace }

  /// What separates the parts of a compound: «интернет-ресурс», «Қызылорда–Жезқазған».
  var isJoint: Bool {
    switch self {
    case "-", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}", "/": true
    default: false
    }
  }
}

/// A word as the rules see it: lower-case letters, й and ё each one scalar however they were typed.
func kazakhLetters(of word: some StringProtocol) -> [Unicode.Scalar] {
  var letters: [Unicode.Scalar] = []
  for scalar in word.lowercased().unicodeScalars {
    switch (letters.last, scalar) {
    case ("и", "\u{306}"): letters[letters.count - 1] = "й"
    case ("е", "\u{308}"): letters[letters.count - 1] = "ё"
    default: letters.append(scalar)
    }
  }
  return letters
}

extension [Unicode.Scalar] {
  func ends(with suffix: String) -> Bool {
    let tail = suffix.unicodeScalars
    return count >= tail.count && self.suffix(tail.count).elementsEqual(tail)
  }
}

extension String {
  init(letters: some Sequence<Unicode.Scalar>) {
    self.init(String.UnicodeScalarView(letters))
  }
}
