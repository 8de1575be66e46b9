/// Whose a thing is, as the possessive suffix (тәуелдік жалғау) of its noun says.
public enum KazakhPossessive: String, Hashable, Sendable, CaseIterable {
  /// My: жобам.
  case firstSingular
  /// Our: жобамыз.
  case firstPlural
  /// Thy: жобаң. Letters do not address anyone so; texts they quote may.
  case secondInformal
  /// Your, politely: жобаңыз.
  case secondFormal
  /// His, her, its, their: жобасы.
  case third
}
