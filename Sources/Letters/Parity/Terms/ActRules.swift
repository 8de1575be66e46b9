import CivilDates
import Diagnostics

/// Whether a letter cites acts by their official titles (`L2`), and acts that are in force (`L3`), and names bodies as they are called (`L4`).
enum ActRules {
  static func findings(
    in letter: FinishedLetter, _ knowledge: ParityKnowledge
  ) -> [PlacedFinding] {
    let date = LetterDate(letter)
    let check = ActTitleCheck(knowledge.knownActs, letter.language)
    return letter.paragraphs.flatMap { paragraph -> [PlacedFinding] in
      guard paragraph.requisite != .letterhead else { return [] }
      let text = paragraph.text
      let reading = letter.reading(paragraph, knowledge)
      let acts = reading.acts.flatMap { cited -> [TextFinding] in
        let title = cited.title
        switch cited.verdict {
        case .official(let acts):
          return [date.flatMap { expired(title, acts, $0, knowledge.reference, letter.language) }]
            .compactMap { $0 }
        case .wrong(let act, let tokens, let isSure):
          return [
            wrong(
              act, text.range(tokens.lowerBound...tokens.upperBound - 1), letter.language, isSure)
          ]
        case .unknown:
          guard title.kind == .law,
            !ActTitle.saysTopic(title.quoted, in: text.tokens, letter.language)
          else { return [] }
          return [noTitle(title, letter.language)]
        }
      }
      let orders =
        date.map { untitled(in: text, reading, knowledge, $0, letter.language) } ?? []
      let bodies = date.map { BodyRules.findings(in: paragraph, letter, knowledge, $0) } ?? []
      return (acts + orders + bodies).map { (paragraph.index, $0) }
    } + ActTitleVariants.findings(in: letter, check, knowledge)
  }

  static func wrong(
    _ act: Act, _ range: Range<Int>, _ language: LetterLanguage, _ isSure: Bool
  ) -> TextFinding {
    let title = act.title[language]
    return TextFinding(
      "L2",
      Message(
        kk: "актінің ресми атауы – «\(title)»", ru: "официальное название акта – «\(title)»",
        en: "the act's official title is «\(title)»"),
      severity: isSure ? .error : .warning, at: range,
      hint: Message(
        kk: "«\(title)» деп жазыңыз", ru: "напишите «\(title)»", en: "write «\(title)»"))
  }

  private static func noTitle(_ title: ActTitle, _ language: LetterLanguage) -> TextFinding {
    TextFinding(
      "L2",
      Message(
        kk: "`\(title.quoted.text)` – заңның атауы емес: ол «туралы» деп аяқталады",
        ru: "`\(title.quoted.text)` – не название закона: оно начинается с «О» или «Об»",
        en: "`\(title.quoted.text)` is not the title of a law, which says what it is about"),
      severity: .warning, at: title.quoted.range)
  }

  /// An act that is not in force on the letter's day; of several with one title, all of them or the one whose number or date is
  /// given.
  private static func expired(
    _ title: ActTitle, _ acts: [Act], _ date: LetterDate, _ reference: ReferenceData,
    _ language: LetterLanguage
  ) -> TextFinding? {
    let meant = acts.filter { act in
      (title.number.map { KnownActs.isSameNumber($0.text, act.number) } ?? true)
        && (title.date.map { $0.date == act.date } ?? true)
    }
    return expired(meant, at: title.quoted.range, date, reference, language)
  }

  private static func expired(
    _ meant: [Act], at range: Range<Int>, _ date: LetterDate, _ reference: ReferenceData,
    _ language: LetterLanguage
  ) -> TextFinding? {
    guard let act = meant.first,
      meant.allSatisfy({ !isInForce($0.validity, date) })
    else { return nil }
    let isOver = act.validity.to.map { $0 < date.date } ?? false
    let successor =
      reference.acts.replacement(of: act, on: date.date)
      ?? reference.laws.replacement(of: act, on: date.date)
    return TextFinding(
      "L3",
      isOver
        ? Message(
          kk: "«\(act.title.kk)» актісі \(date.date.iso) күні қолданыста емес",
          ru: "акт «\(act.title.ru)» на \(date.date.iso) не действует",
          en: "the act «\(act.title[language])» is not in force on \(date.date.iso)")
        : Message(
          kk: "«\(act.title.kk)» актісі \(date.date.iso) күні әлі қолданыста емес",
          ru: "акт «\(act.title.ru)» на \(date.date.iso) еще не действует",
          en: "the act «\(act.title[language])» is not yet in force on \(date.date.iso)"),
      severity: date.isOwn ? .error : .warning, at: range,
      hint: !isOver
        ? nil
        : successor.map {
          Message(
            kk: "оның орнына: \($0.kk)", ru: "вместо него: \($0.ru)", en: "replaced by: \($0.ru)")
        })
  }

  /// Acts that are cited by their date and number alone: «приказом Министра … от 29 апреля 2019 года № 84».
  private static func untitled(
    in text: TokenizedText, _ reading: ParagraphReading, _ knowledge: ParityKnowledge,
    _ date: LetterDate, _ language: LetterLanguage
  ) -> [TextFinding] {
    reading.dates.compactMap { day in
      guard !reading.acts.contains(where: { $0.title.date?.tokens == day.tokens }),
        let number = ActTitle.number(after: day.tokens.upperBound, in: text.tokens)
      else { return nil }
      let acts = knowledge.knownActs.entries.map(\.act).filter {
        $0.date == day.date && KnownActs.isSameNumber($0.number, number.text)
      }
      return expired(
        acts, at: text.range(day.tokens.lowerBound...number.tokens.upperBound - 1), date,
        knowledge.reference, language)
    }
  }

  static func isInForce(_ validity: Validity, _ date: LetterDate) -> Bool {
    if let to = validity.to, to < date.date { return false }
    return validity.from.map { date.isAfterBeginning($0) } ?? true
  }
}

/// The years that a sentence speaks of, other than those of acts.
struct YearsOfSentence {
  private let years: [Int]

  init(of index: Int, in paragraph: LetterParagraph, _ language: LetterLanguage) {
    let tokens = paragraph.text.tokens
    let sentence = paragraph.sentences.first { $0.contains(index) } ?? tokens.indices
    years = sentence.compactMap { index in
      guard tokens[index].kind == .number, let year = Int(tokens[index].text),
        (1990...2100).contains(year), index + 1 < tokens.count,
        tokens[index + 1].lowercased.hasPrefix("жыл")
          || tokens[index + 1].lowercased.hasPrefix("год")
      else { return nil }
      let isOfAct = tokens[(index + 1)..<min(tokens.count, index + 6)].contains { $0.isMark("№") }
      return isOfAct ? nil : year
    }
  }

  /// Whether it speaks only of years before something began.
  func lie(before from: CivilDate) -> Bool {
    years.max().map { $0 < from.year } ?? false
  }

  /// Whether it speaks of the time in which something held, and of no later one.
  func lie(within validity: Validity) -> Bool {
    guard let to = validity.to, let last = years.max() else { return false }
    return last <= to.year
  }
}

/// Whether bodies are called as on the letter's day (`L4`).
enum BodyRules {
  static func findings(
    in paragraph: LetterParagraph, _ letter: FinishedLetter, _ knowledge: ParityKnowledge,
    _ date: LetterDate
  ) -> [TextFinding] {
    let tokens = paragraph.text.tokens
    let places = letter.reading(paragraph, knowledge).bodies
    return Set(places.map(\.body)).sorted().flatMap { body -> [TextFinding] in
      let name = knowledge.bodyNames[body]
      let isOpen = ActRules.isInForce(name.body.validity, date)
      // A letter of about the time at which a body was founded tells by the years of its sentences whether it was.
      let from = name.body.validity.from.flatMap { date.isAroundBeginning($0) ? $0 : nil }
      guard !isOpen || from != nil else { return [] }
      // Who heads a body is named in acts as in the body's time, and here as on the letter's day.
      let isPerson = paragraph.requisite == .addressee || paragraph.requisite == .signatory
      return places.compactMap { place in
        let index = place.start
        guard place.body == body, let end = isPerson ? place.end : place.nameEnd else {
          return nil
        }
        let years = YearsOfSentence(of: index, in: paragraph, letter.language)
        if isOpen, !(from.map { years.lie(before: $0) } ?? false) { return nil }
        guard !isPast(index, end, in: tokens, letter.language),
          !years.lie(within: name.body.validity)
        else { return nil }
        let successor = knowledge.reference.bodies.replacement(of: name.body, on: date.date)
        return TextFinding(
          "L4",
          Message(
            kk: "«\(name.body.name.kk)» атауы \(date.date.iso) күні қолданыста емес",
            ru: "название «\(name.body.name.ru)» на \(date.date.iso) не действует",
            en: "the name «\(name.body.name[letter.language])» is not in use on \(date.date.iso)"),
          severity: date.isOwn ? .error : .warning,
          at: paragraph.text.range(index...end - 1),
          hint: successor.map {
            Message(
              kk: "оның орнына: \($0.kk)", ru: "вместо него: \($0.ru)", en: "replaced by: \($0.ru)")
          })
      }
    }
  }

  /// Whether a body is named as it was called then: «бұрынғы …», the issuer of an act, a longer name.
  private static func isPast(
    _ start: Int, _ end: Int, in tokens: [TokenizedText.Token], _ language: LetterLanguage
  ) -> Bool {
    let before = tokens[max(0, start - 3)..<start].map(\.lowercased)
    switch language {
    case .kk:
      let after = tokens[end..<min(tokens.count, end + 14)].map(\.lowercased)
      return before.contains { $0.hasPrefix("бұрынғы") }
        || after.contains { $0.hasPrefix("бұйрығы") || $0.hasPrefix("бұйрық") }
    case .ru:
      return before.contains { word in
        ["бывш", "прежн", "приказ", "постановлени"].contains { word.hasPrefix($0) }
      }
    }
  }
}
