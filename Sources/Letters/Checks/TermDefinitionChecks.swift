import Diagnostics
import DocxTemplate
import Jinja

/// Whether the templates define each term of a kind once, before they use it, and in both languages (`T2`).
enum TermDefinitionChecks {
  static func check(
    _ templates: [LetterLanguage: DocxTemplate], _ definition: KindDefinition, file: String
  ) -> [Diagnostic] {
    guard !definition.terms.isEmpty else { return [] }
    let readings = templates.mapValues { $0.readings(of: "terms") }
    let wholes = LetterLanguage.allCases.flatMap { language in
      (readings[language] ?? []).filter { $0.path.count < 3 }.map { whole($0, language) }
    }
    return wholes
      + definition.terms.flatMap { term -> [Diagnostic] in
        let sides = LetterLanguage.allCases.map { language in
          TermReadings(term.name, language, readings[language] ?? [])
        }
        guard sides.contains(where: { !$0.isEmpty }) else { return [unread(term, file)] }
        return sides.flatMap { $0.check() } + oneSided(term, sides, templates)
      }
  }

  /// A term that only one template defines, and the other does not use either.
  private static func oneSided(
    _ term: DefinedTerm, _ sides: [TermReadings], _ templates: [LetterLanguage: DocxTemplate]
  ) -> [Diagnostic] {
    guard let lacking = sides.first(where: { $0.definitions.isEmpty && $0.uses.isEmpty }),
      let other = sides.first(where: { !$0.definitions.isEmpty }),
      let definition = other.definitions.first
    else { return [] }
    let isKazakh = other.language == .kk
    return [
      Diagnostic(
        "T2",
        Message(
          kk: "`\(term.name)` термині тек \(isKazakh ? "қазақша" : "орысша") үлгіде анықталған",
          ru:
            "термин `\(term.name)` определен только в \(isKazakh ? "казахском" : "русском") шаблоне",
          en:
            "the term `\(term.name)` is defined only in the \(isKazakh ? "Kazakh" : "Russian") template"
        ),
        at: [
          other.place(of: definition),
          Place(file: templates[lacking.language]?.file, language: lacking.language.rawValue),
        ])
    ]
  }

  private static func unread(_ term: DefinedTerm, _ file: String) -> Diagnostic {
    Diagnostic(
      "T2",
      Message(
        kk: "`\(term.name)` терминін екі үлгі де оқымайды",
        ru: "термин `\(term.name)` не читает ни один шаблон",
        en: "neither template reads the term `\(term.name)`"),
      severity: .warning, at: [Place(file: file, block: "terms.\(term.name)")])
  }

  private static func whole(_ reading: TemplateReading, _ language: LetterLanguage) -> Diagnostic {
    let path = reading.path.joined(separator: ".")
    var place = reading.place
    place.language = language.rawValue
    return Diagnostic(
      "T2",
      Message(
        kk: "`\(path)` – мәтін емес; `definition`, `short` немесе `full` керек",
        ru: "`\(path)` – не текст; нужно `definition`, `short` или `full`",
        en: "`\(path)` is no text; `definition`, `short` or `full` is needed"),
      at: [place])
  }
}

/// What one template reads of a term, in the order of its text.
private struct TermReadings {
  let name: String
  let language: LetterLanguage
  private let readings: [TemplateReading]
  /// Indices of what introduces the short form, and of what uses it.
  let definitions: [Int]
  let uses: [Int]

  /// Of more conditions than that, nobody can say at a glance which hold together.
  private static let maximumConditions = 8

  init(_ name: String, _ language: LetterLanguage, _ all: [TemplateReading]) {
    self.name = name
    self.language = language
    let readings = all.filter { $0.path.count > 1 && $0.path[1] == name }
    self.readings = readings
    func indices(_ member: String) -> [Int] {
      readings.indices.filter { readings[$0].path.count > 2 && readings[$0].path[2] == member }
    }
    definitions = indices("definition")
    uses = indices("short")
  }

  var isEmpty: Bool { readings.isEmpty }

  func place(of index: Int) -> Place {
    var place = readings[index].place
    place.language = language.rawValue
    return place
  }

  func check() -> [Diagnostic] { repeated() + undefined() + unused() }

  // MARK: Twice

  private func repeated() -> [Diagnostic] {
    if let inLoop = definitions.first(where: { circumstances($0).contains(where: \.isTurn) }) {
      return [twice([inLoop], isCertain: true)]
    }
    for (position, later) in definitions.enumerated() {
      for earlier in definitions.prefix(position) where !excludes(earlier, later) {
        let first = circumstances(earlier)
        let second = circumstances(later)
        let isCertain = first.isSubset(of: second) || second.isSubset(of: first)
        return [twice([later, earlier], isCertain: isCertain)]
      }
    }
    return []
  }

  private func twice(_ indices: [Int], isCertain: Bool) -> Diagnostic {
    Diagnostic(
      "T2",
      Message(
        kk:
          "`\(name)` термині бір хатта \(isCertain ? "екі рет анықталады" : "екі рет анықталуы мүмкін")",
        ru:
          "термин `\(name)` \(isCertain ? "определяется" : "может определяться") в одном письме дважды",
        en: "one letter \(isCertain ? "defines" : "may define") the term `\(name)` twice"),
      severity: isCertain ? .error : .warning, at: indices.map { place(of: $0) })
  }

  // MARK: Not at all

  private func undefined() -> [Diagnostic] {
    guard let use = uses.first else { return [] }
    guard let definition = definitions.first else {
      return [
        Diagnostic(
          "T2",
          Message(
            kk: "`\(name)` термині қолданылады, бірақ бұл үлгіде анықталмаған",
            ru: "термин `\(name)` используется, но в этом шаблоне не определен",
            en: "the term `\(name)` is used and this template never defines it"),
          at: [place(of: use)], hint: hint)
      ]
    }
    guard use > definition else {
      return [
        Diagnostic(
          "T2",
          Message(
            kk: "`\(name)` термині анықталғанға дейін қолданылады",
            ru: "термин `\(name)` используется раньше, чем определен",
            en: "the term `\(name)` is used before it is defined"),
          at: [place(of: use), place(of: definition)], hint: hint)
      ]
    }
    let doubtful = uses.first { use in
      let earlier = definitions.filter { $0 < use }.map { circumstances($0) }
      return !isCertain(earlier, under: circumstances(use))
    }
    return doubtful.map { use in
      Diagnostic(
        "T2",
        Message(
          kk: "`\(name)` термині шартпен анықталады, ал шартсыз да қолданылады",
          ru: "термин `\(name)` определяется при условии, а используется и без него",
          en: "the term `\(name)` is defined on a condition, and used without it"),
        severity: .warning, at: [place(of: use), place(of: definition)])
    }.map { [$0] } ?? []
  }

  private var hint: Message {
    Message(
      kk: "толық атаудан кейін `{{ terms.\(name).definition }}` деп жазыңыз",
      ru: "напишите после полного названия `{{ terms.\(name).definition }}`",
      en: "write `{{ terms.\(name).definition }}` after the full name")
  }

  private func unused() -> [Diagnostic] {
    guard uses.isEmpty, let definition = definitions.first else { return [] }
    return [
      Diagnostic(
        "T2",
        Message(
          kk: "`\(name)` термині анықталған, бірақ кейін қолданылмайды",
          ru: "термин `\(name)` определен, но потом не используется",
          en: "the term `\(name)` is defined and then not used"),
        severity: .warning, at: [place(of: definition)])
    ]
  }

  // MARK: Circumstances

  private func circumstances(_ index: Int) -> Set<Reading.Circumstance> {
    Set(readings[index].circumstances)
  }

  /// Whether no letter has both places.
  private func excludes(_ one: Int, _ other: Int) -> Bool {
    let others = circumstances(other)
    return circumstances(one).contains { $0.opposite.map { others.contains($0) } ?? false }
  }

  /// Whether one of the definitions stands in every letter of which `known` holds.
  private func isCertain(
    _ definitions: [Set<Reading.Circumstance>], under known: Set<Reading.Circumstance>,
    _ depth: Int = 0
  ) -> Bool {
    if definitions.contains(where: { $0.isSubset(of: known) }) { return true }
    let open = definitions.lazy.flatMap { $0 }.first { circumstance in
      guard let opposite = circumstance.opposite else { return false }
      return !known.contains(circumstance) && !known.contains(opposite)
    }
    guard depth < Self.maximumConditions, let open, let opposite = open.opposite else {
      return false
    }
    return isCertain(definitions, under: known.union([open]), depth + 1)
      && isCertain(definitions, under: known.union([opposite]), depth + 1)
  }
}

extension Reading.Circumstance {
  fileprivate var isTurn: Bool {
    if case .turn = self { true } else { false }
  }

  /// That the condition does not hold, or does.
  fileprivate var opposite: Self? {
    guard case .condition(let text, let holds) = self else { return nil }
    return .condition(text, holds: !holds)
  }
}
