import Language

/// Finds numbers in figures and in words.
enum RussianNumberReader {
  static func number(
    at index: Int, _ passage: RussianPassage
  ) -> RussianCountedPhrase.Number? {
    let unit = passage.units[index]
    if unit.kind == .number { return figures(index, passage) }
    guard unit.kind == .word, unit.reading.isOneOf(.numeral), words[unit.word] != nil else {
      return nil
    }
    return inWords(index, passage)
  }

  private static func figures(
    _ index: Int, _ passage: RussianPassage
  ) -> RussianCountedPhrase.Number? {
    let digits = passage.words(index...index)
    guard var figure = figure(digits), !digits.hasPrefix("0") || !figure.isWhole else { return nil }
    var end = index
    if passage[end + 1]?.kind == .aside, passage[end + 1].map({ isNumber($0, passage) }) ?? false {
      end += 1
    }
    if let scale = passage[end + 1], scale.isWord(["тыс", "млн", "млрд", "трлн"]) {
      figure = Figure(1000)
      end += 1
    } else if let scale = passage[end + 1], scale.kind == .word, let value = words[scale.word],
      value.number >= 1000
    {
      // «5 тысяч ссылок»: the thousand governs, whatever its own case is.
      guard passage[end + 2]?.kind == .word else { return nil }
      figure = Figure(1000)
      end += 1
    }
    return RussianCountedPhrase.Number(
      units: index...end, figure: figure, cases: RussianCase.allCases)
  }

  /// Whether a bracket holds a number in words.
  private static func isNumber(_ unit: RussianUnit, _ passage: RussianPassage) -> Bool {
    let tokens = passage.text.tokens[unit.tokens].dropFirst().dropLast()
    return !tokens.isEmpty
      && tokens.allSatisfy { token in
        token.kind == .word
          && (words[token.lowercased] != nil || ones.contains(token.lowercased)
            || ["целых", "целая", "десятых"].contains(token.lowercased))
      }
  }

  private static func inWords(
    _ index: Int, _ passage: RussianPassage
  ) -> RussianCountedPhrase.Number? {
    var end = index
    while let next = passage[end + 1], next.kind == .word, words[next.word] != nil { end += 1 }
    if let next = passage[end + 1], next.isWord(ones), end >= index {
      // «Двадцать одно предписание».
      let cases = RussianCase.allCases.filter { next.reading.modifier.meets(RussianForms($0)) }
      return RussianCountedPhrase.Number(
        units: index...end + 1, figure: Figure(1), cases: cases)
    }
    guard let value = words[passage.units[end].word] else { return nil }
    // One number word alone before a noun in the singular may be «в два раза»: forms decide.
    let isCompound = end > index && value.number < 5
    return RussianCountedPhrase.Number(
      units: index...end,
      figure: Figure(isCompound ? 20 + value.number : value.number), cases: value.cases)
  }

  private static func figure(_ text: String) -> Figure? {
    var value = 0
    var decimals: Int?
    for scalar in text.unicodeScalars {
      if scalar == "," {
        decimals = 0
      } else if let digit = Int(String(scalar)) {
        guard value < 1_000_000_000_000 else { return nil }
        value = value * 10 + digit
        decimals = decimals.map { $0 + 1 }
      } else if !scalar.properties.isWhitespace {
        return nil
      }
    }
    return Figure(significand: value, decimals: decimals ?? 0)
  }

  static let ones: WordSet = [
    "один", "одного", "одному", "одним", "одном", "одна", "одной", "одну", "одно",
  ]

  /// Every form of the number words from two on, with what it says.
  static let words: [String: (number: Int, cases: [RussianCase])] = {
    var words: [String: (number: Int, cases: [RussianCase])] = [:]
    func add(_ word: String, _ number: Int, _ grammaticalCase: RussianCase) {
      for word in Set([word, Russian.withoutYo(word)]) {
        var known = words[word] ?? (number, [])
        if !known.cases.contains(grammaticalCase) { known.cases.append(grammaticalCase) }
        words[word] = known
      }
    }
    let tens = Array(stride(from: 30, through: 90, by: 10))
    let hundreds = Array(stride(from: 100, through: 900, by: 100))
    for grammaticalCase in RussianCase.allCases {
      for number in Array(2...20) + tens + hundreds {
        for gender in number == 2 ? [RussianGender.masculine, .feminine] : [.masculine] {
          add(
            Russian.words(number, case: grammaticalCase, gender: gender), number, grammaticalCase)
        }
        guard number < 5 else { continue }
        add(
          Russian.words(number, case: grammaticalCase, isAnimate: true), number, grammaticalCase)
      }
      for scale in [1000, 1_000_000, 1_000_000_000] {
        for count in [1, 2, 5] {
          let all = Russian.words(count * scale, case: grammaticalCase)
          if let word = all.split(separator: " ").last { add(String(word), 1000, .nominative) }
        }
      }
    }
    for (word, number) in words where number.number == 1000 {
      words[word] = (1000, RussianCase.allCases)
    }
    for (word, cases) in [
      ("несколько", [RussianCase.nominative, .accusative]), ("нескольким", [.dative]),
      ("несколькими", [.instrumental]), ("нескольких", [.genitive, .prepositional, .accusative]),
    ] {
      words[word] = (5, cases)
    }
    return words
  }()
}
