import Language

/// What the ending of a Kazakh noun says for sure: of a plural, of a noun that is known, of one in -лық, -дік.
struct KazakhNounForm {
  /// The noun without its endings.
  let stem: String
  /// Its endings, each in the form that fits.
  let suffixes: [KazakhSuffix]

  /// The case; `nil` for an ending that comes after cases.
  var grammaticalCase: KazakhCase? {
    switch suffixes.last {
    case .case(let grammaticalCase): grammaticalCase
    case .attributive, .temporal, .similative, .belonging: nil
    default: .nominative
    }
  }

  var isPlural: Bool { suffixes.first == .plural }

  var isPossessed: Bool {
    suffixes.contains { if case .possessive = $0 { true } else { false } }
  }

  /// The noun with other endings.
  func with(_ suffixes: [KazakhSuffix], _ lexicon: ReadingLexicon) -> String {
    Kazakh.attach(suffixes, to: stem, lexicon: lexicon) ?? stem
  }

  /// The same noun in another case.
  func inCase(_ grammaticalCase: KazakhCase, _ lexicon: ReadingLexicon) -> String {
    let kept = suffixes.prefix { if case .case = $0 { false } else { $0 != .attributive } }
    return with(Array(kept) + [.case(grammaticalCase)], lexicon)
  }

  private init(_ stem: String, _ suffixes: [KazakhSuffix]) {
    self.stem = stem
    self.suffixes = suffixes
  }

  /// Reads `word`, which is in small letters, as a plural.
  init?(plural word: String, _ lexicon: ReadingLexicon) {
    let letters = Array(word.unicodeScalars)
    guard letters.count > 4, letters.count < 40 else { return nil }
    for cut in stride(from: letters.count - 3, through: 2, by: -1)
    where letters[cut + 2] == "р" && (letters[cut + 1] == "а" || letters[cut + 1] == "е") {
      guard ["л", "д", "т"].contains(letters[cut]),
        !KazakhWords.falsePlurals.contains(Self.text(letters[..<(cut + 3)]))
      else { continue }
      let stem = Self.text(letters[..<cut])
      for meaning in EndingTable.meanings(of: Self.text(letters[cut...]))
      where meaning.first == .plural {
        if Kazakh.acceptedForms(meaning, of: KazakhStem(stem, lexicon: lexicon), lexicon: lexicon)
          .contains(word)
        {
          self.init(stem, meaning)
          return
        }
      }
    }
    return nil
  }

  /// Reads `word`, which is in small letters, where its noun is beyond doubt.
  init?(_ word: String, _ lexicon: ReadingLexicon) {
    if let plural = Self(plural: word, lexicon) {
      self = plural
      return
    }
    let letters = Array(word.unicodeScalars)
    guard letters.count > 2, letters.count < 40, !KazakhWords.falseForms.contains(word) else {
      return nil
    }
    let start = letters.lastIndex(of: "-").map { $0 + 1 } ?? 0
    guard letters.count - start > 2 else { return nil }
    for cut in stride(from: letters.count, to: start + 1, by: -1) where letters.count - cut < 12 {
      let ending = Self.text(letters[cut...])
      guard cut == letters.count || EndingTable.isEnding(ending),
        let stem = Self.noun(letters[..<cut], start, lexicon)
      else { continue }
      if cut == letters.count {
        self.init(stem, [])
        return
      }
      for meaning in EndingTable.meanings(of: ending) {
        if Kazakh.acceptedForms(meaning, of: KazakhStem(stem, lexicon: lexicon), lexicon: lexicon)
          .contains(word)
        {
          self.init(stem, meaning)
          return
        }
      }
    }
    return nil
  }

  /// The noun whose last letter may have been voiced: «бұйрық» of «бұйрығ».
  private static func noun(
    _ letters: ArraySlice<Unicode.Scalar>, _ start: Int, _ lexicon: ReadingLexicon
  ) -> String? {
    guard letters.endIndex - start > 1 else { return nil }
    if KazakhNouns.contains(text(letters[start...]), lexicon) { return text(letters) }
    let voiceless: Unicode.Scalar
    switch letters[letters.endIndex - 1] {
    case "ғ": voiceless = "қ"
    case "г": voiceless = "к"
    case "б": voiceless = "п"
    default: return nil
    }
    let changed = letters.dropLast() + [voiceless]
    return KazakhNouns.contains(text(changed[start...]), lexicon) ? text(changed) : nil
  }

  private static func text(_ letters: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters)
    return String(view)
  }
}

/// Which words are beyond doubt nouns.
enum KazakhNouns {
  private static let own = KazakhWords.nouns.union(KazakhWords.months)

  static func contains(_ word: String, _ lexicon: ReadingLexicon) -> Bool {
    if own.contains(word) { return true }
    guard let entry = lexicon[word] else { return false }
    return entry.kind == .word && !entry.isPossessed
  }
}

extension String {
  func hasAnyPrefix(_ beginnings: [String]) -> Bool { beginnings.contains { hasPrefix($0) } }

  func hasAnySuffix(_ endings: [String]) -> Bool { endings.contains { hasSuffix($0) } }

  /// Whether the word, in small letters, can be a dative.
  var canBeDative: Bool {
    hasAnySuffix(["ға", "ге", "қа", "ке", "на", "не", "ыма", "іме", "ыңа", "іңе"])
      || ["маған", "саған", "оған", "бұған", "соған", "осыған"].contains(self)
  }

  /// Whether the word, in small letters, can be an ablative.
  var canBeAblative: Bool { hasAnySuffix(["дан", "ден", "тан", "тен", "нан", "нен"]) }

  /// Whether the word, in small letters, is a genitive.
  var isGenitive: Bool {
    utf8.count > 10 && hasAnySuffix(["ның", "нің", "дың", "дің", "тың", "тің"])
  }
}
