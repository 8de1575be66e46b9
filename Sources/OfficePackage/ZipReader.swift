import CLibZip
import Glibc

/// An open archive in memory. Closed when it goes out of scope.
struct ZipReader: ~Copyable {
  private let archive: OpaquePointer
  let count: Int

  /// What the archive's directory says of an entry: a claim until the entry was read.
  struct Claim {
    let name: String
    let size: Int
    let storedSize: Int
    let checksum: UInt32
    let method: UInt16
    let isEncrypted: Bool
  }

  init(_ bytes: [UInt8]) throws(OfficePackageError) {
    // libzip frees the copy with the C library's `free`.
    guard let copy = malloc(max(bytes.count, 1)) else { throw OfficePackageError(.tooLarge) }
    bytes.withUnsafeBytes { buffer in
      if let base = buffer.baseAddress { memcpy(copy, base, buffer.count) }
    }
    let length: Int
    do throws(OfficePackageError) {
      length = try ArchiveHeaders.align(
        UnsafeMutableRawBufferPointer(start: copy, count: bytes.count))
    } catch {
      free(copy)
      throw error
    }
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(copy, UInt64(length), 1, &error) else {
      free(copy)
      throw OfficePackageError(.tooLarge)
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
      let detail = String(cString: zip_error_strerror(&error))
      let isDuplicate = zip_error_code_zip(&error) == ZIP_ER_EXISTS
      zip_source_free(source)
      throw OfficePackageError(isDuplicate ? .duplicateName : .damaged, detail: detail)
    }
    self.archive = archive
    count = Int(zip_get_num_entries(archive, 0))
  }

  deinit { zip_discard(archive) }

  func claim(_ index: Int) throws(OfficePackageError) -> Claim {
    var stat = zip_stat_t()
    zip_stat_init(&stat)
    guard zip_stat_index(archive, UInt64(index), 0, &stat) == 0, let name = stat.name,
      let text = String(validatingCString: name)
    else { throw OfficePackageError(.damaged) }
    return Claim(
      name: text, size: Int(clamping: stat.size), storedSize: Int(clamping: stat.comp_size),
      checksum: stat.crc, method: stat.comp_method, isEncrypted: stat.encryption_method != 0)
  }

  /// The bytes of an entry as they are stored.
  func stored(_ index: Int, _ claim: Claim) throws(OfficePackageError) -> [UInt8] {
    let size = claim.storedSize
    guard let file = zip_fopen_index(archive, UInt64(index), ZIP_FL_COMPRESSED) else {
      throw OfficePackageError(.damaged, part: claim.name, detail: lastError)
    }
    defer { zip_fclose(file) }
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      var offset = 0
      while offset < size {
        let read = zip_fread(file, buffer.baseAddress?.advanced(by: offset), UInt64(size - offset))
        if read <= 0 { break }
        offset += Int(read)
      }
      initialized = offset
    }
    guard bytes.count == size else { throw OfficePackageError(.damaged, part: claim.name) }
    return bytes
  }

  private var lastError: String { String(cString: zip_strerror(archive)) }
}
