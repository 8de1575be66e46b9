import Foundation
import Testing

@Suite struct MachineTests {
  /// What differs from one machine to another.
  private struct Machine {
    let settings: [String]
    let folder: String
    let jobs: String

    /// Makes a register, a letter and the notifications of a year, and gives all files of the latter two.
    func files() throws -> [String: Data] {
      let register = "\(folder)/register.sqlite"
      try run(["register", "init", "--register", register])
      let fixtures = Program.root.appendingPathComponent("fixtures").path
      try run(["register", "import", "\(fixtures)/register", "--register", register])
      try run([
        "render", "response", "--data", "\(fixtures)/cases/response-2021.json", "--register",
        register, "--to", "docx,txt,html", "--out", "\(folder)/letters",
      ])
      try run([
        "export", "--period", "2021", "--kinds", "notification", "--register", register, "--jobs",
        jobs, "--zip", "--out", "\(folder)/export",
      ])
      var files: [String: Data] = [:]
      for part in ["letters", "export"] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/\(part)")
        for path in paths {
          let url = URL(fileURLWithPath: "\(folder)/\(part)/\(path)")
          guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
            continue
          }
          files["\(part)/\(path)"] = try Data(contentsOf: url)
        }
      }
      return files
    }

    private func run(_ arguments: [String]) throws {
      let run = try Program.run(
        settings + ["TMPDIR=\(folder)", Program.executable.path] + arguments + [
          "--templates", Program.root.appendingPathComponent("templates").path,
        ], in: folder, program: URL(fileURLWithPath: "/usr/bin/env"))
      try #require(run.status == 0, "\(arguments): \(run.errors)")
    }
  }

  @Test(
    "A letter or an export would differ with the time zone, the language or the folder of whoever makes it"
  )
  func sameBytes() throws {
    let folder = Program.folder()
    let far = Program.folder() + "/басқа қалта/with space"
    try FileManager.default.createDirectory(atPath: far, withIntermediateDirectories: true)
    let here = Machine(
      settings: ["TZ=Asia/Almaty", "LC_ALL=C", "HOME=/"], folder: folder, jobs: "1")
    let there = Machine(
      settings: [
        "TZ=Pacific/Kiritimati", "LC_ALL=kk_KZ.UTF-8", "LANGUAGE=kk", "HOME=/nowhere", "NO_COLOR=1",
      ], folder: far, jobs: "3")
    let files = try here.files()
    let others = try there.files()
    #expect(files.count >= 20)
    #expect(files.keys.sorted() == others.keys.sorted())
    for (name, content) in files { #expect(others[name] == content, "\(name) is another file") }
  }
}
