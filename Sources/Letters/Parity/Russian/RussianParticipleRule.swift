import Diagnostics
import Language

/// G6: a participle behind a comma agrees with a noun before it: «проект Закона, разработанный в соответствии с планом».
enum RussianParticipleRule {
  static func findings(in passage: RussianPassage) -> [TextFinding] {
    guard passage.kind == .sentence else { return [] }
    return passage.units.indices.dropFirst(2).compactMap { finding($0, passage) }
  }

  private static func finding(_ index: Int, _ passage: RussianPassage) -> TextFinding? {
    let unit = passage.units[index]
    let forms = unit.reading.modifier
    guard unit.reading.isOnly([.participle, .reflexive]), unit.reading.isOneOf(.participle),
      !unit.isCapitalized, passage.units[index - 1].isMark([","]),
      // Several nouns in the singular may have one participle in the plural.
      !forms.meets(.plural), let head = head(before: index - 1, passage),
      let next = passage[index + 1], opens(next)
    else { return nil }
    guard
      !passage.units[..<index].indices.contains(where: { mayBeNoun($0, forms, passage) }),
      // «…, размещенной на сайте информацией»: its noun follows.
      !passage.units[(index + 1)...].indices.contains(where: { mayBeNoun($0, forms, passage) })
    else { return nil }
    let words = passage.words(index...index)
    let noun = passage.words(head...head)
    return TextFinding(
      "G6",
      Message(
        kk: "`\(words)` есімшесі `\(noun)` сөзімен де, сөйлемдегі басқа сөзбен де қиыспайды",
        ru: "причастие `\(words)` не согласуется ни с `\(noun)`, ни с другим словом предложения",
        en: "the participle `\(words)` agrees neither with `\(noun)` nor with another word"),
      at: passage.range(index...index), hint: hint(unit, head, passage))
  }

  /// What a participle's phrase goes on with.
  private static func opens(_ unit: RussianUnit) -> Bool {
    unit.isPreposition || unit.kind == .number || unit.kind == .name || unit.isSureNoun
      || unit.isSureModifier
  }

  /// The noun that the phrase most likely belongs to: the last one that is no attribute of another.
  private static func head(before comma: Int, _ passage: RussianPassage) -> Int? {
    var index = comma - 1
    var head: Int?
    while let unit = passage[index] {
      switch unit.kind {
      // What is in brackets, quoted, or numbered belongs to the noun before it.
      case .aside, .name, .number: break
      case .mark: return unit.isMark(["%"]) ? nil : head
      case .word:
        if unit.isSureNoun, unit.word != "казахстан" {
          head = index
          if !unit.reading.noun.meets(.genitive) { return head }
        } else if !unit.isModifier && unit.word != "казахстан"
          && !(unit.isCapitalized && unit.reading.isOneOf(.unknown))
        {
          return head
        }
      }
      index -= 1
    }
    return head
  }

  /// Whether a word is, or may be, one that the participle agrees with.
  private static func mayBeNoun(
    _ index: Int, _ forms: RussianForms, _ passage: RussianPassage
  ) -> Bool {
    let unit = passage.units[index]
    switch unit.kind {
    case .aside, .number, .mark: return false
    // A name behind a noun is its apposition.
    case .name: return !isApposition(index, passage)
    case .word: break
    }
    if unit.reading.isOneOf(.unknown) {
      return mayEnd(unit.word, forms) && !(unit.isCapitalized && isApposition(index, passage))
    }
    if unit.word == "казахстан" { return false }
    // «Республики Казахстан» has no participle of its own.
    if unit.isCapitalized, passage[index + 1]?.word == "казахстан" { return false }
    if unit.reading.isOneOf(.noun), unit.reading.noun.meets(forms) { return true }
    if unit.reading.isOneOf(.pronoun) { return true }
    // «Последняя, введенная в строй»: an adjective or numeral that stands for its noun.
    guard unit.isModifier, unit.reading.modifier.meets(forms) else { return false }
    return true
  }

  /// Whether an unknown noun in one of these forms may end as the word does.
  private static func mayEnd(_ word: String, _ forms: RussianForms) -> Bool {
    guard let last = word.last else { return true }
    let ends: [(RussianForms, RussianForms, String)] = [
      (.feminine, .nominative, "аяь"), (.feminine, .accusative, "уюь"),
      (.feminine, [.genitive, .dative, .prepositional], "ыиейя"), (.feminine, .instrumental, "йью"),
      (.neuter, [.nominative, .accusative], "оеёя"),
      (.masculine, [.nominative, .accusative], "бвгджзйклмнпрстфхцчшщьая"),
      ([.masculine, .neuter], .genitive, "аяигоюу"), ([.masculine, .neuter], .dative, "уюиому"),
      ([.masculine, .neuter], .instrumental, "мй"),
      ([.masculine, .neuter], .prepositional, "еиумю"),
    ]
    return ends.contains { gender, cases, letters in
      forms.meets(gender.intersection(cases)) && letters.contains(last)
    }
  }

  private static func isApposition(_ index: Int, _ passage: RussianPassage) -> Bool {
    var before = index - 1
    while let unit = passage[before], unit.kind == .name || unit.kind == .aside { before -= 1 }
    guard let unit = passage[before] else { return false }
    return unit.isSureNoun || unit.word == "казахстан"
  }

  private static func hint(
    _ unit: RussianUnit, _ head: Int, _ passage: RussianPassage
  ) -> Message? {
    let noun = passage.units[head]
    guard let adjective = RussianAdjective(anyForm: unit.word),
      let model = noun.reading.nouns.first,
      let form = model.forms(of: noun.word).first
    else { return nil }
    return RussianHint.write(
      adjective.form(form.number, model.gender, form.case, isAnimate: model.isAnimate))
  }
}
