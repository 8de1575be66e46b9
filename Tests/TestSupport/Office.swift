import Foundation

/// LibreOffice, where it is installed.
public enum Office {
  /// The program, as the path of commands names it.
  public static let program: String? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/soffice" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// The documents as LibreOffice saves them, by their names: all in one start of the program, with a profile of its own.
  public static func saved(_ documents: [String: [UInt8]]) throws -> [String: [UInt8]] {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("qoshat-\(UUID().uuidString)")
    defer { try? files.removeItem(at: folder) }
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, bytes) in documents {
      try Data(bytes).write(to: folder.appendingPathComponent("\(name).docx"))
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program ?? "")
    process.arguments =
      [
        "-env:UserInstallation=\(folder.absoluteString)profile", "--headless", "--norestore",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir",
        folder.appendingPathComponent("saved").path,
      ] + documents.keys.sorted().map { folder.appendingPathComponent("\($0).docx").path }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    var saved: [String: [UInt8]] = [:]
    for name in documents.keys {
      saved[name] = Array(
        try Data(contentsOf: folder.appendingPathComponent("saved/\(name).docx")))
    }
    return saved
  }
}
