import Language

/// The endings of nouns and numbers in all of their spellings: tells what an ending means even where it is the wrong one for its word.
enum EndingTable {
  /// What an ending that is spelled so can be, the likeliest first: «ға» is the dative, «ларының» the genitive of
  /// somebody's several.
  static func meanings(of ending: String) -> [[KazakhSuffix]] {
    (spelled[ending] ?? []).map { all[Int($0)] }
  }

  static func isEnding(_ text: String) -> Bool { spelled[text] != nil }

  /// How `suffixes` are spelled after a word that is read so.
  static func spelling(of suffixes: [KazakhSuffix], after reading: KazakhReading) -> String? {
    samples[reading].flatMap { spelling(of: suffixes, after: $0) }
  }

  private static func spelling(of suffixes: [KazakhSuffix], after stem: KazakhStem) -> String? {
    Kazakh.attach(suffixes, to: stem).map { String($0.dropFirst(stem.text.count + 1)) }
  }

  /// A number, abbreviation or name of each reading: a hyphen parts it from its endings.
  private static let samples: [KazakhReading: KazakhStem] = Dictionary(
    ["6", "ҚазҰУ", "QR", "Google", "10", "9", "40", "2", "50", "1", "0", "80", "8", "3"].map {
      let stem = KazakhStem($0)
      return (stem.reading, stem)
    }, uniquingKeysWith: { first, _ in first })

  /// The meanings, the likelier ones first.
  private static let all: [[KazakhSuffix]] = {
    let cases: [[KazakhSuffix]] =
      [.genitive, .dative, .accusative, .locative, .ablative, .instrumental].map { [.case($0)] }
    let ends: [[KazakhSuffix]] = [[]] + cases + [[.attributive]]
    let owners: [[KazakhSuffix]] = [.third, .firstPlural, .secondFormal].map { [.possessive($0)] }
    var all = Array(ends.dropFirst())
    for owner in owners { all += ends.map { owner + $0 } }
    all += ends.map { [.plural] + $0 }
    for owner in owners { all += ends.map { [.plural] + owner + $0 } }
    all += [[.temporal], [.ordinal(.short)], [.ordinal(.full)], [.ordinal(.spoken)], [.similative]]
    all += ends.map { [.collective, .possessive(.third)] + $0 }
    return all
  }()

  private static let spelled: [String: [UInt8]] = {
    var spelled: [String: [UInt8]] = [:]
    for (index, suffixes) in all.enumerated() {
      for stem in samples.values {
        guard let text = spelling(of: suffixes, after: stem) else { continue }
        if spelled[text]?.last != UInt8(index) { spelled[text, default: []].append(UInt8(index)) }
      }
    }
    // What is written for a dative by those who spell by ear, and after what they take for «министрлігі».
    for text in ["га", "ка", "ғе", "қе", "на", "не"] {
      spelled[text, default: []].append(1)
    }
    return spelled
  }()
}
