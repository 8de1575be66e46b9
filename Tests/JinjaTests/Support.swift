import Diagnostics
import JSON
import Jinja
import Testing

/// What came of a template: its text, or what is wrong with it.
struct Outcome {
  let text: String
  let findings: [Finding]
}

func outcome(
  of template: String, _ data: String = "{}", undefined: UndefinedMode = .default,
  steps: Int = 1_000_000, configure: (inout Environment) -> Void = { _ in }
) throws -> Outcome {
  var environment = Environment(undefined: undefined)
  environment.maximumSteps = steps
  configure(&environment)
  let source: TemplateSource
  do throws(Finding) {
    source = try TemplateSource(text: template)
  } catch {
    return Outcome(text: "", findings: [error])
  }
  let (program, findings) = Program.compile(source, environment: environment)
  guard findings.isEmpty else { return Outcome(text: "", findings: findings) }
  guard case .object(let context) = Value(try JSON(parsing: data)) else {
    throw NoObject()
  }
  let output = TextOutput()
  let failures = program.render(context, into: output, environment: environment)
  return Outcome(text: output.text, findings: failures)
}

struct NoObject: Error {}

/// The text that the template gives; a finding is a failure.
func expand(
  _ template: String, _ data: String = "{}", undefined: UndefinedMode = .default,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> String {
  let outcome = try outcome(of: template, data, undefined: undefined)
  #expect(outcome.findings.map(\.message.en) == [], sourceLocation: sourceLocation)
  return outcome.text
}

/// The rule of the first finding, or what was written instead of failing.
func complaint(
  of template: String, _ data: String = "{}", undefined: UndefinedMode = .default
) throws -> String {
  let outcome = try outcome(of: template, data, undefined: undefined)
  return outcome.findings.first?.rule ?? "written: \(outcome.text)"
}

/// A template with the places that findings must mark between ⟦ and ⟧.
struct MarkedTemplate {
  let text: String
  private(set) var marks: [Range<Int>] = []

  init(_ marked: String) {
    var text: [UInt8] = []
    var starts: [Int] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": starts.append(text.count)
      case "⟧": if let start = starts.popLast() { marks.append(start..<text.count) }
      default: text += String(scalar).utf8
      }
    }
    self.text = String(decoding: text, as: UTF8.self)
  }

  /// The places that the findings mark, each as offsets into the whole text.
  func places(_ findings: [Finding]) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    let tags = TagScanner.tags(in: bytes)
    return findings.compactMap { finding in
      guard let span = finding.spans.first, tags.indices.contains(span.tag) else { return nil }
      let tag = tags[span.tag]
      let start = tag.end == nil ? tag.start : tag.inner(of: bytes).range.lowerBound
      return start + span.range.lowerBound..<start + span.range.upperBound
    }
  }
}
