import Language

/// What stands before a number: whether it counts at all, and in which cases the counted phrase may stand.
struct RussianCountContext {
  let slot: RussianForms
  let isGoverned: Bool

  /// `nil` if the number is a name rather than a count: «статья 6», «в 2021 году».
  init?(_ number: RussianCountedPhrase.Number, _ noun: Int, _ passage: RussianPassage) {
    var before = number.units.lowerBound - 1
    let isFigure = passage.units[number.units.lowerBound].kind == .number
    // The first number of a range decides: «от 5 до 10», «5 – 10 дней».
    while let dash = passage[before], dash.isMark(["–", "-", "—"]),
      passage[before - 1]?.kind == .number
    {
      before -= 2
    }
    if isFigure, Self.isReference(before, passage) { return nil }
    let lemmas = passage.units[noun].reading.nouns.map(\.lemma)
    let isYearLike =
      isFigure && number.figure.isWhole && (1900...2100).contains(number.figure.significand)
      && passage.words(number.units).utf8.count == 4
    if isYearLike {
      let behindPreposition = passage[before]?.isPreposition ?? true
      if lemmas.contains("год") || behindPreposition && !Self.isPlural(passage.units[noun]) {
        return nil
      }
    }
    if isFigure, number.figure.significand == 0 { return nil }
    // «Конца 90 годов».
    if lemmas.contains("год"), number.figure.significand > 9,
      passage.units[noun].isWord(["годов", "годы", "годах", "годам", "годами"])
    {
      return nil
    }
    // «Не позднее 10 числа».
    if lemmas.contains("число"), isFigure { return nil }
    if lemmas.contains("год"), number.figure.isWhole, number.figure.significand > 199 { return nil }

    var isAtLeast = false
    var isThan = false
    // «Не менее чем за 30 дней», «более 22 ссылок», «всего 5 писем».
    while let unit = passage[before], unit.kind == .word {
      if unit.isWord(["более", "менее", "больше", "меньше", "свыше"]) {
        isAtLeast = !isThan
      } else if unit.isWord(["чем"]) {
        isThan = true
      } else if unit.isWord(["среднем"]), passage[before - 1]?.isWord(["в"]) ?? false {
        // «Занимало в среднем 14 дней».
        before -= 1
      } else if !unit.isWord(Self.transparent) {
        break
      }
      before -= 1
    }
    if Self.isSubject(noun, behind: before, passage)
      || Self.isObject(noun, behind: before, passage)
    {
      return nil
    }
    let outer = Self.outer(before, noun, number, passage)
    var slot = isAtLeast ? outer.slot.union(.genitive) : outer.slot
    // The prepositional needs its preposition, however far before it stands.
    if !outer.isGoverned, !Self.hasPreposition(before: before, passage) {
      slot.subtract(.prepositional)
    }
    self.slot = slot
    isGoverned = outer.isGoverned
  }

  /// «По 2 срок исполнения не истёк», «по 1893 операции заблокированы»: what is counted was named before, and the noun behind the
  /// number is the subject of what follows.
  private static func isSubject(
    _ noun: Int, behind preposition: Int, _ passage: RussianPassage
  ) -> Bool {
    guard let unit = passage[preposition], unit.isPreposition else { return false }
    let forms = passage.units[noun].reading.noun
    // «В 858 противоправное содержание не подтвердилось»; but «в 5 организации проведены проверки».
    guard unit.isWord(["по", "из", "у"]) || !forms.meets(.genitive) else { return false }
    let subject = forms.intersection(.nominative)
    // «У 4 размер резервов меньше».
    if unit.isWord(["по", "из", "у", "в"]), subject.meets(.singular),
      passage.units[noun].reading.nouns.contains(where: { amounts.contains($0.lemma) })
    {
      return true
    }
    let end = passage.clauseEnd(after: noun)
    return (noun + 1..<max(noun + 1, end)).contains { index in
      let reading = passage.units[index].reading
      return reading.isOnly([.predicate, .reflexive]) && !reading.isOneOf(.infinitive)
        && reading.subject.meets(subject)
    }
  }

  /// «Увеличить с 12 до 20 количество модераторов», «сократить до 3 срок рассмотрения»: the number says how much the noun becomes.
  private static func isObject(
    _ noun: Int, behind preposition: Int, _ passage: RussianPassage
  ) -> Bool {
    guard passage[preposition]?.isWord(["до", "на", "с", "в"]) ?? false,
      passage.units[noun].reading.noun.meets(.accusative.intersection(.singular)),
      passage.units[noun].reading.nouns.contains(where: { amounts.contains($0.lemma) })
    else { return false }
    let start = passage.clauseStart(before: preposition)
    return (start..<preposition).contains { index in
      let unit = passage.units[index]
      return unit.kind == .word && changing.contains(where: unit.word.hasPrefix)
    }
  }

  /// What is so much, and is counted by nothing.
  private static let amounts: WordSet = [
    "количество", "число", "численность", "доля", "срок", "размер", "объем", "объём", "сумма",
    "ставка", "показатель", "уровень", "порог", "возраст", "штраф", "лимит", "штат", "цена",
    "тариф", "плата", "период", "стоимость", "предел", "продолжительность", "расход",
  ]

  /// Verbs and their nouns that say how much something becomes.
  private static let changing = [
    "увелич", "уменьш", "сни", "повы", "сокра", "довод", "довед", "довес", "подня", "подним",
    "расшир", "продл", "приб", "наращ", "нараст", "урез", "ограничи",
  ]

  static func hasPreposition(before index: Int, _ passage: RussianPassage) -> Bool {
    passage.prepositionalStart.map { $0 <= index } ?? false
  }

  static let transparent: WordSet = [
    "не", "ещё", "еще", "всего", "лишь", "только", "уже", "примерно", "почти", "приблизительно",
    "также", "ровно", "итого", "все", "всех", "всем", "всеми",
  ]

  private static let direct: RussianForms = [.nominative, .accusative]

  private static func outer(
    _ before: Int, _ noun: Int, _ number: RussianCountedPhrase.Number, _ passage: RussianPassage
  ) -> (slot: RussianForms, isGoverned: Bool) {
    guard let unit = passage[before] else {
      return (passage.kind == .aside ? [direct, .genitive] : direct, false)
    }
    switch unit.kind {
    case .mark where ["–", "—", "-"].contains(unit.word): return (direct, false)
    case .number, .name, .aside, .mark: return (.all, false)
    case .word: break
    }
    if unit.isPreposition {
      let isInWords = passage.units[number.units.lowerBound].kind == .word
      let cases = governed(before, unit, noun, passage)
      // «По три кода»: the word itself shows that each has so many.
      return (isInWords && unit.word == "по" ? cases.union(.accusative) : cases, true)
    }
    if unit.isWord(["и"]), let first = listStart(before, passage),
      let predicate = passage[first - 1], !isNegated(first - 1, passage),
      predicate.reading.isOnly([.shortForm, .presentVerb, .reflexive]),
      predicate.reading.isOneOf([.shortForm, .reflexive])
    {
      return ([direct, .dative, .instrumental], false)
    }
    if unit.reading.isOneOf(.conjunction) || unit.isOpaque { return (.all, false) }
    // «Из которых 173 публикации», «из них 2 ссылки»: the pronoun is no attribute of the number.
    if unit.reading.isOneOf(.pronoun) || unit.word.hasPrefix("котор") {
      return ([direct, .dative, .instrumental], false)
    }
    if unit.isModifier {
      return modified(before, noun, passage)
    }
    if unit.reading.isOneOf(.noun) {
      if let governed = RussianGovernment.complex(endingAt: before, passage) {
        return RussianGovernment.loose.contains(unit.word) ? (.all, false) : (governed, true)
      }
      return (.all, false)
    }
    if unit.reading.isOneOf([.shortForm]) || unit.reading.isOneOf(.reflexive) {
      let isNoGenitive = unit.reading.isOneOf(.shortForm) && !isNegated(before, passage)
      return (isNoGenitive ? [direct, .dative, .instrumental] : .all, false)
    }
    return (.all, false)
  }

  private static func isNegated(_ index: Int, _ passage: RussianPassage) -> Bool {
    (passage.clauseStart(before: index)..<index).contains {
      passage.units[$0].isWord(["не", "ни", "нет"])
    }
  }

  /// The first number of «58 каналов, 23 чат-бота и …», whose items have neither prepositions nor verbs among them; the list ends
  /// before `end`.
  private static func listStart(_ end: Int, _ passage: RussianPassage) -> Int? {
    var index = end - 1
    var start: Int?
    while let unit = passage[index], end - index < 30 {
      switch unit.kind {
      case .number: start = index
      case .mark:
        guard unit.isMark([","]), start == index + 1 else { return start }
      case .name, .aside: break
      case .word:
        guard unit.reading.isOnly([.noun, .adjective, .participle]) || unit.isOpaque else {
          return start
        }
      }
      index -= 1
    }
    return start
  }

  /// The cases that adjectives before the number, and a preposition before them, leave: «по оставшимся 643 ссылкам».
  private static func modified(
    _ before: Int, _ noun: Int, _ passage: RussianPassage
  ) -> (slot: RussianForms, isGoverned: Bool) {
    var index = before
    var cases = RussianForms.all
    while let unit = passage[index], unit.isModifier {
      if unit.word.hasPrefix("кратн") || unit.word.hasPrefix("равн") { return (.all, false) }
      cases = cases.intersection(unit.reading.modifier.cases)
      index -= 1
    }
    guard let unit = passage[index], unit.isPreposition else {
      // «Удалены заблокированные 5 ссылок» and «удалено заблокированных 5 ссылок».
      let isParticiple = passage.units[before].reading.isOneOf(.participle)
      return (isParticiple ? .all : cases, false)
    }
    let governed = governed(index, unit, noun, passage).intersection(cases)
    return governed.isEmpty ? (.all, false) : (governed, true)
  }

  /// The cases behind a preposition, narrower for «по», which distributes units alone.
  private static func governed(
    _ index: Int, _ unit: RussianUnit, _ noun: Int, _ passage: RussianPassage
  ) -> RussianForms {
    if let complex = RussianGovernment.complex(endingAt: index, passage) { return complex }
    guard unit.word == "по" else { return unit.reading.governed }
    let lemmas = passage.units[noun].reading.nouns.map(\.lemma)
    let isShared =
      lemmas.contains(where: distributed.contains)
      || passage.units.contains {
        $0.isWord(["каждый", "каждому", "каждого", "каждой", "каждая", "соответственно"])
      }
    return isShared ? [.dative, .accusative] : .dative
  }

  private static let distributed: WordSet = [
    "тенге", "день", "экземпляр", "раз", "час", "человек", "процент", "лист", "копия", "балл",
    "месяц", "минута", "рубль",
    "штука", "метр", "год", "неделя", "доллар", "евро", "тиын", "килограмм", "литр", "билет",
    "голос", "место", "страница", "байт", "килобайт", "мегабайт", "гигабайт", "тонна", "гектар",
    "кусок", "часть",
  ]

  /// Whether the number names something that stands before it: «статьи 6», «пунктов 1 и 2».
  private static func isReference(_ index: Int, _ passage: RussianPassage) -> Bool {
    var index = index
    while let unit = passage[index] {
      switch unit.kind {
      case .mark where ["№", "/", "+", "=", "×"].contains(unit.word): return true
      case .mark
      where [",", "–", "—", "-", ")", "."].contains(unit.word)
        && passage[index - 1]?.kind == .number:
        index -= 2
      case .word where ["и", "или"].contains(unit.word) && isNumbered(index - 1, passage):
        index -= 2
      case .word:
        if unit.reading.nouns.contains(where: { numbered.contains($0.lemma) }) { return true }
        return RussianCountedPhrase.months.contains(where: { month in
          unit.reading.nouns.contains { $0.lemma == month }
        })
      default: return false
      }
    }
    return false
  }

  private static func isNumbered(_ index: Int, _ passage: RussianPassage) -> Bool {
    passage[index]?.kind == .number
  }

  static let numbered: WordSet = [
    "статья", "пункт", "подпункт", "часть", "абзац", "глава", "раздел", "приложение", "параграф",
    "дом", "квартира",
    "кабинет", "офис", "этап", "квартал", "форма", "версия", "группа", "класс", "уровень",
    "позиция", "строка", "графа",
    "таблица", "рисунок", "лот", "вариант", "редакция", "том", "телефон", "зона", "блок", "сектор",
    "номер", "счет",
    "счёт", "корпус", "подъезд", "этаж", "микрорайон", "улица", "код", "школа", "страница", "порт",
    "шаг", "протокол",
    "пример", "тип", "устройство", "режим", "значение", "идентификатор", "адрес", "параметр",
    "представление", "модель",
  ]

  private static func isPlural(_ unit: RussianUnit) -> Bool {
    unit.reading.noun.meets(.plural.intersection(.genitive))
  }
}
