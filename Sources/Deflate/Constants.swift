import Synchronization

/// Pieces of text that come again in many documents, with values between them that nobody knows yet.
///
/// - Complexity: making it copies the pieces. When the first document is written that is made of them more than of anything else, they are matched with one another, which takes as long as compressing them, and some twenty bytes for each of theirs.
public final class Constants: Sendable {
  /// The pieces one behind the other.
  private let bytes: [UInt8]
  /// Where each piece begins; one more stands for the end of the last.
  private let starts: [Int32]
  private let matched = Mutex<PreparedConstants?>(nil)

  /// The pieces that stand at `ranges` of `bytes`, in this order.
  public init(_ bytes: [UInt8], _ ranges: [Range<Int>]) {
    var all: [UInt8] = []
    var starts: [Int32] = []
    all.reserveCapacity(bytes.count)
    for range in ranges {
      starts.append(Int32(all.count))
      all += bytes[range]
    }
    starts.append(Int32(all.count))
    self.bytes = all
    self.starts = starts
  }

  /// How many pieces there are.
  public var count: Int { starts.count - 1 }

  /// How many bytes all pieces have.
  public var size: Int { bytes.count }

  /// Where a piece ends.
  public func end(of placement: Placement) -> Int {
    placement.start + length(of: placement.piece)
  }

  private func length(of piece: Int) -> Int { Int(starts[piece + 1] - starts[piece]) }

  /// The pieces matched and coded.
  var prepared: PreparedConstants {
    matched.withLock { matched in
      if let matched { return matched }
      let made = PreparedConstants(bytes, starts)
      matched = made
      return made
    }
  }
}

extension Constants {
  /// From so many bytes on it pays to go through repeated constants as such; below, libdeflate makes them smaller in as little time.
  private static let large = 1 << 17

  /// `bytes`, in which constants stand at `placements`, compressed in one go.
  ///
  /// - Complexity: linear; where constants come once each, as in a letter, they are copied and cost next to nothing.
  public func deflated(_ bytes: [UInt8], _ placements: [Placement]) -> Deflated {
    guard usesOwnCode(bytes.count, placements) else {
      let known = placements.reduce(0) { $0 + length(of: $1.piece) }
      guard bytes.count >= Self.large, known >= bytes.count / 2 else {
        return Deflate.compressed(bytes)
      }
      var deflater = Deflater(self)
      deflater.write(bytes, bytes.indices, placements[...])
      return deflater.finish()
    }
    let prepared = self.prepared
    let stored = prepared.code.withTable { table in
      prepared.bits.withUnsafeBufferPointer { bits in
        guard let base = bits.baseAddress else { preconditionFailure("bits have an end") }
        var sink = PreparedSink(table, base, capacity: prepared.size / 3)
        var walk = Walk<PreparedSink>(prepared)
        let header = prepared.header
        sink.reserve(header.bits.count)
        header.bits.withUnsafeBufferPointer { bits in
          if let base = bits.baseAddress { sink.put(base, header.count) }
        }
        bytes.withUnsafeBufferPointer { bytes in
          placements.withUnsafeBufferPointer { walk.go(bytes, from: 0, $0, into: &sink) }
        }
        return sink.finish()
      }
    }
    return Deflated(stored: stored, checksum: Deflate.checksum(of: bytes), size: bytes.count)
  }

  /// Whether constants that come for the first time are most of the bytes, so that their own code is good for all.
  private func usesOwnCode(_ size: Int, _ placements: [Placement]) -> Bool {
    var isNew = [Bool](repeating: true, count: count)
    var new = 0
    for placement in placements where isNew[placement.piece] {
      isNew[placement.piece] = false
      new += length(of: placement.piece)
    }
    return new >= size / 4 * 3
  }
}
