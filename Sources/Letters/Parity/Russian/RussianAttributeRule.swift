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
  private static func department(_ index: Int, _ passage: RussianPassage) -> [TextFinding] {
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
      if !unit.reading.noun.meets([.genitive, .nominative, .accusative]),
        position == index || passage[position - 1]?.isMark([","]) != true
      {
        findings.append(RussianAgreementRule.genitive(position, index - 1...index - 1, passage))
      }
      position += 1
    }
    return findings
  }

  private static let bodies: Set<String> = [
    "министерство", "министр", "вице-министр", "агентство", "комитет", "департамент",
  ]
  private static let fields: Set<String> = [
    "туризм", "спорт", "культура", "информация", "финансы", "юстиция", "труд", "здравоохранение",
    "образование", "наука",
    "просвещение", "энергетика", "экономика", "оборона", "хозяйство", "промышленность", "торговля",
    "развитие", "экология",
    "инновация", "транспорт", "связь", "интеграция", "строительство", "ресурс", "ирригация",
    "статистика", "телекоммуникация",
    "безопасность", "монополия", "язык", "архив",
  ]
}
