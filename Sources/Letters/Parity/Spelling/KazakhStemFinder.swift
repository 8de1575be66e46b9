/// Takes the endings off a Kazakh word until a known stem is left.
struct KazakhStemFinder {
  /// Whether a dictionary has a word.
  let isKnown: (String) -> Bool
  /// Whether the Russian dictionary has it, so that Kazakh may have borrowed it.
  let isLoan: (String) -> Bool

  /// The fewest letters of a stem.
  let shortest: Int

  /// The stem of `word`, in small letters; `nil` if it has none that is known.
  func stem(of word: String) -> String? {
    let letters = Array(word.unicodeScalars)
    var search = Search(finder: self)
    for state in KazakhEndingTable.State.allCases {
      if let stem = search.stem(of: letters[...], state, depth: 0) { return stem }
    }
    return nil
  }

  fileprivate func isNoun(_ stem: String) -> Bool {
    let count = stem.unicodeScalars.count
    guard count >= shortest else { return false }
    return isKnown(stem) || count > 3 && isLoan(stem)
  }

  /// Verbs stand in the dictionary by their infinitives.
  fileprivate func isVerb(_ stem: [Unicode.Scalar]) -> Bool {
    guard stem.count >= 2, let last = stem.last else { return false }
    var infinitive = String.UnicodeScalarView()
    infinitive.append(contentsOf: stem)
    switch last {
    case "й":
      infinitive.removeLast()
      infinitive.append("ю")
    case "ы", "і":
      infinitive.removeLast()
      infinitive.append("у")
    case "қ", "к", "п":
      infinitive.removeLast()
      infinitive.append(last == "қ" ? "ғ" : last == "к" ? "г" : "б")
      infinitive.append("у")
      if isKnown(String(infinitive)) { return true }
      infinitive.removeLast(2)
      infinitive.append(contentsOf: [last, "у"])
    default: infinitive.append("у")
    }
    return isKnown(String(infinitive)) || stem.count > 4 && isKnown(String(stem))
  }
}

extension String {
  fileprivate init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

private struct Search {
  let finder: KazakhStemFinder
  private var seen: Set<Key> = []
  private var nouns: [String: Bool] = [:]

  private struct Key: Hashable {
    let letters: ArraySlice<Unicode.Scalar>
    let state: KazakhEndingTable.State
  }

  init(finder: KazakhStemFinder) { self.finder = finder }

  mutating func stem(
    of letters: ArraySlice<Unicode.Scalar>, _ state: KazakhEndingTable.State, depth: Int,
    beforeVowel: Bool = false
  ) -> String? {
    guard depth < 8, seen.insert(Key(letters: letters, state: state)).inserted else { return nil }
    if depth > 0 {
      if state == .verb, finder.isVerb(Array(letters)) { return String(letters) }
      if state == .loan, spellings(letters, beforeVowel: false).contains(where: finder.isLoan) {
        return String(letters)
      }
      if state == .noun, let stem = noun(letters, beforeVowel) { return stem }
    }
    for ending in KazakhEndingTable.endings[state.rawValue] {
      if let stem = stem(of: letters, without: ending, depth) { return stem }
    }
    return nil
  }

  private mutating func stem(
    of letters: ArraySlice<Unicode.Scalar>, without ending: KazakhEndingTable.Ending, _ depth: Int
  ) -> String? {
    guard letters.count > ending.letters.count + 1 else { return nil }
    if letters.suffix(ending.letters.count).elementsEqual(ending.letters) {
      let rest = letters.dropLast(ending.letters.count)
      if ending.sounds.contains(KazakhSpelling.lastSound(of: rest)), agrees(rest, ending),
        let stem = stem(
          of: rest, ending.from, depth: depth + 1,
          beforeVowel: ending.letters.first.map(KazakhSpelling.isVowel) ?? false)
      {
        return stem
      }
    }
    // «жою» is жой + у, «қоя» қой + а, «оқиды» оқы + йды.
    guard let first = ending.letters.first, let melted = Self.melted[first] else { return nil }
    guard
      letters.suffix(ending.letters.count).elementsEqual(
        [melted.letter] + ending.letters.dropFirst())
    else { return nil }
    for last in melted.ends where ending.sounds.contains(KazakhSpelling.lastSound(of: [last])) {
      let rest = Array(letters.dropLast(ending.letters.count)) + [last]
      if let stem = stem(of: rest[...], ending.from, depth: depth + 1) { return stem }
    }
    return nil
  }

  /// What the first letter of an ending becomes together with the last of a stem.
  private static let melted: [Unicode.Scalar: (letter: Unicode.Scalar, ends: [Unicode.Scalar])] = [
    "у": ("ю", ["й"]), "а": ("я", ["й"]), "й": ("и", ["ы", "і"]),
  ]

  /// Loans go by how they are spoken, not by how they are spelled.
  private mutating func agrees(
    _ rest: ArraySlice<Unicode.Scalar>, _ ending: KazakhEndingTable.Ending
  ) -> Bool {
    guard let harmony = ending.harmony, let own = KazakhSpelling.lastHarmony(of: rest),
      harmony != own
    else { return true }
    return ending.from == .noun && rest.count > 3
      && spellings(rest, beforeVowel: true).contains { finder.isLoan($0) }
  }

  private mutating func noun(
    _ letters: ArraySlice<Unicode.Scalar>, _ beforeVowel: Bool
  ) -> String? {
    spellings(letters, beforeVowel: beforeVowel).first { spelling in
      if let known = nouns[spelling] { return known }
      let known = finder.isNoun(spelling)
      nouns[spelling] = known
      return known
    }
  }

  /// The dictionary forms that may have become these letters before an ending.
  private func spellings(
    _ letters: ArraySlice<Unicode.Scalar>, beforeVowel: Bool
  ) -> [String] {
    let plain = String(letters)
    guard letters.count > 2, let last = letters.last else { return [plain] }
    var spellings = [plain]
    let isConsonant = !KazakhSpelling.isVowel(last)
    let before = letters[letters.endIndex - 2]
    // «модулі» of «модуль», «класы» of «класс»
    if isConsonant, last != "ь", letters.count > 4 { spellings.append(plain + "ь") }
    if letters.count > 3, "слмнт".unicodeScalars.contains(last) {
      spellings.append(plain + String(last))
    }
    // «актісі» of «акт»
    if last == "і" || last == "ы", letters.count > 3, !KazakhSpelling.isVowel(before),
      !KazakhSpelling.isVowel(letters[letters.endIndex - 3])
    {
      spellings.append(String(letters.dropLast()))
    }
    guard beforeVowel else { return spellings }
    // «кітабы» of «кітап»
    let hard: Unicode.Scalar? =
      switch last {
      case "г": "к"
      case "ғ": "қ"
      case "б": "п"
      default: nil
      }
    if let hard { spellings.append(String(letters.dropLast() + [hard])) }
    // «орны» of «орын»: nouns of two syllables lose their last vowel.
    if isConsonant, !KazakhSpelling.isVowel(before), KazakhSpelling.syllables(of: letters) == 1 {
      for vowel: Unicode.Scalar in ["ы", "і"] {
        spellings.append(String(letters.dropLast() + [vowel, last]))
      }
    }
    return spellings
  }
}
