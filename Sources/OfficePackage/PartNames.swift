/// The names of an archive's entries as names of parts.
///
/// Some programs write all names with a slash in front, or with backslashes in place of slashes; one alone among others is meant to lead elsewhere.
struct PartNames {
  private let names: [String]

  init(_ entries: [String]) {
    let isRooted = entries.allSatisfy { $0.hasPrefix("/") && !$0.hasPrefix("//") }
    let hasBackslash = entries.contains { entry in
      entry.utf8.contains(UInt8(ascii: "\\")) && entry.contains("\\")
    }
    let usesBackslashes = hasBackslash && !entries.contains { $0.contains("/") }
    names = entries.map { name in
      let name = isRooted ? String(name.dropFirst()) : name
      return usesBackslashes ? name.replacing("\\", with: "/") : name
    }
  }

  subscript(index: Int) -> String { names[index] }

  /// Whether `name` stays inside the package on every system.
  static func isSafe(_ name: String) -> Bool {
    let components = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return components.first?.isEmpty == false
      && components.first?.contains(UInt8(ascii: ":")) != true
      && !components.contains { $0.elementsEqual("..".utf8) }
      && name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
  }
}
