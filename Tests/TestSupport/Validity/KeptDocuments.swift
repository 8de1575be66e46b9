import Glibc
import Synchronization

/// The documents that the tests make, kept for another program to look at where `QOSHAT_KEEP_DOCUMENTS` names a folder.
enum KeptDocuments {
  private static let folder = getenv("QOSHAT_KEEP_DOCUMENTS").map { String(cString: $0) }
  private static let count = Mutex(0)

  /// Writes a document, and beside it those from which it was made: their faults are not its own.
  static func keep(_ bytes: [UInt8], madeFrom sources: [[UInt8]]) {
    guard let folder else { return }
    let number = count.withLock { count in
      count += 1
      return count
    }
    let name = "\(folder)/\(getpid())-\(number)"
    write(bytes, to: "\(name).docx")
    for (index, source) in sources.enumerated() {
      write(source, to: "\(name).source\(index + 1).docx")
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "w") else { preconditionFailure("\(path) cannot be written") }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
}
