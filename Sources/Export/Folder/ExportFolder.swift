import Files

/// The folder of an export, held by this process alone.
///
/// All is written into a hidden folder within it, and moved to its place when nothing is missing any more. Whatever happens
/// before, nobody meets a letter with some of its files, or an export with some of its letters.
struct ExportFolder: ~Copyable {
  /// What there is already.
  struct State {
    /// Whether an export was begun that did not come to its end.
    let isUnfinished: Bool
    /// Whether there is an export that did.
    let isComplete: Bool
    /// Whether there is anything else.
    let hasOthers: Bool
  }

  private static let hiddenName = ".qoshat-export"

  let path: String
  private let isNew: Bool
  private let lock: FolderLock

  /// Where everything waits.
  var hidden: String { Self.hidden(in: path) }
  var journal: String { "\(hidden)/journal" }
  /// The files of letters before they are published.
  var staged: String { "\(hidden)/files" }

  private static func hidden(in path: String) -> String { "\(path)/\(hiddenName)" }

  /// Makes the folder if it is not there, and takes it for this process.
  init(_ path: String) throws(ExportError) {
    let isNew = FileSystem.kind(of: path) == nil
    let taken: FolderLock?
    do throws(FileError) {
      try FileSystem.makeFolder(path)
      let hidden = Self.hidden(in: path)
      try FileSystem.makeFolder(hidden)
      taken = try FolderLock.take("\(hidden)/lock")
    } catch {
      FileSystem.removeEmptyFolder(Self.hidden(in: path))
      if isNew { FileSystem.removeEmptyFolder(path) }
      throw ExportError(writing: error)
    }
    guard let taken else { throw ExportError.busy(path) }
    self.path = path
    self.isNew = isNew
    lock = taken
  }

  /// The header of the unfinished export in a folder; `nil` if there is none.
  static func unfinished(_ path: String) throws(FileError) -> ExportHeader? {
    let journal = "\(hidden(in: path))/journal"
    return FileSystem.kind(of: journal) == .file ? try Journal.header(journal) : nil
  }

  /// Whether a path within an export is none of its files, but what it is made in.
  static func isHidden(_ path: String) -> Bool {
    path == hiddenName || path.hasPrefix(hiddenName + "/")
  }

  func state() throws(FileError) -> State {
    let names = try FileSystem.names(in: path).filter { $0 != Self.hiddenName }
    return State(
      isUnfinished: FileSystem.kind(of: journal) == .file,
      isComplete: names.contains(Manifest.name),
      hasOthers: names.contains { $0 != Manifest.name })
  }

  /// Throws away what an unfinished export has done.
  func discard() {
    for name in (try? FileSystem.names(in: hidden)) ?? [] where name != "lock" {
      FileSystem.removeTree("\(hidden)/\(name)")
    }
  }

  /// Goes away from a folder as if nobody had been there, unless it holds an export that can be gone on with.
  consuming func leave() {
    guard FileSystem.kind(of: journal) == nil else { return }
    discard()
    FileSystem.remove("\(hidden)/lock")
    FileSystem.removeEmptyFolder(hidden)
    if isNew { FileSystem.removeEmptyFolder(path) }
  }

  /// Removes all traces of the work.
  consuming func close() {
    // The journal last but the lock: while it is there, the work can be taken up again.
    FileSystem.removeTree(staged)
    for name in (try? FileSystem.names(in: hidden)) ?? [] where name != "journal" && name != "lock"
    {
      FileSystem.removeTree("\(hidden)/\(name)")
    }
    FileSystem.remove(journal)
    FileSystem.remove("\(hidden)/lock")
    FileSystem.removeEmptyFolder(hidden)
  }
}
