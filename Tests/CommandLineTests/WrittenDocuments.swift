import Foundation
import TestSupport
import Testing

/// The Word documents that a run of the program reads and writes: those that its arguments name, and those in the folders they name.
struct WrittenDocuments {
  private struct State: Equatable {
    let time: Date?
    let number: Int?
  }

  private let roots: [URL]
  private let before: [URL: State]
  private let sources: [[UInt8]]

  /// To be made before the run.
  init(of arguments: [String], in folder: String) {
    let base = URL(fileURLWithPath: folder)
    roots = arguments.filter { !$0.isEmpty && !$0.hasPrefix("-") }
      .map { URL(fileURLWithPath: $0, relativeTo: base).absoluteURL }
    before = Self.documents(in: roots)
    sources = before.keys.compactMap { try? Array(Data(contentsOf: $0)) }
  }

  /// Checks what the run has written.
  func check() {
    for (url, state) in Self.documents(in: roots) where before[url] != state {
      guard let bytes = try? Array(Data(contentsOf: url)) else { continue }
      let faults = DocumentValidity.faults(in: bytes, madeFrom: sources)
      #expect(faults == [], "\(url.path)")
    }
  }

  private static func documents(in roots: [URL]) -> [URL: State] {
    var found: [URL: State] = [:]
    for root in roots {
      let files = FileManager.default
      let names = (try? files.subpathsOfDirectory(atPath: root.path)) ?? [""]
      for name in names {
        let url = name.isEmpty ? root : root.appendingPathComponent(name)
        guard url.pathExtension == "docx",
          let state = try? files.attributesOfItem(atPath: url.path)
        else { continue }
        found[url] = State(
          time: state[.modificationDate] as? Date, number: state[.systemFileNumber] as? Int)
      }
    }
    return found
  }
}
