import Diagnostics
import Jinja

extension Environment {
  /// With the filters that other engines need lest a value break the document. Here every value is escaped anyway, so that they change nothing.
  var withEscapingFilters: Environment {
    var environment = self
    for name in ["e", "escape", "forceescape", "safe"] {
      environment.filters[name] = Self.unchanged
    }
    return environment
  }

  private static let unchanged: Filter = { value, _ throws(Fault) in value }
}
