import XML

/// What kind of content each part has (ECMA-376 part 2, §6.2.3): by its name, else by its extension.
struct ContentTypes: Sendable {
  /// By extension, in lower case.
  private(set) var defaults: [String: String] = [:]
  /// By part name, in lower case, without a leading slash.
  private(set) var overrides: [String: String] = [:]
  private let tree: XMLTree
  /// What was added, as written into the file.
  private var additions: [(element: String, attribute: String, key: String, type: String)] = []

  static let part = "[Content_Types].xml"
  static let relationships = "application/vnd.openxmlformats-package.relationships+xml"

  fileprivate init(reading package: OfficePackage) throws(OfficePackageError) {
    tree = try package.tree(of: Self.part)
    for node in tree.children(of: tree.root) where tree.kind(of: node) == .element {
      guard let type = tree.attribute("ContentType", of: node) else { continue }
      if let name = tree.attribute("PartName", of: node) {
        overrides[Self.key(name)] = type
      } else if let name = tree.attribute("Extension", of: node) {
        defaults[name.lowercased()] = type
      }
    }
  }

  var isChanged: Bool { !additions.isEmpty }

  /// The content type of `part`, or `nil` where the package says nothing of it.
  func type(of part: String) -> String? {
    overrides[Self.key(part)] ?? defaults[Self.fileExtension(of: part)]
  }

  /// Says that `part` has the content `type`: for all files of its extension where it is a picture or holds relationships, else for itself alone.
  mutating func declare(_ part: String, _ type: String) {
    guard self.type(of: part) != type else { return }
    let fileExtension = Self.fileExtension(of: part)
    let isShared = type.hasPrefix("image/") || type == Self.relationships
    if isShared, !fileExtension.isEmpty, defaults[fileExtension] == nil {
      defaults[fileExtension] = type
      additions.append(("Default", "Extension", fileExtension, type))
    } else {
      overrides[Self.key(part)] = type
      additions.append(("Override", "PartName", "/" + part, type))
    }
  }

  func serialized() -> [UInt8] {
    tree.serialized(
      adding: additions.map { addition in
        XMLTree.Addition(
          local: addition.element,
          attributes: [(addition.attribute, addition.key), ("ContentType", addition.type)])
      })
  }

  private static func key(_ part: String) -> String {
    (part.hasPrefix("/") ? String(part.dropFirst()) : part).lowercased()
  }

  private static func fileExtension(of part: String) -> String {
    let file = part.split(separator: "/").last ?? ""
    guard let dot = file.lastIndex(of: ".") else { return "" }
    return file[file.index(after: dot)...].lowercased()
  }
}

extension OfficePackage {
  /// What the package says of the content of `part`, such as `image/png`, or `nil`.
  public func contentType(of part: String) throws(OfficePackageError) -> String? {
    try contentTypes().type(of: part)
  }

  func contentTypes() throws(OfficePackageError) -> ContentTypes {
    try memory.types { () throws(OfficePackageError) in try ContentTypes(reading: self) }
  }
}
