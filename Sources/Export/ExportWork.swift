import Cryptography
import Diagnostics
import Files
import Synchronization

/// The work of one export, shared by its threads: each takes the next letter until none is left.
final class ExportWork: Sendable {
  /// More findings than this nobody reads; the manifest has all of them.
  fileprivate static let listed = 1_000

  let export: PeriodExport
  let earlier: EarlierExport
  private let staged: String
  private let mayReplace: Bool
  let isResumed: Bool
  private let progress: @Sendable (ExportProgress) -> Void
  private let next = Atomic<Int>(0)
  private let state: Mutex<State>

  struct State: ~Copyable {
    var journal: Journal
    /// Where the journal has the lines of the letters, in their order.
    var positions: [Journal.Position?]
    var outcome = ExportOutcome()
    /// Files that would have to be replaced without permission.
    var inTheWay: [String] = []
    /// The files that wait to be published; noted only where others may be among them.
    var waiting: Set<String> = []
    var failure: ExportError?
    var done = 0
    var kept = 0
    var failed = 0
  }

  /// Looks at what the folder has, and refuses to touch what it may not.
  init(
    _ export: PeriodExport, _ folder: borrowing ExportFolder,
    _ permission: PeriodExport.Permission,
    _ progress: @escaping @Sendable (ExportProgress) -> Void
  ) throws(ExportError) {
    self.export = export
    self.progress = progress
    staged = folder.staged
    mayReplace = permission.contains(.replace)
    let found = try ExportError.reading { () throws(FileError) in try folder.state() }
    let mayResume = permission.contains(.resume)
    isResumed = mayResume && found.isUnfinished
    if found.isUnfinished, !mayResume, !mayReplace { throw .unfinished(folder.path) }
    if found.isComplete || found.hasOthers, !mayReplace,
      !(mayResume && (found.isComplete || found.isUnfinished))
    {
      throw .notEmpty(folder.path)
    }
    earlier = try EarlierExport(folder, export.header, found, isResumed: mayResume)
    if let first = earlier.journal?.headers.first {
      let differing = first.conditionsDiffering(from: export.header)
      guard differing.isEmpty else { throw .otherExport(folder.path, differing) }
    } else {
      folder.discard()
    }
    let (staged, path, contents) = (folder.staged, folder.journal, earlier.journal)
    let journal = try ExportError.writing { () throws(FileError) -> Journal in
      for folder in Set(export.plan.letters.map(\.path.folder)) {
        try FileSystem.makeFolder(folder.isEmpty ? staged : "\(staged)/\(folder)")
      }
      return try Journal(path, export.header, after: contents)
    }
    state = Mutex(
      State(
        journal: journal,
        positions: [Journal.Position?](repeating: nil, count: export.plan.letters.count)))
  }

  /// Makes letters until none is left, or one fails for a reason that all others share.
  func run() {
    let letters = export.plan.letters
    while state.withLock({ $0.failure == nil }) {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < letters.count else { return }
      do throws(LetterMaker.Failure) {
        try decide(letters[index], index)
      } catch {
        switch error {
        case .refused(let findings): refuse(letters[index], index, findings)
        case .stopped(let failure): stop(failure)
        }
      }
    }
  }

  private func decide(_ letter: PlannedLetter, _ index: Int) throws(LetterMaker.Failure) {
    let data = try export.maker.data(of: letter)
    do throws(FileError) {
      if let kept = try earlier.kept(letter, data: data.sum) {
        return try keep(kept, letter, index)
      }
    } catch {
      throw .stopped(ExportError(writing: error))
    }
    let made = try export.maker.make(letter, data)
    do throws(FileError) {
      let paths = made.files.map(\.path)
      let inTheWay = mayReplace ? [] : try earlier.inTheWay(letter, of: paths)
      var files: [LetterEntry.File] = []
      for (path, bytes) in made.files {
        try FileSystem.writeUnsynced(bytes, to: "\(staged)/\(path)")
        files.append(
          LetterEntry.File(
            path: path, size: bytes.count, sha256: SHA256.hexadecimal(of: bytes)))
      }
      let entry = LetterEntry(
        letter: letter, data: data.sum, files: files, figures: made.figures,
        warnings: made.warnings)
      let line = entry.line
      try note(index) { (state: inout State) throws(FileError) -> Void in
        state.positions[index] = try state.journal.append(line, isFailure: false)
        state.outcome.written[letter.kind, default: 0] += 1
        state.inTheWay += inTheWay
        if isResumed { state.waiting.formUnion(paths) }
        state.list(made.warnings)
      }
    } catch {
      throw .stopped(ExportError(writing: error))
    }
  }

  private func keep(
    _ kept: EarlierExport.Kept, _ letter: PlannedLetter, _ index: Int
  ) throws(FileError) {
    try note(index) { (state: inout State) throws(FileError) -> Void in
      state.positions[index] =
        if let position = kept.position { position } else {
          try state.journal.append(kept.line, isFailure: false)
        }
      state.outcome.kept[letter.kind, default: 0] += 1
      state.kept += 1
      state.waiting.formUnion(kept.waiting)
    }
  }

  private func refuse(_ letter: PlannedLetter, _ index: Int, _ findings: [Diagnostic]) {
    let line = LetterEntry.failure(letter, findings)
    do throws(FileError) {
      try note(index) { (state: inout State) throws(FileError) -> Void in
        state.positions[index] = try state.journal.append(line, isFailure: true)
        state.outcome.failed[letter.kind, default: 0] += 1
        state.failed += 1
        state.list(findings)
      }
    } catch {
      stop(ExportError(writing: error))
    }
  }

  /// Brings the export to its end when the threads have ended.
  func finish(_ folder: borrowing ExportFolder) throws(ExportError) -> ExportOutcome {
    let place = Place(path: folder.path, hidden: folder.hidden, staged: folder.staged)
    return try state.withLock { (state) throws(ExportError) -> ExportOutcome in
      try end(&state, place)
    }
  }

  /// Where an export is made, and where it goes.
  struct Place {
    let path: String
    let hidden: String
    let staged: String
  }

  private func stop(_ failure: ExportError) {
    state.withLock { if $0.failure == nil { $0.failure = failure } }
  }

  private func note(
    _ index: Int, _ change: (inout State) throws(FileError) -> Void
  ) throws(FileError) {
    let now = try state.withLock { (state) throws(FileError) -> ExportProgress in
      try change(&state)
      state.done += 1
      return ExportProgress(
        done: state.done, kept: state.kept, failed: state.failed, total: state.positions.count)
    }
    progress(now)
  }
}

extension ExportWork.State {
  fileprivate mutating func list(_ findings: [Diagnostic]) {
    let free = max(0, ExportWork.listed - outcome.diagnostics.count)
    outcome.diagnostics += findings.prefix(free)
    outcome.unlisted += max(0, findings.count - free)
  }
}
