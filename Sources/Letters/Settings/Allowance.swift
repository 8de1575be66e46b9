public import Diagnostics

/// A rule that may be broken, and why.
public struct Allowance: Hashable, Sendable {
  /// The rule's id.
  public let rule: String
  public let reason: String
  /// The files that it holds for; all of them where it is `nil`.
  public let files: FilePattern?
  /// The words that it holds for, in any spacing and case; all of them where there are none.
  public let words: [String]

  public init(rule: String, reason: String, files: FilePattern? = nil, words: [String] = []) {
    self.rule = rule
    self.reason = reason
    self.files = files
    self.words = words
  }

  /// Whether letters can be allowed to break a rule of this id: those that finished letters keep, and what templates and data may be forgiven.
  public static func isRule(_ id: String) -> Bool {
    if CheckedRule(id: id)?.id == id { return true }
    guard let kind = id.first, kind == "E" || kind == "V" else { return false }
    return id.utf8.count == 4 && id.dropFirst().allSatisfy { ("0"..."9").contains($0) }
  }

  func covers(_ diagnostic: Diagnostic) -> Bool {
    guard diagnostic.rule == rule else { return false }
    if let files {
      guard diagnostic.places.contains(where: { $0.file.map(files.matches) ?? false }) else {
        return false
      }
    }
    guard !words.isEmpty else { return true }
    let allowed = words.map(Self.normalized)
    return diagnostic.places.contains { allowed.contains(Self.normalized($0.text)) }
  }

  /// A text without regard to capitals and to which spaces it has.
  private static func normalized(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension [Diagnostic] {
  /// The findings; those that are allowed are warnings and tell the reason.
  public func allowed(by allowances: [Allowance]) -> [Diagnostic] {
    guard !allowances.isEmpty else { return self }
    return map { diagnostic in
      guard let allowance = allowances.first(where: { $0.covers(diagnostic) }) else {
        return diagnostic
      }
      var copy = diagnostic
      copy.severity = .warning
      copy.allowed = allowance.reason
      return copy
    }
  }
}

/// The files that an allowance is for: `*` stands for anything within a name, `?` for one character, `**` for folders, too.
///
/// A pattern without a slash is about the file's name, wherever it lies.
public struct FilePattern: Hashable, Sendable {
  public let text: String

  public init(_ text: String) { self.text = text }

  public func matches(_ path: String) -> Bool {
    if text.contains("/") {
      let wanted = text.hasPrefix("./") ? String(text.dropFirst(2)) : text
      // The path may begin further up than the pattern.
      var rest = path[...]
      while true {
        if Self.matches(Array(wanted.unicodeScalars), Array(rest.unicodeScalars)) { return true }
        guard let slash = rest.firstIndex(of: "/") else { return false }
        rest = rest[rest.index(after: slash)...]
      }
    }
    let name = path.split(separator: "/").last ?? ""
    return Self.matches(Array(text.unicodeScalars), Array(name.unicodeScalars))
  }

  /// Goes on after the last star whenever what follows it does not fit.
  private static func matches(_ pattern: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
    var position = 0
    var offset = 0
    /// The pattern after a star, and how far into the name that star reaches.
    var narrow: (after: Int, end: Int)?
    var wide: (after: Int, end: Int)?
    while offset < name.count || position < pattern.count {
      if position < pattern.count, pattern[position] == "*" {
        let start = position
        while position < pattern.count, pattern[position] == "*" { position += 1 }
        if position - start > 1 {
          wide = (position, offset)
          narrow = nil
        } else {
          narrow = (position, offset)
        }
      } else if position < pattern.count, offset < name.count,
        pattern[position] == name[offset] || pattern[position] == "?" && name[offset] != "/"
      {
        position += 1
        offset += 1
      } else if let star = narrow, star.end < name.count, name[star.end] != "/" {
        narrow = (star.after, star.end + 1)
        (position, offset) = (star.after, star.end + 1)
      } else if let star = wide, star.end < name.count {
        wide = (star.after, star.end + 1)
        narrow = nil
        (position, offset) = (star.after, star.end + 1)
      } else {
        return false
      }
    }
    return true
  }
}
