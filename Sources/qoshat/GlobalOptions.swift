import ArgumentParser
import CivilDates
import Diagnostics
import Files
import Glibc
import Letters

/// The options that every command takes, and how its findings reach the user.
struct GlobalOptions: ParsableArguments {
  @Option(help: "The case register (default: qoshat.sqlite in the current folder).")
  var register: String?

  @Option(help: "The folder of letter kinds (default: ./templates, else the installed ones).")
  var templates: String?

  @Option(help: "The language of messages: kk, ru or en (default: that of the system).")
  var messages: MessageLanguage?

  @Option(help: "How findings are printed: text, json, sarif or github.")
  var format: DiagnosticFormat = .text

  @Option(help: "Today's date, 2021-12-15, where the command needs one (default: the system's).")
  var today: CivilDate?

  /// The options of a call that has none of them.
  static var byDefault: Self {
    var options = Self()
    options.register = nil
    options.templates = nil
    options.messages = nil
    options.format = .text
    options.today = nil
    return options
  }

  var language: MessageLanguage {
    if let messages { return messages }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { continue }
      return MessageLanguage(rawValue: String(value.prefix(2))) ?? .en
    }
    return .en
  }

  var registerPath: String { register ?? "qoshat.sqlite" }

  /// Today, as the user gave it or as the system has it.
  var currentDate: CivilDate {
    today ?? Self.systemDate
  }

  /// Today, as the system has it.
  static var systemDate: CivilDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CivilDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CivilDate.startOfYear(1970)
  }

  var library: TemplateLibrary {
    if let templates { return TemplateLibrary(folder: templates) }
    guard FileSystem.kind(of: "templates") != .folder, let installed = Self.installedLibrary else {
      return TemplateLibrary(folder: "templates")
    }
    return installed
  }

  /// The letter kinds that came with the program: those in `share/qoshat/templates` beside the `bin` it stands in.
  static var installedLibrary: TemplateLibrary? {
    var path = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &path, path.count)
    guard length > 0 else { return nil }
    let program = String(decoding: path[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = program[..<(program.lastIndex(of: "/") ?? program.startIndex)]
    let prefix = folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)]
    let shared = "\(prefix)/share/qoshat/templates"
    return FileSystem.kind(of: shared) == .folder ? TemplateLibrary(folder: shared) : nil
  }
}
