public import CivilDates
public import Diagnostics
import DocxTemplate
public import JSON
import OfficePackage
public import Register
import WordprocessingML

/// A letter in both languages, finished, and what was found on the way.
public struct RenderedLetter: Sendable {
  public struct Document: Sendable {
    public let docx: [UInt8]
    public let text: String
  }

  public let documents: [LetterLanguage: Document]
  public let figures: [LetterFigure]
  /// Where figures and records are from; `nil` where the register was not asked.
  public let provenance: FigureProvenance?
  /// Every value that the documents print, if that was asked for.
  public let values: [ExplainedValue]
  /// What an office that registers or sends the letter asks for.
  public let requisites: LetterRequisites
}

/// The state of the register that a letter's figures and records are of: with it they can be asked for again.
public struct FigureProvenance: Hashable, Sendable {
  /// The register's last write that they know of.
  public let revision: Int
  /// The last day that counts.
  public let asOf: CivilDate

  /// The register's last write that a finished letter knows of, as the document says; `nil` for one without figures.
  public static func revision(ofLetter docx: [UInt8]) -> Int? {
    (try? OfficePackage(reading: docx)).flatMap { LetterProperties.revision(of: $0) }
  }
}

/// Why a letter was not made: the findings, and whose fault it is.
public struct LetterRefusal: Error {
  public enum Reason: Sendable {
    /// The data, the templates or the pair disagree with the rules.
    case findings
    /// A file is not what it should be.
    case unreadable
    /// The register could not be used.
    case register(RegisterError)
  }

  public let reason: Reason
  public let diagnostics: [Diagnostic]
}

extension LetterKind {
  /// Makes the two originals of a letter and checks that they agree.
  ///
  /// - Parameters:
  ///   - data: The case data.
  ///   - file: Its name for messages.
  ///   - register: Where figures come from; may be `nil` for a letter that needs none.
  ///   - revision: The write after which the register is seen, so that an earlier letter comes out again; the last one
  ///     unless told otherwise.
  ///   - allowances: Rules whose findings do not stop the letter.
  ///   - listing: Whether figures bring the resources that they count, for whoever wants to trace them.
  ///   - isExplained: Whether to tell where every printed value is from, for which both documents are made once more.
  /// - Returns: the letter and what was found that does not stop it.
  /// - Throws: `LetterRefusal` with everything that was found.
  public func render(
    _ data: JSON, file: String, register: Register?, revision: Int? = nil,
    allowances: [Allowance] = [], listing: FigureListing = .everything, isExplained: Bool = false
  ) throws(LetterRefusal) -> (letter: RenderedLetter, diagnostics: [Diagnostic]) {
    var reader = ContextReader(
      kind: self, data: data, file: file, register: register, revision: revision, listing: listing)
    let context = try reader.read()
    let provenance = reader.provenance
    let properties = LetterProperties.properties(of: provenance)
    var diagnostics = reader.diagnostics.allowed(by: allowances)
    var documents: [LetterLanguage: RenderedLetter.Document] = [:]
    var finished: [LetterLanguage: FinishedLetter] = [:]
    var annexSheets: [LetterLanguage: Int] = [:]
    var originals: [LetterLanguage: LetterRequisites.Original] = [:]
    do throws(OfficePackageError) {
      for language in LetterLanguage.allCases {
        guard let template = templates[language] else { continue }
        let (original, findings) = try original(of: template, language, context, properties)
        diagnostics += findings
        guard let original else { continue }
        let blocks = original.document.textBlocks()
        documents[language] = RenderedLetter.Document(
          docx: original.docx, text: blocks.plainText)
        let letter = FinishedLetter(blocks, language, file: "\(id).\(language.rawValue).docx")
        finished[language] = letter
        annexSheets[language] = original.annexSheets ?? 1
        originals[language] = LetterRequisites.Original(
          subject: letter.heading ?? definition.name[language],
          annexes: original.annexSheets == nil ? 0 : 1)
      }
    } catch {
      throw LetterRefusal(
        reason: .unreadable, diagnostics: diagnostics + [error.diagnostic(file: id)])
    }
    if let kk = finished[.kk], let ru = finished[.ru] {
      diagnostics += disagreements(kk, ru).allowed(by: allowances)
    }
    guard !diagnostics.hasErrors else {
      throw LetterRefusal(reason: .findings, diagnostics: diagnostics)
    }
    let values =
      isExplained
      ? try explanation(
        by: SourceFinder(data, file: file, definition, context),
        annexSheets: annexSheets) : []
    guard
      let requisites = LetterRequisites(context, kind: definition.name, originals: originals)
    else { preconditionFailure("a letter without its day was refused") }
    let letter = RenderedLetter(
      documents: documents, figures: context.figures, provenance: provenance, values: values,
      requisites: requisites)
    return (letter, diagnostics)
  }

  /// What is wrong with a pair.
  func disagreements(_ kk: FinishedLetter, _ ru: FinishedLetter) -> [Diagnostic] {
    // Whether acts and bodies are of the letter's day was asked of its data, which know the day.
    PairCheck(knowledge).findings(kk, ru).filter { !["L3", "L4"].contains($0.rule) }
  }

  private struct Original {
    let docx: [UInt8]
    let document: WordDocument
    /// The sheets of the annex; `nil` for a letter without one, or whose template does not ask.
    let annexSheets: Int?
  }

  /// One original. How many sheets an annex has is known when it is there, so that a letter which states the number is filled
  /// once more, with the right one.
  private func original(
    of template: DocxTemplate, _ language: LetterLanguage, _ context: LetterContext,
    _ properties: [CustomProperty]
  ) throws(OfficePackageError) -> (original: Original?, diagnostics: [Diagnostic]) {
    let asks = template.reads(["annex", "sheets"])
    func filled(
      _ sheets: Int
    ) throws(OfficePackageError) -> (original: Original?, diagnostics: [Diagnostic]) {
      let (rendered, findings) = try template.rendered(
        context.values(in: language, annexSheets: sheets), properties: properties)
      guard let (docx, package) = rendered else { return (nil, findings) }
      let document = try lastOriginals.document(package, language)
      let counted = asks ? document.pagesOfLastSection() : nil
      return (Original(docx: docx, document: document, annexSheets: counted), findings)
    }
    let first = try filled(1)
    guard let sheets = first.original?.annexSheets, sheets != 1 else { return first }
    return try filled(sheets)
  }
}
