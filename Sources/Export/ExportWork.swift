import Cryptography
import Diagnostics
import Files
import JSON
import Letters
import Synchronization

/// The work of one export, shared by its threads: each takes the next letter until none is left.
final class ExportWork: Sendable {
  /// More findings than this nobody reads; the manifest has all of them.
  fileprivate static let listed = 1_000

  /// LibreOffice takes a second or two to start.
  private static let conversionBatch = 16

  let export: PeriodExport
  let header: ExportHeader
  let seal: ExportSeal
  let earlier: EarlierExport
  private let staged: String
  private let hidden: String
  /// How many letters are taken at once: some where LibreOffice has to be started for them.
  private let batchSize: Int
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
    _ export: PeriodExport, _ header: ExportHeader, _ folder: borrowing ExportFolder,
    _ permission: PeriodExport.Permission, _ seal: ExportSeal,
    _ progress: @escaping @Sendable (ExportProgress) -> Void
  ) throws(ExportError) {
    self.export = export
    self.header = header
    self.progress = progress
    self.seal = seal
    staged = folder.staged
    hidden = folder.hidden
    batchSize = export.request.forms.contains(.pdf) ? Self.conversionBatch : 1
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
    earlier = try EarlierExport(folder, header, found, isResumed: mayResume)
    if let first = earlier.journal?.headers.first {
      let differing = first.conditionsDiffering(from: header)
      guard differing.isEmpty else { throw .otherExport(folder.path, differing) }
    } else {
      folder.discard()
    }
    // A run that was killed may have left LibreOffice at work.
    OfficeConverter.clear(folder.hidden)
    let (staged, path, contents) = (folder.staged, folder.journal, earlier.journal)
    let journal = try ExportError.writing { () throws(FileError) -> Journal in
      for language in LetterLanguage.allCases {
        for folder in Set(export.plan.letters.map { $0.path.folder(language) }) {
          try FileSystem.makeFolder(folder.isEmpty ? staged : "\(staged)/\(folder)")
        }
      }
      return try Journal(path, header, after: contents)
    }
    state = Mutex(
      State(
        journal: journal,
        positions: [Journal.Position?](repeating: nil, count: export.plan.letters.count)))
  }

  /// Makes letters until none is left, or one fails for a reason that all others share, or it is told to stop.
  func run(until isStopped: () -> Bool) {
    var converter: OfficeConverter?
    while let batch = nextBatch() {
      guard !isStopped() else { return stop(.stopped) }
      var drafts: [Draft] = []
      for index in batch where state.withLock({ $0.failure == nil }) {
        let letter = export.plan.letters[index]
        attempt(letter, index) { () throws(LetterMaker.Failure) -> Void in
          if let draft = try draft(letter, index) { drafts.append(draft) }
        }
      }
      if export.request.forms.contains(.pdf), !drafts.isEmpty {
        do throws(OfficeError) {
          if converter == nil { converter = try OfficeConverter(in: hidden) }
          try converter?.addPDFs(to: &drafts, in: staged)
        } catch {
          return stop(ExportError(.environment, [error.diagnostic]))
        }
      }
      for draft in drafts {
        attempt(draft.letter, draft.index) { () throws(LetterMaker.Failure) -> Void in
          try finish(draft)
        }
      }
    }
  }

  /// The numbers of the next letters; `nil` where none is left to be made.
  private func nextBatch() -> Range<Int>? {
    guard state.withLock({ $0.failure == nil }) else { return nil }
    let count = export.plan.letters.count
    let start = next.wrappingAdd(batchSize, ordering: .relaxed).oldValue
    return start < count ? start..<min(count, start + batchSize) : nil
  }

  private func attempt(
    _ letter: PlannedLetter, _ index: Int, _ body: () throws(LetterMaker.Failure) -> Void
  ) {
    do throws(LetterMaker.Failure) {
      try body()
    } catch {
      switch error {
      case .refused(let findings): refuse(letter, index, findings)
      case .stopped(let failure): stop(failure)
      }
    }
  }

  /// A letter whose Word documents and texts are written, and what is to be said of it.
  struct Draft {
    let letter: PlannedLetter
    let index: Int
    let data: String
    let requisites: LetterRequisites?
    let figures: [JSON]
    let warnings: [Diagnostic]
    var files: [LetterEntry.File]
    /// Why LibreOffice could not convert it.
    var failures: [Diagnostic] = []
  }

  /// Writes what the program makes itself; `nil` for a letter that is there already.
  private func draft(
    _ letter: PlannedLetter, _ index: Int
  ) throws(LetterMaker.Failure) -> Draft? {
    let data = try export.maker.data(of: letter)
    do throws(FileError) {
      if let kept = try earlier.kept(letter, data: data.sum) {
        try keep(kept, letter, index)
        return nil
      }
    } catch {
      throw .stopped(ExportError(writing: error))
    }
    let made = try export.maker.make(letter, data)
    var draft = Draft(
      letter: letter, index: index, data: data.sum, requisites: made.requisites,
      figures: made.figures, warnings: made.warnings, files: [])
    do throws(FileError) {
      for (path, bytes) in made.files { try write(bytes, path, of: &draft) }
    } catch {
      throw .stopped(ExportError(writing: error))
    }
    return draft
  }

  /// Writes what goes with a letter, and notes that it is done.
  private func finish(_ draft: Draft) throws(LetterMaker.Failure) {
    guard draft.failures.isEmpty else {
      for file in draft.files { FileSystem.remove("\(staged)/\(file.path)") }
      throw .refused(draft.warnings + draft.failures)
    }
    var draft = draft
    do throws(FileError) {
      if let requisites = draft.requisites {
        for language in LetterLanguage.allCases {
          let beginning = draft.letter.path.file(language, "")
          let files = draft.files.filter { $0.path.hasPrefix(beginning) }
          let attachments = files.map { file in
            ExchangeCard.Attachment(name: file.name, size: file.size, sha256: file.sha256)
          }
          var pages: Int?
          if let pdf = files.first(where: { $0.name.hasSuffix(".pdf") }) {
            pages = PDFPages.count(in: try FileSystem.read("\(staged)/\(pdf.path)"))
          }
          let card = ExchangeCard(requisites, language, pages: pages, attachments: attachments)
          try write(card.bytes, draft.letter.path.file(language, "esedo.json"), of: &draft)
        }
      }
      draft.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      let paths = draft.files.map(\.path)
      let inTheWay = mayReplace ? [] : try earlier.inTheWay(draft.letter, of: paths)
      let (letter, index, warnings) = (draft.letter, draft.index, draft.warnings)
      let line = LetterEntry(
        letter: letter, data: draft.data, files: draft.files, figures: draft.figures,
        warnings: warnings
      ).line
      try note(index) { (state: inout State) throws(FileError) -> Void in
        state.positions[index] = try state.journal.append(line, isFailure: false)
        state.outcome.written[letter.kind, default: 0] += 1
        state.inTheWay += inTheWay
        if isResumed { state.waiting.formUnion(paths) }
        state.list(warnings)
      }
    } catch {
      throw .stopped(ExportError(writing: error))
    }
  }

  private func write(
    _ bytes: [UInt8], _ path: String, of draft: inout Draft
  ) throws(FileError) {
    try FileSystem.writeUnsynced(bytes, to: "\(staged)/\(path)")
    draft.files.append(
      LetterEntry.File(path: path, size: bytes.count, sha256: SHA256.hexadecimal(of: bytes)))
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
        state.list([Self.unmade(letter)] + findings)
      }
    } catch {
      stop(ExportError(writing: error))
    }
  }

  /// Brings the export to its end when the threads have ended.
  func finish(_ folder: borrowing ExportFolder) throws(ExportError) -> ExportOutcome {
    let place = Location(path: folder.path, hidden: folder.hidden, staged: folder.staged)
    return try state.withLock { (state) throws(ExportError) -> ExportOutcome in
      try end(&state, place)
    }
  }

  /// Where an export is made, and where it goes.
  struct Location {
    let path: String
    let hidden: String
    let staged: String
  }

  /// Says which letter the findings behind it are of: they may be about its template.
  private static func unmade(_ letter: PlannedLetter) -> Diagnostic {
    Diagnostic(
      "X115",
      Message(
        kk: "хат жасалмады: `\(letter.path.text)`", ru: "письмо не сделано: `\(letter.path.text)`",
        en: "the letter was not made: `\(letter.path.text)`"), at: [Place(file: letter.id)])
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

extension OfficeConverter {
  /// Converts the Word documents of letters, and adds the PDFs to their files, or the reasons why there are none.
  fileprivate mutating func addPDFs(
    to drafts: inout [ExportWork.Draft], in folder: String
  ) throws(OfficeError) {
    var places: [(draft: Int, path: String)] = []
    var documents: [Document] = []
    for (number, draft) in drafts.enumerated() {
      for file in draft.files where file.path.hasSuffix(".docx") {
        let path = String(file.path.dropLast(4)) + "pdf"
        places.append((number, path))
        documents.append(Document(docx: "\(folder)/\(file.path)", pdf: "\(folder)/\(path)"))
      }
    }
    let outcomes = try convert(documents)
    for (place, outcome) in zip(places, outcomes) {
      if let failure = outcome.diagnostic(for: place.path) {
        drafts[place.draft].failures.append(failure)
        continue
      }
      do throws(FileError) {
        let (sum, size) = try SHA256.sum(ofFile: "\(folder)/\(place.path)")
        drafts[place.draft].files.append(
          LetterEntry.File(path: place.path, size: size, sha256: sum))
      } catch {
        throw .file(error)
      }
    }
  }
}
