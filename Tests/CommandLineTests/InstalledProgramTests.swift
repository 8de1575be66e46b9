import Foundation
import Testing

/// The program where `make install` and the packages put it: `bin/qoshat` beside `share/qoshat/templates`.
@Suite struct InstalledProgramTests {
  /// A prefix with the program and the project's templates, as `Packaging/stage.sh` lays them out.
  private static func prefix() throws -> String {
    let prefix = Program.folder()
    let files = FileManager.default
    try files.createDirectory(atPath: prefix + "/bin", withIntermediateDirectories: true)
    try files.createDirectory(atPath: prefix + "/share/qoshat", withIntermediateDirectories: true)
    try files.copyItem(atPath: Program.executable.path, toPath: prefix + "/bin/qoshat")
    try files.copyItem(
      atPath: Program.root.appendingPathComponent("templates").path,
      toPath: prefix + "/share/qoshat/templates")
    return prefix
  }

  @Test("an installed program makes letters only where somebody has put templates")
  func templates() throws {
    let prefix = try Self.prefix()
    let program = URL(fileURLWithPath: prefix + "/bin/qoshat")
    let out = Program.folder()
    let made = try Program.run(
      [
        "render", "response", "--data", Program.caseData, "--register", Program.register,
        "--to", "txt",
      ], in: out, program: program)
    #expect(made.status == 0, "\(made.errors)")
    #expect(try Program.contents(of: out).count == 2)

    // What is wrong there is told of the place where it stands.
    let yaml = prefix + "/share/qoshat/templates/response/letter.yaml"
    try Data("kind: [".utf8).write(to: URL(fileURLWithPath: yaml))
    let check = try Program.run(["check"], in: Program.folder(), program: program)
    #expect(check.status == 1 && check.output.contains(yaml))

    // A project's own templates come first.
    let own = Program.folder()
    try FileManager.default.copyItem(
      atPath: Program.root.appendingPathComponent("templates").path, toPath: own + "/templates")
    #expect(try Program.run(["check"], in: own, program: program).status == 0)
  }
}
