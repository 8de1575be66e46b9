public import Diagnostics
import Yams

/// What a project tells the checks of its letters: the file `.qoshat.yaml`.
public struct ProjectSettings: Hashable, Sendable {
  /// The name that the file has in every project.
  public static let fileName = ".qoshat.yaml"

  /// The rules that may be broken, each with its reason.
  public var allowances: [Allowance] = []
  /// Words that are spelt right though no dictionary has them.
  public private(set) var words: [String] = []

  public init() {}

  /// Reads the file; everything that is wrong with it is told with its line.
  public static func read(
    _ bytes: [UInt8], file: String
  ) -> (settings: ProjectSettings, diagnostics: [Diagnostic]) {
    var reader = YAMLReader(file: file)
    var settings = ProjectSettings()
    guard let document = reader.document(bytes) else { return (settings, reader.diagnostics) }
    let record = reader.record(document, "", known: ["allow", "words"])
    if let list = record["allow"] {
      for (index, node) in reader.elements(list, "allow").enumerated() {
        if let allowance = allowance(node, "allow[\(index)]", &reader) {
          settings.allowances.append(allowance)
        }
      }
    }
    settings.words = texts(record["words"], "words", &reader)
    return (settings, reader.diagnostics)
  }

  private static func allowance(
    _ node: Node, _ path: String, _ reader: inout YAMLReader
  ) -> Allowance? {
    guard case .mapping = node else {
      _ = reader.members(node, path)
      return nil
    }
    let record = reader.record(node, path, known: ["rule", "reason", "files", "words"])
    let rule = reader.string(record["rule"], "\(path).rule")
    let reason = reader.string(record["reason"], "\(path).reason")
    if let rule, !Allowance.isRule(rule) {
      reader.report(record["rule"], "\(path).rule", Allowance.unknownRule(rule))
      return nil
    }
    if let reason, reason.allSatisfy(\.isWhitespace) {
      reader.report(
        record["reason"], "\(path).reason",
        Message(
          kk: "себебі жазылуы керек", ru: "нужно назвать причину", en: "a reason is needed"))
      return nil
    }
    var files: FilePattern?
    if let node = record["files"] {
      files = reader.string(node, "\(path).files").map { FilePattern($0) }
      if files == nil { return nil }
    }
    let words = texts(record["words"], "\(path).words", &reader)
    // An allowance whose words cannot be read must not be one for all words.
    if record["words"] != nil, words.isEmpty { return nil }
    guard let rule, let reason else { return nil }
    return Allowance(rule: rule, reason: reason, files: files, words: words)
  }

  /// One text, or a list of them.
  private static func texts(
    _ node: Node?, _ path: String, _ reader: inout YAMLReader
  ) -> [String] {
    switch node {
    case nil: return []
    case .sequence?:
      guard let node else { return [] }
      return reader.elements(node, path).enumerated().compactMap {
        reader.string($0.element, "\(path)[\($0.offset)]")
      }
    default: return reader.string(node, path).map { [$0] } ?? []
    }
  }
}

extension Allowance {
  /// What is said of an id that is no rule's.
  public static func unknownRule(_ id: String) -> Message {
    Message(
      kk: "`\(id)` деген ереже жоқ", ru: "нет правила `\(id)`", en: "there is no rule `\(id)`")
  }
}
