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
  /// What was found, as ``PairCheck`` orders it.
  public private(set) var findings: [Diagnostic]

  init(kk: Side, ru: Side, findings: [Diagnostic]) {
    self.kk = kk
    self.ru = ru
    self.findings = findings
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
