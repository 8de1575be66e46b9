/// A zip archive put together byte by byte, so that every field of it can lie (APPNOTE.TXT §4.3).
public struct ZipBuilder: Sendable {
  /// One entry, and what the archive is to say of it.
  public struct Entry: Sendable {
    public var name: String
    public var content: [UInt8]
    public var method: UInt16 = 0
    public var flags: UInt16 = 0x800
    /// What the headers say of the content, where that is not the truth.
    public var checksum: UInt32?
    public var size: UInt32?
    public var storedSize: UInt32?
    /// The bytes of the name in the archive, where they are no text.
    public var rawName: [UInt8]?
    /// Where the archive says that the entry is, if that is not where it is.
    public var offset: UInt32?
    /// The name before the content, where it is not that of the directory; of the same length.
    public var localName: String?
    /// The time before the content, where it is not that of the directory.
    public var localTime: UInt16?
    /// Sizes and checksum follow the content, as programs write that do not know them before.
    public var isStreamed = false
    /// The bytes in the archive, where they are not those of `method`.
    public var stored: [UInt8]?

    public init(_ name: String, _ content: [UInt8]) {
      self.name = name
      self.content = content
    }

    public init(_ name: String, _ content: String) { self.init(name, Array(content.utf8)) }

    public func with(_ change: (inout Entry) -> Void) -> Entry {
      var entry = self
      change(&entry)
      return entry
    }
  }

  public var entries: [Entry] = []

  public init(_ entries: [Entry]) { self.entries = entries }

  public static let deflated: UInt16 = 8

  /// The archive.
  public func bytes() -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let stored =
        entry.stored
        ?? (entry.method == Self.deflated ? Self.deflate(entry.content) : entry.content)
      let checksum = entry.checksum ?? StoredArchive.checksum(of: entry.content)
      let size = entry.size ?? UInt32(entry.content.count)
      let flags = entry.flags | (entry.isStreamed ? 8 : 0)
      let name = entry.rawName ?? Array(entry.name.utf8)
      func common(_ isKnown: Bool, time: UInt16 = 0x6000) -> [UInt8] {
        let numbers: [UInt16] = [20, flags, entry.method, time, 0x5A21]
        let storedSize = entry.storedSize ?? UInt32(stored.count)
        let sizes: [UInt32] = isKnown ? [checksum, storedSize, size] : [0, 0, 0]
        return numbers.flatMap(Self.little) + sizes.flatMap(Self.little)
          + Self.little(UInt16(name.count)) + [0, 0]
      }
      let offset = entry.offset ?? UInt32(archive.count)
      archive += [0x50, 0x4B, 3, 4] + common(!entry.isStreamed, time: entry.localTime ?? 0x6000)
      archive += entry.localName.map { Array($0.utf8) } ?? name
      archive += stored
      if entry.isStreamed {
        archive += [0x50, 0x4B, 7, 8]
        archive += [checksum, UInt32(stored.count), size].flatMap(Self.little)
      }
      directory += [0x50, 0x4B, 1, 2, 20, 0] + common(true)
      directory += [UInt8](repeating: 0, count: 10) + Self.little(offset) + name
    }
    let count = UInt16(entries.count)
    var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    end += [count, count].flatMap(Self.little)
    end += [UInt32(directory.count), UInt32(archive.count)].flatMap(Self.little)
    return archive + directory + end + [0, 0]
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  /// Deflate without compression: blocks of at most 65,535 bytes as they are (RFC 1951, §3.2.4).
  private static func deflate(_ content: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var start = 0
    repeat {
      let end = min(start + 65_535, content.count)
      let length = UInt16(end - start)
      output += [end == content.count ? 1 : 0] + little(length) + little(~length)
      output += content[start..<end]
      start = end
    } while start < content.count
    return output
  }
}

extension ZipBuilder {
  public static let contentTypes = Entry(
    "[Content_Types].xml",
    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>")

  public static func relationships(
    _ path: String, _ list: [(id: String, kind: String, target: String, mode: String?)]
  ) -> Entry {
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var text =
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    for (id, kind, target, mode) in list {
      text += "<Relationship Id='\(id)' Type='\(kinds)/\(kind)' Target='\(target)'"
      if let mode { text += " TargetMode='\(mode)'" }
      text += "/>"
    }
    return Entry(path, text + "</Relationships>")
  }

  public static let packageRelationships = relationships(
    "_rels/.rels", [("rId1", "officeDocument", "word/document.xml", nil)])

  /// A small document: entries stored and deflated, markup and not, with a Kazakh name.
  public static var document: ZipBuilder {
    let picture = (0..<5000).map { (index: Int) in UInt8(truncatingIfNeeded: index * index >> 3) }
    let text = "<w:document xmlns:w='urn:w'><w:p>Құрметті депутат!</w:p></w:document>"
    return ZipBuilder([
      contentTypes.with { $0.method = deflated }, packageRelationships,
      Entry("word/document.xml", text).with { $0.method = deflated },
      Entry("word/media/елтаңба.png", picture),
      Entry("word/media/empty.bin", ""),
      Entry("word/styles.xml", "<w:styles xmlns:w='urn:w'/>").with { $0.method = deflated },
    ])
  }
}
