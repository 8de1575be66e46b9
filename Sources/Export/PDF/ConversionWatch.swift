import Glibc

/// What LibreOffice has done of a batch so far, seen from the PDFs that appear.
struct ConversionWatch {
  /// The documents, in the order in which they are converted.
  let documents: [String]
  let pdfs: [String]
  let patience: OfficeConverter.Patience
  /// The positions of those whose PDF is complete.
  private(set) var done: Set<Int> = []

  init(documents: [String], pdfs: [String], patience: OfficeConverter.Patience) {
    self.documents = documents
    self.pdfs = pdfs
    self.patience = patience
  }

  /// Waits until the process ends or makes no progress; it does not run any more then.
  mutating func observe(_ process: consuming OfficeProcess) -> ConversionQueue.Ending {
    let clock = ContinuousClock()
    var deadline = clock.now + patience.start + allowance
    while true {
      // Asked first, so that what it did last is seen.
      let ending = process.ending
      let count = done.count
      for position in pdfs.indices where !done.contains(position) {
        if Self.isComplete(pdfs[position]) { done.insert(position) }
      }
      switch ending {
      case .well?: return .well
      case .badly?: return .badly
      case nil: break
      }
      if done.count > count { deadline = clock.now + allowance }
      guard clock.now < deadline else { return .hanging }
      usleep(20_000)
    }
  }

  /// How long the document may take that is being converted now.
  private var allowance: Duration {
    let position = min((done.max() ?? -1) + 1, documents.count - 1)
    var status = stat()
    let size = stat(documents[position], &status) == 0 ? Int(status.st_size) : 0
    return patience.document + patience.kilobyte * (size / 1024)
  }

  /// Whether a PDF was written to its end.
  private static func isComplete(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    var tail = [UInt8](repeating: 0, count: 16)
    let count = tail.withUnsafeMutableBytes {
      pread(descriptor, $0.baseAddress, $0.count, off_t(max(0, size - $0.count)))
    }
    guard count > 0 else { return false }
    let text = tail[..<count].reversed().drop {
      $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
    return text.starts(with: "%%EOF".utf8.reversed())
  }
}
