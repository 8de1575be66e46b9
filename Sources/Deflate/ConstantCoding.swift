/// Writes what is the same wherever a piece stands with one code, which is made for documents in which the pieces are most of the bytes.
struct ConstantCoding {
  /// How much more often a symbol of the constants is used than one that none of them has.
  private static let weight: UInt32 = 4

  let code: BlockCode
  private(set) var segments: [PreparedConstants.Segment]
  private(set) var header: (bits: [UInt8], count: Int) = ([], 0)
  private(set) var bits: [UInt8] = []
  private let tokens: [Token]

  init(_ matching: ConstantMatching) {
    tokens = matching.tokens
    segments = matching.segments
    var counts = SymbolCounts()
    var matches: [Token] = []
    for (piece, first) in matching.firstSegments.dropLast().enumerated() {
      for segment in segments[Int(first)..<Int(matching.firstSegments[piece + 1])]
      where segment.length > 0 {
        // Without the values between them pieces are a little nearer to one another.
        let place = matching.starts[piece] + segment.begin
        let source = matching.starts[Int(segment.source)] + segment.offset
        matches.append(Token(length: Int(segment.length), distance: Int(place - source)))
      }
    }
    tokens.withUnsafeBufferPointer { counts.add($0) }
    matches.withUnsafeBufferPointer { counts.add($0) }
    // Every byte, length and distance may come in a value, but seldom does.
    for symbol in counts.literals.indices {
      counts.literals[symbol] = counts.literals[symbol] * Self.weight + 1
    }
    for symbol in counts.distances.indices {
      counts.distances[symbol] = counts.distances[symbol] * Self.weight + 1
    }
    code = BlockCode(counts)
  }

  mutating func run() {
    var writer = BitWriter(capacity: 512)
    code.putHeader(isLast: true, into: &writer)
    let count = writer.count * 8 + writer.cursor.waitingCount
    header = (writer.finish() + [UInt8](repeating: 0, count: 8), count)
    writer = BitWriter(capacity: tokens.count * 2)
    code.withTable { table in
      for index in segments.indices {
        let (first, count) = (Int(segments[index].firstToken), Int(segments[index].tokenCount))
        let begin = writer.count
        writer.reserve(count * 6 + 8)
        for token in tokens[first..<(first + count)] { table.put(token, into: &writer.cursor) }
        segments[index].firstByte = Int32(begin)
        segments[index].bitCount = Int32((writer.count - begin) * 8 + writer.cursor.waitingCount)
        writer.fillByte()
      }
    }
    bits = writer.finish()
    // Eight bytes are read at once, also at the end.
    bits += [UInt8](repeating: 0, count: 8)
  }
}
