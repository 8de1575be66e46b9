import Files
import Glibc

/// Turns Word documents into PDF with LibreOffice, the only other program that this one starts.
///
/// One start of LibreOffice converts many documents. A profile of its own keeps an open window of the user's undisturbed, and lets several converters work at once, each in its own thread. What LibreOffice stumbles over is found out, and the others are converted.
///
///     var converter = try OfficeConverter(in: "/tmp")
///     let outcomes = try converter.convert([OfficeConverter.Document(docx: "1.kk.docx", pdf: "1.kk.pdf")])
///
/// Equal documents give equal PDFs, byte for byte, as long as LibreOffice and the fonts are the same.
public struct OfficeConverter: ~Copyable {
  /// A document, and where its PDF shall be.
  public struct Document: Hashable, Sendable {
    public let docx: String
    public let pdf: String

    public init(docx: String, pdf: String) {
      self.docx = docx
      self.pdf = pdf
    }
  }

  /// How long LibreOffice is waited for.
  public struct Patience: Sendable {
    /// For its start, which takes long where a machine has much to do.
    public var start: Duration
    /// For a document …
    public var document: Duration
    /// … and for each kilobyte of it.
    public var kilobyte: Duration

    public init(
      start: Duration = .seconds(60), document: Duration = .seconds(60),
      kilobyte: Duration = .milliseconds(250)
    ) {
      self.start = start
      self.document = document
      self.kilobyte = kilobyte
    }
  }

  /// How many documents one start of LibreOffice converts: enough for the start not to matter, few enough for its memory.
  private static let batchSize = 100
  /// After so many starts in a row that brought nothing it is tried whether LibreOffice can convert anything.
  private static let vainStartsAllowed = 5
  /// What must be free on the disk for a PDF to be made.
  private static let spaceNeeded = 1 << 18
  private static let folderPrefix = "qoshat-pdf-"

  private let program: String
  private let patience: Patience
  private let folder: String
  /// How many starts in a row brought nothing.
  private var vainStarts = 0

  /// A converter that keeps what it needs in a new folder in `parent`, removed with it.
  ///
  /// - Parameters:
  ///   - parent: A folder on a disk with space for some documents and their PDFs.
  ///   - program: LibreOffice; found by `PATH` unless given.
  ///   - patience: After which a document is given up.
  /// - Throws: `OfficeError.missing` without LibreOffice.
  public init(
    in parent: String, program: String? = nil, patience: Patience = Patience()
  ) throws(OfficeError) {
    guard let program = program ?? OfficeProcess.program() else { throw .missing }
    do throws(FileError) {
      // LibreOffice works in a folder of its own, where a relative path would lead elsewhere.
      folder = try FileSystem.makeUniqueFolder(
        beginning: "\(FileSystem.resolved(parent) ?? parent)/\(Self.folderPrefix)")
    } catch {
      throw .file(error)
    }
    self.program = program
    self.patience = patience
  }

  deinit { Self.removeWhole(folder) }

  /// Removes what converters left in `parent` when their program was killed, LibreOffice itself included if it still runs.
  public static func clear(_ parent: String) {
    guard let path = FileSystem.resolved(parent), let names = try? FileSystem.names(in: path)
    else { return }
    for name in names where name.hasPrefix(folderPrefix) {
      OfficeProcess.endAll(below: "\(path)/\(name)")
      removeWhole("\(path)/\(name)")
    }
  }

  /// Converts documents, and says of each what became of it; a PDF is complete or absent.
  ///
  /// - Throws: `OfficeError` where the others could not be converted either.
  public mutating func convert(_ documents: [Document]) throws(OfficeError) -> [PDFOutcome] {
    var queue = ConversionQueue(documents.map { Self.name(of: $0.docx) }, limit: Self.batchSize)
    while true {
      let batch = queue.next()
      if batch.isEmpty { break }
      let (done, ending) = try run(batch.map { documents[$0] })
      queue.record(batch, done: done, ending)
      try consider(isVain: done.isEmpty)
    }
    return queue.outcomes.map { $0 ?? .failed }
  }

  /// The PDFs of documents that are in memory, with the outcome of each; `nil` where there is none.
  ///
  /// - Throws: `OfficeError` where nothing can be converted.
  public mutating func pdfs(
    of documents: [(name: String, docx: [UInt8])]
  ) throws(OfficeError) -> [(outcome: PDFOutcome, pdf: [UInt8]?)] {
    let given = "\(folder)/given"
    defer { Self.removeWhole(given) }
    let paths = documents.enumerated().map { index, document in
      let path = "\(given)/\(index)/\(Self.name(of: document.name))"
      return Document(docx: "\(path).docx", pdf: "\(path).pdf")
    }
    try Self.filing { () throws(FileError) in
      for (index, path) in paths.enumerated() {
        try FileSystem.makeFolder("\(given)/\(index)")
        try FileSystem.writeUnsynced(documents[index].docx, to: path.docx)
      }
    }
    let outcomes = try convert(paths)
    return zip(outcomes, paths).map { ($0, try? FileSystem.read($1.pdf)) }
  }

  // MARK: One start

  /// Converts documents that have different names; the positions of those converted, and how it ended.
  private func run(
    _ documents: [Document]
  ) throws(OfficeError) -> (done: Set<Int>, ending: ConversionQueue.Ending) {
    let (inputs, outputs, profile) = ("\(folder)/in", "\(folder)/out", "\(folder)/profile")
    defer {
      Self.removeWhole(inputs)
      Self.removeWhole(outputs)
    }
    // Linked under their own names, which a field of a document may print.
    let links = documents.map { "\(inputs)/\(Self.fileName(of: $0.docx))" }
    try Self.filing { () throws(FileError) in
      for path in [inputs, outputs, temporary] { try FileSystem.makeFolder(path) }
      for (document, link) in zip(documents, links) {
        try FileSystem.addName(link, to: document.docx)
      }
    }
    let arguments =
      [
        program, OfficeProcess.profileArgument(profile), "--headless", "--norestore",
        "--convert-to", "pdf", "--outdir", outputs,
      ] + links
    guard let process = OfficeProcess(arguments, environment: environment) else {
      return ([], .badly)
    }
    var watch = ConversionWatch(
      documents: links, pdfs: documents.map { "\(outputs)/\(Self.name(of: $0.docx)).pdf" },
      patience: patience)
    let ending = watch.observe(process)
    // A profile that LibreOffice did not put in order itself may be the next one's trouble.
    if ending != .well { Self.removeWhole(profile) }
    try Self.filing { () throws(FileError) in
      for position in watch.done.sorted() {
        let pdf = try FileSystem.read(watch.pdfs[position], limit: .max)
        try FileSystem.writeUnsynced(
          ReproduciblePDF.bytes(of: pdf), to: documents[position].pdf)
      }
    }
    return (watch.done, ending)
  }

  /// Looks for the cause where a start brought nothing, before every document is blamed one by one.
  private mutating func consider(isVain: Bool) throws(OfficeError) {
    vainStarts = isVain ? vainStarts + 1 : 0
    guard isVain else { return }
    let folder = "\(folder)/trial"
    defer { Self.removeWhole(folder) }
    let trial = Document(docx: "\(folder)/qoshat.txt", pdf: "\(folder)/qoshat.pdf")
    try Self.filing { () throws(FileError) in
      try FileSystem.makeFolder(folder)
      var set = FileSet()
      try set.add(Array("Qoshat".utf8), as: trial.docx)
      // LibreOffice does not say that a disk is full.
      try set.add([UInt8](repeating: 0, count: Self.spaceNeeded), as: "\(folder)/space")
      try set.commit()
    }
    guard vainStarts % Self.vainStartsAllowed == 0 else { return }
    guard try run([trial]).done.count == 1 else { throw .unusable }
  }

  // MARK: Folders and names

  private var temporary: String { "\(folder)/tmp" }

  private var environment: [String] {
    var settings = ProcessEnvironment.current
    // What it leaves when it is killed shall go with the folder.
    settings["TMPDIR"] = temporary
    // Without a locale that knows more than ASCII it does not find a file with a Kazakh name.
    settings["LC_ALL"] = "C.UTF-8"
    // Later versions take the time of day from it.
    settings["SOURCE_DATE_EPOCH"] = settings["SOURCE_DATE_EPOCH"] ?? "315532800"
    return settings.map { "\($0.key)=\($0.value)" }.sorted()
  }

  private static func fileName(of path: String) -> String {
    String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
  }

  /// The name that LibreOffice gives the PDF, without its ending.
  private static func name(of path: String) -> String {
    let name = fileName(of: path)
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  /// Removes a folder in which a process that was just ended may still be writing.
  private static func removeWhole(_ folder: String) {
    for _ in 0..<50 {
      FileSystem.removeTree(folder)
      if FileSystem.kind(of: folder) == nil { return }
      usleep(20_000)
    }
  }

  private static func filing(_ body: () throws(FileError) -> Void) throws(OfficeError) {
    do throws(FileError) { try body() } catch { throw .file(error) }
  }
}
