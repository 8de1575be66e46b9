public import XML

/// Why bytes were refused as an Office package.
public struct OfficePackageError: Error, Hashable {
  public enum Code: Hashable, Sendable {
    /// The first bytes are not those of a zip archive.
    case notAnArchive
    /// The archive is cut off, or its directory, sizes or checksums do not fit its data.
    case damaged
    /// More entries, bytes or compression than the limits allow.
    case tooLarge
    /// An entry is encrypted, or the file is a password-protected document.
    case encrypted
    /// Two entries have the same name.
    case duplicateName
    /// An entry's name leads out of the package.
    case unsafeName
    /// An entry is compressed by something other than deflate.
    case unsupportedCompression
    /// A part that the package needs is not there.
    case missingPart
    /// A part is not the XML that it should be.
    case invalidXML(XMLError)
    /// The package holds no Word document.
    case notADocument
  }

  public let code: Code
  /// The entry or part that it is about; empty where it is about the whole file.
  public let part: String
  /// What the library said, in English; may be empty.
  public let detail: String

  public init(_ code: Code, part: String = "", detail: String = "") {
    self.code = code
    self.part = part
    self.detail = detail
  }
}

/// How much of an archive is read before it is refused.
public struct OfficePackageLimits: Hashable, Sendable {
  public var entries = 10_000
  /// Bytes of one part, uncompressed.
  public var partBytes = 256 << 20
  /// Bytes of all parts together, uncompressed.
  public var totalBytes = 1 << 30
  /// Uncompressed bytes for each compressed one, in parts above `ratioApplies`.
  public var ratio = 400
  public var ratioApplies = 8 << 20

  public init() {}
}
