import Glibc

/// The seed from which a run's random letters and mutations are drawn: that of the environment's `QOSHAT_SEED`, or a fixed one.
enum TestSeed {
  static let value: UInt64 =
    getenv("QOSHAT_SEED").flatMap { UInt64(String(cString: $0)) } ?? 2021

  /// How many mutations are tried: `QOSHAT_MUTATIONS`, or as many as a test run has time for.
  static let mutations: Int =
    getenv("QOSHAT_MUTATIONS").flatMap { Int(String(cString: $0)) } ?? 400
}
