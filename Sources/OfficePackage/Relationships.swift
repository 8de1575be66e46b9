import XML

/// One relationship from a part, or from the package, to another part or to the outside (ECMA-376 part 2, §6.5).
public struct Relationship: Hashable, Sendable {
  public let id: String
  /// The last component of the type's URI, such as `header`: the same in the transitional and the strict form.
  public let kind: String
  /// The type's whole URI.
  public let type: String
  /// The name of the part that it leads to, or the outside address as written.
  public let target: String
  public let isExternal: Bool
}

extension OfficePackage {
  /// The relationships of `part`, or of the package itself for an empty name, in the order of the file.
  public func relationships(of part: String) throws(OfficePackageError) -> [Relationship] {
    try memory.relationships(of: part) { () throws(OfficePackageError) in
      try readRelationships(of: part)
    }
  }

  private func readRelationships(
    of part: String
  ) throws(OfficePackageError) -> [Relationship] {
    let path = Self.relationshipsPart(of: part)
    guard partName(path) != nil else { return [] }
    let folder = part.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .dropLast().map { String(Substring($0)) }
    let tree = try tree(of: path)
    guard tree.count <= 2 * limits.relationships else {
      throw OfficePackageError(.tooComplex, part: path)
    }
    return tree.children(of: tree.root).compactMap { node in
      guard tree.kind(of: node) == .element, tree.name(of: node).local == "Relationship",
        let id = tree.attribute("Id", of: node), let type = tree.attribute("Type", of: node),
        let target = tree.attribute("Target", of: node)
      else { return nil }
      let isExternal = tree.attribute("TargetMode", of: node) == "External"
      return Relationship(
        id: id, kind: Self.kind(ofType: type), type: type,
        target: isExternal ? target : self.target(target, in: folder),
        isExternal: isExternal)
    }
  }

  /// The part that holds the document's text.
  public func mainDocument() throws(OfficePackageError) -> String {
    for relationship in try relationships(of: "")
    where relationship.kind == "officeDocument" && !relationship.isExternal {
      guard let name = partName(relationship.target) else { continue }
      let type = try contentTypes().type(of: name)
      if let format = type.flatMap({ FileFormat(contentType: $0) }) {
        throw OfficePackageError(.otherFormat(format))
      }
      return name
    }
    throw OfficePackageError(.notADocument)
  }

  /// The name of the part that holds the relationships of `part` (ECMA-376 part 2, §6.5.2.3).
  static func relationshipsPart(of part: String) -> String {
    guard let slash = part.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return "_rels/\(part).rels"
    }
    return "\(part[...slash])_rels/\(part[part.utf8.index(after: slash)...]).rels"
  }

  /// The last component of a relationship's type.
  static func kind(ofType type: String) -> String {
    var rest = type.utf8[...]
    while rest.last == UInt8(ascii: "/") { rest.removeLast() }
    guard !rest.isEmpty else { return type }
    let slash = rest.lastIndex(of: UInt8(ascii: "/"))
    return String(Substring(rest[(slash.map { rest.index(after: $0) } ?? rest.startIndex)...]))
  }

  /// How the relationships of `source` name `part`: from the folder of `source`.
  static func target(_ part: String, from source: String) -> String {
    let folder = source.split(separator: "/").dropLast()
    let path = part.split(separator: "/")
    let shared = zip(folder, path.dropLast()).prefix { $0 == $1 }.count
    let up = Array(repeating: Substring(".."), count: folder.count - shared)
    return (up + path.dropFirst(shared)).joined(separator: "/")
  }

  /// The name of the part that a target leads to; where there is none by the target's own letters, that by the characters that they stand for.
  private func target(_ target: String, in folder: [String]) -> String {
    let plain = Self.resolve(target, in: folder)
    let isSpelled = target.utf8.contains { "%\\#?".utf8.contains($0) }
    guard isSpelled, partName(plain) == nil else { return plain }
    let path = String(target.prefix { $0 != "#" && $0 != "?" }).replacing("\\", with: "/")
    let decoded = Self.resolve(Self.decoded(path), in: folder)
    return partName(decoded) == nil ? plain : decoded
  }

  /// Text in which `%D2%9B` and the like are the bytes that they stand for (RFC 3986, §2.1).
  private static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func resolve(_ target: String, in folder: [String]) -> String {
    var path = target.hasPrefix("/") ? [] : folder
    for component in target.utf8.split(separator: UInt8(ascii: "/")) {
      switch Substring(component) {
      case ".": break
      case "..": _ = path.popLast()
      case let component: path.append(String(component))
      }
    }
    return path.joined(separator: "/")
  }
}
