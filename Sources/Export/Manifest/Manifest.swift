import Diagnostics
import Files
import JSON

/// `manifest.json`: what an export is, and each letter of it on a line of its own, in the order of their paths.
///
/// A line is a letter's entry, so that a manifest of any length is written and read without being held.
enum Manifest {
  static let name = "manifest.json"

  fileprivate static let opening = "{\n\"export\": "
  fileprivate static let letters = "\"letters\": ["
  fileprivate static let failures = "\"failures\": ["
}

/// Writes a manifest: its letters in their order, then those that could not be made.
struct ManifestWriter: ~Copyable {
  private var file: AppendedFile
  private var buffer: [UInt8]
  private var isFirst = true

  init(_ header: ExportHeader, to path: String) throws(FileError) {
    file = try AppendedFile(path)
    let head = Manifest.opening + header.json.serialized(indented: true) + ",\n" + Manifest.letters
    buffer = Array(head.utf8)
  }

  /// Adds the line of an entry.
  mutating func add(_ line: [UInt8]) throws(FileError) {
    buffer += Array((isFirst ? "\n" : ",\n").utf8)
    buffer += line
    isFirst = false
    if buffer.count > 1 << 20 { try flush() }
  }

  /// Says that what is added from now on could not be made.
  mutating func beginFailures() {
    buffer += Array(((isFirst ? "" : "\n") + "],\n" + Manifest.failures).utf8)
    isFirst = true
  }

  consuming func finish() throws(FileError) {
    buffer += Array(((isFirst ? "" : "\n") + "]\n}\n").utf8)
    try flush()
  }

  private mutating func flush() throws(FileError) {
    try file.append(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Reads the manifest of an export, entry by entry.
struct ManifestReader {
  let header: ExportHeader
  private let path: String
  private var lines: FileLines
  private var isComplete = false

  /// A longer header is none of ours.
  private static let longestHeader = 16 << 20

  /// Opens the manifest of the export in `folder`, and reads its header.
  init(_ folder: String) throws(ExportError) {
    let path = "\(folder)/\(Manifest.name)"
    guard FileSystem.kind(of: path) != nil else { throw Self.missing(folder) }
    let (read, count) = try ExportError.reading { () throws(FileError) in
      try Self.header(path)
    }
    guard let read else { throw Self.unreadable(path) }
    header = read
    self.path = path
    lines = try ExportError.reading { () throws(FileError) -> FileLines in
      try FileLines(of: path, from: count)
    }
  }

  /// The next entry and where its line is, those of letters that could not be made last; `nil` at the end.
  mutating func next() throws(ExportError) -> (entry: EntryLine, offset: Int, count: Int)? {
    while let line = try line() {
      let text = line.bytes.last == 0x2C ? line.bytes.dropLast() : line.bytes[...]
      if text.first == 0x7B {
        guard let entry = EntryLine(text) else { throw Self.unreadable(path) }
        return (entry, line.offset, text.count)
      }
      if text.elementsEqual("}".utf8) { isComplete = true }
    }
    guard isComplete else { throw Self.unreadable(path) }
    return nil
  }

  private mutating func line() throws(ExportError) -> FileLines.Line? {
    do throws(FileError) {
      return try lines.next()
    } catch {
      throw ExportError(reading: error)
    }
  }

  /// The header, and how many bytes it takes up.
  private static func header(
    _ path: String
  ) throws(FileError) -> (header: ExportHeader?, count: Int) {
    let lines = try FileLines(of: path)
    var head: [UInt8] = []
    while head.count < longestHeader, let line = try lines.next() {
      guard line.bytes.starts(with: Manifest.letters.utf8) else {
        head += line.bytes
        continue
      }
      let json = try? JSON(parsing: Array(head.dropLast()) + Array("}".utf8))
      return (json?["export"].flatMap { ExportHeader($0) }, line.offset)
    }
    return (nil, 0)
  }

  private static func missing(_ folder: String) -> ExportError {
    .noManifest(
      folder,
      Message(
        kk: "қалтада экспорттың манифесі (`manifest.json`) жоқ",
        ru: "в папке нет манифеста экспорта (`manifest.json`)",
        en: "the folder has no manifest of an export (`manifest.json`)"))
  }

  static func unreadable(_ path: String) -> ExportError {
    .noManifest(
      path,
      Message(
        kk: "бұл – экспорттың манифесі емес немесе ол бүлінген",
        ru: "это не манифест экспорта, или он поврежден",
        en: "this is no manifest of an export, or it is damaged"))
  }
}
