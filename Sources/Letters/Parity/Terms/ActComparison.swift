import CivilDates
import Diagnostics
import Language

/// Titles, numbers and dates of acts that neither or only one of the originals has as they are published (`L2`).
struct ActComparison {
  private let letters: AlignedLetters
  private let knowledge: ParityKnowledge

  init(_ letters: AlignedLetters, _ knowledge: ParityKnowledge) {
    self.letters = letters
    self.knowledge = knowledge
  }

  private struct Citation {
    let paragraph: LetterParagraph
    let title: ActTitle
    let verdict: ActTitleCheck.Verdict

    var act: Act? {
      switch verdict {
      case .official(let acts):
        acts.first { act in
          title.number.map { KnownActs.isSameNumber($0.text, act.number) } ?? true
        } ?? acts.first
      case .wrong(let act, _, _): act
      case .unknown: nil
      }
    }
  }

  func findings() -> [Diagnostic] {
    letters.blocks.flatMap { block -> [Diagnostic] in
      let kk = citations(in: block, .kk)
      let ru = citations(in: block, .ru)
      return unofficial(kk, ru) + numbers(kk, ru)
    }
  }

  private func check(_ language: LetterLanguage) -> ActTitleCheck {
    ActTitleCheck(knowledge.knownActs, language)
  }

  private func citations(in block: AlignedBlock, _ language: LetterLanguage) -> [Citation] {
    block[language].flatMap { paragraph in
      paragraph.reading(language, knowledge).acts.map {
        Citation(paragraph: paragraph, title: $0.title, verdict: $0.verdict)
      }
    }
  }

  /// A title that nobody knows, where the other original has the official one of an act.
  private func unofficial(_ kk: [Citation], _ ru: [Citation]) -> [Diagnostic] {
    guard kk.count == ru.count else { return [] }
    return [(LetterLanguage.kk, kk, ru), (.ru, ru, kk)].flatMap {
      language, own, other -> [Diagnostic] in
      let unknown = own.filter { $0.act == nil }
      let known = Set(own.compactMap(\.act?.id))
      let missing = other.filter { citation in
        guard case .official = citation.verdict, let act = citation.act else { return false }
        return !known.contains(act.id)
      }
      guard unknown.count == 1, missing.count == 1, let act = missing[0].act,
        unknown[0].title.kind != .other || ![.law, .code].contains(act.kind)
      else { return [] }
      let tokens = check(language).wrongWords(
        in: unknown[0].title, of: act, unknown[0].paragraph.text.tokens)
      let range = unknown[0].paragraph.text.range(tokens.lowerBound...tokens.upperBound - 1)
      let finding = ActRules.wrong(act, range, language, true)
      return [
        Diagnostic(
          finding.rule, finding.message, severity: finding.severity,
          at: [letters[language].place(of: finding.range, in: unknown[0].paragraph)],
          hint: finding.hint)
      ]
    }
  }

  /// A number or date that the act does not have. Where the other original has the right one, the two differ (`L1`).
  private func numbers(_ kk: [Citation], _ ru: [Citation]) -> [Diagnostic] {
    [(LetterLanguage.kk, kk, ru), (.ru, ru, kk)].flatMap { language, own, other in
      own.flatMap { citation -> [Diagnostic] in
        guard case .official(let acts) = citation.verdict else { return [] }
        let answer = other.first { other in
          guard case .official(let others) = other.verdict else { return false }
          return others.contains { act in acts.contains { $0.id == act.id } }
        }
        var found: [Diagnostic] = []
        if let number = citation.title.number,
          !acts.contains(where: { KnownActs.isSameNumber($0.number, number.text) }),
          answer?.title.number.map({ KnownActs.isSameNumber($0.text, number.text) }) ?? true
        {
          found.append(
            wrong(citation, number.tokens, "№ \(acts[0].number)", language))
        }
        if let date = citation.title.date, !acts.contains(where: { $0.date == date.date }),
          answer?.title.date.map({ $0.date == date.date }) ?? true
        {
          found.append(wrong(citation, date.tokens, acts[0].date.iso, language))
        }
        return found
      }
    }
  }

  private func wrong(
    _ citation: Citation, _ tokens: Range<Int>, _ right: String, _ language: LetterLanguage
  ) -> Diagnostic {
    let range = citation.paragraph.text.range(tokens.lowerBound...tokens.upperBound - 1)
    let words = citation.paragraph.text.words(in: range)
    return Diagnostic(
      "L2",
      Message(
        kk: "`\(words)`: осы атаудағы актінікі – \(right)",
        ru: "`\(words)`: у акта с этим названием – \(right)",
        en: "`\(words)`: the act of this title has \(right)"),
      at: [letters[language].place(of: range, in: citation.paragraph)],
      hint: Message(kk: "\(right) деп жазыңыз", ru: "напишите \(right)", en: "write \(right)"))
  }
}
