import Diagnostics
import Language

/// G6: what belongs to a noun stands in the genitive behind it.
///
/// A noun may have a dative or an instrumental behind it that belongs to the verb, so that only names of bodies and
/// forms of the prepositional are sure.
enum RussianAttributeRule {
  static func findings(in passage: RussianPassage) -> [TextFinding] {
    var findings: [TextFinding] = []
    for index in passage.units.indices.dropFirst() {
      if let finding = republic(index, passage) ?? prepositional(index, passage) {
        findings.append(finding)
      }
      findings += department(index, passage)
    }
    return findings
  }

  /// What is wrong in the title of who signs or is addressed: «Министру туризм и спорта».
  static func titles(in passage: RussianPassage) -> [TextFinding] {
    passage.units.indices.dropFirst().flatMap { department($0, passage, isTitle: true) }
  }

  /// «Закона Республикой Казахстан»: the state's name stands in the genitive behind a noun.
  private static func republic(_ index: Int, _ passage: RussianPassage) -> TextFinding? {
    let noun = passage.units[index]
    guard noun.isCapitalized, noun.isSureNoun, !noun.reading.noun.meets(.genitive),
      noun.reading.nouns.contains(where: { $0.lemma == "республика" }),
      passage[index + 1]?.word == "казахстан", let head = passage[index - 1], head.isSureNoun
    else { return nil }
    // «Согласно Конституции Республика Казахстан является …»: a subject of its own.
    let nominative = RussianForms.singular.intersection(.nominative)
    guard !noun.reading.noun.meets(.nominative) || head.reading.noun.meets(nominative) else {
      return nil
    }
    return RussianAgreementRule.genitive(index, index - 1...index - 1, passage)
  }

  /// «Членов онлайн-платформах»: a prepositional without its preposition.
  private static func prepositional(_ index: Int, _ passage: RussianPassage) -> TextFinding? {
    let noun = passage.units[index]
    guard noun.isSureNoun, noun.reading.noun.isSubset(of: .prepositional),
      !noun.isCapitalized || noun.reading.nouns.count == 1, let head = passage[index - 1],
      head.isSureNoun || head.reading.isOnly([.shortForm, .reflexive, .presentVerb])
    else { return nil }
    // «В установленном законом порядке»: its preposition stands before an adjective of its own.
    let start = passage.clauseStart(before: index)
    guard
      !(start..<index).contains(where: {
        passage.units[$0].isModifier && passage.units[$0].reading.modifier.meets(noun.reading.noun)
      })
    else { return nil }
    return RussianAgreementRule.genitive(index, index - 1...index - 1, passage)
  }

  /// «Министерство туризмам и спорта»: the fields of a body are in the genitive, one by one.
  private static func department(
    _ index: Int, _ passage: RussianPassage, isTitle: Bool = false
  ) -> [TextFinding] {
    guard let head = passage[index - 1], head.isSureNoun,
      head.reading.nouns.contains(where: { bodies.contains($0.lemma) })
    else { return [] }
    var findings: [TextFinding] = []
    var position = index
    while let unit = passage[position] {
      if unit.isSureModifier || unit.isWord(["и"]) || unit.isMark([","]) {
        position += 1
        continue
      }
      guard unit.isSureNoun, unit.reading.nouns.contains(where: { fields.contains($0.lemma) })
      else {
        break
      }
      // «Направить в Министерство информацию» is right.
      if !unit.reading.noun.meets(.genitive),
        isTitle || !unit.reading.noun.meets([.nominative, .accusative])
          || isBesideGenitive(position, passage),
        position == index || passage[position - 1]?.isMark([","]) != true
      {
        findings.append(RussianAgreementRule.genitive(position, index - 1...index - 1, passage))
      }
      position += 1
    }
    return findings
  }

  /// «Министерство туризм и спорта», «туризма и спорт»: the field that is joined with it is in the genitive.
  private static func isBesideGenitive(_ index: Int, _ passage: RussianPassage) -> Bool {
    [-1, 1].contains { step in
      guard let joint = passage[index + step], joint.isWord(["и"]),
        let other = passage[index + 2 * step], other.isSureNoun
      else { return false }
      return other.reading.noun.meets(.genitive)
        && !other.reading.noun.meets([.nominative, .accusative])
        && other.reading.nouns.contains { fields.contains($0.lemma) }
    }
  }

  private static let bodies: WordSet = [
    "министерство", "министр", "вице-министр", "агентство", "комитет", "департамент",
  ]
  private static let fields: WordSet = [
    "туризм", "спорт", "культура", "информация", "финансы", "юстиция", "труд", "здравоохранение",
    "образование", "наука",
    "просвещение", "энергетика", "экономика", "оборона", "хозяйство", "промышленность", "торговля",
    "развитие", "экология",
    "инновация", "транспорт", "связь", "интеграция", "строительство", "ресурс", "ирригация",
    "статистика", "телекоммуникация",
    "безопасность", "монополия", "язык", "архив",
  ]
}
