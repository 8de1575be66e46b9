extension Russian {
  /// Returns a position before a name, both in the case of the whole: «Министру Балаевой А. Г.».
  ///
  /// The position keeps its own gender, also before a woman's name.
  ///
  /// - Parameters:
  ///   - name: who holds the position.
  ///   - position: the position in the nominative: «Министр информации», «Первый заместитель акима».
  ///   - format: how the name is written.
  ///   - case: the case of the whole.
  ///   - lexicon: the nouns that are known.
  /// - Returns: both, joined by a space; `nil` if the position cannot be declined.
  public static func titled(
    _ name: RussianPersonName, position: String,
    _ format: RussianPersonName.Format = .surnameInitials, case: RussianCase = .nominative,
    lexicon: RussianLexicon = .builtIn
  ) -> String? {
    RussianPhrase(position, lexicon: lexicon, isAnimate: true).map {
      $0.form(.singular, `case`) + " " + name.form(format, case: `case`)
    }
  }
}
