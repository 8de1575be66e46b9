/// Takes the steps through a document.
protocol TokenSink: ~Copyable {
  /// So many candidates for a match are looked at.
  static var tries: Int { get }
  /// Makes room for what so many bytes may need.
  mutating func reserve(_ bytes: Int)
  mutating func put(byte: UInt8)
  mutating func put(length: Int, distance: Int)
  /// Takes the steps of a segment that are the same wherever it stands.
  mutating func put(fixed segment: PreparedConstants.Segment)
}

/// Tokens that wait for the code of their block, which is made when all of them are known.
struct TokenBuffer: TokenSink, ~Copyable {
  static var tries: Int { 4 }

  private var tokens: UnsafeMutablePointer<Token>
  private var capacity = 1 << 12
  private(set) var count = 0
  private let constants: PreparedConstants

  init(_ constants: PreparedConstants) {
    self.constants = constants
    tokens = .allocate(capacity: capacity)
  }

  deinit { tokens.deallocate() }

  @inline(__always)
  mutating func reserve(_ bytes: Int) {
    if count + bytes > capacity { grow(count + bytes) }
  }

  @inline(never)
  private mutating func grow(_ least: Int) {
    capacity = max(least, capacity * 2)
    let larger = UnsafeMutablePointer<Token>.allocate(capacity: capacity)
    larger.moveInitialize(from: tokens, count: count)
    tokens.deallocate()
    tokens = larger
  }

  @inline(__always)
  private mutating func put(_ token: Token) {
    (tokens + count).initialize(to: token)
    count &+= 1
  }

  @inline(__always)
  mutating func put(byte: UInt8) { put(Token(byte: byte)) }

  @inline(__always)
  mutating func put(length: Int, distance: Int) {
    put(Token(length: length, distance: distance))
  }

  mutating func put(fixed segment: PreparedConstants.Segment) {
    let (first, count) = (Int(segment.firstToken), Int(segment.tokenCount))
    constants.tokens.withUnsafeBufferPointer { known in
      guard let base = known.baseAddress else { return }
      (tokens + self.count).initialize(from: base + first, count: count)
    }
    self.count += count
  }

  /// Writes a block of all tokens, and begins anew.
  mutating func putBlock(isLast: Bool, into writer: inout BitWriter) {
    var counts = SymbolCounts()
    counts.add(UnsafeBufferPointer(start: tokens, count: count))
    let code = BlockCode(counts)
    code.putHeader(isLast: isLast, into: &writer)
    // No token has more than 48 bits.
    writer.reserve(count * 6 + 8)
    code.withTable { table in
      var cursor = writer.cursor
      for token in UnsafeBufferPointer(start: tokens, count: count) {
        table.put(token, into: &cursor)
      }
      table.putEnd(into: &cursor)
      writer.cursor = cursor
    }
    count = 0
  }
}

/// Writes tokens at once, with the code that the constants were written with.
struct PreparedSink: TokenSink, ~Copyable {
  /// Values are a small share of such a document, and more candidates make it smaller by half a percent.
  static var tries: Int { 1 }

  private var writer: BitWriter
  private let table: BlockCode.Table
  private let bits: UnsafePointer<UInt8>

  /// `table` and `bits` are those of the constants, which must live as long.
  init(_ table: BlockCode.Table, _ bits: UnsafePointer<UInt8>, capacity: Int) {
    self.table = table
    self.bits = bits
    writer = BitWriter(capacity: capacity)
  }

  // A byte takes 15 bits at most, and a match of three 48.
  @inline(__always)
  mutating func reserve(_ bytes: Int) { writer.reserve(bytes &* 2 &+ 16) }

  @inline(__always)
  mutating func put(byte: UInt8) { table.put(byte: byte, into: &writer.cursor) }

  @inline(__always)
  mutating func put(length: Int, distance: Int) {
    table.put(length: length, distance: distance, into: &writer.cursor)
  }

  @inline(__always)
  mutating func put(fixed segment: PreparedConstants.Segment) {
    put(bits + Int(segment.firstByte), Int(segment.bitCount))
  }

  @inline(__always)
  mutating func put(_ bits: UnsafePointer<UInt8>, _ count: Int) {
    var next = UnsafeRawPointer(bits)
    var left = count
    var cursor = writer.cursor
    while left > 56 {
      let word = next.loadUnaligned(as: UInt64.self).littleEndian
      cursor.put(word & 0xFF_FFFF_FFFF_FFFF, 56)
      next += 7
      left &-= 56
    }
    let word = next.loadUnaligned(as: UInt64.self).littleEndian
    cursor.put(word & ((1 &<< UInt64(truncatingIfNeeded: left)) &- 1), left)
    writer.cursor = cursor
  }

  /// Ends the block; what was written with it.
  consuming func finish() -> [UInt8] {
    writer.reserve(16)
    table.putEnd(into: &writer.cursor)
    return writer.finish()
  }
}
