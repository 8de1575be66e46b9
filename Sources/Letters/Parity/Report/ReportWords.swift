import Diagnostics

extension LetterLanguage {
  /// What the language is called.
  var name: Message {
    switch self {
    case .kk: Message(kk: "қазақша", ru: "казахский", en: "Kazakh")
    case .ru: Message(kk: "орысша", ru: "русский", en: "Russian")
    }
  }
}

extension LetterLanguage {
  var other: LetterLanguage { self == .kk ? .ru : .kk }

  /// As it stands before «template»: қазақша үлгіде, в казахском шаблоне.
  var adjective: Message {
    switch self {
    case .kk: Message(kk: "қазақша", ru: "казахском", en: "Kazakh")
    case .ru: Message(kk: "орысша", ru: "русском", en: "Russian")
    }
  }
}

extension Place {
  /// The requisite and the paragraph's number: «тізім тармағы, 12-абзац».
  func requisitePosition(in language: MessageLanguage) -> String {
    let known = block.flatMap { Requisite(rawValue: $0) }
    // A paragraph of the text needs no other name than its number.
    let requisite = known == .text && paragraph != nil ? nil : known?.name[language] ?? block
    return [requisite, position(in: language)].compactMap { $0 }.joined(separator: ", ")
  }
}

extension Message {
  /// A quotation in the language's own marks; what has them already gets no more.
  static func quotation(_ words: String, in language: MessageLanguage) -> String {
    if words.contains("«") || words.contains("»") { return words }
    return language == .en ? "“\(words)”" : "«\(words)»"
  }
}
