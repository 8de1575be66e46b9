/// How a resource came into the register.
public enum Channel: String, Sendable, Hashable, CaseIterable {
  /// Entered by a state body into the information system (ИС «Кибернадзор»); `is` in files.
  case informationSystem = "is"
  /// Found by the ministry's own monitoring; `own` in files.
  case ownMonitoring = "own"
}
