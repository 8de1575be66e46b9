extension Russian {
  /// A noun of the grammar's own phrases, such as «квартал» or «статья», which lexicon and rules can decline; the tests
  /// of those phrases see to it that they do.
  static func own(_ word: String) -> RussianNoun {
    noun(word) ?? RussianNoun(indeclinable: word, .masculine)
  }
}
