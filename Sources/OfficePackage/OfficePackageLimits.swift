public import XML

/// How much of an archive is read before it is refused.
///
/// What is large without need is refused at the first sign of it; what is large because the file is large is read. A part that repeats one row of a table is compressed 160 times, a row without text up to 260 times; zip itself goes up to 1032.
public struct OfficePackageLimits: Hashable, Sendable {
  public var entries = 10_000
  /// Bytes of one part, uncompressed.
  public var partBytes = 256 << 20
  /// Bytes of all parts together, uncompressed.
  public var totalBytes = 1 << 30
  /// Uncompressed bytes for each byte of the file, in files that hold more than `totalRatioApplies`.
  public var totalRatioApplies = 192 << 20
  /// Uncompressed bytes for each compressed one, in markup above `ratioApplies`.
  public var ratio = 300
  public var ratioApplies = 4 << 20
  /// Elements, texts and attributes of one part, whatever its size, and how many more for each of its compressed bytes.
  public var nodes = 500_000
  public var nodesPerByte = 20
  /// Links from one part to others and to the outside.
  public var relationships = 20_000
  /// What holds for each part's markup beside its number of nodes.
  public var markup = XMLLimits()

  public init() {}

  /// What holds for the markup of `entry`.
  func markup(of entry: PackageEntry) -> XMLLimits {
    var limits = markup
    limits.bytes = min(limits.bytes, partBytes)
    limits.nodes = min(limits.nodes, nodes + nodesPerByte * entry.stored.count)
    return limits
  }
}
