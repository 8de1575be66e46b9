import Deflate
import TestSupport

/// Bytes made of constants and values in any order, cut into stretches anywhere.
struct RandomDocument {
  let constants: Constants
  private(set) var bytes: [UInt8] = []
  private(set) var placements: [Placement] = []
  /// Where a stretch ends and the next begins.
  private var cuts: [(byte: Int, placement: Int)] = []

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // Few different bytes make many matches, many make few.
    let letters = UInt8.random(in: 1...40, using: &random)
    func text(_ most: Int) -> [UInt8] {
      (0..<Int.random(in: 0...most, using: &random)).map { _ in
        97 &+ UInt8.random(in: 0..<letters, using: &random)
      }
    }
    var known: [UInt8] = []
    var ranges: [Range<Int>] = []
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let start = known.count
      let most = Int.random(in: 0...3, using: &random) == 0 ? 3000 : 60
      if Bool.random(using: &random), start > 1 {
        let from = Int.random(in: 0..<start, using: &random)
        known += known[from..<min(start, from + most)]
      } else {
        known += text(most)
      }
      ranges.append(start..<known.count)
    }
    constants = Constants(known, ranges)
    let pieces = Int.random(in: 0...3, using: &random) == 0 ? 2500 : 60
    for index in 0..<Int.random(in: 0...pieces, using: &random) {
      if Bool.random(using: &random), !ranges.isEmpty {
        // In turn as in a loop, or any.
        let isInTurn = Bool.random(using: &random)
        let piece = isInTurn ? index % ranges.count : ranges.indices.randomElement(using: &random)
        placements.append(Placement(start: bytes.count, piece: piece ?? 0))
        bytes += known[ranges[piece ?? 0]]
      } else {
        bytes += text(30)
      }
      if Int.random(in: 0...100, using: &random) == 0 {
        cuts.append((bytes.count, placements.count))
      }
    }
    cuts.append((bytes.count, placements.count))
  }

  var inOneGo: Deflated { constants.deflated(bytes, placements) }

  /// Written stretch by stretch, with no more of what is written than a match may need.
  var inStretches: Deflated {
    var deflater = Deflater(constants)
    var last = (byte: 0, placement: 0)
    for cut in cuts {
      let dropped = max(0, last.byte - Deflater.reach)
      let kept = placements[last.placement..<cut.placement].map {
        Placement(start: $0.start - dropped, piece: $0.piece)
      }
      deflater.write(
        Array(bytes[dropped..<cut.byte]), (last.byte - dropped)..<(cut.byte - dropped), kept[...])
      last = cut
    }
    return deflater.finish()
  }
}
