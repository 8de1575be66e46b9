import Letters

/// The order of names in a list, by the alphabet of the reader: Ә stands after А, Ы after Ү.
struct AlphabetOrder: Sendable {
  private let places: [Unicode.Scalar: Int]

  private static let kazakh = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
  private static let russian = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"

  init(_ language: LetterLanguage) {
    let letters = (language == .kk ? Self.kazakh : Self.russian).unicodeScalars
    places = Dictionary(uniqueKeysWithValues: letters.enumerated().map { ($1, $0 + 0x400) })
  }

  /// What texts are compared by: their letters and digits, whatever the case; what stands between them counts as a space.
  func key(of text: String) -> [Int] {
    var key: [Int] = []
    for scalar in text.lowercased().unicodeScalars {
      if let place = places[scalar] {
        key.append(place)
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        // Latin letters and digits before Cyrillic ones, all others behind.
        key.append(scalar.value < 0x400 ? Int(scalar.value) : Int(scalar.value) + 0x400)
      } else if let last = key.last, last != 0x20 {
        key.append(0x20)
      }
    }
    return key
  }
}
