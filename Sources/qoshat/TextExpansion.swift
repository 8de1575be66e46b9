import Diagnostics
import JSON
import Jinja

/// A plain-text template, compiled, with the way from its findings to lines and columns.
struct TextExpansion {
  private let file: String
  private let bytes: [UInt8]
  private let environment: Environment
  let program: Program
  /// Where each tag's text begins.
  private let offsets: [Int]
  /// What is wrong with the template itself.
  let findings: [Finding]

  init(
    _ bytes: [UInt8], file: String, _ environment: Environment,
    whiteSpace: TemplateSource.TextOptions = TemplateSource.TextOptions()
  ) {
    self.file = file
    self.environment = environment
    let text = String(decoding: bytes, as: UTF8.self)
    self.bytes = Array(text.utf8)
    do throws(Finding) {
      let source = try TemplateSource(text: text, options: whiteSpace)
      let (program, findings) = Program.compile(source, environment: environment)
      self.program = program
      self.findings = findings
      offsets = source.tags.map(\.offset)
    } catch {
      program = Program()
      findings = [error]
      offsets = []
    }
  }

  /// The text, and what is wrong where there is none.
  func expanded(_ context: ObjectValue) -> (text: String?, diagnostics: [Diagnostic]) {
    guard findings.isEmpty else { return (nil, findings.map { diagnostic($0) }) }
    let (text, problems) = rendered(context)
    guard problems.isEmpty else { return (nil, problems.map { diagnostic($0) }) }
    return (text, [])
  }

  /// The text, and what went wrong while it was made.
  func rendered(_ context: ObjectValue) -> (text: String, findings: [Finding]) {
    let output = TextOutput()
    let findings = program.render(context, into: output, environment: environment)
    return (output.text, findings)
  }

  /// The finding as `expand --jsonl` writes it.
  func error(_ finding: Finding) -> JSON {
    let position = TextPosition(of: offset(finding).lowerBound, in: bytes)
    return .object([
      JSON.Member("kind", .string(finding.kind.rawValue)),
      JSON.Member("message", .string(finding.message.en)),
      JSON.Member("line", .integer(position.line)),
      JSON.Member("column", .integer(position.column)),
    ])
  }

  private func diagnostic(_ finding: Finding) -> Diagnostic {
    if let template = finding.template {
      return Diagnostic(
        finding.rule, finding.message, at: [Place(file: template)], hint: finding.hint)
    }
    let range = offset(finding)
    let position = TextPosition(of: range.lowerBound, in: bytes)
    let start = bytes[..<range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[range.lowerBound...].firstIndex(of: 0x0A) ?? bytes.count
    let marked = range.lowerBound - start..<min(range.upperBound, end) - start
    return Diagnostic(
      finding.rule, finding.message,
      at: [
        Place(
          file: file, line: position.line, column: position.column,
          excerpt: String(decoding: bytes[start..<end], as: UTF8.self), marked: marked)
      ], hint: finding.hint)
  }

  /// Where in the text the finding is.
  private func offset(_ finding: Finding) -> Range<Int> {
    guard let span = finding.spans.first else { return 0..<0 }
    guard offsets.indices.contains(span.tag) else {
      // A tag that is never closed is the last one, and the template has no others then.
      let start = TagScanner.tags(in: bytes).last?.start ?? 0
      return start..<min(start + 2, bytes.count)
    }
    let start = min(offsets[span.tag] + span.range.lowerBound, bytes.count)
    return start..<min(max(start, offsets[span.tag] + span.range.upperBound), bytes.count)
  }
}
