import Foundation

/// How many letters a second `qoshat export` makes of a generated register, with one job and with two, and docxtpl some of
/// the same letters; each as a whole process, with the most memory that it held.
///
///     BenchExport PROJECT PROGRAMS [DOCUMENTS [RUNS]]
///
/// PROGRAMS is the folder of `qoshat` and `ExampleRegister`, built for release. docxtpl is left out where it is not installed.
@main
enum BenchExport {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else {
      print("usage: BenchExport PROJECT PROGRAMS [DOCUMENTS [RUNS]]")
      exit(2)
    }
    let documents = arguments.count > 3 ? Int(arguments[3]) ?? 10_000 : 10_000
    let runs = arguments.count > 4 ? Int(arguments[4]) ?? 3 : 3
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("qoshat-bench-\(ProcessInfo.processInfo.processIdentifier)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }

    let bench = Bench(
      project: arguments[1], programs: arguments[2], folder: folder, documents: documents,
      runs: runs)
    try bench.prepare()
    let exports = try [1, 2].map { (jobs: $0, measured: try bench.export(jobs: $0)) }
    for (jobs, measured) in exports {
      print("qoshat export --jobs \(jobs)      \(measured)")
    }
    print("  two jobs to one                \(ratio(exports[1].measured, exports[0].measured))")
    guard let docxtpl = try bench.docxtpl(letters: min(500, documents)) else {
      print("docxtpl is not installed: pip install docxtpl PyYAML")
      return
    }
    print("docxtpl, one process         \(docxtpl)")
    for (jobs, measured) in exports {
      print("  qoshat --jobs \(jobs) to docxtpl     \(ratio(measured, docxtpl))")
    }
  }

  private static func ratio(_ one: Measured, _ other: Measured) -> String {
    String(format: "%.1f times", one.rate / other.rate)
  }
}

/// What a process did: a median of its runs.
struct Measured: CustomStringConvertible {
  let documents: Int
  let seconds: Double
  /// The most that one of the runs held, in kilobytes.
  let peak: Int

  var rate: Double { Double(documents) / seconds }

  var description: String {
    String(
      format: "%d files .docx in %.2f s: %.0f a second; peak memory %d MB", documents, seconds,
      rate, peak / 1024)
  }
}

struct Bench {
  let project: String
  let programs: String
  let folder: String
  let documents: Int
  let runs: Int

  private var register: String { folder + "/register.sqlite" }
  private var tables: String { folder + "/tables" }
  private var templates: String { project + "/templates" }

  /// Generates the register.
  func prepare() throws {
    try FileManager.default.createDirectory(atPath: tables, withIntermediateDirectories: true)
    _ = try run(programs + "/ExampleRegister", [tables, "--documents", "\(documents)"])
    _ = try run(programs + "/qoshat", ["register", "init", "--register", register])
    let imported = try run(
      programs + "/qoshat", ["register", "import", tables, "--register", register])
    print(
      String(format: "import of %d documents with their case data: ", documents)
        + String(format: "%.1f s; peak memory %d MB", imported.seconds, imported.peak / 1024))
  }

  func export(jobs: Int) throws -> Measured {
    let out = folder + "/letters"
    return try median {
      try? FileManager.default.removeItem(atPath: out)
      let ran = try run(
        programs + "/qoshat",
        [
          "export", "--period", "2021", "--out", out, "--register", register, "--templates",
          templates, "--jobs", "\(jobs)",
        ])
      return (ran, count(in: out))
    }
  }

  /// The first letters of the register as docxtpl makes them, or `nil` without it.
  func docxtpl(letters: Int) throws -> Measured? {
    let script = project + "/Benchmarks/docxtpl_letters.py"
    let (contexts, out) = (folder + "/contexts.json", folder + "/docxtpl")
    guard (try? run("/usr/bin/env", ["python3", "-c", "import docxtpl, yaml"])) != nil else {
      return nil
    }
    _ = try run(
      "/usr/bin/env", ["python3", script, "prepare", tables, templates, "\(letters)", contexts])
    return try median {
      try? FileManager.default.removeItem(atPath: out)
      let ran = try run("/usr/bin/env", ["python3", script, "render", templates, contexts, out])
      return (ran, count(in: out))
    }
  }

  private func median(_ body: () throws -> (ran: Ran, documents: Int)) throws -> Measured {
    let all = try (0..<runs).map { _ in try body() }.sorted { $0.ran.seconds < $1.ran.seconds }
    let middle = all[runs / 2]
    return Measured(
      documents: middle.documents, seconds: middle.ran.seconds,
      peak: all.map(\.ran.peak).max() ?? 0)
  }

  private func count(in folder: String) -> Int {
    guard let files = FileManager.default.enumerator(atPath: folder) else { return 0 }
    return files.reduce(0) { $0 + (($1 as? String)?.hasSuffix(".docx") == true ? 1 : 0) }
  }

  private struct Ran {
    let seconds: Double
    let peak: Int
  }

  private struct Failure: Error { let command: [String] }

  /// Runs a program to its end: its time, and the most memory that it or a process of its own held, in kilobytes.
  private func run(_ program: String, _ arguments: [String]) throws -> Ran {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    let command = [program] + arguments
    var words = command.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    let clock = ContinuousClock()
    let start = clock.now
    var child: pid_t = 0
    guard posix_spawn(&child, program, &actions, nil, &words, environ) == 0 else {
      throw Failure(command: command)
    }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child, status == 0 else {
      throw Failure(command: command)
    }
    let elapsed = (clock.now - start).components
    return Ran(
      seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18,
      peak: Int(usage.ru_maxrss))
  }
}
