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
  /// The version of the program, which manifests of exports name.
  public let program: String
  let kinds: KindCache
  let jobs: JobBoard
  let checks: CheckCache

  public init(
    register: Register, library: TemplateLibrary, folder: String, program: String,
    today: @escaping @Sendable () -> CivilDate, now: @escaping @Sendable () -> Int
  ) {
    self.register = register
    self.library = library
    self.folder = folder
    self.program = program
    self.today = today
    self.now = now
    kinds = KindCache(library)
    jobs = JobBoard(now: now)
    checks = CheckCache(library)
  }
}
