import Files
import JSON

/// What an export has done so far: its header, then the line of each letter that is decided. Who goes on with it adds a
/// header of their own, for the lines that follow.
///
/// A letter's line is written after its files; after a crash a line may still speak of files that never reached the disk, so
/// that who goes on looks at these.
struct Journal: ~Copyable {
  /// Where the line of a letter stands.
  struct Position {
    let offset: Int
    let count: Int
    let isFailure: Bool
  }

  /// The letters of a journal.
  struct Contents {
    var headers: [ExportHeader] = []
    /// By their paths: the last line of each, and the number of its header.
    var letters: [String: (position: Position, header: Int)] = [:]
    /// Where the last whole line ends.
    var end = 0
  }

  private var file: AppendedFile

  /// Begins a journal, or goes on with the one that has these contents.
  init(_ path: String, _ header: ExportHeader, after contents: Contents?) throws(FileError) {
    let isOther = contents?.headers.last != header
    let line = isOther ? header.json.bytes() + [UInt8(ascii: "\n")] : []
    file = try AppendedFile(path, keeping: contents?.end ?? 0, adding: line)
  }

  /// Reads a journal as far as its lines are whole.
  static func read(_ path: String) throws(FileError) -> Contents {
    var contents = Contents()
    let lines = try FileLines(of: path)
    // Zeros are what a file system leaves where a line was lost with the power.
    while let line = try lines.next(), line.isEnded, line.bytes.first == 0x7B {
      if let entry = EntryLine(line.bytes) {
        guard !contents.headers.isEmpty else { break }
        let position = Position(
          offset: line.offset, count: line.bytes.count, isFailure: entry.isFailure)
        contents.letters[entry.path] = (position, contents.headers.count - 1)
      } else {
        guard let json = try? JSON(parsing: line.bytes), let header = ExportHeader(json) else {
          break
        }
        contents.headers.append(header)
      }
      contents.end = line.offset + line.bytes.count + 1
    }
    return contents
  }

  /// The first header of a journal; `nil` where not even that was written.
  static func header(_ path: String) throws(FileError) -> ExportHeader? {
    let lines = try FileLines(of: path)
    guard let line = try lines.next(), line.isEnded, let json = try? JSON(parsing: line.bytes)
    else { return nil }
    return ExportHeader(json)
  }

  /// Notes what became of a letter.
  mutating func append(_ line: [UInt8], isFailure: Bool) throws(FileError) -> Position {
    let offset = try file.append(line + [0x0A])
    return Position(offset: offset, count: line.count, isFailure: isFailure)
  }

  /// The line at a position.
  func line(at position: Position) throws(FileError) -> [UInt8] {
    try file.bytes(at: position.offset, count: position.count)
  }
}
