import Files
import Glibc

/// LibreOffice, running: in a group of its own, so that what it starts ends with it, and saying nothing.
///
/// Whatever happens, none of the group runs on once this value is gone, and no dead one stays behind.
struct OfficeProcess: ~Copyable {
  /// How a process came to its end.
  enum Ending {
    case well, badly
  }

  private let process: pid_t

  /// Starts a program; `nil` if it cannot be started.
  init?(_ arguments: [String], environment: [String]) {
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
    // A thread of ours may hold signals back without which no shell notices that a process has ended.
    var held = sigset_t()
    sigemptyset(&held)
    posix_spawnattr_setsigmask(&attributes, &held)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
    var words = arguments.map { strdup($0) } + [nil]
    var settings = environment.map { strdup($0) } + [nil]
    defer { for pointer in words + settings { free(pointer) } }
    var process = pid_t()
    guard posix_spawn(&process, arguments[0], &actions, &attributes, &words, &settings) == 0
    else { return nil }
    self.process = process
  }

  deinit {
    // While the first of them is not yet waited for, nobody else can have the group's number.
    kill(-process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// How it ended; `nil` while it runs.
  var ending: Ending? {
    var state = siginfo_t()
    guard waitid(P_PID, id_t(process), &state, WEXITED | WNOHANG | WNOWAIT) == 0 else {
      return .badly
    }
    // Its number is zero while there is nothing to tell.
    guard state.si_signo == SIGCHLD else { return nil }
    let exitCode = state._sifields._sigchld.si_status
    return state.si_code == Int32(CLD_EXITED) && exitCode == 0 ? .well : .badly
  }
}

extension OfficeProcess {
  /// LibreOffice, where the path of commands leads to it.
  static func program() -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    let folders = path.split(separator: ":")
    let programs = folders.flatMap { folder in ["\(folder)/soffice", "\(folder)/libreoffice"] }
    return programs.first { access($0, X_OK) == 0 }
  }

  /// Ends every process that works with a profile below `folder`: those that an earlier run of this program left behind when it was killed.
  static func endAll(below folder: String) {
    let mark = Array(profileArgument("\(folder)/").utf8)
    let processes = (try? FileSystem.names(in: "/proc"))?.compactMap { pid_t($0) } ?? []
    for process in processes where process != getpid() {
      guard let line = try? FileSystem.beginning(of: "/proc/\(process)/cmdline", count: 1 << 12)
      else { continue }
      if line.split(separator: 0).contains(where: { $0.starts(with: mark) }) {
        kill(process, SIGKILL)
      }
    }
  }

  /// The argument that gives LibreOffice a profile folder of its own, so that an open window of the user's is not disturbed.
  static func profileArgument(_ folder: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let path = folder.utf8.map { byte in
      plain.contains(byte)
        ? String(UnicodeScalar(byte))
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    return "-env:UserInstallation=file://" + path.joined()
  }
}

/// The environment variables of this process.
enum ProcessEnvironment {
  static var current: [String: String] {
    var settings: [String: String] = [:]
    var pointer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
    while let entry = pointer?.pointee {
      let text = String(cString: entry)
      if let sign = text.firstIndex(of: "=") {
        settings[String(text[..<sign])] = String(text[text.index(after: sign)...])
      }
      pointer = pointer?.advanced(by: 1)
    }
    return settings
  }
}
