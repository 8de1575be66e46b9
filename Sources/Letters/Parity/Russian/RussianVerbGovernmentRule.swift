import Diagnostics
import Language

/// G6: what stands right behind a verb that governs one case alone: «препятствовать распространению», «руководствоваться
/// приказом», «достигнуть цели».
enum RussianVerbGovernmentRule {
  static func findings(in passage: RussianPassage) -> [TextFinding] {
    passage.units.indices.dropLast().compactMap { finding($0, passage) }
  }

  private static func finding(_ index: Int, _ passage: RussianPassage) -> TextFinding? {
    let verb = passage.units[index]
    guard verb.kind == .word, let needed = governed(verb) else { return nil }
    var position = index + 1
    var forms = RussianForms.all
    while let unit = passage[position], unit.isSureModifier, position - index < 4 {
      forms = forms.intersection(unit.reading.modifier)
      position += 1
    }
    guard let noun = passage[position], noun.isSureNoun, noun.word != "интернет", !forms.isEmpty
    else { return nil }
    if position > index + 1 {
      // Adjectives that do not agree with the noun, or have it as their own, are another rule's.
      let last = passage.units[position - 1].reading
      forms = forms.intersection(last.agreement(with: noun.reading))
      guard !forms.isEmpty else { return nil }
    }
    forms = forms.intersection(noun.reading.noun)
    guard !forms.isEmpty, !forms.meets(RussianForms(needed)) else { return nil }
    if verb.reading.isOneOf(.participle),
      !verb.reading.agreement(with: passage.units[index + 1].reading).isEmpty
        || verb.reading.modifier.meets(forms)
    {
      // «Препятствующие факторы».
      return nil
    }
    // A subject may stand behind a finite verb, and a time, an agent or a condition behind any.
    let isFinite = verb.reading.isOneOf([.presentVerb, .pastVerb])
    // Several subjects may begin with one in the singular: «способствуют реклама и акции».
    if isFinite, forms.meets(.nominative),
      forms.intersection(.nominative).meets(verb.reading.subject)
        || verb.reading.subject.meets(.plural)
    {
      return nil
    }
    if needed != .instrumental, forms.meets(.instrumental) { return nil }
    if noun.reading.nouns.contains(where: { times.contains($0.lemma) }) { return nil }
    let range = index + 1...position
    let words = passage.words(range)
    let governor = passage.words(index...index)
    return TextFinding(
      "G6",
      Message(
        kk:
          "`\(governor)` етістігі \(needed.russianName) септікті қажет етеді, ал `\(words)` басқа септікте тұр",
        ru: "`\(governor)` требует другого падежа (\(needed.russianName)), чем `\(words)`",
        en: "`\(governor)` calls for another case than `\(words)`"),
      at: passage.range(range),
      hint: RussianGovernmentRule.form(range, needed, passage).map(RussianHint.write))
  }

  /// The case of the object; `nil` for other words.
  private static func governed(_ unit: RussianUnit) -> RussianCase? {
    let reading = unit.reading
    guard
      reading.isOnly([.infinitive, .gerund, .presentVerb, .pastVerb, .participle, .reflexive])
    else { return nil }
    // A passive participle has no object.
    if reading.isOneOf(.participle), !active.contains(where: unit.word.contains) { return nil }
    return table.first { entry in
      unit.word.hasPrefix(entry.stem) && (!entry.isReflexive || reading.isOneOf(.reflexive))
    }?.cases
  }

  private static let active = ["ющ", "ущ", "ящ", "ащ", "вш"]

  private struct Entry {
    let stem: String
    let isReflexive: Bool
    let cases: RussianCase
  }

  /// Beginnings of verbs that leave no doubt; with an asterisk only with -ся.
  private static let table: [Entry] = {
    let lists: [(RussianCase, String)] = [
      (
        .dative,
        "способству способствова препятству препятствова содейству содействова противодейству "
          + "противодействова соответству соответствова благоприятству благоприятствова противореч угрожа подлежа подлежи принадлежа принадлежи"
      ),
      (
        .instrumental,
        "руководству* руководствова* пользу* пользова* воспользова* воспользу* занима* облада владе управля "
          + "злоупотребл пренебрег"
      ),
      (
        .genitive,
        "избега избежать избежал избегну достига достигну достичь придержива* добива* добить* каса* коснут* коснул* опаса*"
      ),
    ]
    return lists.flatMap { grammaticalCase, stems in
      stems.split(separator: " ").map { stem in
        Entry(
          stem: stem.filter { $0 != "*" }, isReflexive: stem.hasSuffix("*"), cases: grammaticalCase)
      }
    }
  }()

  private static let times: WordSet = [
    "год", "месяц", "день", "неделя", "час", "раз", "минута", "период", "квартал", "полугодие",
    "сутки", "время",
  ]
}
