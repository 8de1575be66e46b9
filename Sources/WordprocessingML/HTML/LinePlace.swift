/// How far along a line its writing is, in twentieths of a point from the edge of the text.
struct LinePlace {
  /// Where what is written next begins, as far as boxes say so exactly.
  private(set) var start: Int
  /// Where the text so far ends, by estimate.
  private(set) var end: Int
  /// Whether `start` is where the text is drawn, which it is not behind text that goes over several lines.
  private(set) var isExact = true
  /// How far centred text reaches over its stop.
  var overhang = 0
  /// The right edge of the text.
  let width: Int
  private let left: Int
  private let stops: [TabStop]
  private let distance: Int

  init(_ format: ParagraphFormat, width: Int, distance: Int) {
    left = format.left ?? 0
    start = left + (format.firstLine ?? 0)
    end = start
    self.width = width - (format.right ?? 0)
    self.distance = distance
    var stops = format.tabs.filter { $0.alignment != .clear }
    // The indent of the other lines is a stop for the first one.
    if (format.firstLine ?? 0) < 0, !stops.contains(where: { $0.position == format.left }) {
      stops.append(Self.plain(left))
    }
    self.stops = stops.sorted { $0.position < $1.position }
  }

  private static func plain(_ position: Int) -> TabStop { TabStop(at: position, .left) }

  mutating func advance(_ width: Int) {
    end = start + overhang + width
    overhang = 0
    let room = max(self.width - left, 200)
    if end > self.width {
      // It goes on over more lines.
      isExact = false
      end = left + (end - self.width) % room
    }
  }

  mutating func beginLine() {
    start = left
    end = left
    isExact = true
    overhang = 0
  }

  mutating func reach(_ position: Int) {
    start = position
    end = position
  }

  mutating func skip(_ width: Int) {
    start = end + width
    end = start
    isExact = false
  }

  /// The stop that a tab from here leads to.
  func nextStop() -> TabStop {
    if let stop = stops.first(where: { $0.position > end }) { return stop }
    return Self.plain((max(end, 0) / distance + 1) * distance)
  }

  func edge(_ alignment: TabStop.Alignment) -> TabStop {
    TabStop(at: alignment == .center ? (left + width) / 2 : width, alignment)
  }

  /// A hair less than the way to the stop where that is the end of the line, so that it fits there however it is rounded.
  func boxWidth(to position: Int) -> Int {
    position - start - (position >= width ? 1 : 0)
  }
}

extension TabStop {
  init(at position: Int, _ alignment: Alignment) {
    self.position = position
    self.alignment = alignment
    leader = nil
  }
}
