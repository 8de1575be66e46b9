/// A word without stress of its own that takes its form from the word before it.
public enum KazakhParticle: String, Hashable, Sendable, CaseIterable {
  /// And, with: мен, бен, пен.
  case with
  /// Too: да, де, та, те.
  case also
  /// Asks: ма, ме, ба, бе, па, пе.
  case question
}

extension Kazakh {
  /// Returns the form that `particle` has after `text`: «пен» after «ресурс», «бен» after «наурыз».
  ///
  /// - Parameters:
  ///   - particle: which particle.
  ///   - text: the words before it, already inflected.
  ///   - lexicon: how abbreviations and names are read.
  /// - Returns: the particle alone; it is written as a separate word.
  public static func particle(
    _ particle: KazakhParticle, after text: String, lexicon: ReadingLexicon = .builtIn
  ) -> String {
    let reading = KazakhStem(text, lexicon: lexicon).reading
    let open = reading.harmony == .back ? "а" : "е"
    switch (particle, reading.final) {
    case (.with, .buzzing): return "бен"
    case (.with, .other): return "пен"
    case (.with, _): return "мен"
    case (.also, .other): return "т" + open
    case (.also, _): return "д" + open
    case (.question, .nasal), (.question, .buzzing): return "б" + open
    case (.question, .other): return "п" + open
    case (.question, _): return "м" + open
    }
  }

  /// Joins two things with мен, бен or пен: «интернет-ресурс пен сілтеме».
  ///
  /// Suffixes of the whole go on to the second: the result can be inflected or counted like one noun.
  public static func pair(
    _ first: String, _ second: String, lexicon: ReadingLexicon = .builtIn
  ) -> String {
    first + " " + particle(.with, after: first, lexicon: lexicon) + " " + second
  }

  /// Lists `items` with «және» before the last: «БП, ІІМ, МСМ және ҚМА».
  public static func list(_ items: [String]) -> String { joined(items, by: "және") }
}

/// Commas between `items`, and `conjunction` without one before the last.
func joined(_ items: [String], by conjunction: String) -> String {
  guard items.count > 1, let last = items.last else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " " + conjunction + " " + last
}
