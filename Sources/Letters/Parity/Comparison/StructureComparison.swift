import Diagnostics

/// Whether the two originals have the same blocks: requisites, paragraphs, items of lists with their bullets and final punctuation, marks of annexes.
struct StructureComparison {
  let letters: AlignedLetters

  func findings() -> [Diagnostic] {
    letters.blocks.indices.flatMap { index -> [Diagnostic] in
      let block = letters.blocks[index]
      if block.kk.isEmpty || block.ru.isEmpty { return [lonely(block)].compactMap { $0 } }
      switch block.requisite {
      case .listItem: return item(block, after: index > 0 ? letters.blocks[index - 1] : nil)
      case .text, .tableRow: return sentences(block) + exchanged(block.kk, block.ru)
      case .addressee: return listMark(block)
      default: return []
      }
    } + exchangedBlocks() + annexes()
  }

  // MARK: Blocks without a counterpart

  private func lonely(_ block: AlignedBlock) -> Diagnostic? {
    let language: LetterLanguage = block.kk.isEmpty ? .ru : .kk
    let letter = letters[language]
    guard let first = block[language].first else { return nil }
    let rule: String
    switch block.requisite {
    case .mark, .letterhead: return nil
    case .number where block[language].allSatisfy({ $0.text.text.contains("___") }): return nil
    case .reference: rule = "S3"
    case .addressee, .annexMark: rule = "S5"
    case .executor: rule = "S4"
    case .listItem: rule = "S2"
    default: rule = "S1"
    }
    guard first.text.tokens.contains(where: { $0.kind != .mark }) else { return nil }
    if block.requisite == .heading, isRunIn(block[language], language) { return nil }
    let name = block.requisite.name
    let isKazakh = language == .kk
    return Diagnostic(
      rule,
      Message(
        kk: "\(name.kk) тек \(isKazakh ? "қазақша" : "орысша") хатта бар",
        ru: "\(name.ru) есть только в \(isKazakh ? "казахском" : "русском") письме",
        en: "the \(name.en) stands only in the \(isKazakh ? "Kazakh" : "Russian") letter"),
      at: [letter.place(of: first)] + counterpart(of: block, in: isKazakh ? .ru : .kk))
  }

  /// Whether the other letter's heading was taken for a part of its first paragraph, as may happen in a text that was cut into lines.
  private func isRunIn(_ heading: [LetterParagraph], _ language: LetterLanguage) -> Bool {
    guard let text = letters.blocks.first(where: { $0.requisite == .text }),
      !text.kk.isEmpty, !text.ru.isEmpty
    else { return false }
    func length(_ paragraphs: [LetterParagraph]) -> Int {
      paragraphs.reduce(0) { $0 + $1.text.text.unicodeScalars.count }
    }
    let other = length(text[language == .kk ? .ru : .kk])
    let own = length(text[language])
    return abs(other - own - length(heading)) < abs(other - own)
  }

  /// Where a block's counterpart is missing: the paragraph after which it should stand.
  private func counterpart(of block: AlignedBlock, in language: LetterLanguage) -> [Place] {
    guard
      let index = letters.blocks.firstIndex(where: {
        $0.kk.first?.index == block.kk.first?.index && $0.ru.first?.index == block.ru.first?.index
      }),
      let before = letters.blocks[..<index].last(where: { !$0[language].isEmpty })?[language].last
    else { return [] }
    return [letters[language].place(of: 0..<0, in: before)]
  }

  /// Two paragraphs that stand in the other order: the figures and addresses of each are those of the other's counterpart.
  private func exchanged(_ kk: [LetterParagraph], _ ru: [LetterParagraph]) -> [Diagnostic] {
    guard kk.count == 2, ru.count == 2 else { return [] }
    func shared(_ left: Int, _ right: Int) -> Int {
      anchors(kk[left]).intersection(anchors(ru[right])).count
    }
    let crossed = shared(0, 1) + shared(1, 0)
    guard crossed > 2, (shared(0, 0) + shared(1, 1)) * 4 <= crossed else { return [] }
    return [
      Diagnostic(
        "S1",
        Message(
          kk: "екі абзацтың реті екі хатта әртүрлі", ru: "два абзаца стоят в разном порядке",
          en: "two paragraphs stand in another order"),
        severity: .warning,
        at: kk.map { letters.kk.place(of: $0) } + ru.map { letters.ru.place(of: $0) })
    ]
  }

  /// Neighbouring blocks of one paragraph each whose paragraphs belong crosswise.
  private func exchangedBlocks() -> [Diagnostic] {
    zip(letters.blocks, letters.blocks.dropFirst()).flatMap { one, other -> [Diagnostic] in
      guard one.requisite == .text, other.requisite == .text,
        [one, other].allSatisfy({ $0.kk.count == 1 && $0.ru.count == 1 })
      else { return [] }
      return exchanged(one.kk + other.kk, one.ru + other.ru)
    }
  }

  private func anchors(_ paragraph: LetterParagraph) -> Set<String> {
    Set(paragraph.body.filter { $0.kind == .number || $0.kind == .address }.map(\.text))
  }

  /// A sentence more or less within a paragraph, told by the lengths alone.
  private func sentences(_ block: AlignedBlock) -> [Diagnostic] {
    guard block.kk.count == 1, block.ru.count == 1, let kk = block.kk.first,
      let ru = block.ru.first,
      kk.sentences.count != ru.sentences.count, kk.requisite == .text, ru.requisite == .text
    else { return [] }
    let isLongerKazakh = kk.sentences.count > ru.sentences.count
    let (more, fewer) = isLongerKazakh ? (kk, ru) : (ru, kk)
    let (moreScale, fewerScale) = isLongerKazakh ? (1.04, 1.0) : (1.0, 1.04)
    guard more.sentences.count == fewer.sentences.count + 1 else { return [] }
    let lengths = more.sentences.map { Double(length($0, in: more)) * moreScale }
    let total = lengths.reduce(0, +)
    let other = fewer.sentences.reduce(0) { $0 + Double(length($1, in: fewer)) } * fewerScale
    guard other > 0, total / other > 1.3 else { return [] }
    // The sentence without which the others are as long as their counterparts.
    let candidates = lengths.indices.filter { lengths[$0] > 24 }
    let missing = candidates.min { misfit($0) < misfit($1) }
    func misfit(_ index: Int) -> Double {
      var rest = lengths
      rest.remove(at: index)
      return zip(rest, fewer.sentences).reduce(0) { sum, pair in
        sum + abs(pair.0 - Double(length(pair.1, in: fewer)) * fewerScale)
      }
    }
    guard let missing, misfit(missing) < other * 0.3 else { return [] }
    let range = more.text.range(
      more.sentences[missing].lowerBound...more.sentences[missing].upperBound - 1)
    let language: LetterLanguage = isLongerKazakh ? .kk : .ru
    return [
      Diagnostic(
        "S1",
        Message(
          kk: "сөйлемнің \(isLongerKazakh ? "орысша" : "қазақша") хатта сыңары жоқ сияқты",
          ru:
            "у предложения, похоже, нет пары в \(isLongerKazakh ? "русском" : "казахском") письме",
          en:
            "the sentence seems to have no counterpart in the \(isLongerKazakh ? "Russian" : "Kazakh") letter"
        ), severity: .warning,
        at: [
          letters[language].place(of: range, in: more),
          letters[isLongerKazakh ? .ru : .kk].place(of: 0..<0, in: fewer),
        ])
    ]
  }

  private func length(_ sentence: Range<Int>, in paragraph: LetterParagraph) -> Int {
    paragraph.text.tokens[sentence].reduce(0) { $0 + $1.text.unicodeScalars.count + 1 }
  }

  // MARK: Items

  private func item(_ block: AlignedBlock, after before: AlignedBlock?) -> [Diagnostic] {
    guard let kk = block.kk.first, let ru = block.ru.first, block.kk.count == 1,
      block.ru.count == 1
    else { return [] }
    // Of a whole list with other bullets the first item says it.
    let isSaid =
      before?.kk.last?.label == kk.label && before?.ru.last?.label == ru.label
      && before?.requisite == .listItem
    if let before, let wrong = numbering(kk, ru, before) { return [wrong] + ending(kk, ru) }
    return (isSaid ? [] : label(kk, ru)) + ending(kk, ru)
  }

  /// A number that does not follow the item before, where the other language's does.
  private func numbering(
    _ kk: LetterParagraph, _ ru: LetterParagraph, _ before: AlignedBlock
  ) -> Diagnostic? {
    guard let kkStep = step(kk, before.kk), let ruStep = step(ru, before.ru),
      (kkStep == 1) != (ruStep == 1)
    else { return nil }
    let (wrong, language): (LetterParagraph, LetterLanguage) =
      ruStep == 1 ? (kk, .kk) : (ru, .ru)
    let right = language == .kk ? ru : kk
    let other: LetterLanguage = language == .kk ? .ru : .kk
    return Diagnostic(
      "S2",
      Message(
        kk: "`\(wrong.label)`: тармақтың нөмірі алдыңғысынан кейін келмейді",
        ru: "номер пункта `\(wrong.label)` не следует за предыдущим",
        en: "the number `\(wrong.label)` does not follow that of the item before"),
      at: [
        letters[language].place(of: labelRange(wrong), in: wrong),
        letters[other].place(of: labelRange(right), in: right),
      ])
  }

  /// By how much an item's number is more than that of the item right before it.
  private func step(_ item: LetterParagraph, _ before: [LetterParagraph]) -> Int? {
    guard before.count == 1, let last = before.first, last.index + 1 == item.index,
      let number = self.number(item.label), let earlier = self.number(last.label)
    else { return nil }
    return number - earlier
  }

  private func number(_ label: String) -> Int? {
    let figures = label.prefix { $0.isASCII && $0.isNumber }
    return figures.count + 1 == label.count ? Int(figures) : nil
  }

  private func label(_ kk: LetterParagraph, _ ru: LetterParagraph) -> [Diagnostic] {
    guard kk.label != ru.label, !isLetter(kk.label) || !isLetter(ru.label) else { return [] }
    return [
      Diagnostic(
        "Y7",
        Message(
          kk: "тізім белгілері бірдей емес: қазақша `\(kk.label)`, орысша `\(ru.label)`",
          ru: "разные знаки списка: в казахском `\(kk.label)`, в русском `\(ru.label)`",
          en: "different marks of a list: `\(kk.label)` in Kazakh, `\(ru.label)` in Russian"),
        at: [
          letters.kk.place(of: labelRange(kk), in: kk),
          letters.ru.place(of: labelRange(ru), in: ru),
        ])
    ]
  }

  /// «а)» is answered by «а)» or by «б)» of the other alphabet.
  private func isLetter(_ label: String) -> Bool {
    label.unicodeScalars.first?.properties.isAlphabetic ?? false
  }

  private func labelRange(_ paragraph: LetterParagraph) -> Range<Int> {
    paragraph.text.text.hasPrefix(paragraph.label) ? 0..<paragraph.label.utf8.count : 0..<0
  }

  /// What an item ends with; a colon that begins an inner list is none of these.
  private func ending(_ kk: LetterParagraph, _ ru: LetterParagraph) -> [Diagnostic] {
    guard let kkLast = kk.text.tokens.last, let ruLast = ru.text.tokens.last else { return [] }
    let marks = [";", ".", ",", ":"]
    let (kkMark, ruMark) = (
      marks.contains(kkLast.text) ? kkLast.text : "", marks.contains(ruLast.text) ? ruLast.text : ""
    )
    guard kkMark != ruMark else { return [] }
    func shown(_ mark: String, _ none: String) -> String { mark.isEmpty ? none : "`\(mark)`" }
    return [
      Diagnostic(
        "S2",
        Message(
          kk:
            "тізім тармағының соңында: қазақша \(shown(kkMark, "белгі жоқ")), орысша \(shown(ruMark, "белгі жоқ"))",
          ru:
            "в конце пункта списка: в казахском \(shown(kkMark, "нет знака")), в русском \(shown(ruMark, "нет знака"))",
          en:
            "at the end of the item: \(shown(kkMark, "no mark")) in Kazakh, \(shown(ruMark, "no mark")) in Russian"
        ),
        at: [
          letters.kk.place(of: lastWords(kk), in: kk), letters.ru.place(of: lastWords(ru), in: ru),
        ])
    ]
  }

  /// The last word with the mark after it.
  private func lastWords(_ paragraph: LetterParagraph) -> Range<Int> {
    let tokens = paragraph.text.tokens
    let last = tokens.count - 1
    guard last > 0, tokens[last].kind == .mark, tokens[last].gap == .none else {
      return tokens[last].range
    }
    return tokens[last - 1].range.lowerBound..<tokens[last].range.upperBound
  }

  // MARK: Marks

  /// «(тізім бойынша)» and «(по списку)».
  private func listMark(_ block: AlignedBlock) -> [Diagnostic] {
    func mark(_ paragraphs: [LetterParagraph], _ words: [String]) -> (LetterParagraph, Range<Int>)?
    {
      for paragraph in paragraphs {
        let tokens = paragraph.text.tokens
        for index in tokens.indices.dropLast()
        where tokens[index].lowercased == words[0] && tokens[index + 1].lowercased == words[1] {
          return (paragraph, paragraph.text.range(index...index + 1))
        }
      }
      return nil
    }
    let kk = mark(block.kk, ["тізім", "бойынша"])
    let ru = mark(block.ru, ["по", "списку"])
    guard (kk == nil) != (ru == nil), let (paragraph, range) = kk ?? ru else { return [] }
    let language: LetterLanguage = kk == nil ? .ru : .kk
    let words = paragraph.text.words(in: range)
    return [
      Diagnostic(
        "S5",
        Message(
          kk: "`\(words)` белгісі тек \(language == .kk ? "қазақша" : "орысша") хатта бар",
          ru:
            "пометка `\(words)` есть только в \(language == .kk ? "казахском" : "русском") письме",
          en:
            "the mark `\(words)` stands only in the \(language == .kk ? "Kazakh" : "Russian") letter"
        ),
        at: [letters[language].place(of: range, in: paragraph)]
          + (block[language == .kk ? .ru : .kk].last.map {
            [letters[language == .kk ? .ru : .kk].place(of: 0..<0, in: $0)]
          } ?? []))
    ]
  }

  /// An annex that the letter itself does not mention.
  private func annexes() -> [Diagnostic] {
    LetterLanguage.allCases.compactMap { language in
      let letter = letters[language]
      guard let annex = letter.paragraphs.first(where: { $0.requisite == .annexHeading }),
        !letter.paragraphs.contains(where: { $0.requisite == .annexMark }),
        !letter.paragraphs.contains(where: { paragraph in
          paragraph.requisite == .text
            && paragraph.text.tokens.contains {
              $0.lowercased.hasPrefix(language == .kk ? "қосымша" : "приложени")
            }
        })
      else { return nil }
      return Diagnostic(
        "S5",
        Message(
          kk: "хатта қосымша бар, бірақ `Қосымша:` белгісі жоқ",
          ru: "у письма есть приложение, но нет отметки `Приложение:`",
          en: "the letter has an annex but no mark of it"),
        at: [letter.place(of: annex)])
    }
  }
}

extension Requisite {
  /// What staff call it.
  var name: Message {
    switch self {
    case .letterhead: Message(kk: "бланк деректемесі", ru: "реквизит бланка", en: "letterhead")
    case .number:
      Message(
        kk: "хаттың нөмірі мен күні", ru: "номер и дата письма", en: "letter's number and date")
    case .addressee: Message(kk: "адресат", ru: "адресат", en: "addressee")
    case .reference:
      Message(kk: "кіріс хатқа сілтеме", ru: "ссылка на входящее письмо", en: "incoming reference")
    case .heading: Message(kk: "тақырып", ru: "заголовок", en: "heading")
    case .salutation: Message(kk: "қаратпа сөз", ru: "обращение", en: "salutation")
    case .text: Message(kk: "мәтін абзацы", ru: "абзац текста", en: "paragraph")
    case .listItem: Message(kk: "тізім тармағы", ru: "пункт списка", en: "list item")
    case .tableRow: Message(kk: "кесте жолы", ru: "строка таблицы", en: "table row")
    case .annexMark:
      Message(kk: "қосымша туралы белгі", ru: "отметка о приложении", en: "annex mark")
    case .signatory: Message(kk: "қол қою деректемесі", ru: "подпись", en: "signature")
    case .executor:
      Message(kk: "орындаушы туралы белгі", ru: "отметка об исполнителе", en: "executor")
    case .mark: Message(kk: "бет аяғындағы белгі", ru: "отметка внизу страницы", en: "foot mark")
    case .annexHeading:
      Message(kk: "қосымша тақырыбы", ru: "заголовок приложения", en: "annex heading")
    }
  }
}
