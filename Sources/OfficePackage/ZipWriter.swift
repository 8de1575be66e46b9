import CLibZip
import Glibc

/// An archive that is being written into memory: entries in the order given, every time stamp 1980-01-01, so that equal contents give equal bytes.
struct ZipWriter: ~Copyable {
  private let archive: OpaquePointer
  private let buffer: OpaquePointer

  init() throws(OfficePackageError) {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let buffer = zip_source_buffer_create(nil, 0, 0, &error) else {
      throw OfficePackageError(.tooLarge)
    }
    guard let archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error) else {
      zip_source_free(buffer)
      throw OfficePackageError(.tooLarge)
    }
    // The archive owns one reference; ours survives its closing, to read the result from.
    zip_source_keep(buffer)
    self.archive = archive
    self.buffer = buffer
  }

  deinit {
    zip_discard(archive)
    zip_source_free(buffer)
  }

  /// Adds an entry whose bytes are already as they shall stand in the archive.
  func add(_ entry: PackageEntry) throws(OfficePackageError) {
    let state = Unmanaged.passRetained(StoredSource(entry))
    guard let source = zip_source_function(archive, StoredSource.callback, state.toOpaque()) else {
      state.release()
      throw OfficePackageError(.tooLarge, part: entry.name)
    }
    try add(source, name: entry.name, method: Int32(entry.method.rawValue))
  }

  /// Adds an entry and compresses its bytes.
  func add(_ name: String, bytes: [UInt8]) throws(OfficePackageError) {
    guard let copy = malloc(max(bytes.count, 1)) else {
      throw OfficePackageError(.tooLarge, part: name)
    }
    bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, $0.count) } }
    guard let source = zip_source_buffer(archive, copy, UInt64(bytes.count), 1) else {
      free(copy)
      throw OfficePackageError(.tooLarge, part: name)
    }
    try add(source, name: name, method: Int32(PackageEntry.Method.deflated.rawValue))
  }

  func add(_ name: String, _ content: PackageEdit.Content) throws(OfficePackageError) {
    switch content {
    case .bytes(let bytes): try add(name, bytes: bytes)
    case .entry(let entry): try add(entry.renamed(name))
    }
  }

  private func add(
    _ source: OpaquePointer, name: String, method: Int32
  ) throws(OfficePackageError) {
    let index = zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8)
    guard index >= 0 else {
      zip_source_free(source)
      throw OfficePackageError(.duplicateName, part: name)
    }
    let level: UInt32 = 6
    let firstDay: UInt16 = 0x21
    guard zip_set_file_compression(archive, UInt64(index), method, level) == 0,
      zip_file_set_dostime(archive, UInt64(index), 0, firstDay, 0) == 0
    else { throw OfficePackageError(.damaged, part: name) }
  }

  /// Closes the archive and returns its bytes.
  consuming func finish() throws(OfficePackageError) -> [UInt8] {
    guard zip_close(archive) == 0 else {
      let detail = String(cString: zip_strerror(archive))
      _ = consume self
      throw OfficePackageError(.damaged, detail: detail)
    }
    let buffer = self.buffer
    discard self
    defer { zip_source_free(buffer) }
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_source_stat(buffer, &stat) == 0, zip_source_open(buffer) == 0 else {
      throw OfficePackageError(.damaged)
    }
    defer { zip_source_close(buffer) }
    let size = Int(stat.size)
    var read = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { result, initialized in
      read = Int(zip_source_read(buffer, result.baseAddress, UInt64(size)))
      initialized = max(read, 0)
    }
    guard read == size else { throw OfficePackageError(.damaged) }
    return bytes
  }
}

/// Hands an entry to libzip with the sizes and checksum that it already has, so that libzip copies it instead of compressing it again.
private final class StoredSource {
  let entry: PackageEntry
  var offset = 0

  init(_ entry: PackageEntry) { self.entry = entry }

  static let callback: zip_source_callback = { state, data, length, command in
    guard let state else { return -1 }
    let source = Unmanaged<StoredSource>.fromOpaque(state).takeUnretainedValue()
    switch command {
    case ZIP_SOURCE_OPEN:
      source.offset = 0
      return 0
    case ZIP_SOURCE_READ:
      let count = min(Int(length), source.entry.stored.count - source.offset)
      source.entry.stored.withUnsafeBytes { bytes in
        if let base = bytes.baseAddress, let data, count > 0 {
          memcpy(data, base.advanced(by: source.offset), count)
        }
      }
      source.offset += count
      return Int64(count)
    case ZIP_SOURCE_CLOSE: return 0
    case ZIP_SOURCE_STAT:
      guard let stat = data?.assumingMemoryBound(to: zip_stat_t.self) else { return -1 }
      zip_stat_init(stat)
      stat.pointee.size = UInt64(source.entry.size)
      stat.pointee.comp_size = UInt64(source.entry.stored.count)
      stat.pointee.crc = source.entry.checksum
      stat.pointee.comp_method = source.entry.method.rawValue
      stat.pointee.valid = UInt64(
        ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD)
      return Int64(MemoryLayout<zip_stat_t>.size)
    case ZIP_SOURCE_ERROR: return 0
    case ZIP_SOURCE_FREE:
      Unmanaged<StoredSource>.fromOpaque(state).release()
      return 0
    case ZIP_SOURCE_SUPPORTS:
      let supported = [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
        ZIP_SOURCE_FREE,
      ]
      return supported.reduce(0) { $0 | 1 << Int64($1.rawValue) }
    default: return -1
    }
  }
}
