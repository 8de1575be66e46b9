/// A word while it takes suffixes, one after another.
struct KazakhForm {
  private(set) var reading: KazakhReading
  let stem: KazakhStem
  private var possessive: KazakhPossessive?
  private var isBare = true
  /// How the stem's end changed when the first suffix came.
  private var ending: KazakhStemChange.Ending?
  /// The bytes of the suffixes.
  private var suffixes: [UInt8] = []

  init(_ stem: KazakhStem) {
    self.stem = stem
    reading = stem.reading
    possessive = stem.isPossessed ? .third : nil
  }

  /// The whole form, with what stands before and after the inflected word.
  var whole: String {
    if isBare { return stem.text }
    let joint = stem.joint.utf8.count
    let end = stem.wordBytes.upperBound
    let capacity = stem.text.utf8.count + suffixes.count + joint + 8
    return stem.text.withBytes { text in
      String(unsafeUninitializedCapacity: capacity) { form in
        var count = end - Int(ending?.replaced ?? 0)
        _ = form.update(fromContentsOf: text[..<count])
        if let ending { count += ending.write(to: form[count...]) }
        if joint > 0 {
          form[count] = 0x2D
          count += 1
        }
        suffixes.withUnsafeBufferPointer { suffixes in
          _ = form[count...].update(fromContentsOf: suffixes)
        }
        count += suffixes.count
        if end < text.count {
          _ = form[count...].update(fromContentsOf: text[end...])
          count += text.count - end
        }
        return count
      }
    }
  }

  mutating func append(_ suffix: KazakhSuffix) {
    if stem.wordBytes.isEmpty { return }
    if isBare {
      if suffix == .case(.nominative) || stem.isPossessed && suffix == .possessive(.third) {
        return
      }
      if let changed = stem.change.reading { reading = changed }
      let pieces = spelling(of: suffix)
      let first = pieces.0.utf8CodeUnitCount == 0 ? pieces.1 : pieces.0
      ending = stem.change.ending(before: first)
      isBare = false
      suffixes.reserveCapacity(48)
      add(pieces)
    } else {
      add(spelling(of: suffix))
    }
    follow(suffix)
  }

  /// Appends letters that no rule of this type gives, after the stem cut as `ending` says.
  mutating func append(
    _ letters: StaticString, replacing ending: KazakhStemChange.Ending?, reading: KazakhReading
  ) {
    self.ending = ending
    isBare = false
    add((letters, "", ""))
    self.reading = reading
    possessive = nil
  }

  private mutating func add(_ pieces: (StaticString, StaticString, StaticString)) {
    add(pieces.0)
    add(pieces.1)
    add(pieces.2)
  }

  private mutating func add(_ piece: StaticString) {
    guard piece.utf8CodeUnitCount > 0 else { return }
    piece.withUTF8Buffer { suffixes.append(contentsOf: $0) }
  }

  /// а or е.
  private var open: StaticString { reading.openHarmony == .back ? "а" : "е" }
  /// ы or і.
  private var close: StaticString { reading.harmony == .back ? "ы" : "і" }
  /// The same before a consonant, nothing after a vowel.
  private var link: StaticString { reading.final == .vowel ? "" : close }

  /// The suffix in up to three pieces, of which the first or second begins it.
  private func spelling(of suffix: KazakhSuffix) -> (StaticString, StaticString, StaticString) {
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
  private var locative: StaticString { afterThird ? "нд" : first("д", "д", "д", "д") }

  /// The first letter after a vowel, a glide or р й, a nasal or л, з ж; everything else takes т.
  private func first(
    _ vowel: StaticString, _ glide: StaticString, _ nasal: StaticString, _ buzzing: StaticString
  ) -> StaticString {
    switch reading.final {
    case .vowel: vowel
    case .glide, .rhotic: glide
    case .lateral, .nasal: nasal
    case .buzzing: buzzing
    case .other: "т"
    }
  }

  private func velar(_ harmony: KazakhHarmony) -> StaticString {
    switch (harmony, reading.final) {
    case (.back, .other): "қ"
    case (.front, .other): "к"
    case (.back, _): "ғ"
    case (.front, _): "г"
    }
  }

  private func spelling(of owner: KazakhPossessive) -> (StaticString, StaticString, StaticString) {
    let isBack = reading.harmony == .back
    return switch owner {
    case .firstSingular: (link, "м", "")
    case .firstPlural: (link, isBack ? "мыз" : "міз", "")
    case .secondInformal: (link, "ң", "")
    case .secondFormal: (link, isBack ? "ңыз" : "ңіз", "")
    case .third: (reading.final == .vowel ? "с" : "", close, "")
    }
  }

  private func spelling(of grammaticalCase: KazakhCase) -> (
    StaticString, StaticString, StaticString
  ) {
    let isBack = reading.openHarmony == .back
    switch grammaticalCase {
    case .nominative: return ("", "", "")
    case .genitive:
      let onset: StaticString = reading.final == .nasal ? "н" : first("н", "д", "д", "д")
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
  func ending(before suffix: StaticString) -> Ending? {
    let (isVowel, isT) = suffix.withUTF8Buffer { bytes -> (Bool, Bool) in
      guard bytes.count >= 2 else { return (false, false) }
      // Suffixes begin with Cyrillic letters, two bytes each.
      let letter = Unicode.Scalar(UInt32(bytes[0] & 0x1F) << 6 | UInt32(bytes[1] & 0x3F))
      return (letter?.isKazakhVowel ?? false, letter == "т")
    }
    if isVowel { return beforeVowel }
    return isT ? beforeT ?? beforeOther : beforeOther
  }
}
