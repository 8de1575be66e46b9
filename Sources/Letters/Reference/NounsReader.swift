import Diagnostics
import Language
import Yams

/// Reads `nouns.yaml`: Russian nouns with all their forms.
struct NounsReader {
  private(set) var yaml: YAMLReader

  init(file: String) { yaml = YAMLReader(file: file) }

  /// The lists of the file: things, people, and common words that no rule gets right.
  static let sections = ["nouns", "people", "common"]

  /// The entries of each list, in the order of the file.
  mutating func entries(_ bytes: [UInt8]) -> [(section: String, entries: [RussianLexicon.Entry])] {
    guard let document = yaml.document(bytes) else { return [] }
    let lists = yaml.record(document, "", known: Set(Self.sections))
    return Self.sections.compactMap { section in
      guard let list = lists[section] else { return nil }
      var entries: [RussianLexicon.Entry] = []
      for (index, node) in yaml.elements(list, section).enumerated() {
        if let entry = entry(node, "\(section)[\(index)]") { entries.append(entry) }
      }
      return (section, entries)
    }
  }

  private mutating func entry(_ node: Node, _ path: String) -> RussianLexicon.Entry? {
    let record = yaml.record(
      node, path,
      known: [
        "noun", "gender", "animate", "singular", "plural", "few", "counted",
        "provenance", "note",
      ])
    let known = yaml.diagnostics.count
    guard let noun = yaml.string(record["noun"], path + ".noun"),
      let gender = yaml.choice(record["gender"], path + ".gender", RussianGender.self),
      let singular = yaml.caseForms(record["singular"], path + ".singular"),
      let plural = yaml.caseForms(record["plural"], path + ".plural"),
      let provenance = yaml.choice(
        record["provenance"], path + ".provenance", LexiconProvenance.self)
    else { return nil }
    let counted = record["counted"].flatMap { yaml.caseForms($0, path + ".counted") }
    let few = record["few"].flatMap { yaml.string($0, path + ".few") }
    let isAnimate = record["animate"].map { yaml.flag($0, path + ".animate") } ?? false
    if singular.first != noun {
      yaml.report(
        node, path + ".singular",
        Message(
          kk: "бірінші тұлға сөздің өзі болуы керек: `\(noun)`",
          ru: "первой формой должно быть само слово: `\(noun)`",
          en: "the first form must be the noun itself: `\(noun)`"))
    }
    guard yaml.diagnostics.count == known else { return nil }
    return RussianNoun(
      gender: gender, isAnimate: isAnimate, singular: singular,
      plural: plural, fewForm: few, countedPlural: counted
    ).map { RussianLexicon.Entry($0, provenance: provenance) }
  }
}
