import Diagnostics
import Language

/// G6: an adjective has the case, number and gender of the noun that stands behind it.
enum RussianAgreementRule {
  static func findings(in passage: RussianPassage) -> [TextFinding] {
    var findings: [TextFinding] = []
    for index in passage.units.indices.dropFirst() {
      if let finding = withNoun(index, passage) ?? inChain(index, passage) ?? act(index, passage) {
        findings.append(finding)
      }
    }
    return findings
  }

  // MARK: Adjectives

  private static func withNoun(_ index: Int, _ passage: RussianPassage) -> TextFinding? {
    let noun = passage.units[index]
    let modifier = passage.units[index - 1]
    guard noun.isSureNoun, isSure(modifier), modifier.reading.agreement(with: noun.reading).isEmpty,
      !isNumbered(index - 1, passage), !noun.reading.nouns.contains(where: { $0.lemma == "друг" })
    else { return nil }
    if modifier.isCapitalized, index > 1, isName(modifier.word), !isPlace(noun) { return nil }
    if RussianComplements.mayHave(modifier, noun) { return nil }
    // «Не превышающие порога».
    if modifier.reading.isOneOf(.participle), passage[index - 2]?.word == "не" { return nil }
    if isSubstantive(modifier) || isPredicative(index - 1, noun, passage) { return nil }
    // «В казахском и русском языках», «первого и второго пунктов».
    if isJoined(index - 1, passage),
      modifier.reading.modifier.cases.meets(noun.reading.noun.intersection(.plural))
    {
      return nil
    }
    return finding(index, passage)
  }

  /// «Обязательной социального страхования»: an adjective before others that agree with the noun.
  private static func inChain(_ index: Int, _ passage: RussianPassage) -> TextFinding? {
    let noun = passage.units[index]
    guard noun.isSureNoun else { return nil }
    let chain = chain(index, passage)
    guard chain.count > 1, !isNumbered(index - 1, passage),
      passage.units[index - 1].reading.modifier.meets(noun.reading.noun)
    else { return nil }
    for position in chain.dropLast() {
      let modifier = passage.units[position]
      let next = passage.units[position + 1]
      guard modifier.reading.isOnly(.adjective), !modifier.isCapitalized || position == 0,
        !modifier.reading.modifier.meets(noun.reading.noun),
        !modifier.reading.modifier.meets(next.reading.modifier),
        !RussianComplements.mayHave(modifier, noun), !isSubstantive(modifier),
        !isJoined(position, passage), !isPredicative(position, noun, passage)
      else { continue }
      return finding(position, index, passage)
    }
    return nil
  }

  private static func finding(_ index: Int, _ passage: RussianPassage) -> TextFinding {
    finding(index - 1, index, passage)
  }

  private static func finding(
    _ position: Int, _ index: Int, _ passage: RussianPassage
  ) -> TextFinding {
    let modifier = passage.units[position]
    let noun = passage.units[index]
    let expected = expected(position, passage)
    var wrong = position...index
    var right: String?
    let others = chain(index, passage).filter { $0 != position }
    let isOutlier =
      position < index - 1
      || !others.isEmpty
        && others.allSatisfy { passage.units[$0].reading.modifier.meets(noun.reading.noun) }
    if isOutlier
      || expected.map({
        $0.meets(noun.reading.noun)
          && !$0.intersection(noun.reading.noun.genders).meets(modifier.reading.modifier)
      }) ?? false
    {
      wrong = position...position
      let forms = others.reduce(noun.reading.noun.intersection(expected ?? .all)) {
        $0.intersection(passage.units[$1].reading.modifier)
      }
      right = agreeing(modifier, noun, forms)
    } else if let expected, expected.meets(modifier.reading.modifier),
      !expected.meets(noun.reading.noun)
    {
      wrong = index...index
      right = declined(noun, modifier.reading.modifier.intersection(expected))
    }
    let first = passage.words(position...position)
    let second = passage.words(index...index)
    return TextFinding(
      "G6",
      Message(
        kk: "`\(first)` сөзі `\(second)` сөзімен қиыспайды",
        ru: "`\(first)` не согласуется с `\(second)`",
        en: "`\(first)` does not agree with `\(second)`"),
      at: passage.range(wrong), hint: right.map(RussianHint.write))
  }

  /// The adjectives right before a noun.
  private static func chain(_ index: Int, _ passage: RussianPassage) -> Range<Int> {
    var first = index
    while let unit = passage[first - 1], unit.isSureModifier { first -= 1 }
    return first..<index
  }

  /// The cases that a preposition before the phrase, or a noun that it belongs to, calls for.
  private static func expected(_ modifier: Int, _ passage: RussianPassage) -> RussianForms? {
    var index = modifier - 1
    while let unit = passage[index], unit.isModifier { index -= 1 }
    guard let unit = passage[index], unit.kind == .word else { return nil }
    if let cases = RussianGovernment.complex(endingAt: index, passage) { return cases }
    if unit.isPreposition { return unit.word == "по" ? .dative : unit.reading.governed }
    // «Предусмотрена уголовной ответственность»: what such a verb has behind it is its subject.
    if unit.reading.isOneOf([.shortForm, .reflexive]),
      unit.reading.isOnly([.predicate, .reflexive])
    {
      return .nominative
    }
    return unit.isSureNoun ? .genitive : nil
  }

  private static func agreeing(
    _ modifier: RussianUnit, _ noun: RussianUnit, _ forms: RussianForms
  ) -> String? {
    guard let adjective = RussianAdjective(anyForm: modifier.word),
      let model = noun.reading.nouns.first,
      let form = model.forms(of: noun.word).intersection(forms).first
    else { return nil }
    return adjective.form(form.number, model.gender, form.case, isAnimate: model.isAnimate)
  }

  private static func declined(_ noun: RussianUnit, _ forms: RussianForms) -> String? {
    guard let form = forms.first, let model = noun.reading.nouns.first else { return nil }
    return model[form.number, form.case]
  }

  private static func isSure(_ unit: RussianUnit) -> Bool {
    if unit.isSureModifier { return true }
    // «Ваш», «эти»: of the determiners those that nothing else looks like.
    return unit.kind == .word && unit.reading.isOnly(.determiner) && determiners.contains(unit.word)
  }

  private static let determiners: WordSet = [
    "эта", "эту", "эти", "этих", "этими", "такое", "такой", "нашем", "вашем", "своем", "своём",
    "моем", "ваш", "ваша", "вашу", "ваше", "вашего", "вашему",
    "вашим", "ваши", "ваших",
    "вашей", "вашими", "наш", "наша", "нашу", "наше", "нашего", "нашему", "нашим", "наши", "наших",
    "нашей", "нашими",
    "свой", "свою", "своего", "своему", "своих", "своими", "такая", "такую", "такие", "таких",
    "такими",
  ]

  /// «2 новых проекта»: numbers have a rule of their own.
  private static func isNumbered(_ modifier: Int, _ passage: RussianPassage) -> Bool {
    var index = modifier - 1
    while let unit = passage[index], unit.isModifier || unit.kind == .aside { index -= 1 }
    guard let unit = passage[index] else { return false }
    return unit.kind == .number || unit.reading.isOneOf(.numeral)
      || unit.isWord(["тыс", "млн", "млрд", "трлн"]) || unit.isMark(["%"])
  }

  private static func isJoined(_ modifier: Int, _ passage: RussianPassage) -> Bool {
    let index = passage[modifier - 1]?.kind == .aside ? modifier - 2 : modifier - 1
    guard let joint = passage[index],
      joint.isWord(["и", "или", "либо"]) || joint.isMark([",", "–", "-", "/"])
    else { return false }
    return passage[index - 1].map { $0.isModifier || $0.kind == .name } ?? false
  }

  /// A surname may look like an adjective: «Сарсеновой», «Ковалевской».
  private static func isPlace(_ noun: RussianUnit) -> Bool {
    noun.reading.nouns.contains {
      ["область", "район", "край", "округ", "республика", "язык"].contains($0.lemma)
    }
  }

  private static func isName(_ word: String) -> Bool {
    ["овой", "евой", "иной", "ский", "ского", "скому", "ским", "ском", "ская", "скую"].contains(
      where: word.hasSuffix)
      && !["областн", "казахстанск", "российск"].contains(where: word.hasPrefix)
  }

  /// Adjectives that stand for a noun: «изложенное», «другие».
  private static func isSubstantive(_ unit: RussianUnit) -> Bool {
    func hasStem(_ stem: String) -> Bool {
      unit.word.hasPrefix(stem) && unit.word.utf8.count - stem.utf8.count <= 6
    }
    if unit.reading.modifier.meets(.neuter)
      || unit.reading.modifier.meets(.plural) && hasStem("друг")
    {
      if substantives.contains(where: hasStem) { return true }
    }
    return ["остальн", "мног", "некотор", "проч", "кажд", "последн"].contains(where: hasStem)
      || ["иные", "иных", "иным", "иными", "настоящим"].contains(unit.word)
  }

  private static let substantives = [
    "изложенн", "вышеизложенн", "указанн", "вышеуказанн", "перечисленн", "вышеперечисленн",
    "отмеченн", "вышеотмеченн",
    "вышеназванн", "сказанн", "вышесказанн", "следующ", "нижеследующ", "друг", "остальн",
    "иное", "иного", "иному", "прочее", "прочег",
    "подобн", "последн", "общ", "цел", "перв", "втор", "главн", "основн", "так", "предыдущ",
    "требуем", "необходим",
    "приведенн", "означенн", "лучш", "больш", "меньш", "полн", "отдельн", "сам", "данн", "нужн",
    "важн", "нов", "стар",
    "единственн", "част", "дальнейш", "должн", "возможн", "прошл", "будущ", "текущ", "имеющ",
    "происходящ", "произошедш",
  ]

  /// «Считать недействительными предписания», «является обязательным условие».
  private static func isPredicative(
    _ modifier: Int, _ noun: RussianUnit, _ passage: RussianPassage
  ) -> Bool {
    let forms = passage.units[modifier].reading.modifier
    if passage.units[modifier].reading.isOneOf(.determiner) { return false }
    // «Оставляет активной поддержку».
    if forms.meets(.instrumental),
      noun.reading.noun.meets([.nominative, .accusative]),
      let verb = passage[modifier - 1], verb.reading.isOneOf([.predicate, .infinitive, .gerund]),
      // «Предусмотрена уголовной ответственность»: of such verbs only some say what their subject is or becomes.
      !verb.reading.isOneOf([.shortForm, .reflexive]) || isLinking(verb)
    {
      return true
    }
    // «Признана незаконной судебным актом»: the noun says by what.
    if forms.meets(.instrumental), noun.reading.noun.meets(.instrumental),
      let verb = passage[modifier - 1], verb.reading.isOneOf([.shortForm, .reflexive]),
      ["призн", "объявл", "счита", "сочтен"].contains(where: verb.word.hasPrefix)
    {
      return true
    }
    guard forms.subtracting(.plural.intersection(.dative)).isSubset(of: .instrumental) else {
      return false
    }
    // Only a nominative, accusative or genitive can be what is called so: «признать незаконными действия».
    guard noun.reading.noun.meets([.nominative, .accusative, .genitive])
    else {
      return false
    }
    guard let before = passage[modifier - 1] else { return true }
    // «Благодаря принятым мер»: behind a preposition it is what that governs.
    return !before.isPreposition
      && !(before.isModifier && before.reading.modifier.meets(.instrumental)) && !before.isSureNoun
  }

  private static func isLinking(_ verb: RussianUnit) -> Bool {
    linking.contains(where: verb.word.hasPrefix)
  }

  private static let linking = [
    "призн", "объявл", "счита", "сочт", "явля", "явил", "станов", "оста", "оказ", "представл",
    "предстает", "назв", "назыв", "сделан", "дела", "найден", "избран", "кажется", "держ", "сохран",
    "оценен", "характериз", "видится", "мыслится", "предполаг", "ощущ", "стро",
  ]

  // MARK: Acts

  /// «Статьи 6 Законом»: behind the number of an article stands the genitive.
  private static func act(_ index: Int, _ passage: RussianPassage) -> TextFinding? {
    let noun = passage.units[index]
    guard noun.isSureNoun, index > 1, passage.units[index - 1].kind == .number,
      let head = passage[index - 2],
      head.reading.nouns.contains(where: { parts.contains($0.lemma) }),
      noun.reading.nouns.contains(where: { acts.contains($0.lemma) || parts.contains($0.lemma) }),
      !noun.reading.noun.meets(.genitive)
    else { return nil }
    return genitive(index, index - 2...index - 1, passage)
  }

  private static let parts: WordSet = [
    "статья", "пункт", "подпункт", "часть", "абзац", "глава", "раздел", "параграф",
  ]
  private static let acts: WordSet = [
    "закон", "кодекс", "правило", "приказ", "положение", "конституция", "методика", "соглашение",
    "инструкция", "регламент",
    "указ", "постановление",
  ]

  static func genitive(
    _ index: Int, _ head: ClosedRange<Int>, _ passage: RussianPassage
  ) -> TextFinding {
    let words = passage.words(index...index)
    let governor = passage.words(head)
    return TextFinding(
      "G6",
      Message(
        kk: "`\(governor)` тіркесінен кейінгі `\(words)` ілік септігінде тұруы керек",
        ru: "`\(words)` после `\(governor)` должно стоять в родительном падеже",
        en: "`\(words)` must be in the genitive after `\(governor)`"),
      at: passage.range(index...index),
      hint: RussianGovernmentRule.form(index...index, .genitive, passage).map(RussianHint.write))
  }
}
