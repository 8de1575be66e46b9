import Diagnostics
import Language

/// Whether the numbers of a block count the same things in both languages, and whether the number of documents belongs to the same number of resources (`N2`).
struct CountComparison {
  let letters: AlignedLetters
  let kk: [LetterParagraph]
  let ru: [LetterParagraph]

  typealias Match = (kk: FactComparison.Stated, ru: FactComparison.Stated)

  /// The numbers that count different things, of the `matches` that both sides state; where these are all the facts (`isComplete`), their pairs too, from the facts of each paragraph.
  func findings(
    _ matches: [Match], _ isComplete: Bool, _ facts: [LetterLanguage: LetterFacts]
  ) -> [Diagnostic] {
    let differing = isComplete ? pairs(facts) : []
    guard differing.isEmpty else { return differing }
    let things = matches.compactMap { thing($0, among: matches) ?? direction($0) }
    guard things.isEmpty, isComplete else { return things }
    return exchanged(facts)
  }

  // MARK: Order

  /// Two numbers that changed places where the languages keep their order: in an enumeration, or among numbers of one thing.
  private func exchanged(_ facts: [LetterLanguage: LetterFacts]) -> [Diagnostic] {
    guard kk.count == 1, ru.count == 1, let kk = kk.first, let ru = ru.first else { return [] }
    func numbers(_ paragraph: LetterParagraph, _ language: LetterLanguage) -> [Fact] {
      (facts[language]?[paragraph] ?? []).filter { $0.kind == .number && !$0.isOrdinal }
    }
    let (left, right) = (numbers(kk, .kk), numbers(ru, .ru))
    guard left.count == right.count, Set(left.map(\.value)).count == left.count else { return [] }
    let places = left.indices.filter { left[$0].value != right[$0].value }
    guard places.count == 2, left[places[0]].value == right[places[1]].value,
      left[places[1]].value == right[places[0]].value
    else { return [] }
    let kkPair = [left[places[0]], left[places[1]]]
    let ruPair = [right[places[0]], right[places[1]]]
    // «3,45 млрд» stands in brackets in both, wherever the brackets stand.
    let inBrackets = kkPair.map { kk.text.isBracketed($0.tokens.lowerBound) }
    guard
      inBrackets[0] == inBrackets[1]
        || inBrackets != ruPair.reversed().map({ ru.text.isBracketed($0.tokens.lowerBound) })
    else { return [] }
    let isOneThing =
      Set((kkPair + ruPair).map(\.counted)).count == 1
      && kkPair[0].counted.map { ![.money, .percent, .time].contains($0.unitClass) } ?? false
    let isUnknown = (kkPair + ruPair).allSatisfy { $0.counted == nil }
    guard
      isOneThing && !between(ruPair, in: ru).contains(where: { $0.lowercased == "из" })
        || isUnknown && isEnumeration(kkPair, in: kk) && isEnumeration(ruPair, in: ru)
    else { return [] }
    let marked = [
      letters.kk.place(of: kkPair[0].range, in: kk), letters.ru.place(of: ruPair[0].range, in: ru),
    ]
    return [
      Diagnostic(
        "N2",
        Message(
          kk:
            "екі сан орын ауыстырған сияқты: қазақша `\(marked[0].text)`, орысша `\(marked[1].text)`",
          ru:
            "похоже, два числа поменялись местами: в казахском `\(marked[0].text)`, в русском `\(marked[1].text)`",
          en:
            "two numbers seem to have changed places: `\(marked[0].text)` in Kazakh, `\(marked[1].text)` in Russian"
        ), severity: .warning, at: marked)
    ]
  }

  private func between(
    _ pair: [Fact], in paragraph: LetterParagraph
  ) -> ArraySlice<TokenizedText.Token> {
    paragraph.text.tokens[pair[0].tokens.upperBound..<pair[1].tokens.lowerBound]
  }

  private func isEnumeration(_ pair: [Fact], in paragraph: LetterParagraph) -> Bool {
    let tokens = between(pair, in: paragraph)
    return tokens.count < 8
      && tokens.contains { ["және", "мен", "пен", "бен", "и", ","].contains($0.lowercased) }
  }

  // MARK: What is counted

  private func thing(_ match: Match, among matches: [Match]) -> Diagnostic? {
    let (kkFact, ruFact) = (match.kk.fact, match.ru.fact)
    guard kkFact.figure != nil, ruFact.figure != nil, kkFact.counted != ruFact.counted else {
      return nil
    }
    let kkPlace = Self.place(match.kk, letters.kk)
    let ruPlace = Self.place(match.ru, letters.ru)
    guard let kkThing = kkFact.counted, let ruThing = ruFact.counted else {
      return percent(match, kkPlace, ruPlace) ?? money(match, kkPlace, ruPlace)
    }
    if kkThing.isNarrower(than: ruThing) { return dropped(ruPlace, kkPlace) }
    if ruThing.isNarrower(than: kkThing) { return dropped(kkPlace, ruPlace) }
    let isExchanged = matches.contains {
      $0.kk.fact.counted == ruThing && $0.ru.fact.counted == kkThing
    }
    guard isExchanged || kkThing.contradicts(ruThing) else { return nil }
    // Another word for a document that is none of the kinds is a matter of terms.
    let isOfKinds = [kkThing, ruThing].allSatisfy {
      $0.unitClass != .documents || $0.isDocumentOfKind
    }
    return Diagnostic(
      isOfKinds ? "N2" : "T1",
      Message(
        kk: "бір сан әртүрлі нәрсеге қатысты: қазақша `\(kkPlace.text)`, орысша `\(ruPlace.text)`",
        ru:
          "одно число относится к разному: в казахском `\(kkPlace.text)`, в русском `\(ruPlace.text)`",
        en:
          "one number counts different things: `\(kkPlace.text)` in Kazakh, `\(ruPlace.text)` in Russian"
      ), at: [kkPlace, ruPlace])
  }

  /// Only one of two equal numbers is a share.
  private func percent(_ match: Match, _ kkPlace: Place, _ ruPlace: Place) -> Diagnostic? {
    guard match.kk.fact.counted == .percent || match.ru.fact.counted == .percent else { return nil }
    let isKazakhShort = match.kk.fact.counted == nil
    return Diagnostic(
      "N7",
      Message(
        kk: "пайыз белгісі түсіп қалған: қазақша `\(kkPlace.text)`, орысша `\(ruPlace.text)`",
        ru: "пропал знак процента: в казахском `\(kkPlace.text)`, в русском `\(ruPlace.text)`",
        en: "a percent sign is lost: `\(kkPlace.text)` in Kazakh, `\(ruPlace.text)` in Russian"),
      at: isKazakhShort ? [kkPlace, ruPlace] : [ruPlace, kkPlace])
  }

  /// Only one of two equal numbers names its currency or measure, and no other number behind it lends its own:
  /// «1,2 млрд возмещены».
  private func money(_ match: Match, _ kkPlace: Place, _ ruPlace: Place) -> Diagnostic? {
    let isKazakhShort = match.kk.fact.counted == nil
    let (short, whole) = isKazakhShort ? (match.kk, match.ru) : (match.ru, match.kk)
    guard short.fact.counted == nil, let unit = whole.fact.counted,
      unit.unitClass == .money && short.fact.scale > 0
        || unit.isMeasure && (short.fact.figure?.decimals ?? 0) > 0,
      !lendsUnit(short)
    else { return nil }
    return Diagnostic(
      "N7",
      Message(
        kk: "өлшем бірлігі түсіп қалған: қазақша `\(kkPlace.text)`, орысша `\(ruPlace.text)`",
        ru: "пропала единица: в казахском `\(kkPlace.text)`, в русском `\(ruPlace.text)`",
        en: "a unit is lost: `\(kkPlace.text)` in Kazakh, `\(ruPlace.text)` in Russian"),
      severity: .warning, at: isKazakhShort ? [kkPlace, ruPlace] : [ruPlace, kkPlace])
  }

  /// Whether a unit stands anywhere behind a number in its row, or its table names one.
  private func lendsUnit(_ stated: FactComparison.Stated) -> Bool {
    guard stated.paragraph.requisite == .text || stated.paragraph.requisite == .listItem else {
      return true
    }
    let tokens = stated.paragraph.text.tokens[stated.fact.tokens.upperBound...]
    for token in tokens.prefix(8) {
      if token.kind == .word, CountedThing.isUnit(token.lowercased) { return true }
      let isRow =
        token.kind == .number || token.isMark(",") || token.isMark("–") || token.isMark("-")
        || token.isMark("(") || token.isMark(")")
        || ["и", "до", "из", "млн", "млрд", "мың", "тыс", "және", "мен", "пен"].contains(
          token.lowercased)
      if !isRow { return false }
    }
    return false
  }

  /// A share or a multiple by which one language says more and the other less.
  private func direction(_ match: Match) -> Diagnostic? {
    guard let kk = Direction.beside(match.kk.fact, in: match.kk.paragraph.text, .kk),
      let ru = Direction.beside(match.ru.fact, in: match.ru.paragraph.text, .ru),
      kk.direction != ru.direction
    else { return nil }
    let places = [
      letters.kk.place(of: kk.range, in: match.kk.paragraph),
      letters.ru.place(of: ru.range, in: match.ru.paragraph),
    ]
    return Diagnostic(
      "N4",
      Message(
        kk: "қазақша `\(places[0].text)`, орысша `\(places[1].text)`: бірі – өсу, бірі – кему",
        ru: "в казахском `\(places[0].text)`, в русском `\(places[1].text)`: рост и снижение",
        en: "`\(places[0].text)` in Kazakh, `\(places[1].text)` in Russian: one grows, one falls"),
      at: places)
  }

  /// One language names only a part of what the other counts.
  private func dropped(_ short: Place, _ whole: Place) -> Diagnostic {
    Diagnostic(
      "N7",
      Message(
        kk: "бірліктің бір бөлігі түсіп қалған: `\(short.text)`, екінші хатта `\(whole.text)`",
        ru: "пропала часть единицы: `\(short.text)`, в другом письме `\(whole.text)`",
        en: "a part of the unit is lost: `\(short.text)`, in the counterpart `\(whole.text)`"),
      at: [short, whole])
  }

  /// The number with the words that say what it counts.
  static func place(_ stated: FactComparison.Stated, _ letter: FinishedLetter) -> Place {
    var range = stated.fact.range
    if let tokens = stated.fact.countedTokens, !tokens.isEmpty {
      let words = stated.paragraph.text.range(tokens.lowerBound...tokens.upperBound - 1)
      range =
        min(range.lowerBound, words.lowerBound)..<max(range.upperBound, words.upperBound)
    }
    return letter.place(of: range, in: stated.paragraph)
  }

  // MARK: Pairs

  /// A number of documents and the number of resources that they are about.
  private struct Pair {
    let documents: Fact
    let resources: Fact
    let paragraph: LetterParagraph

    var key: [FactValue] { [documents.value, resources.value] }
    var range: Range<Int> {
      min(
        documents.range.lowerBound, resources.range.lowerBound)..<max(
          documents.range.upperBound, resources.range.upperBound)
    }
  }

  private func pairs(_ facts: [LetterLanguage: LetterFacts]) -> [Diagnostic] {
    let kkPairs = kk.flatMap { pairs(in: $0, facts[.kk]?[$0] ?? []) }
    var ruPairs = ru.flatMap { pairs(in: $0, facts[.ru]?[$0] ?? []) }
    var lonely: [Pair] = []
    for pair in kkPairs {
      if let index = ruPairs.firstIndex(where: { $0.key == pair.key }) {
        ruPairs.remove(at: index)
      } else {
        lonely.append(pair)
      }
    }
    return lonely.compactMap { pair in
      guard
        let other = ruPairs.first(where: {
          $0.documents.value == pair.documents.value || $0.resources.value == pair.resources.value
        })
      else { return nil }
      let places = [
        letters.kk.place(of: pair.range, in: pair.paragraph),
        letters.ru.place(of: other.range, in: other.paragraph),
      ]
      let words = places.map(\.text)
      return Diagnostic(
        "N2",
        Message(
          kk:
            "құжаттар мен ресурстардың сандары әртүрлі байланысқан: `\(words.joined(separator: "` – `"))`",
          ru:
            "числа документов и ресурсов связаны по-разному: `\(words.joined(separator: "` – `"))`",
          en: "different pairs of documents and resources: `\(words.joined(separator: "` – `"))`"),
        at: places)
    }
  }

  private func pairs(in paragraph: LetterParagraph, _ facts: [Fact]) -> [Pair] {
    var found: [Pair] = []
    var segment: [Fact] = []
    var end = 0
    var isOpen = false
    func close() {
      if !isOpen { found += Self.pairs(segment, paragraph) }
      segment = []
      isOpen = false
    }
    for fact in facts where fact.figure != nil {
      let between = paragraph.text.tokens[min(end, fact.tokens.lowerBound)..<fact.tokens.lowerBound]
      // A colon or a bracket parts a whole from its parts, a full stop one sentence from the next.
      if between.contains(where: { Self.partings.contains($0.lowercased) }) { close() }
      end = fact.tokens.upperBound
      guard let thing = fact.counted, thing.isDocument || thing.isResource else {
        // «закрыто 2211 из 2640»: which of them belongs to the documents is open.
        if fact.counted == nil, !segment.isEmpty { isOpen = true }
        continue
      }
      segment.append(fact)
    }
    close()
    return found
  }

  private static let partings: WordSet = [
    ":", "(", ")", ";", ".", "всего", "итого", "барлығы", "жиыны", "числе", "них", "которых",
    "ішінде", "оның", "олардың", "именно", "айтқанда",
  ]

  /// Pairs the numbers of a segment the one way in which all documents find a number of resources; none if both ways do.
  private static func pairs(_ segment: [Fact], _ paragraph: LetterParagraph) -> [Pair] {
    guard segment.count(where: { $0.counted?.isDocument == true }) * 2 == segment.count else {
      return []
    }
    func pairs(_ step: Int) -> [Pair]? {
      var pairs: [Pair] = []
      for (index, fact) in segment.enumerated() where fact.counted?.isDocument == true {
        let other = index + step
        guard segment.indices.contains(other), segment[other].counted?.isResource == true else {
          return nil
        }
        pairs.append(Pair(documents: fact, resources: segment[other], paragraph: paragraph))
      }
      return pairs
    }
    switch (pairs(1), pairs(-1)) {
    case (let pairs?, nil), (nil, let pairs?): return pairs
    default: return []
    }
  }
}

extension CountedThing {
  fileprivate var isDocument: Bool { unitClass == .documents }
  fileprivate var isResource: Bool {
    unitClass == .resources || isShownThing || id == "publication"
  }

  /// Whether one number cannot count both: words that translators choose between freely contradict nothing.
  fileprivate func contradicts(_ other: CountedThing) -> Bool {
    guard !isCompatible(with: other) else { return false }
    if unitClass == .resources && other.isShownThing
      || isShownThing && other.unitClass == .resources
    {
      return true
    }
    if unitClass != other.unitClass { return unitClass != .other && other.unitClass != .other }
    switch unitClass {
    case .documents: return isNamedDocument && other.isNamedDocument
    case .time, .money: return !isNarrower(than: other) && !other.isNarrower(than: self)
    default: return false
    }
  }

  /// What stands on a resource, or has an address of its own there.
  private var isShownThing: Bool {
    ["channel", "account", "announcement", "video", "video-clip"].contains(id)
  }

  private var isNamedDocument: Bool {
    ["prescription", "notification", "letter", "instruction"].contains(id)
      || id.hasSuffix("-letter")
  }

  /// Whether `other` leaves out what this says more: «күн» for «жұмыс күні», «ссылка» for «интернет-ресурс и ссылка».
  fileprivate func isNarrower(than other: CountedThing) -> Bool {
    switch other.id {
    case "day": id.hasSuffix("-day")
    case "hour": id.hasSuffix("-hour")
    case "resource", "link": id == "resource-and-link"
    default: false
    }
  }
}
