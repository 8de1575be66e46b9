/// The name of a body, found in texts of both languages.
struct BodyName: Sendable {
  let body: Body
  private let kk: TermPattern
  private let ru: TermPattern

  init(_ body: Body) {
    self.body = body
    let words = TokenizedText(body.name.kk).tokens
    let head = InflectedWord(words.last?.lowercased ?? "", .kk)
    // The last word of a Kazakh name has an owner already, «министрлігі», and takes only cases.
    kk = TermPattern(exactly: words.dropLast(), then: head)
    // Of a Russian name only the first word is declined: «Министерству культуры и спорта».
    ru = TermPattern(headed: TokenizedText(body.name.ru).tokens)
  }

  func pattern(_ language: LetterLanguage) -> TermPattern { language == .kk ? kk : ru }
}
