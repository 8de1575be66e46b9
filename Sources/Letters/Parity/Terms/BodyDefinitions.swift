import Diagnostics

/// Whether each body gets one short form in a letter (`T2`), which is not that of another body (`T4`).
struct BodyDefinitions {
  let terms: LetterTerms
  let names: [BodyName]
  let mentions: BodyMentions

  func findings() -> [Diagnostic] {
    terms.definitions.indices.flatMap { index -> [Diagnostic] in
      guard let body = mentions.defined[index],
        // What one bracket defines is for several things.
        terms.definitions.count(where: { isBeside($0, terms.definitions[index]) }) == 1
      else { return [] }
      return [again(index, body), foreign(index, body)].compactMap { $0 }
    }
  }

  private func isBeside(_ one: LetterDefinition, _ other: LetterDefinition) -> Bool {
    one.paragraph == other.paragraph && one.bracket == other.bracket
  }

  private func place(_ index: Int) -> Place {
    let definition = terms.definitions[index]
    return terms.letter.place(
      of: definition.name, in: terms.letter.paragraphs[definition.paragraph])
  }

  /// Another short form for a body that has one; the same one twice is found by itself.
  private func again(_ index: Int, _ body: Int) -> Diagnostic? {
    let definition = terms.definitions[index]
    let annex = terms.letter.paragraphs.first { $0.requisite == .annexHeading }?.index ?? Int.max
    guard definition.paragraph < annex,
      let earlier = terms.definitions[..<index].indices.first(where: {
        mentions.defined[$0] == body
          && terms.definitions[$0].text.lowercased() != definition.text.lowercased()
      })
    else { return nil }
    let name = names[body].body.name
    let first = terms.definitions[earlier].text
    return Diagnostic(
      "T2",
      Message(
        kk: "«\(name.kk)» бұған дейін `\(first)` деп анықталған",
        ru: "«\(name.ru)» уже определено как `\(first)`",
        en: "«\(name[terms.letter.language])» is already defined as `\(first)`"),
      at: [place(index), place(earlier)])
  }

  /// «Туризм және спорт министрлігі (бұдан әрі – МСМ)»
  private func foreign(_ index: Int, _ body: Int) -> Diagnostic? {
    guard let abbreviation = terms.definitions[index].abbreviation else { return nil }
    let language = terms.letter.language
    let owners = names.filter { $0.body.short[language] == abbreviation }.map(\.body)
    let own = names[body].body
    guard let owner = owners.first, !owners.contains(where: { $0.id == own.id }) else { return nil }
    return Diagnostic(
      "T4",
      Message(
        kk: "`\(abbreviation)` – «\(owner.name.kk)» қысқартуы",
        ru: "`\(abbreviation)` – сокращение для «\(owner.name.ru)»",
        en: "`\(abbreviation)` stands for «\(owner.name[language])»"),
      severity: .warning, at: [place(index)],
      hint: Message(
        kk: "мұнда – `\(own.short.kk)`", ru: "здесь – `\(own.short.ru)`",
        en: "here it is `\(own.short[language])`"))
  }
}
