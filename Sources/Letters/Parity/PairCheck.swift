public import Diagnostics
import OfficePackage
public import Spelling
import WordprocessingML

/// Checks two finished documents that are the Kazakh and the Russian original of one letter, from any program: whether they agree, and whether each keeps the rules of its language.
public struct PairCheck: Sendable {
  let knowledge: ParityKnowledge

  /// - Parameters:
  ///   - reference: the acts, bodies, people and terms that letters speak of.
  ///   - lexicons: how words are read and declined.
  ///   - dictionaries: what the spelling is checked with; `nil` leaves that out.
  public init(
    _ reference: ReferenceData, _ lexicons: GrammarLexicons,
    dictionaries: SpellingDictionaries? = nil
  ) {
    self.init(ParityKnowledge(reference, lexicons, dictionaries: dictionaries))
  }

  init(_ knowledge: ParityKnowledge) { self.knowledge = knowledge }

  /// A document as it was read from a file.
  public struct Document: Sendable {
    /// The file as the user named it.
    public let file: String
    public let bytes: [UInt8]

    public init(file: String, bytes: [UInt8]) {
      self.file = file
      self.bytes = bytes
    }
  }

  /// What is wrong with the pair, in the order of the text: first where the two disagree, then what each breaks by itself.
  ///
  /// - Throws: `PairCheckError` where a file is neither a Word document nor text.
  /// - Complexity: linear in the letters; each paragraph is compared with the eighty near its place in the other letter, or more where one letter has more paragraphs.
  public func findings(
    kk: Document, ru: Document
  ) throws(PairCheckError) -> [Diagnostic] {
    let kk = try letter(kk, .kk)
    let ru = try letter(ru, .ru)
    return findings(kk, ru)
  }

  func findings(_ kk: FinishedLetter, _ ru: FinishedLetter) -> [Diagnostic] {
    let letters = AlignedLetters(kk: kk, ru: ru)
    let kkFacts = LetterFacts(kk, knowledge)
    let ruFacts = LetterFacts(ru, knowledge)
    let own =
      TermPairRules.findings(in: letters, knowledge)
      + LetterRules.findings(in: kkFacts, beside: ru, knowledge)
      + LetterRules.findings(in: ruFacts, beside: kk, knowledge)
    let differences =
      StructureComparison(letters: letters).findings()
      + FactComparison(letters: letters, facts: [.kk: kkFacts, .ru: ruFacts]).findings()
    return differences.filter { !$0.isExplained(by: own) } + own
  }

  /// What a file holds before it is known in which language it is.
  enum Content: Sendable {
    case blocks([TextBlock])
    case text(String)

    func letter(_ language: LetterLanguage, file: String) -> FinishedLetter {
      switch self {
      case .blocks(let blocks): FinishedLetter(blocks, language, file: file)
      case .text(let text): FinishedLetter(text: text, language, file: file)
      }
    }
  }

  func letter(
    _ document: Document, _ language: LetterLanguage
  ) throws(PairCheckError) -> FinishedLetter {
    try content(of: document).letter(language, file: document.file)
  }

  func content(of document: Document) throws(PairCheckError) -> Content {
    if document.bytes.starts(with: "PK".utf8) {
      do throws(OfficePackageError) {
        return .blocks(
          try WordDocument(try OfficePackage(reading: document.bytes)).textBlocks())
      } catch {
        throw PairCheckError(diagnostic: error.diagnostic(file: document.file))
      }
    }
    guard let text = String(validating: document.bytes, as: UTF8.self), !text.contains("\0") else {
      throw PairCheckError(diagnostic: Self.noText(document.file))
    }
    return .text(text)
  }

  private static func noText(_ file: String) -> Diagnostic {
    Diagnostic(
      "D120",
      Message(
        kk: "файл Word құжаты да, UTF-8 мәтіні де емес",
        ru: "файл не является ни документом Word, ни текстом в UTF-8",
        en: "the file is neither a Word document nor text in UTF-8"), at: [Place(file: file)])
  }
}

/// Why two files cannot be compared.
public struct PairCheckError: Error, Sendable {
  public let diagnostic: Diagnostic
  /// Whether the files are in order, and are no pair.
  public internal(set) var isUsage = false
}

extension Diagnostic {
  /// Whether a difference is told already of one letter: an act (`L1`) by its title (`L2`), an item or a name by its own rule.
  fileprivate func isExplained(by others: [Diagnostic]) -> Bool {
    guard let explaining = ["L1": "L2", "S2": "S2", "T3": "T3"][rule] else { return false }
    return others.contains { other in
      other.rule == explaining
        && other.places.contains { place in
          places.contains {
            $0.file == place.file && $0.paragraph == place.paragraph && $0.part == place.part
              && $0.marked.overlaps(place.marked)
          }
        }
    }
  }
}
