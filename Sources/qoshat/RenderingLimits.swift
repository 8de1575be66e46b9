import ArgumentParser

/// How long a template that somebody else may have written is rendered.
struct RenderingLimits: ParsableArguments {
  private static let usualTime = 60

  @Option(help: "Give up on a template after so many seconds.")
  var timeLimit: Int = usualTime

  /// The limits of a call that has none of them.
  static var byDefault: Self {
    var limits = Self()
    limits.timeLimit = usualTime
    return limits
  }

  func validate() throws {
    guard timeLimit > 0 else { throw ValidationError("--time-limit takes a number above 0") }
  }

  /// Tells whether the time is up, counted from now.
  var clock: @Sendable () -> Bool {
    let end = ContinuousClock.now + .seconds(timeLimit)
    return { ContinuousClock.now > end }
  }
}
