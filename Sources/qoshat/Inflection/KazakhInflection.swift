import Diagnostics
import Language
import Letters

/// A Kazakh word in the form that was asked for.
struct KazakhInflection {
  private let stem: KazakhStem
  private let form: RequestedForm
  private let lexicon: ReadingLexicon

  init(_ word: String, _ form: RequestedForm, _ lexicon: ReadingLexicon) {
    stem = KazakhStem(word, lexicon: lexicon)
    self.form = form
    self.lexicon = lexicon
  }

  var answer: Result<InflectionAnswer, InflectionRefusal> {
    var rows: [InflectionAnswer.Row] = []
    if form.isOpen {
      for grammaticalCase in KazakhCase.allCases {
        rows.append(
          InflectionAnswer.Row(
            name: grammaticalCase.name,
            forms: Kazakh.acceptedForms(
              [.case(grammaticalCase)], of: stem, lexicon: lexicon)))
      }
    } else {
      var suffixes: [KazakhSuffix] = form.suffixes ?? []
      // After a numeral a Kazakh noun stays singular.
      if form.number == .plural, form.count == nil { suffixes.append(.plural) }
      if let possessive = form.possessive { suffixes.append(.possessive(possessive)) }
      if let grammaticalCase = form.kazakhCase { suffixes.append(.case(grammaticalCase)) }
      let forms = Kazakh.acceptedForms(suffixes, of: stem, lexicon: lexicon)
      guard !forms.isEmpty else { return .failure(Self.refusal(stem.text)) }
      let count = form.count.map { $0.text + "\u{A0}" } ?? ""
      rows.append(InflectionAnswer.Row(name: nil, forms: forms.map { count + $0 }))
    }
    return .success(
      InflectionAnswer(
        rows: rows, explanation: explanation,
        guess: GuessedReading(stem, form: rows.last?.forms.first ?? stem.text)))
  }

  /// What does not fit the order of suffixes, or the word.
  static func refusal(_ word: String) -> InflectionRefusal {
    InflectionRefusal(
      message: Message(
        kk: "`\(word)` сөзіне бұл жалғаулар осы ретпен қосылмайды",
        ru: "к `\(word)` эти суффиксы в таком порядке не присоединяются",
        en: "`\(word)` does not take these suffixes in this order"))
  }

  private var explanation: [Message] {
    var lines = [
      Message(
        kk: "жалғау қосылатыны: \(stem.word) (\(stem.kind.name.kk))",
        ru: "суффикс принимает: \(stem.word) (\(stem.kind.name.ru))",
        en: "the suffix is taken by: \(stem.word) (\(stem.kind.name.en))"),
      Message(
        kk: "оқылуы: \(stem.reading.notation) – \(stem.reading.description.kk)",
        ru: "чтение: \(stem.reading.notation) – \(stem.reading.description.ru)",
        en: "reading: \(stem.reading.notation) – \(stem.reading.description.en)"),
    ]
    var source = stem.source.name
    if let rule = stem.rule?.name {
      source = Message(
        kk: "\(source.kk): \(rule.kk)", ru: "\(source.ru): \(rule.ru)",
        en: "\(source.en): \(rule.en)")
    } else if stem.source == .lexicon,
      let provenance = (lexicon[stem.text] ?? lexicon[String(stem.word)])?.provenance.rawValue
    {
      source = Message(
        kk: "\(source.kk) (\(provenance))", ru: "\(source.ru) (\(provenance))",
        en: "\(source.en) (\(provenance))")
    }
    lines.append(
      Message(kk: "негізі: \(source.kk)", ru: "основание: \(source.ru)", en: "from: \(source.en)"))
    if stem.source.isGuess {
      lines.append(
        Message(
          kk: "бұл – жорамал: дұрысын reference/lexicon.yaml файлына жазыңыз",
          ru: "это догадка: верное чтение впишите в reference/lexicon.yaml",
          en: "this is a guess: enter the right reading in reference/lexicon.yaml"))
    }
    if stem.isPossessed {
      lines.append(
        Message(
          kk: "тәуелдеулі: септік жалғауы III жақ тәуелдігінен кейін келеді",
          ru: "уже с притяжательным суффиксом 3-го лица: падеж идёт после него",
          en: "already has the possessive of the third person: the case follows it"))
    }
    return lines
  }
}
