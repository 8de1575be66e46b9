/// Work that is counted: how much more of it there is for more of what it is done on.
public struct Workload: Sendable, CustomStringConvertible {
  /// What there is more and more of.
  public let name: String
  /// In which sizes the work is counted: most often one, its double and its fourfold.
  public let sizes: [Int]
  /// How fast it may grow: 1 is as fast as its size, 2 as fast as its square. There is some room for tables, which grow by steps.
  public let exponent: Double
  /// Makes what the work is done on, and gives the work.
  let prepare: @Sendable (Int) throws -> () throws -> Void

  public var description: String { name }

  /// Work that may grow no faster than its size.
  init(
    _ name: String, _ size: Int, exponent: Double = 1.15,
    _ prepare: @escaping @Sendable (Int) throws -> () throws -> Void
  ) {
    self.init(name, sizes: [size, 2 * size, 4 * size], exponent: exponent, prepare)
  }

  init(
    _ name: String, sizes: [Int], exponent: Double = 1.15,
    _ prepare: @escaping @Sendable (Int) throws -> () throws -> Void
  ) {
    self.name = name
    self.sizes = sizes
    self.exponent = exponent
    self.prepare = prepare
  }

  /// All kinds of work: those of one list share what is made once in a process.
  public static let groups = [letters + filling + nesting + refusals + reading, comparing]

  static let all = groups.flatMap(\.self)
}

/// What was not as the work expected it, so that its count would say nothing.
struct Unexpected: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
