import Deflate
import XML

/// A property that the author of a document has made up (ECMA-376 part 1, §22.3): Word shows it under File, Properties,
/// Custom.
public struct CustomProperty: Hashable, Sendable {
  /// What a property holds.
  public enum Value: Hashable, Sendable {
    case text(String)
    case integer(Int32)
  }

  /// The name; capitals do not tell two apart.
  public let name: String
  /// The value; `nil` for a property that a document is not to have.
  public let value: Value?

  public init(_ name: String, _ value: Value?) {
    self.name = name
    self.value = value
  }

  func isNamed(like other: String) -> Bool { name.lowercased() == other.lowercased() }
}

extension OfficePackage {
  /// The properties that the document's author has made up, in the order of the file. Values that are neither text nor
  /// whole number are given as the text that the file has for them.
  public func customProperties() throws(OfficePackageError) -> [CustomProperty] {
    guard let part = try customPropertiesPart(relationships(of: "")) else { return [] }
    let tree = try tree(of: part)
    return tree.children(of: tree.root).compactMap { node in
      guard let name = tree.customPropertyName(of: node),
        let value = tree.children(of: node).first(where: { tree.kind(of: $0) == .element })
      else { return nil }
      let text = (value..<tree.end(of: value)).filter { tree.kind(of: $0) == .text }
        .map { tree.string(of: $0) }.joined()
      let isNumber = ["i1", "i2", "i4", "int"].contains(tree.name(of: value).local)
      let number = isNumber ? Int32(text) : nil
      return CustomProperty(name, number.map { .integer($0) } ?? .text(text))
    }
  }

  /// The part that holds them, by the relationships of the package; the two forms of the standard spell the relationship's kind
  /// differently.
  func customPropertiesPart(_ relationships: [Relationship]) -> String? {
    for relationship in relationships
    where !relationship.isExternal
      && ["custom-properties", "customProperties"].contains(relationship.kind)
    {
      if let name = partName(relationship.target) { return name }
    }
    return nil
  }
}

extension PackageEdit {
  /// Writes `properties` into the part that holds such, which is made where there is none.
  mutating func write(_ properties: [CustomProperty]) throws(OfficePackageError) {
    if let part = propertiesPart {
      func written(_ tree: XMLTree) -> PackageMemory.WrittenPart {
        let bytes = tree.serialized(setting: properties, isStrict: isStrict)
        return PackageMemory.WrittenPart(
          entry: PackageEntry(Deflate.compressed(bytes), name: part), bytes: bytes)
      }
      let new =
        isReplaced(part)
        ? written(try tree(of: part))
        : try package.memory.part(
          setting: properties,
          { () throws(OfficePackageError) in try package.tree(of: part) }, write: written)
      try replace(part, entry: new.entry, of: new.bytes)
      return
    }
    guard properties.contains(where: { $0.value != nil }) else { return }
    let plain = "docProps/custom.xml"
    let name = hasPart(plain) ? freeName("docProps/custom", "xml").name : plain
    let namespace =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/customProperties"
      : "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    var bytes = Array("\(XMLTree.declaration)<Properties xmlns=\"\(namespace)\">".utf8)
    CustomProperty.write(properties, isStrict: isStrict, into: &bytes)
    bytes.append(contentsOf: "</Properties>".utf8)
    try add(
      name, contentType: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
      bytes: bytes)
    _ = try relate("", to: name, kind: isStrict ? "customProperties" : "custom-properties")
  }
}

extension CustomProperty {
  /// Appends those of `properties` that have a value, under numbers that are not `taken`.
  fileprivate static func write(
    _ properties: [CustomProperty], prefix: String = "", besides taken: Set<Int32> = [],
    isStrict: Bool, into output: inout [UInt8]
  ) {
    let types =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes"
      : "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    // 0 and 1 are not for properties of authors.
    var numbers = (2...Int32.max).lazy.filter { !taken.contains($0) }.makeIterator()
    for property in properties {
      guard let value = property.value, let number = numbers.next() else { continue }
      let (element, text) =
        switch value {
        case .text(let text): ("lpwstr", text)
        case .integer(let number): ("i4", String(number))
        }
      // The format id is that of all properties which an author makes up (ECMA-376 part 1, §22.3.2.2).
      output.append(
        contentsOf:
          "<\(prefix)property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"\(number)\" name=\""
          .utf8)
      XMLEscaping.attribute(legal(property.name).utf8, into: &output)
      output.append(contentsOf: "\"><vt:\(element) xmlns:vt=\"\(types)\">".utf8)
      XMLEscaping.text(legal(text).utf8, into: &output)
      output.append(contentsOf: "</vt:\(element)></\(prefix)property>".utf8)
    }
  }

  /// Without what XML cannot hold.
  private static func legal(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter(XMLEscaping.isAllowed)))
  }
}

extension XMLTree {
  /// The name of a property; `nil` where the node is none.
  fileprivate func customPropertyName(of node: NodeID) -> String? {
    guard kind(of: node) == .element, name(of: node).local == "property" else { return nil }
    return attribute("name", of: node)
  }

  /// The part that holds properties, with `properties` in place of those that are named like them.
  fileprivate func serialized(setting properties: [CustomProperty], isStrict: Bool) -> [UInt8] {
    let numbers = children(of: root).compactMap { attribute("pid", of: $0).flatMap { Int32($0) } }
    var markup: [UInt8] = []
    CustomProperty.write(
      properties, prefix: rootPrefix, besides: Set(numbers), isStrict: isStrict, into: &markup)
    return serialized(appending: markup) { node in
      guard let name = customPropertyName(of: node) else { return false }
      return properties.contains { $0.isNamed(like: name) }
    }
  }
}
