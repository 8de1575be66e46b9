/// The name of a body, found in texts of both languages.
struct BodyName: Sendable {
  let body: Body
  private let names: [LetterLanguage: [TermPattern]]
  /// What it is called when no other can be meant: «Үкімет», «Мажилис».
  private let shortNames: [LetterLanguage: TermPattern]
  /// Who is at the head of a ministry: «Туризм және спорт министрі», «Министр туризма и спорта».
  private let ministers: [LetterLanguage: TermPattern]

  init(_ body: Body) {
    self.body = body
    let kk = TokenizedText(body.name.kk).tokens
    let ru = TokenizedText(body.name.ru).tokens
    // The last word of a Kazakh name has an owner already, «министрлігі», and takes only cases.
    let head = InflectedWord(kk.last?.lowercased ?? "", .kk)
    // Of a Russian name only the head is declined, after which the state may stand: «Агентству Республики Казахстан по …».
    let declined = TermPattern.headCount(ru)
    let states = ["", "Республики Казахстан", "РК"].map { TokenizedText($0).tokens }
    names = [
      .kk: Self.kazakhNames(kk, then: head),
      .ru: states.map { state in
        TermPattern(headed: Array(ru.prefix(declined)) + state + ru.dropFirst(declined))
      },
    ]
    shortNames = Dictionary(
      uniqueKeysWithValues: LetterLanguage.allCases.compactMap { language in
        let short = body.short[language]
        guard short.unicodeScalars.contains(where: \.properties.isLowercase) else { return nil }
        return (language, TermPattern(short, language))
      })
    guard kk.last?.lowercased == "министрлігі", ru.first?.lowercased == "министерство" else {
      ministers = [:]
      return
    }
    ministers = [
      .kk: TermPattern(exactly: kk.dropLast(), then: InflectedWord("министрі", .kk)),
      .ru: TermPattern(headed: TokenizedText("Министр").tokens + ru.dropFirst()),
    ]
  }

  /// «Үкіметінің Аппараты» is called «Үкімет Аппараты» and «Үкіметтің Аппараты» as well.
  private static func kazakhNames(
    _ words: [TokenizedText.Token], then head: InflectedWord
  ) -> [TermPattern] {
    let name = TermPattern(exactly: words.dropLast(), then: head)
    guard words.count == 2, let owner = words.first?.text, owner.hasSuffix("інің") else {
      return [name]
    }
    let body = owner.dropLast(4)
    return [name]
      + ["", "дің", "тің"].map {
        TermPattern(exactly: TokenizedText(body + $0).tokens, then: head)
      }
  }

  /// Where the name ends that begins with the token at `index`; `nil` if it does not stand there.
  func end(at index: Int, in tokens: [TokenizedText.Token], _ language: LetterLanguage) -> Int? {
    names[language]?.lazy.compactMap { $0.end(at: index, in: tokens) }.first
  }

  /// The ways to call the body that is `number` among others: by its names, then by who is at its head or in short.
  func entries(_ number: Int, _ language: LetterLanguage) -> [TermTable.Entry] {
    (names[language] ?? []).map { TermTable.Entry(name: number, pattern: $0, isProper: true) }
      + [ministers[language], shortNames[language]].compactMap { pattern in
        pattern.map { TermTable.Entry(name: number, pattern: $0, isProper: false) }
      }
  }
}
