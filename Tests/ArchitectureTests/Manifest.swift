/// What `Package.swift` says of its targets, read from its text.
struct Manifest {
  /// The dependencies of each target, products by their own names.
  let dependencies: [String: Set<String>]

  init(_ text: String) {
    let code = text.replacing(/\/\/[^\n]*/.anchorsMatchLineEndings()) { match in
      // The two slashes of an address are no comment.
      match.range.lowerBound > text.startIndex
        && text[text.index(before: match.range.lowerBound)] == ":" ? String(match.0) : ""
    }
    // A target that another depends on under a condition is a dependency like those without one.
    .replacing(/,?\s*condition:\s*\.when\([^)]*\)/, with: "")
    .replacing(/\.target\(name:\s*("\w+")\s*\)/) { match in String(match.1) }
    var dependencies: [String: Set<String>] = [:]
    let call = /(?:\btarget|\btests|\.executableTarget|\.systemLibrary)\(\s*(?:name:\s*)?"(\w+)"/
    for match in code.matches(of: call) {
      let name = String(match.1)
      let rest = Self.untilClosed(code[match.range.upperBound...])
        .replacing(/package:\s*"[^"]*"/, with: "")
      let isSystem = match.0.hasPrefix(".systemLibrary")
      let names = isSystem ? [] : rest.matches(of: /"(\w+)"/).map { String($0.1) }
      dependencies[name, default: []].formUnion(names)
    }
    self.dependencies = dependencies
  }

  /// `text` up to the parenthesis that closes one opened before it.
  private static func untilClosed(_ text: Substring) -> Substring {
    var depth = 1
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth == 0 { return text[..<index] }
    }
    return text
  }
}
