public import Cryptography
import Files

/// What an export gets besides its letters and manifest.
public struct ExportSeal: Sendable {
  /// The private key of Ed25519 that signs the manifest, as PEM; unsigned where it is `nil`.
  private let key: [UInt8]?
  /// Whether to put everything into one zip, too.
  public var isZipped: Bool

  /// The file with the signature: its 64 bytes, as `openssl pkeyutl -verify -rawin` takes them.
  static let signatureName = "manifest.json.sig"
  static let archiveName = "letters.zip"

  /// The files of an export that its manifest does not name.
  static let ownNames: Set = [Manifest.name, signatureName, archiveName]

  /// Nothing more than the letters and the manifest.
  public static let none = ExportSeal(isZipped: false)

  public init(isZipped: Bool) {
    key = nil
    self.isZipped = isZipped
  }

  /// An export whose manifest is signed by `key`.
  ///
  /// - Throws: `KeyError` where it is no private key of Ed25519.
  public init(signedBy key: [UInt8], isZipped: Bool) throws(KeyError) {
    _ = try SigningKey(pem: key)
    self.key = key
    self.isZipped = isZipped
  }

  /// Puts manifest, signature and zip in their places, when the letters are in theirs.
  func apply(to folder: String, manifest: String) throws(FileError) {
    // What does not go with the new manifest must not stand beside it.
    FileSystem.remove("\(folder)/\(Self.signatureName)")
    FileSystem.remove("\(folder)/\(Self.archiveName)")
    let target = "\(folder)/\(Manifest.name)"
    let signature = try signature(of: manifest)
    try FileSystem.replace(target, by: manifest)
    if let signature {
      var set = FileSet()
      try set.add(signature, as: "\(folder)/\(Self.signatureName)")
      try set.commit()
    }
    try FileSystem.synchronizeNames(in: folder)
    guard isZipped else { return }
    var names = [Manifest.name]
    if signature != nil { names.append(Self.signatureName) }
    if let reader = try? ManifestReader(folder) {
      var reader = reader
      while let next = try? reader.next() { names += next.entry.files.map(\.path) }
    }
    try FolderArchive.write(names, of: folder, to: "\(folder)/\(Self.archiveName)")
  }

  private func signature(of manifest: String) throws(FileError) -> [UInt8]? {
    guard let key, let signer = try? SigningKey(pem: key) else { return nil }
    return signer.signature(of: try FileSystem.read(manifest, limit: .max))
  }
}
