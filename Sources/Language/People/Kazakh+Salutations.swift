extension Kazakh {
  /// Returns the salutation of one person by name: «Құрметті Ерлан Жақанұлы!»; Kazakh does not tell men from women.
  ///
  /// - Parameter name: first name and patronymic in the nominative.
  /// - Returns: the salutation with its exclamation mark.
  public static func salutation(_ name: String) -> String { "Құрметті " + name + "!" }

  /// Returns the salutation of several people by name: «Құрметті Айгүл Серікқызы және Ерлан Жақанұлы!».
  public static func salutation(toSeveral names: [String]) -> String { salutation(list(names)) }

  /// Returns the salutation of all who are called `noun`: «Құрметті депутаттар!».
  ///
  /// - Parameters:
  ///   - noun: a noun or phrase in the singular: «депутат», «Мәжіліс депутаты», «әріптес».
  ///   - lexicon: how abbreviations and names are read.
  /// - Returns: the salutation with its exclamation mark.
  public static func salutation(toAll noun: String, lexicon: ReadingLexicon = .builtIn) -> String {
    salutation(inflect(noun, number: .plural, lexicon: lexicon))
  }

  /// Returns the salutation of somebody by the office held: «Құрметті Министр мырза!», «Құрметті Төраға ханым!», of
  /// several «Құрметті депутат мырзалар мен ханымдар!».
  ///
  /// - Parameters:
  ///   - position: the office, in the singular.
  ///   - addressee: whether a man, a woman or several hold it.
  /// - Returns: the salutation with its exclamation mark.
  public static func salutation(position: String, to addressee: Addressee) -> String {
    let title =
      switch addressee {
      case .man: "мырза"
      case .woman: "ханым"
      case .several: "мырзалар мен ханымдар"
      }
    return salutation(position + " " + title)
  }
}
