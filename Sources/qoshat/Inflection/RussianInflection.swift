import Diagnostics
import JSON
import Language
import Letters

/// A Russian word or phrase in the form that was asked for.
struct RussianInflection {
  private let word: String
  private let form: RequestedForm
  private let lexicons: GrammarLexicons

  init(_ word: String, _ form: RequestedForm, _ lexicons: GrammarLexicons) {
    self.word = word
    self.form = form
    self.lexicons = lexicons
  }

  var answer: Result<InflectionAnswer, InflectionRefusal> {
    guard let phrase = lexicons.phrase(word) else {
      return .failure(.undeclinable(word))
    }
    let grammaticalCase = form.russianCase ?? .nominative
    var rows: [InflectionAnswer.Row] = []
    if form.isOpen {
      for number in GrammaticalNumber.allCases {
        for grammaticalCase in RussianCase.allCases {
          rows.append(
            InflectionAnswer.Row(
              name: Self.name(of: number, grammaticalCase),
              forms: [phrase.form(number, grammaticalCase)]))
        }
      }
    } else if let count = form.count {
      rows.append(
        InflectionAnswer.Row(
          name: nil,
          forms: Russian.acceptedCounts(
            count, phrase, case: grammaticalCase, lexicon: lexicons.russian)))
    } else {
      rows.append(
        InflectionAnswer.Row(
          name: nil,
          forms: Russian.acceptedForms(
            word, number: form.number ?? .singular, case: grammaticalCase,
            lexicon: lexicons.russian)))
    }
    return .success(InflectionAnswer(rows: rows, explanation: explanation(of: phrase)))
  }

  private static func name(
    of number: GrammaticalNumber, _ grammaticalCase: RussianCase
  ) -> Message {
    let kazakhCases: [RussianCase: String] = [
      .nominative: "атау", .genitive: "ілік", .dative: "барыс", .accusative: "табыс",
      .instrumental: "көмектес", .prepositional: "предложный",
    ]
    let isPlural = number == .plural
    return Message(
      kk: "\(isPlural ? "көпше" : "жекеше"), \(kazakhCases[grammaticalCase] ?? "")",
      ru: "\(isPlural ? "множественное" : "единственное"), \(grammaticalCase.russianName)",
      en: "\(number.rawValue) \(grammaticalCase.rawValue)")
  }

  private func explanation(of phrase: RussianPhrase) -> [Message] {
    let last = word.split(separator: " ").last.map(String.init) ?? word
    let entry = lexicons.russian[word] ?? lexicons.russian[last]
    let gender = phrase.gender
    let genders: [RussianGender: Message] = [
      .masculine: Message(kk: "мужской", ru: "мужской", en: "masculine"),
      .feminine: Message(kk: "женский", ru: "женский", en: "feminine"),
      .neuter: Message(kk: "средний", ru: "средний", en: "neuter"),
    ]
    var lines: [Message] = []
    if let name = genders[gender] {
      lines.append(Message(kk: "тегі: \(name.kk)", ru: "род: \(name.ru)", en: "gender: \(name.en)"))
    }
    if let entry {
      let provenance = entry.provenance.rawValue
      lines.append(
        Message(
          kk: "негізі: сөздік (\(provenance))", ru: "основание: словарь (\(provenance))",
          en: "from: the lexicon (\(provenance))"))
    } else {
      lines.append(
        Message(
          kk: "негізі: септеу ережесі", ru: "основание: правило склонения",
          en: "from: the rules of declension"))
    }
    return lines
  }
}

extension InflectionRefusal {
  static func undeclinable(_ word: String) -> InflectionRefusal {
    InflectionRefusal(
      message: Message(
        kk: "`\(word)` сөзін септеу мүмкін емес", ru: "не удалось просклонять `\(word)`",
        en: "`\(word)` cannot be declined"))
  }
}

/// `{"op": "count", "number": 22, "noun": "письмо", "case": "genitive"}`.
struct RussianRequest {
  private let request: JSON
  private let lexicons: GrammarLexicons

  init(_ request: JSON, _ lexicons: GrammarLexicons) {
    self.request = request
    self.lexicons = lexicons
  }

  var forms: Result<[String], InflectionRefusal> {
    do throws(InflectionRefusal) {
      let forms = try accepted()
      return forms.isEmpty ? .failure(.undeclinable(noun ?? "")) : .success(forms)
    } catch {
      return .failure(error)
    }
  }

  private static let operations = [
    "words", "ordinal", "digits-ordinal", "count", "name", "inflect",
  ]

  private func accepted() throws(InflectionRefusal) -> [String] {
    switch request["op"]?.string {
    case "words":
      let figure = try figure()
      guard figure.isWhole else {
        return [Russian.words(figure, case: try grammaticalCase(), gender: try gender())]
      }
      return Russian.acceptedWords(
        figure.significand, case: try grammaticalCase(), gender: try gender(),
        isAnimate: isAnimate)
    case "ordinal":
      return Russian.acceptedOrdinalWords(
        try number(), case: try grammaticalCase(), gender: try gender(),
        number: grammaticalNumber, isAnimate: isAnimate)
    case "digits-ordinal":
      return [
        Russian.digitsOrdinal(
          try number(), case: try grammaticalCase(), gender: try gender(),
          number: grammaticalNumber, isAnimate: isAnimate)
      ]
    case "count":
      let text = [request["adjective"]?.string, noun].compactMap { $0 }.joined(separator: " ")
      guard noun != nil else { throw .missing("noun") }
      guard
        let phrase = isAnimate
          ? RussianPhrase(text, lexicon: lexicons.russian, isAnimate: true)
          : lexicons.phrase(text)
      else { throw .undeclinable(text) }
      // Forms are compared as text here; no-break spaces are the letter's.
      return Russian.acceptedCounts(
        try figure(), phrase, case: try grammaticalCase(), lexicon: lexicons.russian
      ).map {
        $0.replacing("\u{A0}", with: " ")
      }
    case "inflect":
      guard let noun else { throw .missing("noun") }
      return Russian.acceptedForms(
        noun, number: grammaticalNumber, case: try grammaticalCase(),
        lexicon: lexicons.russian)
    case "name": return try name()
    default: throw .missing("op", Self.operations)
    }
  }

  private func name() throws(InflectionRefusal) -> [String] {
    let gender = try givenGender()
    let grammaticalCase = try grammaticalCase()
    let name: RussianPersonName
    do throws(RussianPersonName.Failure) {
      name = try RussianPersonName(
        surname: request["surname"]?.string ?? "", first: request["first"]?.string ?? "",
        patronymic: request["patronymic"]?.string ?? "", gender: gender, names: lexicons.names)
    } catch {
      throw error == .empty ? .missing("surname") : .missing("gender", ["m", "f"])
    }
    return name.acceptedForms(.full, case: grammaticalCase)
  }

  private var noun: String? { request["noun"]?.string.flatMap { $0.isEmpty ? nil : $0 } }

  private var isAnimate: Bool { request["animate"] == .bool(true) }

  private var grammaticalNumber: GrammaticalNumber {
    request["plural"] == .bool(true) ? .plural : .singular
  }

  private func figure() throws(InflectionRefusal) -> Figure {
    guard let figure = request["number"]?.figureText.flatMap({ Figure(text: $0) }) else {
      throw .missing("number")
    }
    return figure
  }

  private func number() throws(InflectionRefusal) -> Int {
    let figure = try figure()
    guard figure.isWhole else { throw .missing("number", ["0, 1, 2, …"]) }
    return figure.significand
  }

  private func grammaticalCase() throws(InflectionRefusal) -> RussianCase {
    guard let name = request["case"] else { return .nominative }
    guard let found = name.string.flatMap({ RussianCase(name: $0) }) else {
      throw .missing("case", RussianCase.allCases.map(\.rawValue))
    }
    return found
  }

  private func gender() throws(InflectionRefusal) -> RussianGender {
    try givenGender() ?? .masculine
  }

  private func givenGender() throws(InflectionRefusal) -> RussianGender? {
    guard let name = request["gender"], name != .null else { return nil }
    guard let found = name.string.flatMap({ RussianGender(name: $0) }) else {
      throw .missing("gender", ["m", "f", "n"])
    }
    return found
  }
}
