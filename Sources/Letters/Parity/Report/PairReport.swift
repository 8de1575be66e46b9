public import Diagnostics
import DocxTemplate
public import OfficePackage

/// Two finished documents and what is wrong with them, to be shown to people.
public struct PairReport: Sendable {
  struct Side: Sendable {
    let document: PairCheck.Document
    let letter: FinishedLetter
  }

  let kk: Side
  let ru: Side
  /// What was found, in the order of the two texts.
  public private(set) var findings: [Diagnostic]

  init(kk: Side, ru: Side, findings: [Diagnostic]) {
    self.kk = kk
    self.ru = ru
    self.findings = []
    self.findings = inOrder(findings)
  }

  /// The findings by the blocks that they are in, then by their words; what is in no block comes last.
  private func inOrder(_ findings: [Diagnostic]) -> [Diagnostic] {
    let places = [LetterLanguage.kk: LetterPlaces(kk.letter), .ru: LetterPlaces(ru.letter)]
    var rows: [LetterLanguage: [Int: Int]] = [:]
    for (row, block) in self.rows.enumerated() {
      for language in LetterLanguage.allCases {
        for paragraph in block[language] { rows[language, default: [:]][paragraph.index] = row }
      }
    }
    let ranks = findings.enumerated().map { number, finding -> (Int, Int, Int, Int) in
      guard let place = finding.places.first,
        let language = place.language.flatMap({ LetterLanguage(rawValue: $0) }),
        let (paragraph, range) = places[language]?.location(of: place),
        let row = rows[language]?[paragraph]
      else { return (.max, 0, 0, number) }
      return (row, paragraph, range.lowerBound, number)
    }
    return findings.indices.sorted { ranks[$0] < ranks[$1] }.map { findings[$0] }
  }

  /// The files as the user named them, the Kazakh one first.
  public var files: [String] { [kk.document.file, ru.document.file] }

  /// The report with the findings that are allowed marked so.
  public func allowing(_ allowances: [Allowance]) -> PairReport {
    var copy = self
    copy.findings = findings.allowed(by: allowances)
    return copy
  }

  func side(_ language: LetterLanguage) -> Side { language == .kk ? kk : ru }

  /// A copy of one document with what was found in it at the words themselves: Word comments, or notes in a text.
  ///
  /// - Throws: `OfficePackageError` where the document is damaged.
  public func annotated(
    _ version: LetterLanguage, in language: MessageLanguage
  ) throws(OfficePackageError) -> [UInt8] {
    let side = side(version)
    let found = findings.compactMap { $0.seen(from: version) }
    guard side.document.bytes.starts(with: "PK".utf8) else {
      return Array(NotedText(side, language).written(found).utf8)
    }
    return try Annotation.annotated(
      side.document.bytes, with: found, in: language, offsets: .finishedText)
  }
}

extension Diagnostic {
  /// The finding with its places in one version first; `nil` if it has none there.
  fileprivate func seen(from version: LetterLanguage) -> Diagnostic? {
    let own = places.filter { $0.language == version.rawValue }
    guard !own.isEmpty else { return nil }
    var copy = self
    copy.places = own + places.filter { $0.language != version.rawValue }
    return copy
  }
}
