/// Constants, each matched with itself and those before it, and coded as far as that does not depend on where they will stand.
///
/// A match never runs from a piece into what follows it, and how far back its source lies is worked out when the document is written.
final class PreparedConstants: Sendable {
  /// Steps that are the same wherever the piece stands, and then a match with another piece.
  struct Segment: Sendable {
    /// The steps, as tokens and as bits of `code`, which begin with a byte.
    var firstToken: Int32
    var tokenCount: Int32 = 0
    var firstByte: Int32 = 0
    var bitCount: Int32 = 0
    /// How many bytes the match covers; 0 at the end of a piece.
    var length: Int32 = 0
    /// The piece that the match is in, where it begins there, and where in its own piece.
    var source: Int32 = 0
    var offset: Int32 = 0
    var begin: Int32 = 0
  }

  /// A place in a piece, with the hash of the four bytes there.
  struct Anchor: Sendable {
    /// How many bits a key has.
    static let keyBits: UInt32 = 12

    let offset: Int32
    let key: Int32
  }

  /// How many bytes all pieces have.
  let size: Int
  /// Where each piece begins; one more stands for the end of the last.
  let starts: [Int32]
  let segments: [Segment]
  /// Where the segments of each piece begin; one more stands for the end.
  let firstSegments: [Int32]
  let tokens: [Token]
  /// The places in each piece at which what follows is likely to come again, and where those of each piece begin; one more stands for the end.
  let anchors: [Anchor]
  let firstAnchors: [Int32]
  /// The codes of a document that is made of these pieces more than of anything else, the beginning of its one block, and the bits of the segments.
  let code: BlockCode
  let header: (bits: [UInt8], count: Int)
  let bits: [UInt8]

  /// Prepares the pieces of `bytes` that begin at `starts`.
  init(_ bytes: [UInt8], _ starts: [Int32]) {
    var matching = ConstantMatching(bytes, starts)
    matching.run()
    var coding = ConstantCoding(matching)
    coding.run()
    size = bytes.count
    self.starts = starts
    tokens = matching.tokens
    firstSegments = matching.firstSegments
    (anchors, firstAnchors) = Self.anchors(bytes, starts)
    segments = coding.segments
    code = coding.code
    header = coding.header
    bits = coding.bits
  }

  /// The beginnings of elements, and of words between tags.
  private static func anchors(_ bytes: [UInt8], _ starts: [Int32]) -> ([Anchor], [Int32]) {
    var anchors: [Anchor] = []
    var first: [Int32] = []
    bytes.withUnsafeBufferPointer { bytes in
      for piece in 0..<(starts.count - 1) {
        first.append(Int32(anchors.count))
        guard let base = bytes.baseAddress else { continue }
        let start = Int(starts[piece])
        var isInTag = false
        for index in start..<max(start, Int(starts[piece + 1]) - 3) {
          switch base[index] {
          case UInt8(ascii: "<"):
            isInTag = true
            guard base[index + 1] != UInt8(ascii: "/") else { continue }
          case UInt8(ascii: ">"):
            isInTag = false
            continue
          default:
            let isWord = index > start && base[index - 1] == UInt8(ascii: " ")
            guard isWord, !isInTag else { continue }
          }
          let key = hash(base + index, bits: Anchor.keyBits)
          anchors.append(Anchor(offset: Int32(index - start), key: Int32(key)))
        }
      }
    }
    first.append(Int32(anchors.count))
    return (anchors, first)
  }

  /// How many pieces there are.
  var count: Int { starts.count - 1 }

  /// How many bytes a piece has.
  func length(of piece: Int) -> Int { Int(starts[piece + 1] - starts[piece]) }
}
