import Jinja

/// Lexes, parses and renders any bytes as a plain-text template; whatever they say, that must end, and not in a crash.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLanguage(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let options = bytes.first else { return 0 }
  var environment = Environment(
    undefined: options & 1 == 0 ? .default : options & 2 == 0 ? .strict : .chainable)
  environment.autoescape = options & 4 != 0
  environment.hasExtensions = options & 8 != 0
  environment.isExact = options & 16 != 0
  environment.maximumSteps = 20_000
  var whiteSpace = TemplateSource.TextOptions()
  whiteSpace.trimBlocks = options & 32 != 0
  whiteSpace.lstripBlocks = options & 64 != 0
  let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
  guard let source = try? TemplateSource(text: text, options: whiteSpace) else { return 0 }
  let (program, findings) = Program.compile(source, environment: environment)
  for finding in findings { check(finding, source) }
  guard findings.isEmpty else { return 0 }
  let problems = program.render(context, into: TextOutput(limit: 1 << 22), environment: environment)
  for problem in problems { check(problem, source) }
  return 0
}

/// Every place that is told lies in its tag.
private func check(_ finding: Finding, _ source: TemplateSource) {
  for span in finding.spans {
    precondition(source.tags.indices.contains(span.tag))
    precondition(span.range.upperBound <= source.tags[span.tag].text.count)
  }
}

private let context = ObjectValue([
  ("a", .integer(1)), ("b", .string("мәтін <b>")), ("f", .double(2.5)), ("n", .none),
  ("l", .array([.integer(3), .integer(1), .string("x")])),
  (
    "d",
    .object(
      ObjectValue([("k", .string("v")), ("l", .array([.bool(true)])), ("items", .integer(5))]))
  ),
])
