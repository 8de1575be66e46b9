/// Tells what each paragraph of a letter is, by its words and its place.
struct RequisiteFinder {
  private let raw: [RawParagraph]
  private let texts: [ReadText]
  private let language: LetterLanguage

  init(_ raw: [RawParagraph], _ texts: [ReadText], _ language: LetterLanguage) {
    self.raw = raw
    self.texts = texts
    self.language = language
  }

  func requisites() -> [Requisite] {
    var requisites = [Requisite](repeating: .text, count: raw.count)
    for index in raw.indices {
      if raw[index].isMarginal {
        requisites[index] = raw[index].isRow ? .tableRow : .mark
      } else if raw[index].isRow, !texts[index].isNumber, !texts[index].isSignature {
        requisites[index] = .tableRow
      } else if !raw[index].listLabel.isEmpty || texts[index].label != nil {
        requisites[index] = .listItem
      }
    }
    let start = textStart(requisites)
    head(..<start, &requisites)
    foot(start, &requisites)
    return requisites
  }

  // MARK: Above the text

  /// The first paragraph of the letter's own text.
  private func textStart(_ requisites: [Requisite]) -> Int {
    if let salutation = raw.indices.prefix(30).first(where: isSalutation) {
      // A heading may stand between the salutation and the text, never the addressee.
      return salutation + 1
    }
    return raw.indices.first { index in
      requisites[index] != .mark && texts[index].isSentence
    } ?? raw.count
  }

  private func head(_ range: PartialRangeUpTo<Int>, _ requisites: inout [Requisite]) {
    let end = range.upperBound
    let number =
      (0..<end).last { texts[$0].hasBlank } ?? (0..<end).first(where: isOwnNumber)
    var start = 0
    if let number, hasBothLanguages(0..<number) {
      for index in 0..<number where requisites[index] != .mark { requisites[index] = .letterhead }
      start = number
    }
    var isReference = false
    for index in start..<end where requisites[index] != .mark {
      if isSalutation(index) {
        requisites[index] = .salutation
      } else if isReference, continuesReference(index), !texts[index].isNumber {
        requisites[index] = .reference
        continue
      } else if index == number || isOwnNumber(index) {
        requisites[index] = .number
      } else if beginsReference(index) {
        requisites[index] = .reference
        isReference = true
        continue
      } else if isHeading(index, end) {
        requisites[index] = .heading
      } else {
        requisites[index] = .addressee
      }
      isReference = false
    }
  }

  private func hasBothLanguages(_ range: Range<Int>) -> Bool {
    func holds(_ heads: WordSet) -> Bool {
      texts[range].contains { text in
        text.tokens.contains { $0.kind == .word && heads.contains($0.lowercased) }
      }
    }
    return holds(Self.kazakhHeads) && holds(Self.russianHeads)
  }

  private static let kazakhHeads: WordSet = [
    "республикасы", "республикасының", "министрлігі", "министрлігінің", "агенттігі", "комитеті",
    "орынбасары", "үкіметі",
  ]
  private static let russianHeads: WordSet = [
    "республики", "министерство", "министерства", "агентство", "комитет", "заместитель",
    "правительство",
  ]

  /// A line of nothing but the letter's own number and date: «№ 12-34/567», «18 ноября 2024 года», «2024 жылғы 18 қараша».
  private func isOwnNumber(_ index: Int) -> Bool {
    let tokens = texts[index].tokens
    guard let first = tokens.first, tokens.count < 16 else { return false }
    if first.isMark("№") {
      // «№ 2 ХАТТАМАДАН ҮЗІНДІ» is a heading.
      let isHeading = tokens.contains { $0.isAbbreviation && $0.text.unicodeScalars.count > 4 }
      return !isHeading && !(index > 0 && beginsReference(index - 1))
    }
    guard first.kind == .number else { return false }
    switch language {
    case .kk:
      guard tokens.count > 3, tokens[1].lowercased == "жылғы" else { return false }
      return Self.kazakhMonths.contains(tokens[3].lowercased)
    case .ru:
      guard tokens.count > 2 else { return false }
      return Self.russianMonths.contains(tokens[1].lowercased) && tokens[2].kind == .number
    }
  }

  private static let kazakhMonths: WordSet = [
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан",
    "қараша",
    "желтоқсан",
  ]
  private static let russianMonths: WordSet = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
    "ноября",
    "декабря",
  ]

  private func isSalutation(_ index: Int) -> Bool { texts[index].salutation == language }

  private func beginsReference(_ index: Int) -> Bool {
    let text = raw[index].text
    let words = texts[index].tokens
    guard words.count < 40 else { return false }
    switch language {
    case .ru:
      if text.hasPrefix("На N") || text.hasPrefix("На исх") { return true }
      // «На № 5», «На письма № 5 от …».
      return words.first?.lowercased == "на"
        && words.prefix(5).dropFirst().contains { $0.isMark("№") }
    case .kk:
      if text.hasPrefix("Сіздің №") || text.hasPrefix("Сіздің 20") { return true }
      return words.first?.kind == .number && words.count > 1 && words[1].lowercased.hasPrefix("жыл")
        && !text.hasSuffix(".") && !isOwnNumber(index)
    }
  }

  private func continuesReference(_ index: Int) -> Bool {
    let text = raw[index].text
    return texts[index].tokens.count < 16
      && ["№", "от ", "N ", "и №", "және №", "және 20"].contains { text.hasPrefix($0) }
  }

  /// The letter's subject: right above the text or the salutation, without a full stop.
  private func isHeading(_ index: Int, _ end: Int) -> Bool {
    let words = texts[index].tokens.filter { $0.kind == .word }
    // «ПРЕДПИСАНИЕ»: what kind of document this is.
    if texts[index].tokens.count == 1, words.count == 1, words[0].isAbbreviation,
      words[0].text.unicodeScalars.count > 5
    {
      return true
    }
    guard (index + 1..<max(index + 1, end)).allSatisfy(isSalutation),
      let last = raw[index].text.last, last != ","
    else { return false }
    guard words.count > 2 else { return false }
    switch language {
    case .kk:
      return words.contains {
        $0.lowercased == "туралы" || $0.lowercased == "жөнінде" || $0.lowercased == "бойынша"
      }
    case .ru:
      return words.contains { ["о", "об", "обо", "касательно", "по"].contains($0.lowercased) }
    }
  }

  // MARK: Below the text

  private func foot(_ start: Int, _ requisites: inout [Requisite]) {
    guard start < raw.count else { return }
    var hasExecutor = false
    for index in start..<raw.count where requisites[index] != .mark {
      if texts[index].isExecutor {
        requisites[index] = .executor
        hasExecutor = true
      } else if texts[index].isAnnexMark {
        requisites[index] = .annexMark
      } else if hasExecutor, isAnnexHeading(index), requisites[index] != .listItem {
        var heading = index
        while heading < raw.count, !raw[heading].isRow, !texts[heading].isSentence,
          heading < index + 8
        {
          requisites[heading] = .annexHeading
          heading += 1
        }
        annexStart(before: index, &requisites)
        break
      } else if texts[index].isSignature {
        requisites[index] = .signatory
      } else if texts[index].isMark {
        requisites[index] = .mark
      }
    }
    positionLines(start, &requisites)
    phoneAfterExecutor(start, &requisites)
  }

  private func isAnnexHeading(_ index: Int) -> Bool {
    let words = texts[index].tokens.filter { $0.kind == .word }
    guard words.count < 30 else { return false }
    switch language {
    case .kk: return words.last.map { $0.lowercased == "қосымша" } ?? false
    case .ru:
      guard words.first?.lowercased == "приложение" else { return false }
      return words.count < 2 || words[1].lowercased == "к"
    }
  }

  /// Of a Kazakh annex the word «қосымша» comes last, below the letter's own name.
  private func annexStart(before index: Int, _ requisites: inout [Requisite]) {
    var first = index - 1
    while first > 0, requisites[first] == .text, texts[first].length < 80, !texts[first].isMark {
      requisites[first] = .annexHeading
      first -= 1
    }
  }

  /// A position that stands in lines of its own above the name.
  private func positionLines(_ start: Int, _ requisites: inout [Requisite]) {
    guard let signatory = requisites.indices.last(where: { requisites[$0] == .signatory }) else {
      return
    }
    var index = signatory - 1
    while index > start, requisites[index] == .text, texts[index].length < 80,
      let last = raw[index].text.last, last.isLetter || last == ","
    {
      requisites[index] = .signatory
      index -= 1
    }
  }

  /// A telephone in a line of its own below the executor.
  private func phoneAfterExecutor(_ start: Int, _ requisites: inout [Requisite]) {
    guard let executor = requisites.indices.last(where: { requisites[$0] == .executor }) else {
      return
    }
    var index = executor + 1
    while index < raw.count, requisites[index] == .text, texts[index].length < 60,
      raw[index].text.contains(where: \.isNumber) || raw[index].text.contains("@")
    {
      requisites[index] = .executor
      index += 1
    }
  }
}
