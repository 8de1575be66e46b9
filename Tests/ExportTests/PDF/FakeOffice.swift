import Export
import Foundation

/// A program that is called as LibreOffice is, and does with each document what stands in it.
final class FakeOffice {
  /// What a document makes of the program.
  enum Behaviour: String {
    case plain
    /// It cannot be read, and the others are gone on with.
    case unreadable
    case crash
    /// Half a PDF is written, then the program ends.
    case half
    /// The program is killed from outside, but once only.
    case killed
    case hang
  }

  let root: String
  var program: String { "\(root)/soffice" }
  /// Where converters keep what they need.
  var parent: String { "\(root)/parent" }

  private static let script = """
    #!/bin/sh
    out= files=
    root=$(dirname "$0")
    while [ $# -gt 0 ]; do
      case "$1" in
        --outdir) out=$2; shift ;;
        --convert-to) shift ;;
        -*) ;;
        *) files="$files $1" ;;
      esac
      shift
    done
    echo $files >> "$root/starts"
    for file in $files; do
      name=$(basename "$file"); pdf="$out/${name%.*}.pdf"
      case "$(cat "$file")" in
        unreadable) continue ;;
        crash) kill -9 $$ ;;
        half) printf '%%PDF-1.4 half' > "$pdf"; kill -9 $$ ;;
        killed) if [ ! -e "$root/was-killed" ]; then touch "$root/was-killed"; kill -9 $$; fi ;;
        hang) sleep 1000 & echo $! >> "$root/sleepers"; wait ;;
      esac
      printf '%%PDF-1.4 %s\\n%%%%EOF\\n' "$name" > "$pdf"
    done
    """

  init(script: String = FakeOffice.script) throws {
    root = FileManager.default.temporaryDirectory.path + "/office-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try Data(script.utf8).write(to: URL(fileURLWithPath: "\(program).sh"))
    // Copied by another process: a program that another test starts meanwhile would inherit the open file, and a file that is
    // open for writing cannot be run.
    let install = Process()
    install.executableURL = URL(fileURLWithPath: "/usr/bin/install")
    install.arguments = ["-m", "755", "\(program).sh", program]
    try install.run()
    install.waitUntilExit()
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func document(_ name: String, _ behaviour: Behaviour = .plain) throws -> OfficeConverter.Document
  {
    let path = "\(root)/given/\(name)"
    let url = URL(fileURLWithPath: "\(path).docx")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(behaviour.rawValue.utf8).write(to: url)
    return OfficeConverter.Document(docx: url.path, pdf: "\(path).pdf")
  }

  func convert(
    _ documents: [OfficeConverter.Document], patience: Duration = .seconds(10)
  ) throws -> [PDFOutcome] {
    var converter = try OfficeConverter(
      in: parent, program: program,
      patience: .init(start: .zero, document: patience, kilobyte: .zero))
    return try converter.convert(documents)
  }

  /// The names of the documents of every start.
  var starts: [[String]] {
    lines(of: "starts").map { line in
      line.split(separator: " ").map { String($0.split(separator: "/").last ?? "") }
    }
  }

  /// The processes that were started beside the program and still run.
  var sleepers: [Int32] {
    lines(of: "sleepers").compactMap { Int32($0) }.filter { process in
      let state = FileManager.default.contents(atPath: "/proc/\(process)/stat") ?? Data()
      // One that has ended stays until whoever inherited it has noticed.
      return !state.isEmpty && state.range(of: Data(") Z ".utf8)) == nil
    }
  }

  /// What converters left.
  var remains: [String] { (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? ["?"] }

  private func lines(of name: String) -> [String] {
    let bytes = FileManager.default.contents(atPath: "\(root)/\(name)") ?? Data()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
