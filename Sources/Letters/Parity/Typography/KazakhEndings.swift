/// Endings that Kazakh writes on to figures, abbreviations and quoted names.
enum KazakhEndings {
  /// Whether `word`, in small letters, is such an ending and no word.
  static func contains(_ word: String) -> Bool {
    EndingTable.isEnding(word) || derived.contains(word)
  }

  /// Those that make a new word: «ІІМ-лік», «500-ші».
  private static let derived: WordSet = [
    "лық", "лік", "дық", "дік", "тық", "тік", "шы", "ші", "ншы", "нші", "ыншы", "інші", "сыз",
    "сіз", "лы", "лі", "дай", "дей", "тай", "тей",
  ]
}
