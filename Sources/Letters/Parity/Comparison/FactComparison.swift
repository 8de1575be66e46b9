import Diagnostics
import Language

/// Whether the two originals state the same facts, block by block; the order within a block is free.
struct FactComparison {
  let letters: AlignedLetters
  /// The facts of each paragraph, by its index.
  let facts: [LetterLanguage: LetterFacts]

  /// A fact with its place, and the block in which it was looked for.
  struct Stated {
    let fact: Fact
    let paragraph: LetterParagraph
    let block: Int

    /// Whether two facts say the same, though one may be in words or without its year.
    func agrees(with other: Stated) -> Bool { fact.agrees(with: other.fact) }
  }

  /// The facts of a block that the other side does not state.
  private struct Leftover {
    var kk: [Stated]
    var ru: [Stated]
  }

  func findings() -> [Diagnostic] {
    var found: [(block: Int, diagnostic: Diagnostic)] = []
    var leftovers: [Leftover] = []
    var everything: [CountComparison.Match] = []
    for index in letters.blocks.indices {
      let block = letters.blocks[index]
      // What a whole block says more is said of the block.
      guard !block.kk.isEmpty, !block.ru.isEmpty else {
        leftovers.append(Leftover(kk: [], ru: []))
        continue
      }
      var leftover = Leftover(kk: stated(block.kk, .kk, index), ru: stated(block.ru, .ru, index))
      let matched = match(&leftover)
      everything += matched
      let counts = CountComparison(letters: letters, kk: block.kk, ru: block.ru)
      found += counts.findings(
        matched, !(leftover.kk + leftover.ru).contains { $0.fact.figure != nil }, facts
      ).map {
        (index, $0)
      }
      if block.requisite == .addressee { found += addressees(leftover).map { (index, $0) } }
      // Each original states the sheets of its own annex.
      let isOwn = block.requisite == .annexMark && hasAnnexes && statesLikeSheets(leftover)
      leftover.kk.removeAll { !$0.fact.isCompared || isOwn && $0.fact.kind == .number }
      leftover.ru.removeAll { !$0.fact.isCompared || isOwn && $0.fact.kind == .number }
      leftovers.append(leftover)
    }
    found += RenamedCounts(letters: letters).findings(everything).map {
      (letters.blocks.endIndex, $0)
    }
    cancel(&leftovers)
    for index in letters.blocks.indices {
      found += differences(leftovers[index], letters.blocks[index].requisite).map { (index, $0) }
    }
    return found.sorted { $0.block < $1.block }.map(\.diagnostic)
  }

  /// Whether both files have their annexes with them.
  private var hasAnnexes: Bool {
    LetterLanguage.allCases.allSatisfy { language in
      letters[language].paragraphs.contains { $0.requisite == .annexHeading }
    }
  }

  /// Whether the two numbers of sheets differ by no more than two annexes of the same rows can.
  private func statesLikeSheets(_ leftover: Leftover) -> Bool {
    let numbers = [leftover.kk, leftover.ru].map { side in
      side.first { $0.fact.kind == .number }?.fact.figure?.significand
    }
    guard let kk = numbers[0], let ru = numbers[1] else { return false }
    return abs(kk - ru) <= 1 + min(kk, ru) / 20
  }

  private func stated(
    _ paragraphs: [LetterParagraph], _ language: LetterLanguage, _ block: Int
  ) -> [Stated] {
    paragraphs.flatMap { paragraph in
      (facts[language]?[paragraph] ?? []).map {
        Stated(fact: $0, paragraph: paragraph, block: block)
      }
    }
  }

  /// Takes out what both sides state; returns it in pairs. What is equal in every respect is paired first.
  private func match(_ leftover: inout Leftover) -> [(kk: Stated, ru: Stated)] {
    var pairs = matchEqual(&leftover) { Equal(value: $0.value, counted: $0.counted) }
    pairs += matchEqual(&leftover) { Equal(value: $0.value, counted: nil) }
    // Two numbers that are not equal do not say the same in any other way.
    let hasOthers = leftover.ru.contains { !$0.fact.isPlainNumber }
    var rest: [Stated] = []
    for stated in leftover.kk {
      if hasOthers || !stated.fact.isPlainNumber,
        let index = leftover.ru.firstIndex(where: { stated.agrees(with: $0) })
      {
        pairs.append((stated, leftover.ru.remove(at: index)))
      } else {
        rest.append(stated)
      }
    }
    leftover.kk = rest
    return pairs
  }

  /// In what two facts are equal.
  private struct Equal: Hashable {
    let value: FactValue
    let counted: CountedThing?
  }

  /// Takes out what is equal in `key`, each with the first of the other side that is still there.
  private func matchEqual(
    _ leftover: inout Leftover, _ key: (Fact) -> Equal
  ) -> [(kk: Stated, ru: Stated)] {
    guard !leftover.kk.isEmpty, !leftover.ru.isEmpty else { return [] }
    var places: [Equal: [Int]] = [:]
    for index in leftover.ru.indices.reversed() {
      places[key(leftover.ru[index].fact), default: []].append(index)
    }
    var pairs: [(kk: Stated, ru: Stated)] = []
    var taken: Set<Int> = []
    var rest: [Stated] = []
    for stated in leftover.kk {
      if let index = places[key(stated.fact)]?.popLast() {
        pairs.append((stated, leftover.ru[index]))
        taken.insert(index)
      } else {
        rest.append(stated)
      }
    }
    leftover.kk = rest
    leftover.ru = leftover.ru.indices.filter { !taken.contains($0) }.map { leftover.ru[$0] }
    return pairs
  }

  /// Takes out what stands in neighbouring blocks, where the two languages part their paragraphs otherwise.
  private func cancel(_ leftovers: inout [Leftover]) {
    for index in leftovers.indices where isFree(index) {
      for neighbour in max(0, index - 2)...min(leftovers.count - 1, index + 2)
      where neighbour != index && isFree(neighbour) && isNear(index, neighbour) {
        var rest: [Stated] = []
        for stated in leftovers[index].kk {
          if let other = leftovers[neighbour].ru.firstIndex(where: { stated.agrees(with: $0) }) {
            leftovers[neighbour].ru.remove(at: other)
          } else {
            rest.append(stated)
          }
        }
        leftovers[index].kk = rest
      }
    }
  }

  /// Items and rows answer each other one by one.
  private func isFree(_ index: Int) -> Bool {
    switch letters.blocks[index].requisite {
    case .listItem, .tableRow, .executor, .signatory: false
    default: true
    }
  }

  private func isNear(_ one: Int, _ other: Int) -> Bool {
    if letters.blocks[one].requisite != .text, letters.blocks[other].requisite != .text {
      return true
    }
    return abs(one - other) == 1 && (isParted(one) || isParted(other))
  }

  /// Whether the two languages part their text otherwise here: by the number of paragraphs or by their lengths.
  private func isParted(_ index: Int) -> Bool {
    let block = letters.blocks[index]
    guard block.kk.count == 1, block.ru.count == 1 else { return true }
    let lengths = [block.kk[0], block.ru[0]].map { Double($0.text.scalars) + 25 }
    return max(lengths[0], lengths[1]) / min(lengths[0], lengths[1]) > 1.35
  }

  /// An addressee with a name in quotes that only one letter has.
  private func addressees(_ leftover: Leftover) -> [Diagnostic] {
    let kk = leftover.kk.filter(\.fact.isQuotation)
    let ru = leftover.ru.filter(\.fact.isQuotation)
    guard kk.isEmpty != ru.isEmpty, let stated = (kk + ru).first else { return [] }
    let language: LetterLanguage = kk.isEmpty ? .ru : .kk
    let place = letters[language].place(of: stated.paragraph)
    return [
      Diagnostic(
        "S5",
        Message(
          kk: "адресат `\(place.text)` тек \(language == .kk ? "қазақша" : "орысша") хатта бар",
          ru:
            "адресат `\(place.text)` есть только в \(language == .kk ? "казахском" : "русском") письме",
          en:
            "the addressee `\(place.text)` stands only in the \(language == .kk ? "Kazakh" : "Russian") letter"
        ), at: [place])
    ]
  }

  // MARK: Differences

  private func differences(_ leftover: Leftover, _ requisite: Requisite) -> [Diagnostic] {
    var ru = leftover.ru
    var found: [Diagnostic] = []
    for stated in leftover.kk {
      let candidates = ru.indices.lazy.filter {
        ru[$0].fact.kind.isComparable(with: stated.fact.kind)
          && (stated.fact.kind != .name || stated.fact.isLatinName || ru[$0].fact.isLatinName)
      }.prefix(Self.maximumCandidates)
      // Of several the one that is spelt most like it.
      let nearest = candidates.min {
        distance(stated, ru[$0]) < distance(stated, ru[$1])
      }
      if let nearest {
        found.append(difference(stated, ru.remove(at: nearest), requisite))
      } else if stated.fact.kind != .name {
        found.append(single(stated, .kk, requisite))
      }
    }
    return found + ru.filter { $0.fact.kind != .name }.map { single($0, .ru, requisite) }
  }

  /// Among how many facts the one is looked for that another was meant to be: no paragraph that people read has as many that differ.
  private static let maximumCandidates = 50

  private func words(_ stated: Stated) -> String {
    stated.paragraph.text.words(in: stated.fact.range)
  }

  private func distance(_ one: Stated, _ other: Stated) -> Int {
    Array(one.fact.comparison.utf8).distance(to: Array(other.fact.comparison.utf8))
  }

  private func difference(_ kk: Stated, _ ru: Stated, _ requisite: Requisite) -> Diagnostic {
    let (kkWords, ruWords) = (words(kk), words(ru))
    let kkPlace = letters.kk.place(of: kk.fact.range, in: kk.paragraph)
    let ruPlace = letters.ru.place(of: ru.fact.range, in: ru.paragraph)
    if kk.fact.differsInScale(from: ru.fact) {
      let isKazakhShort = kk.fact.scale < ru.fact.scale
      return Diagnostic(
        "N7",
        Message(
          kk: "санның бірлігі түсіп қалған: қазақша `\(kkWords)`, орысша `\(ruWords)`",
          ru: "пропала единица числа: в казахском `\(kkWords)`, в русском `\(ruWords)`",
          en: "a number lost its unit: `\(kkWords)` in Kazakh, `\(ruWords)` in Russian"),
        at: isKazakhShort ? [kkPlace, ruPlace] : [ruPlace, kkPlace])
    }
    return Diagnostic(
      rule(kk.fact, requisite),
      Message(
        kk: "қазақша хатта `\(kkWords)`, орысша хатта `\(ruWords)`",
        ru: "в казахском письме `\(kkWords)`, в русском `\(ruWords)`",
        en: "`\(kkWords)` in the Kazakh letter, `\(ruWords)` in the Russian"),
      severity: kk.fact.isSure && ru.fact.isSure ? .error : .warning, at: [kkPlace, ruPlace])
  }

  private func single(
    _ stated: Stated, _ language: LetterLanguage, _ requisite: Requisite
  ) -> Diagnostic {
    let words = words(stated)
    let isKazakh = language == .kk
    let other: LetterLanguage = isKazakh ? .ru : .kk
    let counterpart = letters.blocks[stated.block][other].first.map {
      letters[other].place(of: 0..<0, in: $0)
    }
    return Diagnostic(
      rule(stated.fact, requisite),
      Message(
        kk: "`\(words)` тек \(isKazakh ? "қазақша" : "орысша") хатта бар",
        ru: "`\(words)` есть только в \(isKazakh ? "казахском" : "русском") письме",
        en: "`\(words)` stands only in the \(isKazakh ? "Kazakh" : "Russian") letter"),
      severity: stated.fact.isSure ? .error : .warning,
      at: [letters[language].place(of: stated.fact.range, in: stated.paragraph)]
        + (counterpart.map { [$0] } ?? []))
  }

  private func rule(_ fact: Fact, _ requisite: Requisite) -> String {
    switch requisite {
    case .reference: return "S3"
    case .executor, .signatory: return "S4"
    default: break
    }
    switch fact.kind {
    case .person: return "S4"
    case .name: return "T3"
    case .address, .phone: return "S6"
    case .place, .act, .reference: return "L1"
    default: return fact.isOfAct ? "L1" : "N1"
    }
  }
}

extension Fact {
  /// Whether a lack of it is told here: abbreviations have rules of their own, and what repeats a number in brackets need not be in both. Names are told only against another name.
  var isCompared: Bool {
    switch kind {
    case .label, .abbreviation: false
    case .words: isSure && repetition == nil
    default: true
    }
  }

  /// Whether its value is a number and nothing else.
  fileprivate var isPlainNumber: Bool {
    if case .number = value { true } else { false }
  }

  /// Whether it is a name in Latin letters, which both languages spell alike.
  fileprivate var isLatinName: Bool {
    guard case .name(let text) = value else { return false }
    return text.utf8.contains { $0 < 0x80 && $0 > 0x40 } && text.utf8.allSatisfy { $0 < 0x80 }
  }

  /// Whether two facts say the same: a number in figures or in words, a date with its year or without.
  func agrees(with other: Fact) -> Bool {
    if value == other.value { return true }
    switch (value, other.value) {
    case (.date(let year, let month, let day), .date(let otherYear, let otherMonth, let otherDay)):
      return month == otherMonth && day == otherDay && (year == nil || otherYear == nil)
    case (.month(let year, let month), .month(let otherYear, let otherMonth)):
      return month == otherMonth && (year == nil || otherYear == nil)
    case (.quarter(let year, let number), .quarter(let otherYear, let otherNumber)),
      (.halfYear(let year, let number), .halfYear(let otherYear, let otherNumber)):
      return number == otherNumber && (year == nil || otherYear == nil)
    // «9.30» without a word that makes it an hour.
    case (.time(let hour, let minute), .number(let figure)),
      (.number(let figure), .time(let hour, let minute)):
      return FactValue.number(hour * 100 + minute, decimals: 2) == .number(figure)
    case (.year(let year), .number(let figure)), (.number(let figure), .year(let year)):
      return figure.decimals == 0 && figure.significand == year
    case (.code(let code), .number(let figure)), (.number(let figure), .code(let code)):
      return figure.decimals == 0 && code == String(figure.significand)
    case (.code(let code), .phone(let digits)), (.phone(let digits), .code(let code)):
      return code.filter(\.isNumber) == digits
    case (.phone(let digits), .number(let figure)), (.number(let figure), .phone(let digits)):
      return figure.decimals == 0 && digits == String(figure.significand)
    default: return false
    }
  }

  /// Whether two numbers have the same figures, and only one of them has its «млн» or «мың».
  fileprivate func differsInScale(from other: Fact) -> Bool {
    guard scale != other.scale, let one = figure, let two = other.figure else { return false }
    return FactValue.number(one.significand, decimals: one.decimals, scale: other.scale)
      == FactValue.number(two.significand, decimals: two.decimals, scale: scale)
  }

  /// What two facts of a kind are compared by to see which belong together.
  fileprivate var comparison: String {
    switch value {
    case .number(let figure): "\(figure.significand)"
    case .date(let year, let month, let day): "\(year ?? 0)-\(month)-\(day)"
    case .code(let text), .name(let text), .address(let text), .phone(let text),
      .abbreviation(let text),
      .label(let text):
      text
    case .place(let level, let number): "\(level)\(number)"
    default: "\(value)"
    }
  }
}

extension Fact.Kind {
  /// Whether two differing facts of these kinds may be meant as one.
  fileprivate func isComparable(with other: Fact.Kind) -> Bool { family == other.family }

  private var family: Int {
    switch self {
    case .number, .words, .year: 0
    case .date, .month, .quarter, .halfYear: 1
    case .time: 0
    case .reference, .code: 3
    case .place: 4
    case .act: 5
    case .name: 6
    case .address: 7
    case .phone: 8
    case .person: 9
    case .abbreviation: 10
    case .label: 11
    }
  }
}
