import Synchronization

/// Reads the words of Russian sentences: which parts of speech and which forms each may be.
///
///     RussianReader(.builtIn).reading(of: "проверке").noun   // dative and prepositional of the feminine
///
/// Nouns are those of a lexicon, a list of common ones and those with a suffix that leaves no doubt; adjectives,
/// participles and verbs are told by their endings, little words are listed.
public final class RussianReader: Sendable {
  let lexicon: RussianLexicon
  private let known = Mutex<[String: RussianReading]>([:])
  private let index = Mutex<RussianNounIndex?>(nil)

  /// How many different words are kept: those of a long report.
  private static let limit = 20_000

  /// A reader that knows the nouns of `lexicon`; nothing is done before the first word is asked for.
  public init(_ lexicon: RussianLexicon) { self.lexicon = lexicon }

  /// What `word` may be; it is in small letters with plain hyphens.
  public func reading(of word: String) -> RussianReading {
    if let reading = known.withLock({ $0[word] }) { return reading }
    let reading = read(word)
    known.withLock { known in
      if known.count < Self.limit { known[word] = reading }
    }
    return reading
  }

  private func read(_ word: String) -> RussianReading {
    if let reading = RussianLittleWords.all[word] { return reading }
    guard let spelling = RussianSpelling(word), spelling.count > 1 else { return .unknown }
    var reading = RussianReading([])
    reading.nouns = nouns(spelling)
    for noun in reading.nouns {
      reading.noun.formUnion(noun.forms(spelled: spelling))
      // «В году», «на счету»: a case that few nouns have.
      if reading.noun.meets(.masculine.intersection(.dative)), Self.locatives.contains(noun.lemma) {
        reading.noun.formUnion(.masculine.intersection(.prepositional))
      }
    }
    if !reading.nouns.isEmpty { reading.kinds.insert(.noun) }
    readAdjective(spelling, &reading)
    readVerb(spelling, &reading)
    if reading.kinds.isEmpty { readOpenNoun(spelling, &reading) }
    return reading.kinds.isEmpty ? .unknown : reading
  }

  /// The nouns that a word may be a form of.
  private func nouns(_ word: RussianSpelling) -> [RussianNoun] {
    let index = index.withLock { index in
      if let index { return index }
      let made = RussianNounIndex(lexicon)
      index = made
      return made
    }
    let found = index.nouns(word, lexicon)
    guard found.isEmpty else { return found }
    if let last = word.afterHyphen, last.count > 2 {
      let prefix = word.dropping(last.count)
      // Of «тип-зависимости» the first part is declined.
      guard RussianLittleWords.joined.contains(prefix.text) || nouns(prefix.dropping(1)).isEmpty
      else {
        return []
      }
      return nouns(last).map { $0.prefixed(prefix.text) }
    }
    for beginning in RussianLittleWords.beginnings where word.count > beginning.count + 4 {
      // «Видеоматериал», «киберугроза».
      guard word.text.hasPrefix(beginning),
        let rest = RussianSpelling(String(word.text.dropFirst(beginning.count)))
      else { continue }
      let found = index.nouns(rest, lexicon)
      if !found.isEmpty { return found.map { $0.prefixed(beginning) } }
    }
    return RussianSuffixes.noun(word).map { [$0] } ?? []
  }

  /// Endings that only nouns have, of whatever declension.
  private func readOpenNoun(_ word: RussianSpelling, _ reading: inout RussianReading) {
    guard word.count > 5 else { return }
    if word.ends(withOneOf: Self.instrumentalPlurals) {
      reading.noun = RussianForms.plural.intersection(.instrumental)
    } else if word.ends(withOneOf: Self.prepositionalPlurals) {
      reading.noun = RussianForms.plural.intersection(.prepositional)
    } else {
      return
    }
    reading.kinds.insert(.noun)
  }

  private static let locatives: Set<String> = [
    "год", "ряд", "вид", "берег", "край", "лес", "мост", "порт", "счет", "счёт", "пол", "снег",
    "угол", "час", "бой",
    "строй", "долг", "быт", "ход", "круг", "плен", "сад", "шкаф", "тыл", "верх", "низ", "род",
    "бок", "борт", "лоб", "лёд",
    "нос", "отпуск", "рай", "рот", "цвет", "чай", "шёлк", "мир", "мозг", "полк", "учёт", "аэропорт",
    "цех", "дом", "пост", "век", "луг", "пруд", "бор", "стог", "вал", "пар", "дым", "бег", "мыс",
    "торг",
    "дно",
  ]

  private static let instrumentalPlurals = RussianEnding.list("ами ями")
  private static let prepositionalPlurals = RussianEnding.list("ах ях")
}

extension RussianReader {
  /// The reading of what is no word.
  public static let nothing = RussianReading([])
}
