import ArgumentParser
import Diagnostics
import JSON
import Jinja
import Letters

struct ExpandCommand: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "expand", abstract: "Expand a plain-text template, or many cases from a file.")

  @Argument(help: "The template, a text file (default: standard input).")
  var template: String = "-"

  @Option(help: "The data, a JSON object.")
  var data: String?

  @Option(help: "Cases, one JSON object a line: id, template, context, options; - for stdin.")
  var jsonl: String?

  @Option(help: "What a missing value does: strict (an error), default (nothing) or chainable.")
  var undefined: UndefinedMode?

  @Flag(help: "Understand do, break and continue.")
  var extensions = false

  @OptionGroup var limits: RenderingLimits

  @OptionGroup var options: GlobalOptions

  func perform(_ log: DiagnosticLog) throws {
    if let jsonl {
      guard data == nil, template == "-" else {
        throw log.usage(
          Message(
            kk: "`--jsonl` басқа үлгімен немесе деректермен бірге жүрмейді",
            ru: "`--jsonl` не сочетается с другим шаблоном или данными",
            en: "`--jsonl` goes with no other template or data"))
      }
      try expandCases(try log.read(jsonl), log)
    } else {
      try expandOne(log)
    }
  }

  private func expandOne(_ log: DiagnosticLog) throws {
    let bytes = try log.read(template)
    var context = ObjectValue([])
    if let data {
      let value = try log.json(try log.read(data), path: data) { bytes throws(JSONSyntaxError) in
        try Value(parsing: bytes)
      }
      guard case .object(let object) = value else { throw log.noObject(data) }
      context = object
    }
    var environment = Environment(undefined: undefined ?? .strict)
    environment.hasExtensions = extensions
    environment.isOutOfTime = limits.clock
    environment.loader = TemplateFolder(of: template, environment)
    let expansion = TextExpansion(
      Array(bytes), file: template == "-" ? "<stdin>" : template, environment)
    let (text, diagnostics) = expansion.expanded(context)
    log.add(diagnostics)
    guard let text else { throw CommandFailure.findings }
    StandardStreams.write(text, to: .output)
  }

  /// Writes a line of output or of error for each case; a broken case does not stop the others.
  private func expandCases(_ bytes: [UInt8], _ log: DiagnosticLog) throws {
    var output = ""
    let file = jsonl == "-" ? "<stdin>" : jsonl ?? ""
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) {
      let json = try log.json(Array(line), path: file, firstLine: index + 1)
      output +=
        TextCase(json, undefined: undefined, extensions, limits.clock).result.serialized() + "\n"
      if output.utf8.count > 1 << 16 {
        StandardStreams.write(output, to: .output)
        output = ""
      }
    }
    StandardStreams.write(output, to: .output)
  }
}

/// One case of `expand --jsonl`, and what comes of it.
private struct TextCase {
  private let json: JSON
  private let undefined: UndefinedMode?
  private let extensions: Bool
  private let isOutOfTime: @Sendable () -> Bool

  init(
    _ json: JSON, undefined: UndefinedMode?, _ extensions: Bool,
    _ isOutOfTime: @escaping @Sendable () -> Bool
  ) {
    self.isOutOfTime = isOutOfTime
    self.json = json
    self.undefined = undefined
    self.extensions = extensions
  }

  private func isOn(_ option: String) -> Bool {
    if case .bool(true)? = json["options"]?[option] { true } else { false }
  }

  /// The answer: the output, or the first error with its place.
  var result: JSON {
    let template = json["template"]?.string ?? ""
    let mode = json["options"]?["undefined"]?.string.flatMap { UndefinedMode(rawValue: $0) }
    var environment = Environment(undefined: mode ?? undefined ?? .default)
    environment.autoescape = isOn("autoescape")
    environment.hasExtensions = extensions || isOn("extensions")
    environment.isOutOfTime = isOutOfTime
    environment.isExact = true
    var whiteSpace = TemplateSource.TextOptions()
    whiteSpace.trimBlocks = isOn("trim_blocks")
    whiteSpace.lstripBlocks = isOn("lstrip_blocks")
    whiteSpace.keepTrailingNewline = isOn("keep_trailing_newline")
    var context = ObjectValue([])
    if let given = json["context"], case .object(let object) = Value(given) { context = object }
    let expansion = TextExpansion(
      Array(template.utf8), file: "", environment, whiteSpace: whiteSpace)
    let id = JSON.Member("id", json["id"] ?? .null)
    if let finding = expansion.findings.first {
      return .object([id, JSON.Member("error", expansion.error(finding))])
    }
    let (text, findings) = expansion.rendered(context)
    if let finding = findings.first {
      return .object([id, JSON.Member("error", expansion.error(finding))])
    }
    return .object([id, JSON.Member("output", .string(text))])
  }
}
