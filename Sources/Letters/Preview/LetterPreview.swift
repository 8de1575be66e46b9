import CivilDates
public import Diagnostics
import DocxTemplate
public import JSON
import Jinja
import OfficePackage
public import Register
import WordprocessingML

/// A letter as it looks while it is being written, in both languages.
public struct LetterPreview: Sendable {
  /// Each original as one file of HTML with the letter's pages.
  ///
  /// A value is a `span` of the class `value`, or an `a` of the class `figure`; what is missing is a `span` of the class
  /// `gap` with the field's label; what the finding with the index 3 is about is a `mark` with the id `finding-3`.
  public let pages: [LetterLanguage: [UInt8]]
  /// Everything that was found: in the data, in the templates, between the originals and in each of them.
  public let diagnostics: [Diagnostic]
  public let figures: [LetterFigure]
  /// Where figures and records are from; `nil` where the register was not asked.
  public let provenance: FigureProvenance?
  /// Every value that the originals print.
  public let values: [ExplainedValue]
  /// What is missing, each field once.
  public let gaps: [Gap]
}

extension LetterKind {
  /// The letter as it is by now, whatever its case data lack.
  ///
  /// Nothing is refused: what is missing or wrong is a gap in the letter, and told of. The originals are compared only where they have no gaps.
  ///
  /// - Parameters:
  ///   - data: The case data, as far as they are there.
  ///   - file: Its name for messages.
  ///   - register: Where figures come from; may be `nil` for a letter that needs none.
  ///   - revision: The write after which the register is seen; the last one unless told otherwise.
  ///   - allowances: Rules whose findings do not stop the letter.
  ///   - language: The language of titles and messages in the pages.
  ///   - figureAddress: Where a click on a figure leads, by its name.
  /// - Returns: the pages and what was found.
  /// - Complexity: that of making the letter, and of its pages.
  public func preview(
    _ data: JSON, file: String = "case.json", register: Register?, revision: Int? = nil,
    allowances: [Allowance] = [], messages language: MessageLanguage,
    figureAddress: (String) -> String
  ) -> LetterPreview {
    var reader = ContextReader(
      kind: self, data: data, file: file, register: register, revision: revision,
      listing: .everything, fillsGaps: true)
    let context: LetterContext
    do throws(LetterRefusal) {
      context = try reader.read()
    } catch {
      return unreadable(error, in: language)
    }
    var diagnostics = reader.diagnostics
    var originals: [LetterLanguage: MarkedOriginal] = [:]
    for version in LetterLanguage.allCases {
      guard let template = templates[version] else { continue }
      do throws(OfficePackageError) {
        let original = try MarkedOriginal(template, context, version, kind: id)
        originals[version] = original
        diagnostics += original.diagnostics
      } catch {
        diagnostics.append(error.diagnostic(file: template.file))
      }
    }
    if let kk = originals[.kk], let ru = originals[.ru] {
      let found = disagreements(kk.letter, ru.letter)
      diagnostics += KnownWords(kk: kk, ru: ru).findings(among: found)
    }
    diagnostics = diagnostics.allowed(by: allowances)
    let finder = SourceFinder(data, file: file, definition, context)
    var pages: [LetterLanguage: [UInt8]] = [:]
    for version in LetterLanguage.allCases {
      guard let original = originals[version] else {
        pages[version] = PreviewMarks.pageWithout(diagnostics, version, messages: language)
        continue
      }
      var marks = PreviewMarks(finder: finder, language: language)
      marks.add(original.values, figureAddress)
      marks.add(diagnostics, of: version, original.values)
      pages[version] = original.document.html(
        HTMLOptions(title: original.letter.heading ?? definition.name[version], marks: marks.marks))
    }
    let known = originals.mapValues { $0.values.filter { !$0.value.isUnknown } }
    return LetterPreview(
      pages: pages, diagnostics: diagnostics, figures: context.figures,
      provenance: reader.provenance,
      values: ValuePairs(kk: known[.kk] ?? [], ru: known[.ru] ?? []).explained(by: finder),
      gaps: Self.gaps(in: originals))
  }

  /// The preview where the register cannot be read, which is told in place of the letter.
  private func unreadable(
    _ refusal: LetterRefusal, in language: MessageLanguage
  ) -> LetterPreview {
    var diagnostics = refusal.diagnostics
    if case .register(let error) = refusal.reason { diagnostics += error.findings }
    let pages = LetterLanguage.allCases.map {
      ($0, PreviewMarks.pageWithout(diagnostics, $0, messages: language))
    }
    return LetterPreview(
      pages: Dictionary(uniqueKeysWithValues: pages), diagnostics: diagnostics, figures: [],
      provenance: nil, values: [], gaps: [])
  }

  private static func gaps(in originals: [LetterLanguage: MarkedOriginal]) -> [Gap] {
    var seen: Set<String> = []
    return LetterLanguage.allCases.flatMap { originals[$0]?.values ?? [] }.compactMap(\.gap)
      .filter { seen.insert($0.path).inserted }
  }
}
