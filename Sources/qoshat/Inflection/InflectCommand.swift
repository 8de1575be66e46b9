import ArgumentParser
import Diagnostics
import Language
import Letters

struct InflectCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "inflect",
    abstract: "Put words, figures, abbreviations and names into the form that a sentence needs.",
    discussion: """
      Without options all cases of a word are shown. A phrase goes into quotation marks.

        qoshat inflect kk "Қаржы министрлігі" --case барыс
        qoshat inflect kk 139 ІІМ «Instagram» --case dat
        qoshat inflect ru "рекомендательное письмо" --count 22 --case родительный
        qoshat inflect kk АЖ --case barys --explain
      """)

  @Argument(help: "kk or ru; with --jsonl each line may name its own.")
  var language: Tongue?

  @Argument(help: "Words, phrases, figures, abbreviations, quoted names.")
  var words: [String] = []

  @Option(help: "The case, in Kazakh, Russian or English: барыс, barys, дательный, dative, dat.")
  var `case`: String?

  @Option(help: "One or several: singular or plural (жекеше, көпше, единственное, множественное).")
  var number: String?

  @Option(help: "Whose it is, in Kazakh: 1sg, 2sg, 2formal, 3 or 1pl.")
  var possessive: String?

  @Option(help: "What counts it: the number is printed before it.")
  var count: String?

  @Option(help: "Kazakh suffixes in their order, such as pl+px3+loc-attr or ord-full.")
  var suffixes: String?

  @Flag(help: "Say which reading was chosen, from where, and by which rule.")
  var explain = false

  @Option(help: "Requests, one JSON object a line; - for standard input. One line answers each.")
  var jsonl: String?

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    let lexicons = try options.lexicons(log)
    if let jsonl {
      guard words.isEmpty else {
        throw log.usage(
          Message(
            kk: "`--jsonl` сөздермен бірге жүрмейді", ru: "`--jsonl` не сочетается со словами",
            en: "`--jsonl` goes with no words"))
      }
      try InflectionLines(lexicons, language, options.language).answer(jsonl, log)
      return
    }
    guard let language, !words.isEmpty else {
      throw log.usage(
        Message(
          kk: "тілі мен сөзі керек: `qoshat inflect kk сілтеме`",
          ru: "нужны язык и слово: `qoshat inflect ru ссылка`",
          en: "a language and a word are needed: `qoshat inflect kk сілтеме`"))
    }
    let form = try RequestedForm(self, language, log)
    var failed = false
    for word in words {
      let answer =
        switch language {
        case .kk: KazakhInflection(word, form, lexicons.kazakh).answer
        case .ru: RussianInflection(word, form, lexicons).answer
        }
      switch answer {
      case .success(let answer):
        // The explanation says it at length.
        if !explain, let guess = answer.guess {
          log.add([
            Diagnostic(GuessedReading.rule, guess.message, severity: .warning, hint: guess.hint)
          ])
        }
        StandardStreams.write(answer.text(explain, options.language), to: .output)
      case .failure(let refusal):
        failed = true
        log.add([refusal.diagnostic])
      }
    }
    if failed { throw CommandFailure.findings }
  }
}

/// A language that has a grammar here.
enum Tongue: String, ExpressibleByArgument, CaseIterable {
  case kk, ru
}

/// The form that the options ask for; `nil` parts were not asked for.
struct RequestedForm {
  var kazakhCase: KazakhCase?
  var russianCase: RussianCase?
  var number: GrammaticalNumber?
  var possessive: KazakhPossessive?
  var count: Figure?
  var suffixes: [KazakhSuffix]?

  /// Whether nothing was asked for, so that all cases are shown.
  var isOpen: Bool {
    kazakhCase == nil && russianCase == nil && number == nil && possessive == nil && count == nil
      && suffixes == nil
  }

  init(_ command: InflectCommand, _ language: Tongue, _ log: DiagnosticLog) throws {
    func unknown(_ option: String, _ name: String, _ known: [String]) -> CommandFailure {
      let names = known.map { "`\($0)`" }.joined(separator: ", ")
      return log.usage(
        Message(
          kk: "`\(option)`: `\(name)` белгісіз; мүмкін: \(names)",
          ru: "`\(option)`: неизвестно `\(name)`; возможны: \(names)",
          en: "`\(option)`: `\(name)` is unknown; possible are \(names)"))
    }
    if let name = command.case {
      switch language {
      case .kk:
        kazakhCase = KazakhCase(name: name)
        if kazakhCase == nil {
          throw unknown("--case", name, KazakhCase.allCases.map(\.kazakhName))
        }
      case .ru:
        russianCase = RussianCase(name: name)
        if russianCase == nil {
          throw unknown("--case", name, RussianCase.allCases.map(\.russianName))
        }
      }
    }
    if let name = command.number {
      switch name {
      case "singular", "sg", "жекеше", "единственное": number = .singular
      case "plural", "pl", "көпше", "множественное": number = .plural
      default: throw unknown("--number", name, ["singular", "plural"])
      }
    }
    if let name = command.possessive {
      let owners: KeyValuePairs<String, KazakhPossessive> = [
        "3": .third, "1sg": .firstSingular, "1pl": .firstPlural, "2sg": .secondInformal,
        "2formal": .secondFormal,
      ]
      possessive = owners.first { $0.key == name }?.value
      guard possessive != nil, language == .kk else {
        throw unknown("--possessive", name, language == .kk ? owners.map(\.key) : [])
      }
    }
    if let text = command.count {
      count = Figure(text: text)
      guard count != nil else { throw unknown("--count", text, ["22", "2,5"]) }
    }
    if let text = command.suffixes {
      suffixes = KazakhSuffix.list(notation: text)
      guard suffixes != nil, language == .kk else {
        throw unknown("--suffixes", text, KazakhSuffix.notations)
      }
    }
  }
}

/// What comes of one word.
struct InflectionAnswer {
  /// A form, with what it is called where several are shown, and others that are accepted.
  struct Row {
    var name: Message?
    var forms: [String]
  }

  var rows: [Row]
  /// What the grammar knew of the word, line by line.
  var explanation: [Message]
  /// A reading that somebody should look at.
  var guess: GuessedReading?

  func text(_ explain: Bool, _ language: MessageLanguage) -> String {
    var lines: [String] = []
    let width = rows.compactMap { $0.name?[language].count }.max() ?? 0
    for row in rows {
      let form = row.forms[0]
      if let name = row.name?[language] {
        let padding = String(repeating: " ", count: width - name.count + 2)
        lines.append(name + padding + form)
      } else {
        lines.append(form)
      }
      if explain, row.forms.count > 1 {
        let others = row.forms.dropFirst().joined(separator: ", ")
        lines.append(
          "  "
            + Message(
              kk: "бұл да дұрыс: \(others)", ru: "также верно: \(others)",
              en: "also right: \(others)")[language])
      }
    }
    if explain { lines += explanation.map { "  " + $0[language] } }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// A form that the grammar does not give, and why.
struct InflectionRefusal: Error {
  let message: Message

  var diagnostic: Diagnostic { Diagnostic("O105", message) }
}
