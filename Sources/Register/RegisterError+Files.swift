import Files

extension RegisterError {
  /// What an error of the file system means to the caller of the register.
  init(_ error: FileError) {
    let detail = error.detail.isEmpty ? nil : error.detail
    self =
      switch error.code {
      case .missing, .notAFolder: .missingFile(error.path)
      case .notAFile: .notAFile(error.path)
      case .forbidden: .permission(error.path, detail: detail)
      case .diskFull: .diskFull(error.path, detail: detail)
      case .tooLarge: .tooLarge(error.path)
      case .failed: .inputOutput(error.path, detail: detail)
      }
  }

  /// Does `body` with the register's error for each of the file system's.
  static func mapping<Value>(
    _ body: () throws(FileError) -> Value
  ) throws(RegisterError) -> Value {
    do throws(FileError) {
      return try body()
    } catch {
      throw RegisterError(error)
    }
  }
}
