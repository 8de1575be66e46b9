/// A word while it takes suffixes, one after another.
struct KazakhForm {
  private var text = ""
  private(set) var reading: KazakhReading
  private var possessive: KazakhPossessive?
  private var isBare = true
  let stem: KazakhStem

  init(_ stem: KazakhStem) {
    self.stem = stem
    reading = stem.reading
    possessive = stem.isPossessed ? .third : nil
  }

  /// The whole form, with what stands before and after the inflected word.
  var whole: String {
    if isBare { return stem.text }
    let end = stem.text.utf8.count
    guard stem.wordBytes.upperBound < end else { return text }
    return text + stem.text.bytes(stem.wordBytes.upperBound..<end)
  }

  mutating func append(_ suffix: KazakhSuffix) {
    if stem.wordBytes.isEmpty { return }
    if isBare {
      if suffix == .case(.nominative) || stem.isPossessed && suffix == .possessive(.third) {
        return
      }
      if let changed = stem.change.reading { reading = changed }
      let pieces = spelling(of: suffix)
      take(stem.change.ending(before: pieces.0.isEmpty ? pieces.1 : pieces.0), joint: stem.joint)
      add(pieces)
    } else {
      add(spelling(of: suffix))
    }
    follow(suffix)
  }

  /// Appends letters that no rule of this type gives, after the stem cut as `ending` says.
  mutating func append(
    _ letters: String, replacing ending: KazakhStemChange.Ending?, reading: KazakhReading
  ) {
    take(ending, joint: stem.joint)
    text += letters
    self.reading = reading
    possessive = nil
  }

  private mutating func take(_ ending: KazakhStemChange.Ending?, joint: String) {
    text.reserveCapacity(stem.text.utf8.count + 32)
    let end = stem.wordBytes.upperBound - (ending?.replaced ?? 0)
    if end == stem.text.utf8.count { text += stem.text } else { text += stem.text.bytes(0..<end) }
    if let ending { text += ending.letters }
    text += joint
    isBare = false
  }

  private mutating func add(_ pieces: (String, String, String)) {
    text += pieces.0
    text += pieces.1
    if !pieces.2.isEmpty { text += pieces.2 }
  }

  /// а or е.
  private var open: String { reading.openHarmony == .back ? "а" : "е" }
  /// ы or і.
  private var close: String { reading.harmony == .back ? "ы" : "і" }
  /// The same before a consonant, nothing after a vowel.
  private var link: String { reading.final == .vowel ? "" : close }

  /// The suffix in up to three pieces, of which the first or second begins it.
  private func spelling(of suffix: KazakhSuffix) -> (String, String, String) {
    let isBack = reading.openHarmony == .back
    switch suffix {
    case .plural: return (first("л", "л", "д", "д"), isBack ? "ар" : "ер", "")
    case .possessive(let owner): return spelling(of: owner)
    case .case(let grammaticalCase): return spelling(of: grammaticalCase)
    case .attributive: return (locative, isBack ? "ағы" : "егі", "")
    case .temporal: return (velar(reading.harmony), close, "")
    case .similative: return (first("д", "д", "д", "д"), isBack ? "ай" : "ей", "")
    case .belonging: return (first("н", "д", "д", "д"), "ікі", "")
    case .ordinal(.short): return ("ш", close, "")
    case .ordinal(.full): return (close, "нш", close)
    case .ordinal: return (link, "нш", close)
    case .collective: return (reading.harmony == .back ? "ау" : "еу", "", "")
    }
  }

  private mutating func follow(_ suffix: KazakhSuffix) {
    let harmony = reading.harmony
    let openHarmony = reading.openHarmony
    possessive = nil
    reading =
      switch suffix {
      case .plural: KazakhReading(openHarmony, .rhotic)
      case .possessive(let owner): KazakhReading(harmony, owner.finalSound)
      case .case(.nominative): reading
      case .case(.genitive): KazakhReading(harmony, .nasal)
      case .case(.accusative): KazakhReading(harmony, .vowel)
      case .case(.dative), .case(.locative): KazakhReading(openHarmony, .vowel)
      case .case(.ablative): KazakhReading(openHarmony, .nasal)
      case .case(.instrumental): KazakhReading(.front, .nasal)
      case .attributive: KazakhReading(openHarmony, .vowel)
      case .temporal, .ordinal: KazakhReading(harmony, .vowel)
      case .similative: KazakhReading(openHarmony, .rhotic)
      case .belonging: KazakhReading(.front, .vowel)
      case .collective: KazakhReading(harmony, .glide)
      }
    if case .possessive(let owner) = suffix { possessive = owner }
  }

  private var afterThird: Bool { possessive == .third }
  private var locative: String { afterThird ? "нд" : first("д", "д", "д", "д") }

  /// The first letter after a vowel, a glide or р й, a nasal or л, з ж; everything else takes т.
  private func first(
    _ vowel: String, _ glide: String, _ nasal: String, _ buzzing: String
  ) -> String {
    switch reading.final {
    case .vowel: vowel
    case .glide, .rhotic: glide
    case .lateral, .nasal: nasal
    case .buzzing: buzzing
    case .other: "т"
    }
  }

  private func velar(_ harmony: KazakhHarmony) -> String {
    switch (harmony, reading.final) {
    case (.back, .other): "қ"
    case (.front, .other): "к"
    case (.back, _): "ғ"
    case (.front, _): "г"
    }
  }

  private func spelling(of owner: KazakhPossessive) -> (String, String, String) {
    let isBack = reading.harmony == .back
    return switch owner {
    case .firstSingular: (link, "м", "")
    case .firstPlural: (link, isBack ? "мыз" : "міз", "")
    case .secondInformal: (link, "ң", "")
    case .secondFormal: (link, isBack ? "ңыз" : "ңіз", "")
    case .third: (reading.final == .vowel ? "с" : "", close, "")
    }
  }

  private func spelling(of grammaticalCase: KazakhCase) -> (String, String, String) {
    let isBack = reading.openHarmony == .back
    switch grammaticalCase {
    case .nominative: return ("", "", "")
    case .genitive:
      let onset = reading.final == .nasal ? "н" : first("н", "д", "д", "д")
      return (onset, close, "ң")
    case .dative:
      switch possessive {
      case .third: return ("н", open, "")
      case .firstSingular, .secondInformal: return (open, "", "")
      default: return (velar(reading.openHarmony), open, "")
      }
    case .accusative: return afterThird ? ("н", "", "") : (first("н", "д", "д", "д"), close, "")
    case .locative: return (locative, open, "")
    case .ablative:
      let isNasal = afterThird || reading.final == .nasal
      return (isNasal ? "н" : first("д", "д", "д", "д"), isBack ? "ан" : "ен", "")
    case .instrumental:
      switch reading.final {
      case .buzzing: return ("бен", "", "")
      case .other: return ("пен", "", "")
      default: return ("мен", "", "")
      }
    }
  }
}

extension KazakhPossessive {
  /// The last sound of the suffix.
  fileprivate var finalSound: KazakhFinalSound {
    switch self {
    case .firstSingular, .secondInformal: .nasal
    case .firstPlural, .secondFormal: .buzzing
    case .third: .vowel
    }
  }
}

extension KazakhStemChange {
  /// What the word's end becomes before a suffix that begins so.
  func ending(before suffix: String) -> Ending? {
    guard let letter = suffix.unicodeScalars.first else { return nil }
    if letter.isKazakhVowel { return beforeVowel }
    return letter == "т" ? beforeT ?? beforeOther : beforeOther
  }
}
