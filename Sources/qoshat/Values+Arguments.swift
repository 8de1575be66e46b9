public import ArgumentParser
public import CivilDates
public import Diagnostics
public import Jinja
public import Register
public import WordprocessingML

extension MessageLanguage: ExpressibleByArgument {}

extension DiagnosticFormat: ExpressibleByArgument {}

extension UndefinedMode: ExpressibleByArgument {}

extension Channel: ExpressibleByArgument {}

extension DocumentKind: ExpressibleByArgument {}

extension DocumentStatus: ExpressibleByArgument {}

extension RecordKind: ExpressibleByArgument {}

extension Role: ExpressibleByArgument {}

extension OfficialLanguage: ExpressibleByArgument {}

extension CivilDate: ExpressibleByArgument {
  /// Reads `2021-12-15`.
  public init?(argument: String) { self.init(iso: argument) }
}

extension TrackedChanges: ExpressibleByArgument {}

extension TextOptions.Tables: ExpressibleByArgument {}
