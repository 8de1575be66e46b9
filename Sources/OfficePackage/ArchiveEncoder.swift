/// The bytes of an archive that is written entry by entry and never looked back at, however large it grows.
///
/// Every time stamp is 1980-01-01 and every name UTF-8, so that equal entries give equal bytes. Of an entry nothing is kept but its line in the directory, some hundred bytes, while libzip, which reads archives, would keep all of it until the end.
///
/// - Source: APPNOTE.TXT 6.3.9, §4.3 (layout), §4.4 (fields), §4.5.3 (archives and entries over 4 GB).
public struct ArchiveEncoder: ~Copyable {
  private static let firstDay: UInt16 = 0x21
  private static let namesAreUTF8: UInt16 = 0x0800
  /// Made on Unix, by the rules of version 4.5: only then the permissions count.
  private static let maker: UInt16 = 3 << 8 | 45
  /// A file that its owner may write and everybody read.
  private static let permissions: UInt32 = 0o100644 << 16

  private var directory: [UInt8] = []
  private var count: UInt64 = 0
  private var offset: UInt64 = 0

  /// An archive without anything in it yet.
  public init() {}

  /// Appends the next entry to `bytes`, of which those before may be elsewhere already.
  public mutating func append(_ entry: PackageEntry, to bytes: inout [UInt8]) {
    let (size, stored) = (UInt64(entry.size), UInt64(entry.stored.count))
    let isLarge = max(size, stored) >= UInt32.max
    let isFar = offset >= UInt32.max
    let sizes = isLarge ? [size, stored] : []
    let extra = Self.extra(sizes)
    let before = bytes.count
    withUnsafeTemporaryAllocation(byteCount: 46, alignment: 8) { fields in
      // The entry's header from the third byte on: what both accounts say of it stands at the same places.
      fields.store(0x0403_4B50 as UInt32, at: 2)
      fields.store(isLarge ? 45 : 20 as UInt16, at: 6)
      fields.store(Self.namesAreUTF8, at: 8)
      fields.store(entry.method.rawValue, at: 10)
      fields.store(0 as UInt16, at: 12)
      fields.store(Self.firstDay, at: 14)
      fields.store(entry.checksum, at: 16)
      fields.store(isLarge ? .max : UInt32(stored), at: 20)
      fields.store(isLarge ? .max : UInt32(size), at: 24)
      fields.store(UInt16(entry.name.utf8.count), at: 28)
      fields.store(UInt16(extra.count), at: 30)
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: fields[2..<32]))

      let extra = isFar ? Self.extra(sizes + [offset]) : extra
      fields.store(0x0201_4B50 as UInt32, at: 0)
      fields.store(Self.maker, at: 4)
      fields.store(UInt16(extra.count), at: 30)
      // No comment, one disk, a file of no known kind.
      fields.store(0 as UInt32, at: 32)
      fields.store(0 as UInt16, at: 36)
      fields.store(Self.permissions, at: 38)
      fields.store(UInt32(clamping: offset), at: 42)
      directory.append(contentsOf: UnsafeRawBufferPointer(fields))
      directory += entry.name.utf8
      directory += extra
    }
    bytes += entry.name.utf8
    bytes += extra
    bytes += entry.stored
    offset += UInt64(bytes.count - before)
    count += 1
  }

  /// The directory, with which the archive is complete.
  public consuming func finish() -> [UInt8] {
    var bytes: [UInt8] = []
    finish(into: &bytes)
    return bytes
  }

  /// Appends the directory to `bytes`, with which the archive is complete.
  public consuming func finish(into bytes: inout [UInt8]) {
    bytes += directory
    let size = UInt64(directory.count)
    if count >= UInt16.max || offset + size >= UInt32.max {
      bytes.append(little: 0x0606_4B50 as UInt32)
      bytes.append(little: 44 as UInt64)
      bytes.append(little: Self.maker)
      bytes.append(little: 45 as UInt16)
      bytes.append(little: 0 as UInt64)
      for value in [count, count, size, offset] { bytes.append(little: value) }
      bytes.append(little: 0x0706_4B50 as UInt32)
      bytes.append(little: 0 as UInt32)
      bytes.append(little: offset + size)
      bytes.append(little: 1 as UInt32)
    }
    bytes.append(little: 0x0605_4B50 as UInt32)
    bytes.append(little: 0 as UInt32)
    for _ in 0..<2 { bytes.append(little: UInt16(clamping: count)) }
    bytes.append(little: UInt32(clamping: size))
    bytes.append(little: UInt32(clamping: offset))
    bytes.append(little: 0 as UInt16)
  }

  /// The field for numbers that are too large for their own places.
  private static func extra(_ numbers: [UInt64]) -> [UInt8] {
    guard !numbers.isEmpty else { return [] }
    var bytes: [UInt8] = []
    bytes.append(little: 1 as UInt16)
    bytes.append(little: UInt16(numbers.count * 8))
    for number in numbers { bytes.append(little: number) }
    return bytes
  }
}

extension [UInt8] {
  fileprivate mutating func append(little number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}

extension UnsafeMutableRawBufferPointer {
  fileprivate func store(_ number: some FixedWidthInteger, at offset: Int) {
    storeBytes(of: number.littleEndian, toByteOffset: offset, as: type(of: number))
  }
}
