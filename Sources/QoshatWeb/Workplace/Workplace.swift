public import CivilDates
public import Letters
public import Register

/// What the pages work with: the register, the letter kinds, and the world outside.
public struct Workplace: Sendable {
  public let register: Register
  public let library: TemplateLibrary
  /// The day, as the office has it.
  public let today: @Sendable () -> CivilDate
  /// Seconds since 1970.
  public let now: @Sendable () -> Int
  /// A folder of this server for files on their way, such as exports.
  public let folder: String
  let kinds: KindCache
  let checks: CheckCache

  public init(
    register: Register, library: TemplateLibrary, folder: String,
    today: @escaping @Sendable () -> CivilDate, now: @escaping @Sendable () -> Int
  ) {
    self.register = register
    self.library = library
    self.folder = folder
    self.today = today
    self.now = now
    kinds = KindCache(library)
    checks = CheckCache(library)
  }
}
