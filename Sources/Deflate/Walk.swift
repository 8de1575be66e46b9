/// Where a piece of the constants stands, whole.
public struct Placement: Sendable {
  /// Where its first byte is.
  public var start: Int
  /// Its number among the constants.
  public let piece: Int

  public init(start: Int, piece: Int) {
    self.start = start
    self.piece = piece
  }
}

/// Goes through a document that is made of constants and values, and finds for each of its bytes what of it stood farther back.
struct Walk<Sink: TokenSink & ~Copyable>: ~Copyable {
  private static var recentBits: UInt32 { 10 }
  /// So far back that no match reaches it.
  private static var nowhere: Int32 { Int32.min / 2 }
  private static var shortest: Int { 4 }
  /// A match so long is not given up for a longer one.
  private static var patience: Int { 32 }
  /// So many places are remembered of what a match covers, since they are where it came from as well.
  private static var remembered: Int { 16 }
  /// So many bytes are compared to choose among candidates.
  private static var compared: Int { 512 }
  /// A match so long is taken without looking for a longer one farther back.
  private static var enough: Int { 32 }

  private let constants: PreparedConstants
  /// Where each piece stood last.
  private let places: UnsafeMutablePointer<Int32>
  /// Where the anchors of each piece were noted last.
  private let noted: UnsafeMutablePointer<Int32>
  /// By the hash of four bytes of a value or at an anchor, where they stood last; and by that place, without its highest bits, how far before it they stood, or 0, if more than one candidate is looked at.
  private let seen: UnsafeMutablePointer<Int32>
  private let chain: UnsafeMutablePointer<UInt16>
  /// By the hash of a piece and the value behind it, where the piece stood last.
  private let recent: UnsafeMutablePointer<Int32>
  /// How many bytes were gone through.
  private(set) var size = 0

  init(_ constants: PreparedConstants) {
    self.constants = constants
    places = .allocate(capacity: constants.count + 1)
    places.initialize(repeating: Self.nowhere, count: constants.count + 1)
    noted = .allocate(capacity: constants.count + 1)
    noted.initialize(repeating: Self.nowhere, count: constants.count + 1)
    seen = .allocate(capacity: 1 << PreparedConstants.Anchor.keyBits)
    seen.initialize(repeating: Self.nowhere, count: 1 << PreparedConstants.Anchor.keyBits)
    chain = .allocate(capacity: Sink.tries > 1 ? Symbols.reach : 1)
    recent = .allocate(capacity: 1 << Self.recentBits)
    recent.initialize(repeating: Self.nowhere, count: 1 << Self.recentBits)
  }

  deinit {
    places.deallocate()
    noted.deallocate()
    seen.deallocate()
    chain.deallocate()
    recent.deallocate()
  }

  /// What is the same throughout a step from some bytes to the next.
  private struct Stretch {
    let bytes: UnsafePointer<UInt8>
    let end: Int
    /// How far into the document the first of `bytes` stands.
    let base: Int
    let placements: UnsafeBufferPointer<Placement>
    var next = 0
    var at: Int

    /// Where the next piece begins, or the end.
    @inline(__always)
    var nextStart: Int { next < placements.count ? placements[next].start : end }
  }

  /// Goes through `bytes` from `from` on. What stands before are the last bytes that were gone through, as many as a match reaches back.
  mutating func go(
    _ bytes: UnsafeBufferPointer<UInt8>, from: Int, _ placements: UnsafeBufferPointer<Placement>,
    into sink: inout Sink
  ) {
    precondition(from <= bytes.count && from >= min(size, Symbols.reach))
    guard let start = bytes.baseAddress, from < bytes.count else { return }
    var stretch = Stretch(
      bytes: start, end: bytes.count, base: size - from, placements: placements, at: from)
    while stretch.at < stretch.end {
      if stretch.at == stretch.nextStart, stretch.next < placements.count {
        piece(&stretch, &sink)
      } else {
        precondition(stretch.at < stretch.nextStart, "pieces stand one behind the other")
        value(&stretch, until: stretch.nextStart, &sink, passes: true)
      }
    }
    size += bytes.count - from
  }

  // MARK: Pieces

  @inline(__always)
  private mutating func piece(_ stretch: inout Stretch, _ sink: inout Sink) {
    let piece = stretch.placements[stretch.next].piece
    let at = stretch.at
    let now = stretch.base + at
    let length = constants.length(of: piece)
    let last = Int(places[piece])
    let key = recentKey(stretch, piece, at + length)
    if now - last <= Symbols.reach, length >= Symbols.shortest {
      var distance = now - last
      var count = length + inCommon(stretch, at + length, distance)
      // With the same value behind it, it may have stood farther back.
      let earlier = now - Int(recent[key])
      if earlier > 0, earlier != distance, earlier <= Symbols.reach {
        let other = inCommon(stretch, at, earlier)
        if other > count { (count, distance) = (other, earlier) }
      }
      recent[key] = Int32(truncatingIfNeeded: now)
      places[piece] = Int32(truncatingIfNeeded: now)
      stretch.next += 1
      count = passPieces(&stretch, count)
      match(count, distance, &sink)
      stretch.at += count
      if now - Int(noted[piece]) > Symbols.reach / 2 { note(piece, now) }
      return
    }
    recent[key] = Int32(truncatingIfNeeded: now)
    stretch.next += 1
    fresh(piece, &stretch, &sink)
    places[piece] = Int32(truncatingIfNeeded: now)
    stretch.at = at + length
  }

  /// Notes the anchors of a piece that stands at `place`, so that what follows may refer to them.
  private mutating func note(_ piece: Int, _ place: Int) {
    var first = Int(constants.firstAnchors[piece])
    note(&first, piece, place, before: constants.length(of: piece))
  }

  /// Notes those from the anchor `first` on that stand before an offset.
  private mutating func note(_ first: inout Int, _ piece: Int, _ place: Int, before end: Int) {
    noted[piece] = Int32(truncatingIfNeeded: place)
    let last = Int(constants.firstAnchors[piece + 1])
    constants.anchors.withUnsafeBufferPointer { anchors in
      while first < last, Int(anchors[first].offset) < end {
        remember(place + Int(anchors[first].offset), Int(anchors[first].key))
        first += 1
      }
    }
  }

  /// Where `recent` has a piece with what begins at `end`.
  @inline(__always)
  private func recentKey(_ stretch: Stretch, _ piece: Int, _ end: Int) -> Int {
    guard end + 8 <= stretch.end else { return 0 }
    let word = UnsafeRawPointer(stretch.bytes + end).loadUnaligned(as: UInt64.self).littleEndian
    let mixed = (word &+ UInt64(truncatingIfNeeded: piece) &<< 7) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> UInt64(64 &- Self.recentBits))
  }

  /// A piece whose like has not been within reach.
  private mutating func fresh(
    _ piece: Int, _ stretch: inout Stretch, _ sink: inout Sink
  ) {
    let begin = stretch.at
    let length = constants.length(of: piece)
    var anchor = Int(constants.firstAnchors[piece])
    sink.reserve(length + 16)
    let place = stretch.base + begin
    var index = Int(constants.firstSegments[piece])
    let last = Int(constants.firstSegments[piece + 1])
    while index < last {
      let segment = constants.segments[index]
      index += 1
      sink.put(fixed: segment)
      guard segment.length > 0 else { continue }
      let at = begin + Int(segment.begin)
      let distance =
        place &+ Int(segment.begin) &- Int(places[Int(segment.source)]) &- Int(segment.offset)
      if distance <= Symbols.reach {
        sink.put(length: Int(segment.length), distance: distance)
      } else {
        note(&anchor, piece, place, before: Int(segment.begin))
        stretch.at = at
        value(&stretch, until: at + Int(segment.length), &sink, passes: false)
        let end = segment.begin + segment.length
        let lastAnchor = Int(constants.firstAnchors[piece + 1])
        while anchor < lastAnchor, constants.anchors[anchor].offset < end { anchor += 1 }
      }
    }
    note(&anchor, piece, place, before: length)
  }

  /// Goes past the pieces that a match covers; returns its length, which is less where it would end within one.
  @inline(__always)
  private mutating func passPieces(_ stretch: inout Stretch, _ count: Int) -> Int {
    while stretch.next < stretch.placements.count {
      let placement = stretch.placements[stretch.next]
      let before = placement.start - stretch.at
      guard before < count else { return count }
      let length = constants.length(of: placement.piece)
      guard before + length <= count else { return before }
      let place = Int32(truncatingIfNeeded: stretch.base + placement.start)
      places[placement.piece] = place
      let valueStart = placement.start + length
      recent[recentKey(stretch, placement.piece, valueStart)] = place
      if valueStart + Self.shortest <= stretch.end { remember(stretch, valueStart) }
      stretch.next += 1
    }
    return count
  }

  // MARK: Values

  /// Codes bytes of which nothing is known; a match may go on past them, over whole pieces.
  private mutating func value(
    _ stretch: inout Stretch, until end: Int, _ sink: inout Sink, passes: Bool
  ) {
    sink.reserve(end - stretch.at + Symbols.longest)
    let (bytes, base, last) = (stretch.bytes, stretch.base, stretch.end &- Self.shortest)
    var at = stretch.at
    var next = longest(bytes + at, base &+ at, last &- at, 0)
    while at < end {
      var (count, distance) = next
      next = (0, 0)
      if count < Self.patience, at &+ 1 < end {
        // One byte later there may be a longer match.
        next = longest(bytes + at + 1, base &+ at &+ 1, last &- at &- 1, count)
        if next.count > count { count = 0 }
      }
      if !passes { count = min(count, end &- at) }
      guard count >= Self.shortest else {
        sink.put(byte: bytes[at])
        at &+= 1
        continue
      }
      var index = at &+ 2
      let noted = min(at &+ min(count, Self.remembered), end, last)
      while index < noted {
        if bytes[index] & 0xC0 != 0x80 { remember(base &+ index, key(bytes + index)) }
        index &+= 1
      }
      if at &+ count > end {
        stretch.at = at
        count = passPieces(&stretch, count)
        guard count >= Self.shortest else {
          sink.put(byte: bytes[at])
          at &+= 1
          continue
        }
      }
      match(count, distance, &sink)
      at &+= count
      if at < end { next = longest(bytes + at, base &+ at, last &- at, 0) }
    }
    stretch.at = at
  }

  @inline(__always)
  private func key(_ bytes: UnsafePointer<UInt8>) -> Int {
    hash(bytes, bits: PreparedConstants.Anchor.keyBits)
  }

  /// The longest match for what stands at `here` that is longer than `least`, and how far back it is; `now` is how far into the document that is, and `left` how many bytes there are beyond the shortest match.
  @inline(__always)
  private mutating func longest(
    _ here: UnsafePointer<UInt8>, _ now: Int, _ left: Int, _ least: Int
  ) -> (count: Int, distance: Int) {
    // What is the same begins with a whole character.
    guard left >= 0, here.pointee & 0xC0 != 0x80 else { return (0, 0) }
    let key = key(here)
    var best = (count: max(least, Self.shortest &- 1), distance: 0)
    let most = min(left &+ Self.shortest, Self.compared)
    let enough = min(most, Self.enough)
    // Whatever the chain says, nothing stands before the first byte.
    let reach = min(Symbols.reach, now)
    var distance = now &- Int(seen[key])
    // What a match covers is noted before it is known how far the match may go.
    if Sink.tries == 1, distance <= 0 { distance = Int.max }
    while distance <= 0 {
      let step = Int(chain[(now &- distance) & (Symbols.reach &- 1)])
      distance = step > 0 ? distance &+ step : Int.max
    }
    var tries = Sink.tries
    while distance <= reach, tries > 0, best.count < enough {
      let there = here - distance
      if here[best.count] == there[best.count] {
        let count = bytesInCommon(here, there, most)
        if count > best.count { best = (count, distance) }
      }
      guard Sink.tries > 1 else { break }
      let step = Int(chain[(now &- distance) & (Symbols.reach &- 1)])
      guard step > 0 else { break }
      distance &+= step
      tries &-= 1
    }
    remember(now, key)
    if best.count == Self.compared {
      best.count = bytesInCommon(here, here - best.distance, left &+ Self.shortest)
    }
    return best.distance == 0 ? (0, 0) : best
  }

  @inline(__always)
  private mutating func remember(_ stretch: Stretch, _ at: Int) {
    remember(stretch.base &+ at, key(stretch.bytes + at))
  }

  @inline(__always)
  private mutating func remember(_ now: Int, _ key: Int) {
    if Sink.tries == 1 {
      seen[key] = Int32(truncatingIfNeeded: now)
      return
    }
    let step = now &- Int(seen[key])
    guard step > 0 else { return }
    chain[now & (Symbols.reach &- 1)] = step < Symbols.reach ? UInt16(truncatingIfNeeded: step) : 0
    seen[key] = Int32(truncatingIfNeeded: now)
  }

  // MARK: Matches

  /// How many bytes from `at` on are the same so far back.
  @inline(__always)
  private func inCommon(_ stretch: Stretch, _ at: Int, _ distance: Int) -> Int {
    bytesInCommon(stretch.bytes + at, stretch.bytes + at - distance, stretch.end - at)
  }

  @inline(__always)
  private func match(_ count: Int, _ distance: Int, _ sink: inout Sink) {
    var left = count
    sink.reserve(count / 64 + 16)
    while left > Symbols.longest {
      // No rest is shorter than a match may be.
      let step =
        left - Symbols.longest < Symbols.shortest ? left - Symbols.shortest : Symbols.longest
      sink.put(length: step, distance: distance)
      left -= step
    }
    sink.put(length: left, distance: distance)
  }
}
