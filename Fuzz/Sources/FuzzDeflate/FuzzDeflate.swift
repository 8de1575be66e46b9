import Deflate
import OfficePackage

/// Packs bytes that are cut anywhere into constants and values, and reads them again.
///
/// The first bytes are the constants, each byte of which with its highest bit set ends one. The rest is the document: a byte below 128 is itself, 255 cuts it into stretches, any other is a constant.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDeflate(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  guard let first = input.first else { return 0 }
  let known = Array(input.dropFirst().prefix(Int(first) * 16))
  var ranges: [Range<Int>] = []
  var begin = 0
  for (index, byte) in known.enumerated() where byte > 127 || index == known.count - 1 {
    ranges.append(begin..<(index + 1))
    begin = index + 1
  }
  let constants = Constants(known, ranges)
  var deflater = Deflater(constants)
  var bytes: [UInt8] = []
  var placements: [Placement] = []
  var written = 0
  var writtenPlacements = 0
  for byte in input.dropFirst(known.count + 1) where bytes.count < 1 << 20 {
    switch byte {
    case 255:
      deflater.write(bytes, written..<bytes.count, placements[writtenPlacements...])
      (written, writtenPlacements) = (bytes.count, placements.count)
    case 128... where !ranges.isEmpty:
      let piece = Int(byte - 128) % ranges.count
      placements.append(Placement(start: bytes.count, piece: piece))
      bytes += known[ranges[piece]]
    default: bytes.append(byte)
    }
  }
  deflater.write(bytes, written..<bytes.count, placements[writtenPlacements...])
  read(deflater.finish(), bytes)
  read(constants.deflated(bytes, placements), bytes)
  return 0
}

private let types = Array(
  "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>".utf8)

private func read(_ deflated: Deflated, _ bytes: [UInt8]) {
  var archive = ArchiveEncoder()
  var file: [UInt8] = []
  archive.append(PackageEntry(storing: types, name: "[Content_Types].xml"), to: &file)
  archive.append(PackageEntry(deflated, name: "word/part.bin"), to: &file)
  file += archive.finish()
  do {
    let package = try OfficePackage(reading: file)
    precondition(package.content(of: "word/part.bin") == bytes, "another document")
  } catch {
    preconditionFailure("what was packed cannot be read: \(error)")
  }
}
