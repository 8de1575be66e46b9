/// Bits in memory that grows, the lowest of a byte first (RFC 1951, §3.1.1).
struct BitWriter: ~Copyable {
  private var bytes: UnsafeMutableRawPointer
  private var capacity: Int
  /// Whole bytes that were written; less than eight bits wait.
  private(set) var count = 0
  private var waiting: UInt64 = 0
  private(set) var waitingCount = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    bytes = .allocate(byteCount: self.capacity, alignment: 8)
  }

  deinit { bytes.deallocate() }

  /// Makes room for so many bytes more; nothing else looks whether there is room.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    // Eight bytes are stored at once, also at the end.
    if count + more + 16 > capacity { grow(count + more + 16) }
  }

  @inline(never)
  private mutating func grow(_ least: Int) {
    capacity = max(least, capacity * 2)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
    larger.copyMemory(from: bytes, byteCount: count)
    bytes.deallocate()
    bytes = larger
  }

  /// Writes the lowest `length` of `bits`, at most 56, above which all are zero.
  @inline(__always)
  mutating func put(_ bits: UInt64, _ length: Int) {
    waiting |= bits &<< UInt64(truncatingIfNeeded: waitingCount)
    waitingCount &+= length
    bytes.storeBytes(of: waiting.littleEndian, toByteOffset: count, as: UInt64.self)
    let whole = waitingCount &>> 3
    count &+= whole
    // A shift by 64 would be none.
    waiting = whole == 8 ? 0 : waiting &>> UInt64(truncatingIfNeeded: whole &* 8)
    waitingCount &= 7
  }

  /// Fills the last byte up with zeros.
  mutating func fillByte() { put(0, waitingCount == 0 ? 0 : 8 - waitingCount) }

  /// Everything written, the last byte filled up with zeros.
  consuming func finish() -> [UInt8] {
    fillByte()
    return [UInt8](UnsafeRawBufferPointer(start: bytes, count: count))
  }
}
