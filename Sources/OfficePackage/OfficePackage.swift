import Deflate
public import XML

/// An Office Open XML package: named parts in an archive (ECMA-376 part 2).
///
/// Every entry is kept as it was stored, so that what nobody changes is written back byte for byte, without being compressed anew.
public struct OfficePackage: Sendable {
  private var entries: [PackageEntry] = []
  private var indices: [String: Int] = [:]
  private(set) var memory = PackageMemory()
  let limits: OfficePackageLimits
  /// The bytes of parts that were made here, which need not be uncompressed to be looked at.
  private var plain: [Int: [UInt8]] = [:]

  /// Reads an archive, checking every entry's sizes and checksum.
  ///
  /// - Complexity: linear in the uncompressed bytes; memory twice that of the archive.
  public init(
    reading bytes: [UInt8], limits: OfficePackageLimits = OfficePackageLimits()
  ) throws(OfficePackageError) {
    self.limits = limits
    guard bytes.starts(with: [0x50, 0x4B]) else { throw Self.otherFormat(bytes) }
    let archive = try ZipReader(bytes)
    guard archive.count <= limits.entries else { throw OfficePackageError(.tooLarge) }
    var claims: [ZipReader.Claim] = []
    for index in 0..<archive.count { claims.append(try archive.claim(index)) }
    try Self.check(claims, of: bytes.count, limits)
    let names = PartNames(claims.map(\.name))
    let inflater = Inflater()
    for (index, claim) in claims.enumerated() {
      let name = names[index]
      guard PartNames.isSafe(name) else {
        throw OfficePackageError(.unsafeName, part: claim.name)
      }
      guard let method = PackageEntry.Method(rawValue: claim.method) else {
        throw OfficePackageError(.unsupportedCompression, part: name)
      }
      let entry = PackageEntry(
        name: name, method: method, checksum: claim.checksum, size: claim.size,
        stored: try archive.stored(index, claim))
      if entry.isSmall {
        guard let content = entry.content(inflater) else {
          throw OfficePackageError(.damaged, part: name)
        }
        if PackageEntry.isMarkup(name) { memory.hold(content, of: entries.count) }
      } else if !entry.isSound {
        throw OfficePackageError(.damaged, part: name)
      }
      if !entry.isFolder, indices.updateValue(entries.count, forKey: name.lowercased()) != nil {
        throw OfficePackageError(.duplicateName, part: name)
      }
      entries.append(entry)
    }
    guard indices["[content_types].xml"] != nil else {
      let isOpenDocument = entry(of: "mimetype") != nil && entry(of: "content.xml") != nil
      throw OfficePackageError(isOpenDocument ? .otherFormat(.openDocument) : .notADocument)
    }
  }

  /// Refuses what an archive promises to be, before any of it is uncompressed.
  private static func check(
    _ claims: [ZipReader.Claim], of fileSize: Int, _ limits: OfficePackageLimits
  ) throws(OfficePackageError) {
    var total = 0
    var stored = 0
    for claim in claims {
      guard !claim.isEncrypted else { throw OfficePackageError(.encrypted, part: claim.name) }
      total = total.addingReportingOverflow(claim.size).partialValue
      stored = stored.addingReportingOverflow(claim.storedSize).partialValue
      let hasRatio = PackageEntry.isMarkup(claim.name) && claim.size > limits.ratioApplies
      guard claim.size <= limits.partBytes, total >= 0, total <= limits.totalBytes,
        total <= limits.totalRatioApplies || total / max(fileSize, 1) <= limits.ratio,
        !hasRatio || claim.size / max(claim.storedSize, 1) <= limits.ratio
      else { throw OfficePackageError(.tooLarge, part: claim.name) }
      // Entries that lie in one another: each byte of the file would be uncompressed many times.
      guard stored >= 0, stored <= fileSize else {
        throw OfficePackageError(.damaged, part: claim.name)
      }
    }
  }

  /// What to say of a file that is no archive.
  private static func otherFormat(_ bytes: [UInt8]) -> OfficePackageError {
    guard let format = FileFormat(beginning: bytes) else {
      return OfficePackageError(.notAnArchive)
    }
    // Word keeps a document with a password in such a file, in a stream of this name.
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] }
    let isEncrypted = format == .oldWord && bytes.contains(name)
    return OfficePackageError(isEncrypted ? .encrypted : .otherFormat(format))
  }

  /// The names of all parts in the archive's order.
  public var partNames: [String] { entries.filter { !$0.isFolder }.map(\.name) }

  /// The name of the part as the archive spells it; part names are the same in any case of letters (ECMA-376 part 2, §6.2.2.3).
  public func partName(_ name: String) -> String? {
    indices[name.lowercased()].map { entries[$0].name }
  }

  /// The bytes of a part, or `nil` where there is no such part.
  ///
  /// - Complexity: linear in the part, which is uncompressed anew each time but the first.
  public func content(of part: String) -> [UInt8]? {
    index(of: part).map { plain[$0] ?? memory.take($0) ?? entries[$0].content }
  }

  /// The bytes of a part and the tree that they are, for who looks at both.
  ///
  /// - Complexity: linear in the part, which is uncompressed once.
  public func contentAndTree(
    of part: String
  ) throws(OfficePackageError) -> (content: [UInt8], tree: XMLTree) {
    guard let index = index(of: part) else { throw OfficePackageError(.missingPart, part: part) }
    let content = plain[index] ?? memory.take(index) ?? entries[index].content
    return (content, try tree(parsing: content, of: entries[index], part))
  }

  /// The part as a tree; a `vocabulary` is that of parts which are much like it.
  public func tree(
    of part: String, knowing vocabulary: XMLVocabulary? = nil
  ) throws(OfficePackageError) -> XMLTree {
    guard let index = index(of: part) else { throw OfficePackageError(.missingPart, part: part) }
    if let content = plain[index] ?? memory.take(index) {
      return try tree(parsing: content, of: entries[index], part, vocabulary)
    }
    return try tree(of: entries[index], part)
  }

  /// What an entry of this package, or one that is to be in it, holds as a tree.
  func tree(of entry: PackageEntry, _ part: String) throws(OfficePackageError) -> XMLTree {
    if entry.isSmall { return try tree(parsing: entry.content, of: entry, part) }
    do throws(XMLError) {
      var parser = try XMLParser(limits: limits.markup(of: entry), expecting: entry.size)
      var error: XMLError?
      _ = EntryReader.read(entry) { piece in
        do throws(XMLError) {
          try parser.read(piece)
          return true
        } catch let refusal {
          error = refusal
          return false
        }
      }
      if let error { throw error }
      return try parser.finish()
    } catch {
      throw OfficePackageError(error, part: part)
    }
  }

  private func tree(
    parsing content: [UInt8], of entry: PackageEntry, _ part: String,
    _ vocabulary: XMLVocabulary? = nil
  ) throws(OfficePackageError) -> XMLTree {
    do throws(XMLError) {
      return try XMLTree(
        parsing: content, limits: limits.markup(of: entry), knowing: vocabulary)
    } catch {
      throw OfficePackageError(error, part: part)
    }
  }

  /// Bytes that are to be a part as a tree.
  static func tree(
    parsing content: [UInt8], of part: String
  ) throws(OfficePackageError) -> XMLTree {
    do throws(XMLError) {
      return try XMLTree(parsing: content)
    } catch {
      throw OfficePackageError(error, part: part)
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
    var changes = PackageChanges()
    for (name, bytes) in replacements {
      guard let index = index(of: name), entries[index].name == name else {
        throw OfficePackageError(.missingPart, part: name)
      }
      changes.replaced[index] = .bytes(bytes)
    }
    return encoded(changes)
  }

  /// The package with `changes`, as an archive.
  func encoded(_ changes: PackageChanges = PackageChanges()) -> [UInt8] {
    var archive = ArchiveEncoder()
    var bytes: [UInt8] = []
    // A large part may be given anew, and what grows by doubling is there twice for a while.
    var size = entries.reduce(1 << 12) { $0 + $1.stored.count + 128 }
    for case .entry(let entry) in changes.replaced.values { size += entry.stored.count }
    bytes.reserveCapacity(size)
    for (index, entry) in entries.enumerated() {
      let entry = changes.replaced[index]?.entry(named: entry.name) ?? entry
      archive.append(entry, to: &bytes)
    }
    for addition in changes.added { archive.append(addition.entry, to: &bytes) }
    archive.finish(into: &bytes)
    return bytes
  }

  /// The package with `changes`.
  func changed(_ changes: PackageChanges) -> OfficePackage {
    var changed = self
    // What is remembered is that of the entries as they were.
    changed.memory = PackageMemory()
    for (index, content) in changes.replaced {
      changed.entries[index] = content.entry(named: entries[index].name)
      changed.plain[index] =
        if case .bytes(let bytes) = content { bytes } else { changes.plain[index] }
    }
    for addition in changes.added {
      let entry = addition.entry
      changed.indices[entry.name.lowercased()] = changed.entries.count
      if case .bytes(let bytes) = addition.content { changed.plain[changed.entries.count] = bytes }
      changed.entries.append(entry)
    }
    return changed
  }

  /// The package as reading it from its archive would give it, without uncompressing what is known: refused where the archive, of
  /// `size` bytes, would be.
  func reread(_ size: Int) throws(OfficePackageError) -> OfficePackage {
    guard entries.count <= limits.entries else { throw OfficePackageError(.tooLarge) }
    let claims = entries.map { entry in
      ZipReader.Claim(
        name: entry.name, size: entry.size, storedSize: entry.stored.count,
        checksum: entry.checksum, method: entry.method.rawValue, isEncrypted: false)
    }
    try Self.check(claims, of: size, limits)
    return self
  }

  /// The names of the parts that the two packages have in the same places and that are not the same in both; `nil` where they have
  /// not the same parts in the same order.
  ///
  /// - Complexity: O(parts), and of what two packages have in common without being made of one another, its bytes.
  public func partsDiffering(from other: OfficePackage) -> [String]? {
    guard entries.count == other.entries.count else { return nil }
    var names: [String] = []
    for (own, its) in zip(entries, other.entries) where own != its {
      guard own.name == its.name else { return nil }
      names.append(own.name)
    }
    return names
  }

  /// The entry that holds `part`, as it is stored.
  func entry(of part: String) -> PackageEntry? { index(of: part).map { entries[$0] } }

  /// The number of the entry that holds `part`.
  func index(of part: String) -> Int? { indices[part.lowercased()] }
}
