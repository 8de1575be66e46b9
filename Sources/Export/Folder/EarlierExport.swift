import Files

/// What a folder has of an earlier run: letters that need not be made again.
struct EarlierExport: Sendable {
  /// A letter that is there already.
  struct Kept {
    let line: [UInt8]
    /// Where the journal has the line; `nil` if it has not.
    let position: Journal.Position?
    /// The files of it that wait to be published.
    let waiting: [String]
  }

  /// The journal of the run that did not come to its end.
  private(set) var journal: Journal.Contents?
  /// The letters of the export that did, by their paths: where the manifest has their lines.
  private var published: [String: (offset: Int, count: Int)] = [:]
  private var publishedHeader: ExportHeader?
  /// The files of that export.
  private(set) var files: Set<String> = []
  /// Whether there are files in the folder that an export could meet.
  let hasFiles: Bool

  private let header: ExportHeader
  private let folder: String
  private let staged: String
  private var journalLines: FilePieces?
  private var manifestLines: FilePieces?

  /// Reads what is there of use for an export with this header.
  init(
    _ folder: borrowing ExportFolder, _ header: ExportHeader, _ state: ExportFolder.State,
    isResumed: Bool
  ) throws(ExportError) {
    self.header = header
    self.folder = folder.path
    staged = folder.staged
    hasFiles = state.isComplete || state.hasOthers
    let journalPath = folder.journal
    if isResumed, state.isUnfinished {
      journal = try ExportError.reading { () throws(FileError) in try Journal.read(journalPath) }
      journalLines = try ExportError.reading { () throws(FileError) -> FilePieces in
        try FilePieces(of: journalPath)
      }
    }
    guard state.isComplete else { return }
    let manifest = "\(folder.path)/\(Manifest.name)"
    manifestLines = try ExportError.reading { () throws(FileError) -> FilePieces in
      try FilePieces(of: manifest)
    }
    var reader = try ManifestReader(folder.path)
    publishedHeader = reader.header
    while let next = try reader.next() {
      for file in next.entry.files { files.insert(file.path) }
      if !next.entry.isFailure {
        published[next.entry.path] = (next.offset, next.count)
      }
    }
  }

  /// The letter as it is there, if making it again would give the same files and none of these has changed or is missing.
  func kept(_ letter: PlannedLetter, data: String) throws(FileError) -> Kept? {
    let path = letter.path.text
    if let journal, let (position, number) = journal.letters[path], !position.isFailure,
      journal.headers[number].makesSame(letter.kind, as: header), let journalLines
    {
      let line = try journalLines.bytes(at: position.offset, count: position.count)
      if let kept = try kept(line, at: position, data) { return kept }
    }
    if let place = published[path], publishedHeader?.makesSame(letter.kind, as: header) == true,
      let line = try manifestLines?.bytes(at: place.offset, count: place.count)
    {
      return try kept(line, at: nil, data)
    }
    return nil
  }

  private func kept(
    _ line: [UInt8], at position: Journal.Position?, _ data: String
  ) throws(FileError) -> Kept? {
    guard let entry = EntryLine(line), entry.data == data else { return nil }
    var waiting: [String] = []
    for file in entry.files {
      if file.state(in: staged) == .same {
        waiting.append(file.path)
      } else if file.state(in: folder) != .same {
        return nil
      }
    }
    return Kept(line: line, position: position, waiting: waiting)
  }

  /// The files of a letter that stand where new ones shall, and are not as the earlier export left them.
  func inTheWay(_ letter: PlannedLetter, of paths: [String]) throws(FileError) -> [String] {
    guard hasFiles else { return [] }
    let there = paths.filter { FileSystem.kind(of: "\(folder)/\($0)") != nil }
    guard !there.isEmpty else { return [] }
    var own: [LetterEntry.File] = []
    if let place = published[letter.path.text],
      let line = try manifestLines?.bytes(at: place.offset, count: place.count)
    {
      own = EntryLine(line)?.files ?? []
    }
    return there.filter { path in
      guard let file = own.first(where: { $0.path == path }) else { return true }
      return file.state(in: folder) != .same
    }
  }
}
