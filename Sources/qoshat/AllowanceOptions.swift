import ArgumentParser
import Diagnostics
import Files
import Letters

/// Which rules may be broken: what the call says, and what the project's settings say.
struct AllowanceOptions: ParsableArguments {
  @Option(help: "A rule that may be broken, with the reason: RULE=REASON. May be repeated.")
  var allow: [String] = []

  @Option(
    help:
      "The project's settings (default: .qoshat.yaml beside the documents or in a folder above).")
  var config: String?

  /// The settings of the project that the documents at `paths` belong to, with what the call allows.
  func settings(for paths: [String], _ log: DiagnosticLog) throws -> ProjectSettings {
    let given = try given(log)
    var settings = ProjectSettings()
    if let file = config ?? paths.lazy.compactMap({ SettingsFile.path(for: $0) }).first {
      let (read, diagnostics) = ProjectSettings.read(try log.read(file), file: file)
      guard diagnostics.isEmpty else {
        log.add(diagnostics)
        throw CommandFailure.unreadable
      }
      settings = read
    }
    settings.allowances = given + settings.allowances
    return settings
  }

  private func given(_ log: DiagnosticLog) throws -> [Allowance] {
    try allow.map { entry in
      let parts = entry.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[1].contains(where: { !$0.isWhitespace }) else {
        throw log.usage(
          Message(
            kk: "`--allow` ереже мен себепті талап етеді: ЕРЕЖЕ=СЕБЕП",
            ru: "`--allow` требует правила и причины: ПРАВИЛО=ПРИЧИНА",
            en: "`--allow` needs a rule and a reason: RULE=REASON"))
      }
      let rule = String(parts[0])
      guard Allowance.isRule(rule) else { throw log.usage(Allowance.unknownRule(rule)) }
      return Allowance(rule: rule, reason: String(parts[1]))
    }
  }
}

/// Finds a project's settings.
enum SettingsFile {
  /// The settings for the document at `path`: in its folder or the nearest above, up to the folder of the project, which has the letter kinds or the history in it. Outside of any project only the document's own folder counts.
  static func path(for document: String) -> String? {
    let own = folder(of: document)
    let beside = own == "." ? ProjectSettings.fileName : "\(own)/\(ProjectSettings.fileName)"
    if FileSystem.kind(of: beside) == .file { return beside }
    guard let resolved = FileSystem.resolved(own) else { return nil }
    var found: String?
    var folder = resolved
    while true {
      let candidate = "\(folder == "/" ? "" : folder)/\(ProjectSettings.fileName)"
      if found == nil, FileSystem.kind(of: candidate) == .file { found = candidate }
      if isProject(folder) { return found }
      guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }

  private static func isProject(_ folder: String) -> Bool {
    FileSystem.kind(of: "\(folder)/templates") == .folder
      || FileSystem.kind(of: "\(folder)/.git") != nil
  }

  private static func folder(of path: String) -> String {
    if FileSystem.kind(of: path) == .folder { return path }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
