import Diagnostics
import Files
import Glibc

/// Turns Word documents into PDF with LibreOffice, the only other program that this one starts.
struct PDFConverter {
  let log: DiagnosticLog

  /// A document that takes longer is given up.
  private static let secondsAllowed = 120

  /// The PDF of `docx`. LibreOffice runs with a profile of its own, so that an open window of the user's is not disturbed.
  func pdf(of docx: [UInt8]) throws -> [UInt8] {
    guard let program = Self.program else {
      throw fail(
        Message(
          kk: "PDF үшін LibreOffice керек (`soffice`), ол орнатылмаған",
          ru: "для PDF нужен LibreOffice (`soffice`), он не установлен",
          en: "PDF needs LibreOffice (`soffice`), which is not installed"))
    }
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/qoshat-pdf-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw fail(
        Message(
          kk: "уақытша қалта жасалмады", ru: "не удалось создать временную папку",
          en: "no temporary folder could be made"))
    }
    let folder = String(cString: made)
    defer { Self.remove(folder) }
    do throws(FileError) {
      var files = FileSet()
      try files.add(docx, as: "\(folder)/letter.docx")
      try files.commit()
    } catch {
      throw log.failure(writing: error)
    }
    let arguments = [
      program, "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore",
      "--convert-to", "pdf", "--outdir", folder, "\(folder)/letter.docx",
    ]
    guard Self.run(arguments), let pdf = try? FileSystem.read("\(folder)/letter.pdf") else {
      throw fail(
        Message(
          kk: "LibreOffice PDF жасай алмады", ru: "LibreOffice не смог создать PDF",
          en: "LibreOffice could not make the PDF"))
    }
    return pdf
  }

  private func fail(_ message: Message) -> CommandFailure {
    log.add([Diagnostic("O104", message)])
    return .environment
  }

  private static var program: String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    let folders = path.split(separator: ":").map(String.init) + ["/usr/bin"]
    let programs = folders.flatMap { folder in ["\(folder)/soffice", "\(folder)/libreoffice"] }
    return programs.first { access($0, X_OK) == 0 }
  }

  /// Runs a program with its output thrown away; whether it ended well and in time.
  private static func run(_ arguments: [String]) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, "/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own, so that the helpers that it starts end with it.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var process = pid_t()
    guard posix_spawn(&process, arguments[0], &actions, &attributes, &pointers, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    for _ in 0..<secondsAllowed * 20 {
      if waitpid(process, &status, WNOHANG) == process {
        return status & 0x7F == 0 && status >> 8 == 0
      }
      usleep(50_000)
    }
    kill(-process, SIGKILL)
    waitpid(process, &status, 0)
    return false
  }

  private static func remove(_ path: String) {
    if FileSystem.kind(of: path) == .folder, let names = try? FileSystem.names(in: path) {
      for name in names { remove("\(path)/\(name)") }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}
