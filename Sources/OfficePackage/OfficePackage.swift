public import XML

/// An Office Open XML package: named parts in an archive (ECMA-376 part 2).
///
/// Every entry is kept as it was stored, so that what nobody changes is written back byte for byte, without being compressed anew.
public struct OfficePackage: Sendable {
  private var entries: [PackageEntry] = []
  private var contents: [String: [UInt8]] = [:]
  private var indices: [String: Int] = [:]

  /// Reads an archive, checking every entry's sizes and checksum.
  ///
  /// - Complexity: linear in the uncompressed bytes.
  public init(
    reading bytes: [UInt8], limits: OfficePackageLimits = OfficePackageLimits()
  ) throws(OfficePackageError) {
    let archive = try ZipReader(bytes)
    guard archive.count <= limits.entries else { throw OfficePackageError(.tooLarge) }
    var total = 0
    for index in 0..<archive.count {
      let claim = try archive.claim(index)
      let name = claim.name
      guard !claim.isEncrypted else { throw OfficePackageError(.encrypted, part: name) }
      guard let method = PackageEntry.Method(rawValue: claim.method) else {
        throw OfficePackageError(.unsupportedCompression, part: name)
      }
      guard Self.isSafe(name) else { throw OfficePackageError(.unsafeName, part: name) }
      total += claim.size
      guard claim.size <= limits.partBytes, claim.storedSize <= limits.partBytes,
        total <= limits.totalBytes,
        claim.size < limits.ratioApplies || claim.size / max(claim.storedSize, 1) <= limits.ratio
      else { throw OfficePackageError(.tooLarge, part: name) }
      if name.hasSuffix("/") { continue }
      guard indices.updateValue(entries.count, forKey: name.lowercased()) == nil else {
        throw OfficePackageError(.duplicateName, part: name)
      }
      let content = try archive.bytes(index, name: name, size: claim.size, asStored: false)
      let stored =
        method == .stored
        ? content : try archive.bytes(index, name: name, size: claim.storedSize, asStored: true)
      entries.append(
        PackageEntry(
          name: name, method: method, checksum: claim.checksum, size: claim.size, stored: stored))
      if Self.isMarkup(name) { contents[name] = content }
    }
    guard indices["[content_types].xml"] != nil else { throw OfficePackageError(.notADocument) }
  }

  /// The names of all parts in the archive's order.
  public var partNames: [String] { entries.map(\.name) }

  /// The name of the part as the archive spells it; part names are the same in any case of letters (ECMA-376 part 2, §6.2.2.3).
  public func partName(_ name: String) -> String? {
    indices[name.lowercased()].map { entries[$0].name }
  }

  /// The bytes of an XML part, or `nil` where there is no such part.
  public func content(of part: String) -> [UInt8]? {
    partName(part).flatMap { contents[$0] }
  }

  /// The part as a tree.
  public func tree(of part: String) throws(OfficePackageError) -> XMLTree {
    guard let content = content(of: part) else {
      throw OfficePackageError(.missingPart, part: part)
    }
    return try Self.tree(parsing: content, of: part)
  }

  /// The bytes of a part as a tree.
  static func tree(
    parsing content: [UInt8], of part: String
  ) throws(OfficePackageError) -> XMLTree {
    do throws(XMLError) {
      return try XMLTree(parsing: content)
    } catch {
      if error.code == .tooLarge || error.code == .tooDeep {
        throw OfficePackageError(.tooLarge, part: part)
      }
      throw OfficePackageError(.invalidXML(error), part: part, detail: error.detail)
    }
  }

  /// The package as an archive, with the parts named in `replacements` given anew and all others copied as they are.
  ///
  /// The same package and replacements give the same bytes. A replacement is named as ``partNames`` spells it.
  ///
  /// - Throws: `missingPart` for a replacement of a part that the package does not have.
  public func archived(
    replacing replacements: [String: [UInt8]] = [:]
  ) throws(OfficePackageError) -> [UInt8] {
    try archived(replacing: replacements.mapValues { .bytes($0) }, adding: [])
  }

  /// The same with more entries after those of the package.
  func archived(
    replacing replacements: [String: PackageEdit.Content], adding additions: [PackageEdit.Addition]
  ) throws(OfficePackageError) -> [UInt8] {
    let known = Set(entries.map(\.name))
    for name in replacements.keys.sorted() where !known.contains(name) {
      throw OfficePackageError(.missingPart, part: name)
    }
    let writer = try ZipWriter()
    for entry in entries {
      if let content = replacements[entry.name] {
        try writer.add(entry.name, content)
      } else {
        try writer.add(entry)
      }
    }
    for addition in additions { try writer.add(addition.name, addition.content) }
    return try writer.finish()
  }

  /// The entry that holds `part`, as it is stored.
  func entry(of part: String) -> PackageEntry? {
    indices[part.lowercased()].map { entries[$0] }
  }

  private static func isMarkup(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".xml") || name.hasSuffix(".rels") || name.hasSuffix(".vml")
  }

  private static func isSafe(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("/") && !name.contains("\\") && !name.contains("\0")
      && !name.split(separator: "/").contains("..")
  }
}
