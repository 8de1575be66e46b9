import Synchronization

extension Russian {
  /// The nouns that were asked for: as many as the grammar's phrases have.
  private static let known = Mutex<[String: RussianNoun]>([:])

  /// A noun of the grammar's own phrases, such as «квартал» or «статья», which lexicon and rules can decline; the tests
  /// of those phrases see to it that they do.
  static func own(_ word: String) -> RussianNoun {
    if let noun = known.withLock({ $0[word] }) { return noun }
    let noun = noun(word) ?? RussianNoun(indeclinable: word, .masculine)
    known.withLock { $0[word] = noun }
    return noun
  }
}
