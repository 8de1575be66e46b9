import Foundation
import Testing

@testable import Jinja

/// What `docs/template-language.md` says of the built-in names.
@Suite struct ReferencePageTests {
  private let page: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    page = try String(
      contentsOf: root.appending(path: "docs/template-language.md"), encoding: .utf8)
  }

  /// The lines of the list under a heading.
  private func entries(_ heading: String) -> [Substring] {
    page.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 != heading }.dropFirst().prefix { !$0.hasPrefix("#") }.filter {
        $0.hasPrefix("- ")
      }
  }

  /// The names that the entries are about.
  private func names(_ heading: String) -> [String] {
    entries(heading).flatMap { entry in
      (entry.firstRange(of: " – ").map { entry[..<$0.lowerBound] } ?? entry)
        .matches(of: /`([^`(]+)(?:\([^`]*\)[^`]*)?`/).map { String($0.1) }
    }
  }

  @Test("A filter, test or function would have no description, or the page name one that is gone")
  func completeness() {
    let environment = Environment()
    #expect(names("## Filters").sorted() == environment.filters.keys.sorted())
    #expect(names("## Tests").sorted() == environment.tests.keys.sorted())
    #expect(names("## Functions").sorted() == environment.functions.keys.sorted())
  }

  @Test("A method would have no description, or the page name one that is gone")
  func methods() {
    #expect(names("### Text").sorted() == TextMethods.names.sorted())
    #expect(names("### Lists").sorted() == Value.listMethodNames.sorted())
    #expect(names("### Mappings").sorted() == ObjectValue.methodNames.sorted())
  }

  @Test("An example in the documentation would give something else than it says")
  func examples() throws {
    let examples = page.matches(of: /`(\{\{ .* \}\})` → `(.*)`/)
    #expect(examples.count > 130)
    for example in examples {
      let result = try expand(String(example.1)).split(
        separator: "\n", omittingEmptySubsequences: false
      ).joined(separator: "⏎")
      #expect(result == String(example.2), "\(example.1)")
    }
  }
}
