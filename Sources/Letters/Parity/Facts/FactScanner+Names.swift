import Language

extension FactScanner {
  // MARK: People

  /// «Қ. Жақсылықов», «А. Б. Нұрланов», «Турганбаев А.», «Нурланову А. Б.».
  mutating func person() -> Bool {
    let first = position
    guard tokens[first].isCapitalized else { return false }
    // «I. Анықталған …»: the number of a part.
    let isPart = first == 0 && romanNumeral(0) != nil
    if let (initials, end) = initials(first), let surname = token(end), isSurname(end),
      surname.gap != .line, !isPart || looksLikeSurname(end)
    {
      return addPerson(initials, end, first..<end + 1)
    }
    guard isSurname(first), let next = token(first + 1), next.gap != .none, next.gap != .line,
      let (initials, end) = initials(first + 1)
    else { return false }
    // «Министр А. Сарсенов»: the initials are those of what follows.
    if isSurname(end), token(end)?.gap != .line, !looksLikeSurname(first) || looksLikeSurname(end),
      !isMark(end - 1, ",")
    {
      if !(looksLikeSurname(first) && !looksLikeSurname(end)) { return false }
    }
    return addPerson(initials, first, first..<end)
  }

  private mutating func addPerson(_ initials: [String], _ surname: Int, _ range: Range<Int>) -> Bool
  {
    var name = PersonName(
      initials: initials, surname: tokens[surname].lowercased, language)
    name.surnameTokens = surname..<surname + 1
    add(.person, .person(names.person(name)), range) { $0.person = name }
    return true
  }

  /// One to three capitals with full stops.
  private func initials(_ first: Int) -> (initials: [String], end: Int)? {
    var initials: [String] = []
    var index = first
    while initials.count < 3, let token = token(index), token.isCapitalized,
      token.text.unicodeScalars.count == 1 || token.lowercased == "дж", isMark(index + 1, "."),
      isJoined(index + 1), index == first || token.gap != .line
    {
      initials.append(token.lowercased)
      index += 2
    }
    return initials.isEmpty ? nil : (initials, index)
  }

  private func isSurname(_ index: Int) -> Bool {
    guard let token = token(index), token.isCapitalized, !token.isAbbreviation else { return false }
    return token.text.unicodeScalars.count > 2
  }

  private func looksLikeSurname(_ index: Int) -> Bool {
    let word = tokens[index].lowercased
    return Self.surnameEndings.contains { word.hasSuffix($0) }
  }

  private static let surnameEndings = [
    "ов", "ев", "ин", "ова", "ева", "ина", "ову", "еву", "ину", "овой", "евой", "иной", "ым",
    "ский", "ская", "скому",
    "ской", "бек", "беку", "бай", "баю", "хан", "хану", "ұлы", "қызы", "ко", "ов",
  ]

  // MARK: Abbreviations

  /// «ІІМ», «АЖ-ға»: capitals among small letters.
  mutating func abbreviation() {
    let token = tokens[position]
    let (letters, hasEnding) = capitals(token)
    guard (2...8).contains(letters), hasEnding || !isInCapitals(position), !isQuoted(position),
      !(letters < 3 && romanNumeral(position) != nil)
    else { return }
    let text = String(String.UnicodeScalarView(token.text.unicodeScalars.prefix(letters)))
    let known = names.abbreviation(text)
    add(.abbreviation, .abbreviation(known ?? text), position..<position + 1) {
      $0.isSure = known != nil
    }
  }

  /// How many capitals a word begins with, if nothing but an ending follows.
  private func capitals(_ token: TokenizedText.Token) -> (count: Int, hasEnding: Bool) {
    var count = 0
    for scalar in token.text.unicodeScalars {
      if scalar.isHyphen { return (count, true) }
      guard scalar.properties.isUppercase else { return (0, false) }
      count += 1
    }
    return (count, false)
  }

  /// Whether the words beside it are in capitals as well: a heading.
  private func isInCapitals(_ index: Int) -> Bool {
    let words = [index - 1, index + 1].compactMap { token($0) }.filter { $0.kind == .word }
    let others = words.filter { $0.text.unicodeScalars.count > 3 }
    if others.isEmpty {
      return tokens.count { $0.kind == .word } == 1
    }
    return others.allSatisfy(\.isAbbreviation)
  }

  private func isQuoted(_ index: Int) -> Bool {
    quotations.contains { $0.contains(index) }
  }

  // MARK: Quotations

  /// The outermost quotations; a quote that is not closed opens none.
  func findQuotations() -> [ClosedRange<Int>] {
    var found: [ClosedRange<Int>] = []
    var open: (index: Int, closing: Character)?
    var depth = 0
    for index in tokens.indices where tokens[index].kind == .mark {
      guard let mark = tokens[index].text.first else { continue }
      if let (start, closing) = open {
        if mark == "«", closing == "»" {
          depth += 1
        } else if mark == closing || closing == "”" && mark == "“" {
          if depth > 0 {
            depth -= 1
          } else {
            if index > start + 1 { found.append(start...index) }
            open = nil
          }
        }
        continue
      }
      switch mark {
      case "«": open = (index, "»")
      case "“", "„": open = (index, "”")
      case "\"" where isNumber(index - 1) == false || tokens[index].gap != .none:
        open = (index, "\"")
      default: break
      }
    }
    return found
  }

  /// Adds what a quotation names, and goes on within it.
  mutating func quotation(_ range: ClosedRange<Int>) {
    let inner = range.lowerBound + 1..<range.upperBound
    // «15» желтоқсан
    if inner.count == 1, isNumber(inner.lowerBound),
      sense(range.upperBound + 1)?.month != nil
    {
      return
    }
    let words = text.words(in: text.range(inner.lowerBound...(inner.upperBound - 1)))
    let known = names.act(words)
    let kind = known?.kind ?? actKind(of: range)
    let position = self.position
    if known != nil || kind != nil {
      add(.act, .act(kind, id: known?.id), range.lowerBound..<range.upperBound + 1) {
        $0.isSure = known != nil
      }
    } else {
      let isLatin = words.unicodeScalars.allSatisfy { !$0.isLetterOfWord || $0.value < 0x370 }
      add(
        .name, .name(isLatin ? NameText.key(words) : Self.nameSkeleton(words)),
        range.lowerBound..<range.upperBound + 1
      ) { $0.isSure = isLatin }
    }
    self.position = position
  }

  private static func nameSkeleton(_ words: String) -> String {
    NameText.key(words).split(separator: " ").map { PersonName.skeleton(String($0)) }
      .joined(separator: " ")
  }

  /// The kind of the act that a quotation is the title of: the noun behind it in Kazakh, before it in Russian.
  private func actKind(of range: ClosedRange<Int>) -> LegalAct.Kind? {
    switch language {
    case .kk:
      let isTitle = isWord(range.upperBound - 1, "туралы") || isMark(range.upperBound - 1, ")")
      var index = range.upperBound + 1
      while let token = token(index), index < range.upperBound + 20, !token.isMark("«"),
        !token.isMark("."), !token.isMark(";")
      {
        if let act = sense(index)?.act {
          let isOwned = sense(index)?.ending.contains(.possessive) ?? false
          return isTitle || index == range.upperBound + 1 && isOwned ? act : nil
        }
        if token.isMark("("), !isTitle { return nil }
        index += 1
      }
      return nil
    case .ru:
      let isTitle = isWord(range.lowerBound + 1, "о", "об", "обо")
      var index = range.lowerBound - 1
      while let token = token(index), index > range.lowerBound - 30, !token.isMark("»") {
        if let act = sense(index)?.act {
          return isTitle || index == range.lowerBound - 1 ? act : nil
        }
        index -= 1
      }
      return nil
    }
  }

  /// Marks the dates and numbers that belong to a cited act: «Закон … от 12 января 2007 года № 219-III».
  mutating func markActs() {
    for index in facts.indices where facts[index].kind == .reference {
      let number = facts[index].tokens
      guard let date = facts[..<index].lastIndex(where: { $0.kind == .date }),
        number.lowerBound - facts[date].tokens.upperBound < 3,
        names(act: facts[date].tokens, number)
      else { continue }
      facts[date].isOfAct = true
      facts[index].isOfAct = true
    }
  }

  private func names(act date: Range<Int>, _ number: Range<Int>) -> Bool {
    switch language {
    case .kk:
      return (number.upperBound..<min(number.upperBound + 24, tokens.count)).lazy
        .prefix { !isMark($0, ".") && !isMark($0, ";") }.contains { sense($0)?.act != nil }
    case .ru:
      return (max(0, date.lowerBound - 24)..<date.lowerBound).reversed().lazy
        .prefix { !isMark($0, ".") && !isMark($0, ";") && !isMark($0, "»") }
        .contains { sense($0)?.act != nil }
    }
  }
}
