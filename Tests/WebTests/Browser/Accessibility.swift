import Foundation
import JSON
import Testing

extension Browser {
  func expectNoBarriers(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let (found, address) = try (barriers(), address)
    #expect(found == [], "\(address)", sourceLocation: sourceLocation)
  }

  func expectNoComplaints(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let (found, address) = try (complaints(), address)
    #expect(found == [], "\(address)", sourceLocation: sourceLocation)
  }

  /// What hinders people who use the keyboard, a screen reader, or see little: violations of WCAG 2.2, levels A and AA, found by
  /// axe-core.
  private func barriers() throws -> [String] {
    let script = try Self.axe.get()
    try run(script)
    let result = try runAsync(
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], iframes: false,
      }).then(
        result => done(result.violations.flatMap(
          v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 200) + ' – ' + n.failureSummary))),
        error => done(['axe: ' + error]));
      """)
    guard case .array(let items) = result else { return ["axe gave \(result)"] }
    return items.compactMap(\.string)
  }

  private static let axe = Result { () throws -> String in
    let path = "\(TestServer.project)/.build/axe/axe.min.js"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw TestFailure("no \(path): make .build/axe/axe.min.js")
    }
    // So that it is known beyond the function that the driver wraps around it.
    return String(decoding: data, as: UTF8.self) + "\n;window.axe = axe;"
  }
}
