/// A word while it takes suffixes, one after another.
struct KazakhForm {
  private(set) var text: String
  private(set) var reading: KazakhReading
  private var possessive: KazakhPossessive?
  private var isBare = true
  private let stem: KazakhStem

  init(_ stem: KazakhStem) {
    self.stem = stem
    text = stem.base
    reading = stem.reading
    possessive = stem.isPossessed ? .third : nil
  }

  /// The whole form, with what stands before and after the inflected word.
  var whole: String { stem.before + text + stem.after }

  mutating func append(_ suffix: KazakhSuffix) {
    if stem.base.isEmpty || isBare && stem.isPossessed && suffix == .possessive(.third) { return }
    if isBare, stem.takesLinkingVowel, suffix != .case(.nominative) {
      text += "і"
      reading = KazakhReading(.front, .vowel)
    }
    let spelled = spelling(of: suffix)
    guard !spelled.isEmpty else { return }
    if isBare {
      text = stem.takesLinkingVowel ? text : stem.base(before: spelled)
      text += stem.joint
      isBare = false
    }
    text += spelled
    followSuffix(spelled)
    if case .possessive(let owner) = suffix { possessive = owner } else { possessive = nil }
  }

  private mutating func followSuffix(_ suffix: String) {
    let letters = Array(suffix.unicodeScalars)
    if let vowel = letters.last(where: \.isKazakhVowel) {
      let harmony: KazakhHarmony = "аыоұ".unicodeScalars.contains(vowel) ? .back : .front
      reading = KazakhReading(harmony, letters.last?.finalSound ?? .other)
    } else {
      reading.final = letters.last?.finalSound ?? .other
    }
  }

  /// а or е.
  private var open: String { reading.openHarmony == .back ? "а" : "е" }
  /// ы or і.
  private var close: String { reading.harmony == .back ? "ы" : "і" }

  private func spelling(of suffix: KazakhSuffix) -> String {
    switch suffix {
    case .plural: first("л", "л", "д", "д") + open + "р"
    case .possessive(let owner): spelling(of: owner)
    case .case(let grammaticalCase): spelling(of: grammaticalCase)
    case .attributive: locativeConsonants + (reading.openHarmony == .back ? "ағы" : "егі")
    case .temporal: velar(reading.harmony) + close
    case .similative: first("д", "д", "д", "д") + open + "й"
    case .belonging: first("н", "д", "д", "д") + "ікі"
    case .ordinal: (reading.final == .vowel ? "" : close) + "нш" + close
    }
  }

  private var afterThird: Bool { possessive == .third }
  private var locativeConsonants: String { afterThird ? "нд" : first("д", "д", "д", "д") }

  /// The first letter after a vowel, a glide or р й, a nasal or л, з ж; everything else takes т.
  private func first(_ vowel: String, _ glide: String, _ nasal: String, _ buzzing: String)
    -> String
  {
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

  private func spelling(of owner: KazakhPossessive) -> String {
    let link = reading.final == .vowel ? "" : close
    return switch owner {
    case .firstSingular: link + "м"
    case .firstPlural: link + "м" + close + "з"
    case .secondInformal: link + "ң"
    case .secondFormal: link + "ң" + close + "з"
    case .third: reading.final == .vowel ? "с" + close : close
    }
  }

  private func spelling(of grammaticalCase: KazakhCase) -> String {
    switch grammaticalCase {
    case .nominative: return ""
    case .genitive:
      return (reading.final == .nasal ? "н" : first("н", "д", "д", "д")) + close + "ң"
    case .dative:
      switch possessive {
      case .third: return "н" + open
      case .firstSingular, .secondInformal: return open
      default: return velar(reading.openHarmony) + open
      }
    case .accusative: return afterThird ? "н" : first("н", "д", "д", "д") + close
    case .locative: return locativeConsonants + open
    case .ablative:
      let isNasal = afterThird || reading.final == .nasal
      return (isNasal ? "н" : first("д", "д", "д", "д")) + open + "н"
    case .instrumental:
      switch reading.final {
      case .buzzing: return "бен"
      case .other: return "пен"
      default: return "мен"
      }
    }
  }
}
