import CLibDeflate
import OfficePackage
import Testing

@testable import Deflate

@Suite struct DeflateTests {
  @Test(
    "A letter made of constants and values could not be opened, or would say something else",
    arguments: [0..<100, 100..<200, 200..<300] as [Range<UInt64>])
  func readers(_ seeds: Range<UInt64>) throws {
    for seed in seeds {
      let document = RandomDocument(seed: seed)
      for deflated in [document.inOneGo, document.inStretches] {
        try expect(deflated, holds: document.bytes, "seed \(seed)")
      }
    }
  }

  @Test("What no template has made would be packed wrongly")
  func plain() throws {
    for bytes in [[], [7], Array(repeating: 65, count: 100_000), Array(0...255)] as [[UInt8]] {
      try expect(Deflate.compressed(bytes), holds: bytes, "\(bytes.count) bytes")
    }
  }

  @Test("A part without constants, or with nothing else, would be packed wrongly")
  func extremes() throws {
    let known = Array("<w:p><w:r><w:t>Құрметті </w:t></w:r></w:p>".utf8)
    let long = Array(repeating: known, count: 2000).flatMap(\.self)
    let cases: [(known: [UInt8], ranges: [Range<Int>], pieces: [Int], value: [UInt8])] = [
      ([], [], [], Array(0...255)),
      ([], [0..<0], [0, 0, 0], []),
      (known, [0..<known.count], [0], []),
      (known, [0..<known.count, known.count..<known.count], [0, 1, 0, 1], Array(0...255)),
      // Longer than a match reaches back.
      (long, [0..<long.count], [0, 0], known),
      // What comes first refers to what has not been written yet.
      (long, [0..<400, 400..<9000, 9000..<long.count], [2, 1, 0, 2], known),
    ]
    for (number, example) in cases.enumerated() {
      var bytes: [UInt8] = []
      var placements: [Placement] = []
      for piece in example.pieces {
        placements.append(Placement(start: bytes.count, piece: piece))
        bytes += example.known[example.ranges[piece]] + example.value
      }
      let constants = Constants(example.known, example.ranges)
      try expect(constants.deflated(bytes, placements), holds: bytes, "case \(number)")
      var deflater = Deflater(constants)
      deflater.write(bytes, bytes.indices, placements[...])
      try expect(deflater.finish(), holds: bytes, "case \(number)")
    }
  }

  @Test("A code longer than the format allows would make a file that no program opens")
  func longCodes() {
    for limit in [7, 15] {
      // Each symbol is as frequent as the two before it: without a limit codes get longer by one each.
      var counts: [UInt32] = [1, 1]
      while counts.count < 19 + limit { counts.append(counts[counts.count - 2] + counts.last!) }
      let code = HuffmanCode(counts: counts, limit: limit)
      let lengths = counts.indices.map { code.length(of: $0) }
      #expect(lengths.allSatisfy { (1...limit).contains($0) })
      #expect(lengths.reduce(0) { $0 + 1 << (limit - $1) } == 1 << limit, "a code with gaps")
    }
    #expect(HuffmanCode(counts: [0, 5, 0], limit: 15).length(of: 1) == 1)
  }

  /// Looks at the bytes with the inflaters of zlib and libdeflate; the archive around them is read by libzip.
  private func expect(_ deflated: Deflated, holds bytes: [UInt8], _ what: String) throws {
    #expect(deflated.size == bytes.count, "\(what)")
    let decompressor = libdeflate_alloc_decompressor()
    defer { libdeflate_free_decompressor(decompressor) }
    var count = 0
    var consumed = 0
    let inflated = [UInt8](unsafeUninitializedCapacity: bytes.count + 1) { output, filled in
      let result = libdeflate_deflate_decompress_ex(
        decompressor, deflated.stored, deflated.stored.count, output.baseAddress, output.count,
        &consumed, &count)
      filled = result == LIBDEFLATE_SUCCESS ? count : 0
    }
    #expect(inflated == bytes && consumed == deflated.stored.count, "libdeflate: \(what)")
    let types = Array(
      "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>".utf8)
    var archive = ArchiveEncoder()
    var file: [UInt8] = []
    archive.append(PackageEntry(storing: types, name: "[Content_Types].xml"), to: &file)
    archive.append(PackageEntry(deflated, name: "word/part.bin"), to: &file)
    let package = try OfficePackage(reading: file + archive.finish())
    #expect(package.content(of: "word/part.bin") == bytes, "zlib: \(what)")
  }
}
