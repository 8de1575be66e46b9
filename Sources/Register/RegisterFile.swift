/// A file offered for import: its name as the user knows it, and its bytes.
public struct RegisterFile: Sendable, Hashable {
  /// The name that messages show and by which `documents.csv` refers to case data.
  public var name: String
  /// The content, whole.
  public var bytes: [UInt8]

  /// A file that is in memory already.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
