import CivilDates
public import Diagnostics
import DocxTemplate
public import JSON
import Jinja
import OfficePackage
public import Register
import WordprocessingML

extension LetterKind {
  /// What is wrong with two finished originals of the letter that `data` make, from any program: in the pair itself, and where an original does not state what the letter states of the case.
  ///
  /// Of the case are figures, numbers, dates, names and addresses that the letter prints from the data, the register and the periods, and the addressees' lines. How a fact is written is free, and so is all else.
  ///
  /// - Throws: `LetterRefusal` where the data make no letter, or a file is no document.
  public func findings(
    kk: PairCheck.Document, ru: PairCheck.Document, against data: JSON, file: String = "case.json",
    register: Register?, revision: Int? = nil, allowances: [Allowance] = []
  ) throws(LetterRefusal) -> [Diagnostic] {
    var reader = ContextReader(
      kind: self, data: data, file: file, register: register, revision: revision,
      listing: .documentsAndBodies)
    let context = try reader.read()
    let finder = SourceFinder(data, file: file, definition, context)
    let check = PairCheck(knowledge)
    var letters: [LetterLanguage: FinishedLetter] = [:]
    var missing: [Diagnostic] = []
    for (version, document) in [(LetterLanguage.kk, kk), (.ru, ru)] {
      do throws(PairCheckError) {
        letters[version] = try check.letter(document, version)
      } catch {
        throw LetterRefusal(reason: .unreadable, diagnostics: [error.diagnostic])
      }
      guard let template = templates[version], let letter = letters[version] else { continue }
      do throws(OfficePackageError) {
        let original = try MarkedOriginal(template, context, version, kind: id)
        missing += CaseFacts(of: original, finder, knowledge).missing(in: letter)
      } catch {
        throw LetterRefusal(reason: .unreadable, diagnostics: [error.diagnostic(file: id)])
      }
    }
    guard let kk = letters[.kk], let ru = letters[.ru] else { return missing }
    return (reader.diagnostics + disagreements(kk, ru) + missing).allowed(by: allowances)
  }
}

/// What a letter states of its case.
private struct CaseFacts {
  /// A fact, or a text that must stand as it is, with the value that it is of.
  private struct Statement {
    let words: String
    let fact: Fact?
    let paragraph: LetterParagraph
    let value: PrintedValue
  }

  private let statements: [Statement]
  private let finder: SourceFinder
  private let knowledge: ParityKnowledge

  init(of original: MarkedOriginal, _ finder: SourceFinder, _ knowledge: ParityKnowledge) {
    self.finder = finder
    self.knowledge = knowledge
    let letter = original.letter
    let facts = LetterFacts(letter, knowledge)
    let places = LetterPlaces(letter)
    let words = original.document.printedWords()
    var statements: [Statement] = []
    // The initials and the surname are one fact.
    var seen: [Int: Set<Range<Int>>] = [:]
    for value in original.values where value.isOfCase(finder) {
      for place in words[value.number] ?? [] {
        var place = place
        place.language = letter.language.rawValue
        guard let (index, range) = places.location(of: place) else { continue }
        let paragraph = letter.paragraphs[index]
        if value.isOfAddressee {
          statements.append(
            Statement(words: place.text, fact: nil, paragraph: paragraph, value: value))
          continue
        }
        for fact in facts[paragraph] where fact.isOfCase && fact.range.overlaps(range) {
          guard seen[index, default: []].insert(fact.range).inserted else { continue }
          statements.append(
            Statement(
              words: paragraph.text.words(in: fact.range), fact: fact, paragraph: paragraph,
              value: value))
        }
      }
    }
    self.statements = statements
  }

  /// What `letter` does not state, or states less often.
  func missing(in letter: FinishedLetter) -> [Diagnostic] {
    let facts = LetterFacts(letter, knowledge)
    var stated: [FactValue: Int] = [:]
    for paragraph in letter.paragraphs {
      for fact in facts[paragraph] { stated[fact.value, default: 0] += 1 }
    }
    let text = Self.plain(letter.paragraphs.map(\.text.text).joined(separator: " "))
    return statements.compactMap { statement in
      guard let fact = statement.fact else {
        let isThere = text.contains(Self.plain(statement.words))
        return isThere ? nil : diagnostic(statement, isElsewhere: false, letter, facts)
      }
      guard let count = stated[fact.value] else {
        let isThere = letter.states(fact, facts)
        return isThere ? nil : diagnostic(statement, isElsewhere: false, letter, facts)
      }
      stated[fact.value] = count - 1
      return count > 0 ? nil : diagnostic(statement, isElsewhere: true, letter, facts)
    }
  }

  private func diagnostic(
    _ statement: Statement, isElsewhere: Bool, _ letter: FinishedLetter, _ facts: LetterFacts
  ) -> Diagnostic {
    let words = statement.words
    let message =
      isElsewhere
      ? Message(
        kk: "іс деректеріндегі мән хатта сирегірек кездеседі: `\(words)`",
        ru: "значение из данных дела стоит в письме реже: `\(words)`",
        en: "the letter states a value of the case less often: `\(words)`")
      : Message(
        kk: "хатта іс деректеріндегі мән жоқ: `\(words)`",
        ru: "в письме нет значения из данных дела: `\(words)`",
        en: "the letter does not state a value of the case: `\(words)`")
    var places: [Place] = []
    if let paragraph = letter.paragraph(like: statement.paragraph) {
      places.append(letter.place(of: other(statement, in: paragraph, facts), in: paragraph))
    } else {
      places.append(Place(file: letter.file, language: letter.language.rawValue))
    }
    let path = statement.value.origins.first?.text
    places.append(Place(file: finder.file, block: path))
    return Diagnostic(
      "V115", message, severity: isElsewhere ? .warning : .error, at: places)
  }

  /// The words that stand in the place of a fact, or the whole paragraph where that is not to be seen.
  private func other(
    _ statement: Statement, in paragraph: LetterParagraph, _ facts: LetterFacts
  ) -> Range<Int> {
    let whole = 0..<paragraph.text.text.utf8.count
    guard let fact = statement.fact else { return whole }
    let same = statements.filter { $0.paragraph.index == statement.paragraph.index }
    let known = Set(same.compactMap(\.fact?.value))
    let strangers = facts[paragraph].filter { $0.kind == fact.kind && !known.contains($0.value) }
    return strangers.count == 1 ? strangers[0].range : whole
  }

  /// A text without regard to spaces, capitals and hyphens.
  private static func plain(_ text: String) -> String {
    text.lowercased().replacing("\u{2011}", with: "-").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}

extension PrintedValue {
  /// Whether the value is of the case, and not of the kind or the reference data.
  fileprivate func isOfCase(_ finder: SourceFinder) -> Bool {
    // Rows are numbered by the program.
    if origins.allSatisfy({ $0.steps.count == 3 && $0.steps.last == .name("number") }) {
      return false
    }
    return origins.contains { origin in
      guard let source = finder.source(of: origin) else { return false }
      return switch source.kind {
      case .data, .register, .figure, .period: true
      // Whom the data name by an id.
      case .reference: source.via?.hasPrefix("\(finder.file): ") == true
      default: false
      }
    }
  }

  /// Whether it is a line of an addressee.
  fileprivate var isOfAddressee: Bool { origins.first?.steps.first == .name("addressees") }
}

extension Fact {
  /// Whether it is something that a case has: what repeats a number in brackets may go.
  fileprivate var isOfCase: Bool {
    switch kind {
    case .label, .abbreviation, .name, .act, .place: false
    case .words: isSure && repetition == nil
    default: true
    }
  }
}

extension FinishedLetter {
  /// Whether a fact is stated in another form: a telephone as a number.
  fileprivate func states(_ fact: Fact, _ facts: LetterFacts) -> Bool {
    paragraphs.contains { facts[$0].contains { $0.agrees(with: fact) } }
  }

  /// The paragraph that has most of another's words; `nil` where none is like it.
  fileprivate func paragraph(like other: LetterParagraph) -> LetterParagraph? {
    let words = Set(other.text.tokens.map(\.lowercased))
    guard !words.isEmpty else { return nil }
    let best = paragraphs.map { paragraph -> (LetterParagraph, Double) in
      let own = Set(paragraph.text.tokens.map(\.lowercased))
      let common = own.intersection(words).count
      let share = Double(common) / Double(own.count + words.count - common)
      return (paragraph, share)
    }.max { $0.1 < $1.1 }
    return best.flatMap { $0.1 >= 0.3 ? $0.0 : nil }
  }
}
