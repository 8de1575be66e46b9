extension RussianLexicon {
  /// The nouns that letters of state bodies use, and common nouns that no rule gets right.
  ///
  /// Its index is made when a noun is first asked for, and a line is read when its own noun is.
  public static let builtIn = RussianLexicon(trusting: nounsTable, peopleTable, commonTable)
}
