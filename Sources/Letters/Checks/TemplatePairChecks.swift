import Diagnostics
import DocxTemplate
import Jinja

/// Whether the two templates of a kind say the same in blocks that answer each other: what they print, on which conditions, and how often; and what is typed into one of them only.
enum TemplatePairChecks {
  static func check(
    _ templates: [LetterLanguage: DocxTemplate], _ definition: KindDefinition,
    _ knowledge: ParityKnowledge
  ) -> [Diagnostic] {
    guard let kk = templates[.kk], let ru = templates[.ru] else { return [] }
    let pair = TemplatePair(
      kk: TemplateSide(kk, .kk, definition), ru: TemplateSide(ru, .ru, definition))
    return pair.blocks() + pair.controls() + typedFacts(kk, ru, knowledge)
  }

  // MARK: Fixed text

  /// Numbers in words, dates and addresses that are typed into one template and not into the other.
  private static func typedFacts(
    _ kk: DocxTemplate, _ ru: DocxTemplate, _ knowledge: ParityKnowledge
  ) -> [Diagnostic] {
    let kkFacts = facts(kk, .kk, knowledge)
    let ruFacts = facts(ru, .ru, knowledge)
    return missing(kkFacts, from: ruFacts, ru.file, .kk)
      + missing(ruFacts, from: kkFacts, kk.file, .ru)
  }

  private struct TypedFact {
    let fact: Fact
    let place: Place
  }

  private static func facts(
    _ template: DocxTemplate, _ language: LetterLanguage, _ knowledge: ParityKnowledge
  ) -> [TypedFact] {
    let reader = knowledge.factReader(language)
    return template.fixedText.filter { $0.part?.hasPrefix("word/") ?? false }.flatMap { place in
      reader.facts(in: TokenizedText(place.text)).filter(isTyped).map { fact in
        var place = place.marking(fact.range)
        place.language = language.rawValue
        return TypedFact(fact: fact, place: place)
      }
    }
  }

  /// What must stand in both templates. Figures are told of as such (`N6`).
  private static func isTyped(_ fact: Fact) -> Bool {
    guard fact.isSure, !fact.isOrdinal else { return false }
    switch fact.kind {
    case .words, .quarter, .halfYear, .address, .phone: return true
    default: return false
    }
  }

  private static func missing(
    _ facts: [TypedFact], from others: [TypedFact], _ file: String, _ language: LetterLanguage
  ) -> [Diagnostic] {
    var counts: [FactValue: Int] = [:]
    for other in others { counts[other.fact.value, default: 0] += 1 }
    return facts.compactMap { typed in
      if let count = counts[typed.fact.value], count > 0 {
        counts[typed.fact.value] = count - 1
        return nil
      }
      let isAddress = typed.fact.kind == .address || typed.fact.kind == .phone
      let words = typed.place.text
      return Diagnostic(
        isAddress ? "S6" : "N1",
        Message(
          kk: "`\(words)` тек \(language.adjective.kk) үлгіге терілген",
          ru: "`\(words)` набрано только в \(language.adjective.ru) шаблоне",
          en: "`\(words)` is typed only into the \(language.adjective.en) template"),
        severity: .warning,
        at: [typed.place, Place(file: file, language: language.other.rawValue)])
    }
  }
}

/// What one template reads, in blocks.
struct TemplateSide {
  /// A condition or a loop that has a paragraph of its own.
  struct Control: Hashable {
    let purpose: Reading.Purpose
    let name: String
  }

  let language: LetterLanguage
  let file: String
  let blocks: [TemplateBlock]
  let controls: [(control: Control, place: Place)]

  init(_ template: DocxTemplate, _ language: LetterLanguage, _ definition: KindDefinition) {
    self.language = language
    file = template.file
    let readings = template.readings.compactMap { reading -> TemplateReading? in
      guard reading.place.part?.hasPrefix("word/") ?? false, reading.place.paragraph != nil else {
        return nil
      }
      return reading
    }
    blocks = TemplateBlock.all(of: readings) { definition.comparable($0) }
    controls = readings.compactMap { reading in
      guard reading.purpose == .condition || reading.purpose == .loop,
        reading.place.fixedText.isEmpty, !reading.place.excerpt.contains("{{"),
        reading.place.excerpt.split(separator: "{%").count == 1,
        let name = definition.comparable(reading.path)
      else { return nil }
      return (Control(purpose: reading.purpose, name: name), reading.place)
    }
  }

  func place(_ place: Place) -> Place {
    var place = place
    place.language = language.rawValue
    return place
  }
}

/// The two templates side by side.
private struct TemplatePair {
  let kk: TemplateSide
  let ru: TemplateSide

  // MARK: Blocks

  func blocks() -> [Diagnostic] {
    let pairs = aligned()
    return pairs.flatMap { kkIndex, ruIndex -> [Diagnostic] in
      let (left, right) = (kk.blocks[kkIndex], ru.blocks[ruIndex])
      let moved =
        elsewhere(left, right, kk, ru, ruIndex) + elsewhere(right, left, ru, kk, kkIndex)
      return moved + guarded(left, right)
    } + crossed(Set(pairs.map(\.kk)), Set(pairs.map(\.ru)))
  }

  /// Values of paragraphs that answer none, because the other template prints them above what they follow here.
  private func crossed(_ kkPaired: Set<Int>, _ ruPaired: Set<Int>) -> [Diagnostic] {
    kk.blocks.indices.filter { !kkPaired.contains($0) }.flatMap { index in
      kk.blocks[index].prints.sorted { $0.key < $1.key }.compactMap { name, print in
        let other = ru.blocks.indices.first {
          !ruPaired.contains($0) && ru.blocks[$0].prints[name] != nil
        }
        // The short lines of requisites come in another order in each language.
        guard let other, let otherPrint = ru.blocks[other].prints[name],
          print.place.excerpt.utf8.count > 80, otherPrint.place.excerpt.utf8.count > 80
        else { return nil }
        return moved(name, [kk.place(print.place), ru.place(otherPrint.place)])
      }
    }
  }

  private func moved(_ name: String, _ places: [Place]) -> Diagnostic {
    Diagnostic(
      name.hasPrefix("figures.") ? "N1" : "S1",
      Message(
        kk: "`\(name)` екі үлгіде әртүрлі блоктарда жазылады",
        ru: "`\(name)` в двух шаблонах стоит в разных блоках",
        en: "the templates print `\(name)` in different blocks"),
      severity: name.contains("citations.") || name.contains("bodies.") ? .warning : .error,
      at: places)
  }

  /// Values that a block prints, and the other template prints, too, but in another block.
  private func elsewhere(
    _ block: TemplateBlock, _ counterpart: TemplateBlock, _ side: TemplateSide,
    _ other: TemplateSide, _ index: Int
  ) -> [Diagnostic] {
    block.prints.keys.sorted().compactMap { name in
      guard counterpart.prints[name] == nil, !counterpart.read.contains(name),
        let print = block.prints[name],
        let stray = other.blocks.indices.first(where: {
          $0 != index && other.blocks[$0].prints[name] != nil
        }),
        // What both templates print in several blocks is told of for one of them.
        let strayPrint = other.blocks[stray].prints[name],
        side.blocks.count(where: { $0.prints[name] != nil })
          >= other.blocks.count(where: { $0.prints[name] != nil })
      else { return nil }
      return moved(
        name,
        [
          side.place(print.place), other.place(strayPrint.place),
          other.place(counterpart.place.marking(0..<0)),
        ])
    }
  }

  /// Values that one template prints on a condition, and the other without it.
  private func guarded(_ left: TemplateBlock, _ right: TemplateBlock) -> [Diagnostic] {
    left.prints.keys.sorted().compactMap { name in
      guard let one = left.prints[name], let other = right.prints[name],
        one.guards != other.guards
      else { return nil }
      let onlyKazakh = one.guards.subtracting(other.guards).sorted()
      let onlyRussian = other.guards.subtracting(one.guards).sorted()
      let isKazakh = onlyRussian.isEmpty || (!onlyKazakh.isEmpty && onlyKazakh[0] < onlyRussian[0])
      let condition = (isKazakh ? onlyKazakh : onlyRussian)[0]
      let (first, second) =
        isKazakh
        ? (kk.place(one.place), ru.place(other.place))
        : (ru.place(other.place), kk.place(one.place))
      let language: LetterLanguage = isKazakh ? .kk : .ru
      return Diagnostic(
        "S1",
        Message(
          kk: "`\(name)` тек \(language.adjective.kk) үлгіде `\(condition)` шартына байланысты",
          ru:
            "`\(name)` только в \(language.adjective.ru) шаблоне зависит от условия `\(condition)`",
          en:
            "only the \(language.adjective.en) template prints `\(name)` on the condition `\(condition)`"
        ), severity: .warning, at: [first, second])
    }
  }

  // MARK: Alignment

  /// The blocks that answer each other: the way through both templates with the fewest values that only one side reads.
  private func aligned() -> [(kk: Int, ru: Int)] {
    let (rows, columns) = (kk.blocks.count, ru.blocks.count)
    var costs = [[Double]](repeating: [Double](repeating: 0, count: columns + 1), count: rows + 1)
    for row in 0...rows {
      for column in 0...columns where row > 0 || column > 0 {
        var least = Double.infinity
        if row > 0 { least = costs[row - 1][column] + 1 }
        if column > 0 { least = min(least, costs[row][column - 1] + 1) }
        if row > 0, column > 0 {
          least = min(least, costs[row - 1][column - 1] + cost(row - 1, column - 1))
        }
        costs[row][column] = least
      }
    }
    var pairs: [(kk: Int, ru: Int)] = []
    var (row, column) = (rows, columns)
    while row > 0, column > 0 {
      if costs[row][column] == costs[row - 1][column - 1] + cost(row - 1, column - 1) {
        pairs.append((row - 1, column - 1))
        (row, column) = (row - 1, column - 1)
      } else if costs[row][column] == costs[row - 1][column] + 1 {
        row -= 1
      } else {
        column -= 1
      }
    }
    return pairs.reversed()
  }

  private func cost(_ row: Int, _ column: Int) -> Double {
    let (left, right) = (kk.blocks[row].read, ru.blocks[column].read)
    let all = left.union(right).count
    guard all > 0 else { return 0 }
    let common = left.intersection(right).count
    // Blocks with nothing in common do not answer each other.
    return common == 0 ? 2.5 : 2 * (1 - Double(common) / Double(all))
  }

  // MARK: Controls

  /// Conditions and loops over whole paragraphs that one template has more often.
  func controls() -> [Diagnostic] {
    missing(kk, from: ru) + missing(ru, from: kk)
  }

  private func missing(_ side: TemplateSide, from other: TemplateSide) -> [Diagnostic] {
    var counts: [TemplateSide.Control: Int] = [:]
    for (control, _) in other.controls { counts[control, default: 0] += 1 }
    return side.controls.compactMap { control, place in
      if let count = counts[control], count > 0 {
        counts[control] = count - 1
        return nil
      }
      let language = side.language
      let isLoop = control.purpose == .loop
      return Diagnostic(
        "S1",
        Message(
          kk:
            "`\(control.name)` бойынша \(isLoop ? "қайталау" : "шарт") тек \(language.adjective.kk) үлгіде бар",
          ru:
            "\(isLoop ? "повтор" : "условие") по `\(control.name)` есть только в \(language.adjective.ru) шаблоне",
          en:
            "only the \(language.adjective.en) template has the \(isLoop ? "loop over" : "condition on") `\(control.name)`"
        ),
        at: [side.place(place), Place(file: other.file, language: other.language.rawValue)])
    }
  }
}

extension KindDefinition {
  /// What two templates are compared by where they read `path`: the field, figure, act, body or period, without the form that the language needs; `nil` for what only a template itself knows.
  fileprivate func comparable(_ path: [String]) -> String? {
    guard let root = path.first, !root.isEmpty else { return nil }
    switch root {
    // Short forms stand where a sentence needs them; their definitions are compared by themselves.
    case "terms", "loop", "letterhead", "style": return nil
    case "figures", "citations", "bodies", "charts": return path.prefix(2).joined(separator: ".")
    default: break
    }
    var names: [String] = []
    for name in path {
      if Self.forms.contains(name) { break }
      names.append(name)
    }
    return names.joined(separator: ".")
  }

  /// Members that are one value in the form that a language needs.
  private static let forms: Set<String> = [
    "kk", "ru", "name", "names", "short", "full", "lines", "text", "genitive", "dative",
    "accusative", "instrumental", "prepositional", "locative", "ablative", "count", "members",
  ]
}
