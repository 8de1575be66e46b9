public import Diagnostics

/// What an import did.
public struct ImportReport: Hashable, Sendable {
  /// The fate of the rows of one kind.
  public struct Tally: Hashable, Sendable {
    /// Rows that are new in the register.
    public internal(set) var added = 0
    /// Rows that replaced what the register had.
    public internal(set) var replaced = 0
    /// Rows that the register had already, exactly so.
    public internal(set) var unchanged = 0
    /// Rows that were not taken, each with a diagnostic.
    public internal(set) var refused = 0
  }

  /// Rows of resources.
  public internal(set) var resources = Tally()
  /// Rows of documents.
  public internal(set) var documents = Tally()
  /// Rows of links, waiting ones among them.
  public internal(set) var links = Tally()
  /// Links in the register, from this import or earlier ones, whose document or resource is not there yet.
  public internal(set) var pendingLinks = 0
  /// The register's revision after the import; the same as before if nothing changed.
  public internal(set) var revision = 0
  /// Whether the register is another than before.
  public internal(set) var hasChanges = false
  /// Whether nothing was taken because a row is wrong and the import was strict.
  public internal(set) var isRejected = false
  /// The rows that were not taken, in the order of files and lines.
  public internal(set) var refusedRows: [RefusedRow] = []
  /// What is wrong with rows, in the order of files and lines.
  public internal(set) var diagnostics: [Diagnostic] = []
}
