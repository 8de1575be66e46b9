import Files
import GRDB

extension RegisterError {
  /// What an error thrown inside a database access means to the caller.
  init(_ error: any Error, path: String) {
    if let known = error as? RegisterError {
      self = known
      return
    }
    if error is CancellationError {
      self = .interrupted
      return
    }
    guard let database = error as? DatabaseError else {
      self = .failed(path, detail: "\(type(of: error))")
      return
    }
    let detail = "SQLite \(database.extendedResultCode.rawValue): \(database.message ?? "")"
    self =
      switch database.resultCode {
      case .SQLITE_NOTADB: .notADatabase(path, detail: detail)
      case .SQLITE_CORRUPT: .damaged(path, detail: detail)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(path, detail: detail)
      case .SQLITE_FULL: .diskFull(path, detail: detail)
      case .SQLITE_CANTOPEN where FileSystem.kind(of: path) == nil: .missingFile(path)
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN:
        .permission(path, detail: detail)
      case .SQLITE_IOERR: .inputOutput(path, detail: detail)
      default: .failed(path, detail: detail)
      }
  }
}
