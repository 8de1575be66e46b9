/// Words that are written with a hyphen.
enum Compounds {
  /// Whether two words joined by a hyphen, in small letters, are one.
  static func contains(_ joined: String) -> Bool {
    guard let hyphen = joined.firstIndex(of: "-") else { return false }
    return first.contains(String(joined[..<hyphen]))
      || second.contains(String(joined[joined.index(after: hyphen)...]))
      || beginnings.contains { joined.hasPrefix($0) }
  }

  /// Whether two words, in small letters, say nothing but the compound, so that even a dash with spaces joins them.
  static func isWhole(_ joined: String) -> Bool {
    joined.count { $0 == "-" } == 1 && whole.contains { joined.hasPrefix($0) }
  }

  private static let whole = [
    "премьер-министр", "вице-министр", "вице-премьер", "вице-президент", "экс-министр",
    "пресс-служб", "пресс-секретар", "пресс-релиз", "іс-қимыл", "іс-шара", "интернет-ресурс",
    "интернет-казино", "интернет-сайт", "веб-сайт", "онлайн-казино", "онлайн-платформ",
    "сондай-ақ",
  ]

  /// Whether a word, in small letters, stands in compounds only: «фельдшерско».
  static func isHalf(_ word: String) -> Bool { word.hasSuffix("ско") && word != "войско" }

  /// What makes a compound with the word after it.
  private static let first: WordSet = [
    "интернет", "экспресс", "веб", "вице", "экс", "пресс", "премьер", "кое", "іс", "из",
  ]

  /// What makes a compound with the word before it.
  private static let second: WordSet = ["то", "либо", "нибудь", "таки", "ақ"]

  private static let beginnings = [
    "онлайн-казино", "онлайн-плат", "онлайн-ресурс", "онлайн-реклам", "онлайн-ойын",
    "онлайн-сервис",
    "по-прежнему", "по-другому", "по-новому", "во-первых", "во-вторых", "в-третьих",
    "социально-экономич",
    "культурно-массов", "научно-", "нормативно-правов", "информационно-", "административно-",
    "әлеуметтік-экономикалық", "ғылыми-", "ақпараттық-коммуникациялық", "санитариялық-",
    "күш-жігер",
    "мал-мүлік", "оқу-әдістеме", "қол-аяқ", "сондай-", "осындай-",
  ]
}
