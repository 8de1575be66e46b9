import TestSupport

extension HostileDocument {
  /// Archives that are broken, or lie.
  static let archives: [HostileDocument] = cutArchives + directories + claims + names

  private static let cutArchives =
    [1, 2, 3].map { quarter in
      HostileDocument("cut-at-\(quarter)-of-4", .refused("D102")) {
        let whole = Pieces.plain.bytes()
        return Array(whole.prefix(whole.count * quarter / 4))
      }
    } + [
      HostileDocument("last-byte-missing", .refused("D102")) { Pieces.plain.bytes().dropLast() },
      HostileDocument("directory-end-missing", .refused("D102")) {
        Pieces.plain.bytes().dropLast(22)
      },
    ]

  private static let directories: [HostileDocument] = [
    HostileDocument("two-directory-ends", .refused("D102")) {
      Pieces.plain.bytes() + [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0xEE, count: 18)
    },
    HostileDocument("directory-beyond-the-end", .refused("D102")) {
      end { $0.replaceSubrange(16..<20, with: [0xF0, 0xFF, 0xFF, 0x7F]) }
    },
    HostileDocument("more-entries-than-there-are", .refused("D102")) {
      end {
        $0[8] += 5
        $0[10] += 5
      }
    },
    HostileDocument("fewer-entries-than-there-are", .refused("D102")) {
      end {
        $0[8] -= 2
        $0[10] -= 2
      }
    },
    HostileDocument("absurd-zip64", .refused("D102")) {
      let whole = Pieces.plain.bytes()
      var record: [UInt8] = [0x50, 0x4B, 6, 6, 44] + [UInt8](repeating: 0, count: 7)
      record += [45, 0, 45, 0] + [UInt8](repeating: 0, count: 8)
      record += [UInt8](repeating: 0xFE, count: 32)
      let locator: [UInt8] =
        [0x50, 0x4B, 6, 7, 0, 0, 0, 0] + little(whole.count - 22, 8) + [1, 0, 0, 0]
      let end = [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + [UInt8](repeating: 0xFF, count: 12) + [0, 0]
      return Array(whole.dropLast(22)) + record + locator + end
    },
    HostileDocument("too-many-entries", .refused("D103")) {
      ZipBuilder(Pieces.plain.entries + (0...10_000).map { .init("a/\($0)", "") }).bytes()
    },
    HostileDocument("entries-within-each-other", .refused("D102")) {
      var builder = Pieces.plain
      let inner = Pieces.entry("a/0.bin", Pieces.noise(200_000))
      builder.entries.insert(inner, at: 0)
      builder.entries += (1...500).map { number in
        inner.with {
          $0.name = "a/\(number).bin"
          $0.stored = []
          $0.storedSize = UInt32(inner.stored?.count ?? 0)
          $0.offset = 0
        }
      }
      return builder.bytes()
    },
  ]

  private static let claims: [HostileDocument] = [
    lie("size-said-to-be-0", part) { $0.size = 0 },
    lie("size-said-to-be-too-small", part) { $0.size = 20 },
    lie("size-said-to-be-too-large", part) { $0.size = 5000 },
    HostileDocument("size-said-to-be-gigabytes", .refused("D103", part: part)) {
      Pieces.plain(changing: part) { $0.size = 0xFFFF_FFF0 }
    },
    lie("stored-size-beyond-the-end", nil) { $0.storedSize = 1 << 20 },
    lie("stored-size-too-small", nil) { $0.storedSize = 5 },
    lie("wrong-checksum", part) { $0.checksum = 1 },
    lie("wrong-checksum-of-a-picture", "word/media/image1.png") { $0.checksum = 1 },
    lie("no-deflate", part) { $0.stored = [UInt8](repeating: 0xFF, count: $0.stored?.count ?? 0) },
    HostileDocument("encrypted-entry", .refused("D104", part: part)) {
      Pieces.plain(changing: part) {
        $0.flags |= 1
        $0.stored = [UInt8](repeating: 3, count: 12) + ($0.stored ?? [])
      }
    },
    HostileDocument("strongly-encrypted-entry", .refused("D104", part: part)) {
      Pieces.plain(changing: part) { $0.flags |= 0x41 }
    },
    HostileDocument("bzip2", .refused("D107", part: part)) {
      Pieces.plain(changing: part) { $0.method = 12 }
    },
    HostileDocument("lzma", .refused("D107", part: part)) {
      Pieces.plain(changing: part) { $0.method = 14 }
    },
  ]

  private static let names: [HostileDocument] =
    [
      ("name-up", "../../etc/passwd"), ("name-up-inside", "word/../../a.xml"),
      ("name-absolute", "/etc/passwd"), ("name-with-backslash", "..\\..\\a.xml"),
      ("name-with-drive", "C:/a.xml"), ("name-with-line-end", "word/a\n.xml"),
    ].map { name, path in
      HostileDocument(name, .refused("D106", part: path)) {
        Pieces.plain(adding: .init(path, "text"))
      }
    } + [
      HostileDocument("name-with-zero", .refused("D106", part: "word/a.xml")) {
        Pieces.plain(adding: .init("word/a.xml\0.png", "text"))
      },
      HostileDocument("name-not-in-utf-8", .refused("D102")) {
        let entry = ZipBuilder.Entry("a", "text").with { $0.rawName = [0xC3, 0x28, 0xFF] }
        return Pieces.plain(adding: entry)
      },
      HostileDocument("name-other-than-in-the-directory", .refused("D102")) {
        Pieces.plain(changing: part) { $0.localName = "word/Xocument.xml" }
      },
      HostileDocument("name-twice", .refused("D105")) {
        Pieces.plain(adding: Pieces.main(""))
      },
      HostileDocument("name-twice-in-other-letters", .refused("D105", part: "Word/Document.xml")) {
        Pieces.plain(adding: Pieces.main("").with { $0.name = "Word/Document.xml" })
      },
    ]

  private static let part = "word/document.xml"

  private static func lie(
    _ name: String, _ place: String?, _ change: @escaping @Sendable (inout ZipBuilder.Entry) -> Void
  ) -> HostileDocument {
    HostileDocument(name, .refused("D102", part: place)) {
      Pieces.plain(changing: place ?? part, change)
    }
  }

  /// The ordinary document with another record at its end.
  private static func end(_ change: (inout [UInt8]) -> Void) -> [UInt8] {
    let whole = Pieces.plain.bytes()
    var record = Array(whole.suffix(22))
    change(&record)
    return whole.dropLast(22) + record
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
