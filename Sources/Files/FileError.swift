public import Diagnostics

/// Why a file or folder could not be read or written.
public struct FileError: Error, Hashable {
  public enum Code: Hashable, Sendable {
    case missing, notAFile, notAFolder, forbidden, diskFull, tooLarge, failed
  }

  public let code: Code
  public let path: String
  /// The system's own words.
  public let detail: String

  init(_ code: Code, _ path: String, detail: String = "") {
    self.code = code
    self.path = path
    self.detail = detail
  }

  /// The error as it is told to people: `O101` for input, `O102` for output.
  public func diagnostic(writing: Bool) -> Diagnostic {
    let message =
      switch code {
      case .missing:
        Message(
          kk: "файл немесе қалта табылмады", ru: "файл или папка не найдены",
          en: "no such file or folder")
      case .notAFile:
        Message(kk: "бұл – файл емес", ru: "это не файл", en: "this is not a file")
      case .notAFolder:
        Message(kk: "бұл – қалта емес", ru: "это не папка", en: "this is not a folder")
      case .forbidden:
        Message(
          kk: writing ? "бұл жерге жазуға рұқсат жоқ" : "оқуға рұқсат жоқ",
          ru: writing ? "нет права на запись" : "нет права на чтение",
          en: writing ? "no permission to write" : "no permission to read")
      case .diskFull:
        Message(kk: "дискіде орын жоқ", ru: "на диске нет места", en: "the disk is full")
      case .tooLarge:
        Message(kk: "файл тым үлкен", ru: "файл слишком велик", en: "the file is too large")
      case .failed:
        Message(
          kk: writing ? "файлды жазу мүмкін болмады" : "файлды оқу мүмкін болмады",
          ru: writing ? "не удалось записать файл" : "не удалось прочитать файл",
          en: writing ? "the file could not be written" : "the file could not be read")
      }
    return Diagnostic(
      writing ? "O102" : "O101", message, at: [Place(file: path)],
      hint: detail.isEmpty ? nil : Message(kk: detail, ru: detail, en: detail))
  }
}
