/// Finds the nouns of a lexicon and of the list of common nouns by any of their forms.
///
/// Only the beginnings that all forms of a noun share are kept; a noun is declined when a word begins so.
struct RussianNounIndex: Sendable {
  private struct Found {
    let lemma: String
    /// The gender of a common noun and whether it lives; the lexicon knows its own.
    let kind: RussianVocabulary.Kind?
  }

  private var byStem: [UInt64: [Found]] = [:]

  init(_ lexicon: RussianLexicon) {
    byStem.reserveCapacity(2048)
    var letters: [UInt8] = []
    func add(
      _ lemma: String, _ stem: Substring, dropping count: Int, _ kind: RussianVocabulary.Kind?
    ) {
      letters.removeAll(keepingCapacity: true)
      guard RussianSpelling.read(stem.utf8, into: &letters) else { return }
      let shared = count == 0 ? letters.count : max(min(2, letters.count), letters.count - count)
      let key = RussianSpelling.key(ofFirst: shared, letters)
      byStem[key, default: []].append(Found(lemma: lemma, kind: kind))
    }
    lexicon.forEachStem { add($0, $1, dropping: 0, nil) }
    // By bytes, as the index is made in every run.
    for (kind, words) in RussianVocabulary.nouns {
      for bytes in words.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
        let lemma = Substring(bytes)
        // Endings and fleeting vowels change three letters at most.
        add(String(lemma), lemma, dropping: 3, kind)
      }
    }
  }

  /// The nouns that `word` is a form of.
  func nouns(_ word: RussianSpelling, _ lexicon: RussianLexicon) -> [RussianNoun] {
    var nouns: [RussianNoun] = []
    for key in word.prefixKeys {
      for found in byStem[key] ?? [] {
        guard let noun = noun(found, lexicon), !noun.forms(spelled: word).isEmpty,
          !nouns.contains(noun)
        else { continue }
        nouns.append(noun)
      }
    }
    return nouns
  }

  private func noun(_ found: Found, _ lexicon: RussianLexicon) -> RussianNoun? {
    guard let kind = found.kind else { return lexicon[found.lemma]?.noun }
    // A ministry's own lexicon knows better.
    guard lexicon[found.lemma] == nil else { return nil }
    if kind == .unchanging { return RussianNoun(indeclinable: found.lemma, .neuter) }
    return RussianNoun(
      declining: found.lemma, gender: kind.gender, isAnimate: kind == .person)
  }
}

/// Suffixes that tell a noun's gender and declension by themselves.
enum RussianSuffixes {
  private struct Family {
    let lemma: String
    let endings: [RussianEnding]

    init(_ lemma: String, _ endings: String) {
      self.lemma = lemma
      self.endings = RussianEnding.list(endings)
    }
  }

  private static let families = [
    Family("ание", "ание ания анию анием ании аний аниям аниями аниях"),
    Family("ение", "ение ения ению ением ении ений ениям ениями ениях"),
    Family("ость", "ость ости остью остей остям остями остях"),
    Family("ация", "ация ации ацию ацией аций ациям ациями ациях"),
    Family("иция", "иция иции ицию ицией иций ициям ициями ициях"),
    Family("кция", "кция кции кцию кцией кций кциям кциями кциях"),
    Family("енция", "енция енции енцию енцией енций енциям енциями енциях"),
    Family("логия", "логия логии логию логией логий логиям логиями логиях"),
    Family(
      "тельство", "тельство тельства тельству тельством тельстве тельств тельствам тельствами"),
    Family("ировка", "ировка ировки ировке ировку ировкой ировок ировкам ировками ировках"),
    Family("изм", "изм изма изму измом изме"),
  ]

  /// The noun that `word` is a form of, if its suffix tells.
  static func noun(_ word: RussianSpelling) -> RussianNoun? {
    guard word.count > 6 else { return nil }
    for family in families {
      for ending in family.endings where word.ends(with: ending) {
        let stem = word.dropping(ending.count)
        guard stem.count > 1 else { continue }
        return RussianNoun(declining: stem.text + family.lemma)
      }
    }
    return nil
  }
}
