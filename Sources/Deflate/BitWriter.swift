import Glibc

/// Where the next bits go, the lowest of a byte first (RFC 1951, §3.1.1).
///
/// Whoever writes many of them does so with a copy of it, which the processor keeps to itself, where one in memory would be stored and read again for each.
struct BitCursor {
  fileprivate var next: UnsafeMutableRawPointer
  /// Less than eight bits wait for those that follow.
  fileprivate var waiting: UInt64 = 0
  fileprivate(set) var waitingCount = 0

  fileprivate init(_ next: UnsafeMutableRawPointer) { self.next = next }

  /// Writes the lowest `length` of `bits`, at most 56, above which all are zero.
  @inline(__always)
  mutating func put(_ bits: UInt64, _ length: Int) {
    waiting |= bits &<< UInt64(truncatingIfNeeded: waitingCount)
    waitingCount &+= length
    next.storeBytes(of: waiting.littleEndian, as: UInt64.self)
    let whole = waitingCount &>> 3
    next += whole
    // No more than 63 bits waited, so that this is never a shift by 64, which would be none.
    waiting = waiting &>> UInt64(truncatingIfNeeded: whole &* 8)
    waitingCount &= 7
  }
}

/// Bits in memory that grows.
struct BitWriter: ~Copyable {
  private var bytes: UnsafeMutableRawPointer
  private var capacity: Int
  /// There is room behind it for what was reserved, and no more.
  var cursor: BitCursor

  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    bytes = Self.resized(nil, to: self.capacity)
    cursor = BitCursor(bytes)
  }

  deinit { free(bytes) }

  /// Whole bytes that were written; less than eight bits wait.
  var count: Int { cursor.next - bytes }

  /// Makes room for so many bytes more; nothing else looks whether there is room.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    // Eight bytes are stored at once, also at the end.
    if count + more + 16 > capacity { grow(count + more + 16) }
  }

  @inline(never)
  private mutating func grow(_ least: Int) {
    let count = count
    capacity = max(least, capacity * 2)
    bytes = Self.resized(bytes, to: capacity)
    cursor.next = bytes + count
  }

  /// Memory that was made larger where it is if there is room behind it: a large document is not there twice for it.
  private static func resized(
    _ bytes: UnsafeMutableRawPointer?, to capacity: Int
  ) -> UnsafeMutableRawPointer {
    guard let bytes = realloc(bytes, capacity) else { preconditionFailure("there is memory") }
    return bytes
  }

  /// Fills the last byte up with zeros.
  mutating func fillByte() {
    cursor.put(0, cursor.waitingCount == 0 ? 0 : 8 - cursor.waitingCount)
  }

  /// Everything written, the last byte filled up with zeros.
  consuming func finish() -> [UInt8] {
    fillByte()
    return [UInt8](UnsafeRawBufferPointer(start: bytes, count: count))
  }
}
