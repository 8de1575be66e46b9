public import XML

/// Why bytes were refused as an Office package.
public struct OfficePackageError: Error, Hashable {
  public enum Code: Hashable, Sendable {
    /// The first bytes are not those of a zip archive, but perhaps those of another kind of file.
    case notAnArchive
    /// The file is a document of another kind.
    case otherFormat(FileFormat)
    /// The archive is cut off, or its directory, sizes or checksums do not fit its data.
    case damaged
    /// More entries, bytes or compression than the limits allow.
    case tooLarge
    /// Elements nested deeper, or more markup in a part for its size, than the limits allow.
    case tooComplex
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
  /// The line of the part, from 1; 0 where it is not known.
  public let line: Int
  /// What the library said, in English; may be empty.
  public let detail: String

  public init(_ code: Code, part: String = "", line: Int = 0, detail: String = "") {
    self.code = code
    self.part = part
    self.line = line
    self.detail = detail
  }

  init(_ error: XMLError, part: String) {
    switch error.code {
    case .tooLarge, .tooDeep: self.init(.tooComplex, part: part, line: error.line)
    default: self.init(.invalidXML(error), part: part, line: error.line, detail: error.detail)
    }
  }
}
