import Files

/// What users receive, kept as files in `fixtures/golden` that a person has read.
public enum Golden {
  /// How `text` differs from the file at `path`.
  ///
  /// - Parameters:
  ///   - text: what the program makes now.
  ///   - path: the file that was read and approved.
  ///   - isRecording: whether the file is written anew instead, so that its difference can be read.
  /// - Returns: the lines that differ; `nil` where none does.
  /// - Throws: `FileError` where the file cannot be read or written.
  public static func difference(
    of text: String, from path: String, isRecording: Bool
  ) throws -> String? {
    let name = path.split(separator: "/").last ?? ""
    guard !isRecording else {
      var files = FileSet()
      try files.add(Array(text.utf8), as: path)
      try files.commit()
      return "recorded \(name); read it, then run the tests without RECORD_GOLDENS"
    }
    let golden = String(decoding: try FileSystem.read(path), as: UTF8.self)
    guard text != golden else { return nil }
    return "\(name) differs:\n\(LineDifference.text(from: golden, to: text))"
  }
}
