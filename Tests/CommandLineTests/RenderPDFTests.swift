import Foundation
import Testing

/// `qoshat render --to pdf`, which starts LibreOffice: here a program that is called as LibreOffice is.
@Suite struct RenderPDFTests {
  private static let office = """
    #!/bin/sh
    while [ $# -gt 0 ]; do
      case "$1" in
        --outdir) out=$2; shift ;;
        --convert-to) shift ;;
        *.docx) echo start >> "$(dirname "$0")/documents"
          name=$(basename "$1" .docx); printf '%%PDF-1.4 %s\\n%%%%EOF\\n' "$name" > "$out/$name.pdf" ;;
      esac
      shift
    done
    """

  private func render(_ arguments: [String], to folder: String, office: String?) throws
    -> Program.Run
  {
    let tools = Program.folder()
    if let office {
      let path = "\(tools)/soffice"
      try office.write(toFile: "\(path).sh", atomically: true, encoding: .utf8)
      // Copied by another process: a file that another test's program has inherited open for writing cannot be run.
      #expect(
        try Program.run(
          ["-m", "755", "\(path).sh", path], program: URL(fileURLWithPath: "/usr/bin/install")
        ).status == 0)
    }
    let command =
      "PATH=\(tools)\(office == nil ? "" : ":/usr/bin:/bin"); export PATH; exec \"$0\" \"$@\""
    return try Program.run(
      [
        "-c", command, Program.executable.path, "render", "response", "--data", Program.caseData,
        "--register", Program.register, "--out", folder,
      ] + arguments, program: URL(fileURLWithPath: "/bin/sh"))
  }

  @Test("the PDF of one original would be that of the other")
  func pdf() throws {
    let folder = Program.folder() + "/out"
    let run = try render(["--to", "pdf,txt"], to: folder, office: Self.office)
    #expect(run.status == 0 && run.errors.isEmpty)
    let names = ["kk.pdf", "kk.txt", "ru.pdf", "ru.txt"].map { "response-2021.\($0)" }
    #expect(run.output == names.map { "\(folder)/\($0)\n" }.joined())
    let contents = try Program.contents(of: folder)
    #expect(contents.keys.sorted() == names)
    for language in ["kk", "ru"] {
      let pdf = String(
        decoding: try #require(contents["response-2021.\(language).pdf"]), as: UTF8.self)
      #expect(pdf.contains("response-2021.\(language)"))
    }
  }

  @Test("without LibreOffice, or with one that fails, some files would be written in silence")
  func failures() throws {
    for (office, words) in [
      (nil, "not installed"), ("#!/bin/sh\nexit 1\n", "stops at once"),
    ] as [(String?, String)] {
      let folder = Program.folder() + "/out"
      let run = try render(["--to", "docx,pdf"], to: folder, office: office)
      #expect(run.status == 4)
      #expect(run.errors.contains("O104") && run.errors.contains(words), "\(run.errors)")
      #expect(!FileManager.default.fileExists(atPath: folder))
    }
  }
}
