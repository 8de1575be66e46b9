import Cryptography
public import Diagnostics
import Files

/// Compares an export with its manifest.
public struct ExportVerification: Sendable {
  /// How many letters the manifest has.
  public private(set) var letters = 0
  /// How many files of letters it has.
  public private(set) var files = 0
  /// What is missing, changed or does not belong there.
  public private(set) var diagnostics: [Diagnostic] = []
  /// Whether the manifest bears the signature of the key that was asked about; `nil` where none was.
  public private(set) var isSigned: Bool?

  /// Looks at every file of the export in `folder`, and at the signature of its manifest where the public key `key` is given.
  ///
  /// A zip of the export is a copy, and not looked into.
  ///
  /// - Throws: `ExportError` where there is no manifest that can be read.
  /// - Complexity: every byte of the export is read; one file at a time is held.
  public init(of folder: String, signedBy key: [UInt8]? = nil) throws(ExportError) {
    let unfinished = try ExportError.reading { () throws(FileError) in
      try ExportFolder.unfinished(folder)
    }
    if unfinished != nil, FileSystem.kind(of: "\(folder)/\(Manifest.name)") == nil {
      throw ExportError(.refused, [Self.unfinished(folder)])
    }
    var reader = try ManifestReader(folder)
    var known = ExportSeal.ownNames
    var failures = 0
    while let next = try reader.next() {
      if next.entry.isFailure {
        failures += 1
        continue
      }
      letters += 1
      for file in next.entry.files {
        guard Self.isInside(file.path), known.insert(file.path).inserted else {
          throw ManifestReader.unreadable("\(folder)/\(Manifest.name)")
        }
        files += 1
        if let fault = Self.fault(of: file, in: folder) { diagnostics.append(fault) }
      }
    }
    if let key { try checkSignature(folder, key) }
    if failures > 0 { diagnostics.append(Self.unmade(failures, folder)) }
    let isWhole = reader.header.shard != nil || letters + failures == reader.header.total
    if !isWhole { throw ManifestReader.unreadable("\(folder)/\(Manifest.name)") }
    let there = try ExportError.reading { () throws(FileError) in
      try FileSystem.tree(folder) { !ExportFolder.isHidden($0) }
    }
    for path in there where !known.contains(path) && !ExportFolder.isHidden(path) {
      diagnostics.append(Self.extra("\(folder)/\(path)"))
    }
    if unfinished != nil { diagnostics.append(Self.unfinished(folder)) }
  }

  private mutating func checkSignature(_ folder: String, _ key: [UInt8]) throws(ExportError) {
    let manifest = "\(folder)/\(Manifest.name)"
    let path = "\(folder)/\(ExportSeal.signatureName)"
    guard FileSystem.kind(of: path) == .file else {
      diagnostics.append(Self.missing(path))
      return
    }
    let (signed, signature) = try ExportError.reading { () throws(FileError) in
      (try FileSystem.read(manifest, limit: .max), try FileSystem.read(path, limit: 1 << 16))
    }
    do throws(KeyError) {
      let owner = try VerificationKey(pem: key)
      isSigned = owner.isValid(signature, for: signed)
    } catch {
      throw ExportError(.input, [Diagnostic("X114", error.message)])
    }
    if isSigned == false { diagnostics.append(Self.forged(path)) }
  }

  /// Whether a path that a file names stays within the export.
  static func isInside(_ path: String) -> Bool {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    return !steps.contains { $0.isEmpty || $0 == "." || $0 == ".." } && !path.utf8.contains(0)
      && !ExportFolder.isHidden(path)
  }

  /// What is wrong with a file of a manifest; `nil` if it is as it was written.
  static func fault(of file: LetterEntry.File, in folder: String) -> Diagnostic? {
    let path = "\(folder)/\(file.path)"
    return switch file.state(in: folder) {
    case .missing: missing(path)
    case .changed: changed(path)
    case .same: nil
    }
  }

  private static func forged(_ path: String) -> Diagnostic {
    Diagnostic(
      "X114",
      Message(
        kk: "қолтаңба осы манифест пен осы кілттікі емес",
        ru: "подпись не от этого ключа или не под этим манифестом",
        en: "the signature is not of this key, or not under this manifest"),
      at: [Place(file: path)])
  }

  private static func missing(_ path: String) -> Diagnostic {
    Diagnostic(
      "X107",
      Message(
        kk: "манифестте бар файл жоқ", ru: "нет файла, который есть в манифесте",
        en: "a file of the manifest is missing"), at: [Place(file: path)])
  }

  private static func changed(_ path: String) -> Diagnostic {
    Diagnostic(
      "X108",
      Message(
        kk: "файл жазылғаннан кейін өзгертілген", ru: "файл изменен после записи",
        en: "the file was changed after it was written"), at: [Place(file: path)])
  }

  private static func extra(_ path: String) -> Diagnostic {
    Diagnostic(
      "X110",
      Message(
        kk: "манифестте бұл файл жоқ", ru: "этого файла нет в манифесте",
        en: "the manifest has no such file"), at: [Place(file: path)])
  }

  private static func unfinished(_ folder: String) -> Diagnostic {
    Diagnostic(
      "X111",
      Message(
        kk: "қалтада аяқталмаған экспорт бар", ru: "в папке незаконченный экспорт",
        en: "the folder has an unfinished export"),
      at: [Place(file: folder)],
      hint: Message(
        kk: "оны `qoshat export --resume` аяқтайды", ru: "его закончит `qoshat export --resume`",
        en: "`qoshat export --resume` brings it to its end"))
  }

  private static func unmade(_ count: Int, _ folder: String) -> Diagnostic {
    Diagnostic(
      "X112",
      Message(
        kk: "жасалмаған хаттар: \(count); себептері манифестте",
        ru: "писем, которые не удалось сделать: \(count); причины – в манифесте",
        en: "letters that could not be made: \(count); the manifest says why"),
      severity: .warning, at: [Place(file: "\(folder)/\(Manifest.name)")])
  }
}
