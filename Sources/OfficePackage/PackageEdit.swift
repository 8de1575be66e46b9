import Deflate
import XML

/// Changes to a package: parts given anew, parts added, and relationships to them.
///
/// A value: one made for a template is copied for each document that is made from it. What nobody changes is copied as it is stored; the same changes in the same order give the same bytes.
public struct PackageEdit: Sendable {
  /// A relationship that the package did not have.
  private struct NewRelationship {
    let id: String
    let type: String
    /// The target as written.
    let target: String
    let isExternal: Bool

    var element: XMLTree.Addition {
      var attributes = [("Id", id), ("Type", type), ("Target", target)]
      if isExternal { attributes.append(("TargetMode", "External")) }
      return XMLTree.Addition(local: "Relationship", attributes: attributes)
    }
  }

  /// What is known of the relationships of one part.
  private struct Source {
    var ids: [Key: String] = [:]
    /// No id has this number or a higher one.
    var nextNumber = 1
    var added: [NewRelationship] = []
    var removed: Set<String> = []

    init(_ relationships: [Relationship]) {
      for relationship in relationships {
        let key = Key(
          kind: relationship.kind, target: relationship.target,
          isExternal: relationship.isExternal)
        if ids[key] == nil { ids[key] = relationship.id }
        let isNumbered = relationship.id.lowercased().hasPrefix("rid")
        if isNumbered, let number = Int(relationship.id.dropFirst(3)), number < Int.max {
          nextNumber = max(nextNumber, number + 1)
        }
      }
    }

    /// Adds a relationship and returns its id.
    mutating func add(_ key: Key, type: String, target: String) -> String {
      let id = "rId\(nextNumber)"
      nextNumber += 1
      ids[key] = id
      added.append(
        NewRelationship(id: id, type: type, target: target, isExternal: key.isExternal))
      return id
    }
  }

  private struct Key: Hashable {
    let kind: String
    let target: String
    let isExternal: Bool
  }

  /// The package that is changed.
  public let package: OfficePackage
  private var contentTypes: ContentTypes
  private var changes = PackageChanges()
  /// The names of the added parts in lower case: names are the same in any case of letters.
  private var addedNames: [String: Int] = [:]
  private var sources: [String: Source] = [:]
  /// The sources in the order in which they were first related.
  private var sourceOrder: [String] = []
  /// Whether the package is in the strict form of the standard, whose names begin with another address.
  let isStrict: Bool
  /// The part of the package that holds its author's properties.
  let propertiesPart: String?
  /// What the document's own properties are to be, in the order in which they were set.
  private var properties: [CustomProperty] = []

  private static let strictTypes = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
  private static let transitionalTypes =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  /// Changes to `package`, none so far.
  public init(_ package: OfficePackage) throws(OfficePackageError) {
    self.package = package
    contentTypes = try package.contentTypes()
    let relationships = try package.relationships(of: "")
    isStrict = relationships.contains { $0.type.hasPrefix(Self.strictTypes) }
    propertiesPart = package.customPropertiesPart(relationships)
  }

  /// Gives the document a property of its own, or takes one away; those of other names stay.
  public mutating func set(_ property: CustomProperty) {
    properties.removeAll { $0.isNamed(like: property.name) }
    properties.append(property)
  }

  /// The tree of an XML part as it is to be.
  func tree(of part: String) throws(OfficePackageError) -> XMLTree {
    switch package.index(of: part).flatMap({ changes.replaced[$0] }) {
    case nil: try package.tree(of: part)
    case .bytes(let bytes): try OfficePackage.tree(parsing: bytes, of: part)
    case .entry(let entry): try package.tree(of: entry, part)
    }
  }

  /// Whether a part that the package has was given anew.
  func isReplaced(_ part: String) -> Bool {
    package.index(of: part).map { changes.replaced[$0] != nil } ?? false
  }

  /// Gives a part that the package has, or that was added, new bytes.
  ///
  /// - Throws: `missingPart` where there is no such part.
  public mutating func replace(_ part: String, bytes: [UInt8]) throws(OfficePackageError) {
    try replace(part, .bytes(bytes))
  }

  /// Gives a part that the package has, or that was added, bytes that are compressed already; `bytes` are the same as they were
  /// before, for who is going to look at them.
  ///
  /// - Throws: `missingPart` where there is no such part.
  public mutating func replace(
    _ part: String, entry: PackageEntry, of bytes: [UInt8]? = nil
  ) throws(OfficePackageError) {
    try replace(part, .entry(entry))
    if let bytes, let index = package.index(of: part) { changes.plain[index] = bytes }
  }

  private mutating func replace(
    _ part: String, _ content: PackageChanges.Content
  ) throws(OfficePackageError) {
    if let index = package.index(of: part) {
      changes.replaced[index] = content
    } else if let index = addedNames[part.lowercased()] {
      changes.added[index].content = content
    } else {
      throw OfficePackageError(.missingPart, part: part)
    }
  }

  /// Adds a part. A picture's content type is declared for its extension, any other for the part itself.
  ///
  /// - Throws: `duplicateName` where there is a part of that name in any case of letters.
  public mutating func add(
    _ part: String, contentType: String, bytes: [UInt8]
  ) throws(OfficePackageError) {
    try add(PackageChanges.Addition(name: part, content: .bytes(bytes)), contentType: contentType)
  }

  /// Adds a copy of a part of `other` under a name of its own, as it is stored there and with its content type.
  ///
  /// - Throws: `missingPart` where `other` has no such part, or does not say what it is; `duplicateName` where this package has one named `name`.
  public mutating func add(
    _ name: String, copying part: String, of other: OfficePackage
  ) throws(OfficePackageError) {
    guard let entry = other.entry(of: part), let type = try other.contentType(of: part) else {
      throw OfficePackageError(.missingPart, part: part)
    }
    try add(PackageChanges.Addition(name: name, content: .entry(entry)), contentType: type)
  }

  private mutating func add(
    _ addition: PackageChanges.Addition, contentType: String
  ) throws(OfficePackageError) {
    guard !hasPart(addition.name) else {
      throw OfficePackageError(.duplicateName, part: addition.name)
    }
    addedNames[addition.name.lowercased()] = changes.added.count
    changes.added.append(addition)
    contentTypes.declare(addition.name, contentType)
  }

  /// Whether the package has, or was given, a part of that name.
  public func hasPart(_ name: String) -> Bool {
    package.partName(name) != nil || addedNames[name.lowercased()] != nil
  }

  /// A name that no part has yet: `stem`, a number and `.fileExtension`, such as `word/media/image3.png`.
  ///
  /// - Complexity: linear in the parts that are named so; whoever adds many counts from the number that he had last.
  public func freeName(
    _ stem: String, _ fileExtension: String, from first: Int = 1
  ) -> (name: String, number: Int) {
    var number = first
    while hasPart("\(stem)\(number).\(fileExtension)") { number += 1 }
    return ("\(stem)\(number).\(fileExtension)", number)
  }

  /// Relates `source` to another part; an empty `source` is the package itself.
  ///
  /// The `kind` is the last component of the type's URI, such as `image`, to be written in the package's own form of the standard, or a whole URI.
  ///
  /// - Returns: the relationship's id, that of an equal one where there is one.
  /// - Throws: `invalidXML` where the relationships that there are cannot be read.
  public mutating func relate(
    _ source: String, to part: String, kind: String
  ) throws(OfficePackageError) -> String {
    try relate(source, kind, target: part, isExternal: false)
  }

  /// Relates `source` to an outside address, which must be a URI; the `kind` is as for a part.
  ///
  /// - Returns: the relationship's id, that of an equal one where there is one.
  /// - Throws: `invalidXML` where the relationships that there are cannot be read.
  public mutating func relate(
    _ source: String, toAddress address: String, kind: String
  ) throws(OfficePackageError) -> String {
    try relate(source, kind, target: address, isExternal: true)
  }

  /// Takes away a relationship of `source` that nothing refers to any more.
  public mutating func removeRelationship(
    _ id: String, of source: String
  ) throws(OfficePackageError) {
    try know(source)
    sources[source]?.removed.insert(id)
    let kept = sources[source]?.ids.filter { $0.value != id } ?? [:]
    sources[source]?.ids = kept
  }

  private mutating func know(_ source: String) throws(OfficePackageError) {
    guard sources[source] == nil else { return }
    sources[source] = Source(try package.relationships(of: source))
    sourceOrder.append(source)
  }

  private mutating func relate(
    _ source: String, _ kind: String, target: String, isExternal: Bool
  ) throws(OfficePackageError) -> String {
    let key = Key(
      kind: OfficePackage.kind(ofType: kind), target: target, isExternal: isExternal)
    try know(source)
    if let id = sources[source]?.ids[key] { return id }
    let types = isStrict ? Self.strictTypes : Self.transitionalTypes
    let type = kind.contains("/") ? kind : types + kind
    let written = isExternal ? target : OfficePackage.target(target, from: source)
    // Changed where it lies: a copy for each of many links would take quadratic time.
    return sources[source, default: Source([])].add(key, type: type, target: written)
  }

  /// The package with all changes, as an archive.
  public func archived() throws(OfficePackageError) -> [UInt8] { package.encoded(try allChanges()) }

  /// The package with all changes, as an archive and opened again, for which little of it need be read.
  public func reopened() throws(OfficePackageError) -> (archive: [UInt8], package: OfficePackage) {
    let changed = package.changed(try allChanges())
    let archive = changed.encoded()
    return (archive, try changed.reread(archive.count))
  }

  /// The changes with those to relationships, properties and the list of content types that follow from them.
  private func allChanges() throws(OfficePackageError) -> PackageChanges {
    guard properties.isEmpty else {
      var edit = self
      edit.properties = []
      try edit.write(properties)
      return try edit.allChanges()
    }
    var changes = changes
    var contentTypes = contentTypes
    for source in sourceOrder {
      guard let known = sources[source], !known.added.isEmpty || !known.removed.isEmpty else {
        continue
      }
      let new = known.added
      let part = OfficePackage.relationshipsPart(of: source)
      if let index = package.index(of: part) {
        changes.replaced[index] = .bytes(
          try package.tree(of: part).serialized(
            adding: new.map(\.element), removing: known.removed))
      } else {
        contentTypes.declare(part, ContentTypes.relationships)
        changes.added.append(
          PackageChanges.Addition(name: part, content: .bytes(Self.part(of: new))))
      }
    }
    if contentTypes.isChanged, let index = package.index(of: ContentTypes.part) {
      changes.replaced[index] = .bytes(contentTypes.serialized())
    }
    return changes
  }

  /// A part that holds nothing but `relationships`.
  private static func part(of relationships: [NewRelationship]) -> [UInt8] {
    let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    var bytes = Array("\(XMLTree.declaration)<Relationships xmlns=\"\(namespace)\">".utf8)
    for relationship in relationships { relationship.element.write(prefix: "", into: &bytes) }
    bytes.append(contentsOf: "</Relationships>".utf8)
    return bytes
  }
}
