import Diagnostics
import Jinja
import OfficePackage
import WordprocessingML

extension TemplatePart {
  /// What places are told from: the part's outline, and the text of each paragraph once, however much is found in it.
  private final class View {
    let outline: PartOutline?
    private var excerpts: [Int: String] = [:]

    init(outline: PartOutline?) { self.outline = outline }

    func excerpt(of paragraph: Paragraph) -> String {
      if let excerpt = excerpts[paragraph.number] { return excerpt }
      let excerpt = paragraph.string
      excerpts[paragraph.number] = excerpt
      return excerpt
    }
  }

  /// What is reported without stopping the work.
  private static let warnings: Set<String> = ["E112", "E150", "E151", "E152", "V126"]

  /// The findings as a person is told them: in which paragraph, under which heading, at which words; in the order of the text.
  ///
  /// The part is looked at anew for that, once for all findings, so that a template in order pays nothing.
  func diagnostics(
    for findings: [Finding], and remarks: [TypingSlips.Remark] = [], file: String,
    in package: OfficePackage
  ) -> [Diagnostic] {
    guard !findings.isEmpty || !remarks.isEmpty else { return [] }
    let view = View(outline: outline(in: package))
    let diagnostics =
      findings.map { finding in
        Diagnostic(
          finding.rule, finding.message,
          severity: finding.isRemark ? .warning : Self.severity(of: finding.rule),
          at: places(of: finding, file, view), hint: finding.hint)
      }
      + remarks.map { remark in
        Diagnostic(
          remark.rule, remark.message, severity: Self.severity(of: remark.rule),
          at: [place(of: remark.paragraph, remark.range, file, view)], hint: remark.hint)
      }
    return Self.inReadingOrder(withoutFallbacks(diagnostics, view))
  }

  /// Where tags stand, as a person finds them.
  func places(of spans: [Span], file: String, in package: OfficePackage) -> [Place] {
    guard !spans.isEmpty else { return [] }
    let view = View(outline: outline(in: package))
    return spans.map { place(of: $0, file, view) }
  }

  /// Readings of the part's program at their places; of a text box, which Word keeps twice, once.
  func located(
    _ readings: [Reading], file: String, in package: OfficePackage
  ) -> [TemplateReading] {
    guard !readings.isEmpty else { return [] }
    let view = View(outline: outline(in: package))
    return readings.compactMap { reading in
      let place = place(of: reading.span, file, view)
      let isFallback = place.paragraph.flatMap { view.outline?[$0]?.isFallback } ?? false
      return isFallback
        ? nil
        : TemplateReading(
          path: reading.path, purpose: reading.purpose, place: place,
          circumstances: reading.circumstances)
    }
  }

  private static func inReadingOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    func rank(_ index: Int) -> (Int, Int, Int) {
      let place = diagnostics[index].places.first
      return (place?.paragraph ?? 0, place?.marked.lowerBound ?? 0, index)
    }
    return diagnostics.indices.sorted { rank($0) < rank($1) }.map { diagnostics[$0] }
  }

  private static func severity(of rule: String) -> Severity {
    warnings.contains(rule) ? .warning : .error
  }

  private func outline(in package: OfficePackage) -> PartOutline? {
    do throws(OfficePackageError) {
      return try PartOutline(of: name, in: package)
    } catch {
      // The part was read before; what is lost with faulty styles is the name of a heading.
      return nil
    }
  }

  private func places(of finding: Finding, _ file: String, _ view: View) -> [Place] {
    // What another template did wrong has its place there.
    if let other = finding.template { return [Place(file: other)] }
    return finding.spans.map { place(of: $0, file, view) }
  }

  private func place(of span: Span, _ file: String, _ view: View) -> Place {
    guard tags.indices.contains(span.tag) else { return Place(file: file, part: name) }
    let tag = tags[span.tag]
    guard paragraphs.indices.contains(tag.paragraph) else { return Place(file: file, part: name) }
    guard !tag.isMade else { return place(of: tag.paragraph, tag.whole, file, view) }
    let marked = tag.innerStart + span.range.lowerBound..<tag.innerStart + span.range.upperBound
    return place(of: tag.paragraph, marked.isEmpty ? tag.whole : marked, file, view)
  }

  private func place(
    of index: Int, _ marked: Range<Int>, _ file: String, _ view: View
  ) -> Place {
    let paragraph = paragraphs[index]
    let position = view.outline?[paragraph.number]
    let cell = position?.cell.map {
      Place.Cell(table: $0.table, row: $0.row, column: $0.column)
    }
    return Place(
      file: file, part: name, block: paragraph.style, paragraph: paragraph.number,
      heading: position?.heading, cell: cell, excerpt: view.excerpt(of: paragraph), marked: marked)
  }

  /// Word keeps a text box twice, in a newer and in an older form: what is wrong in both is said once.
  private func withoutFallbacks(
    _ diagnostics: [Diagnostic], _ view: View
  ) -> [Diagnostic] {
    func isFallback(_ diagnostic: Diagnostic) -> Bool {
      guard let paragraph = diagnostic.places.first?.paragraph else { return false }
      return view.outline?[paragraph]?.isFallback == true
    }
    func key(_ diagnostic: Diagnostic) -> [String] {
      [diagnostic.rule, diagnostic.message.en]
        + diagnostic.places.map { "\($0.marked) \($0.excerpt)" }
    }
    guard diagnostics.contains(where: isFallback) else { return diagnostics }
    let others = Set(diagnostics.lazy.filter { !isFallback($0) }.map(key))
    return diagnostics.filter { !isFallback($0) || !others.contains(key($0)) }
  }
}
