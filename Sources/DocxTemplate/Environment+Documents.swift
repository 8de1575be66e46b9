import Diagnostics
import Jinja

extension Environment {
  /// As Word documents want it: the filters that other engines need lest a value break the document change nothing, since every value is escaped anyway; and no document extends another.
  var forDocuments: Environment {
    var environment = self
    for name in ["e", "escape", "forceescape", "safe"] {
      environment.filters[name] = Self.unchanged
    }
    environment.allowsExtending = false
    return environment
  }

  private static let unchanged: Filter = { value, _ throws(Fault) in value }
}
