/// Pairs the paragraphs of two texts by what cannot be translated, figures and addresses, and by their lengths.
///
/// The cheapest way through both texts, a paragraph at a time, in which a paragraph may also answer two or three, or none.
struct BodyAlignment {
  private let kk: Side
  private let ru: Side

  /// The paragraphs of one text, and what their costs are made of.
  private struct Side {
    let paragraphs: [LetterParagraph]
    let requisites: [Requisite]
    /// In characters.
    let lengths: [Double]
    /// What stands in both languages alike: its number among the anchors of both texts, and how often it stands there, in order.
    let anchors: [[(id: Int, count: Int)]]
    let anchorCounts: [Int]

    init(_ paragraphs: [LetterParagraph], _ ids: inout [String: Int]) {
      self.paragraphs = paragraphs
      requisites = paragraphs.map(\.requisite)
      lengths = paragraphs.map { paragraph in
        Double(paragraph.body.reduce(0) { $0 + $1.length + 1 })
      }
      anchors = paragraphs.map { paragraph in
        var counts: [(id: Int, count: Int)] = []
        var found: [Int] = []
        for token in paragraph.body where Self.isAnchor(token) {
          let isGrouped = token.kind == .number && token.length > 3
          let text = isGrouped ? token.text.filter { !$0.isWhitespace } : token.text
          let id = ids[text] ?? ids.count
          ids[text] = id
          found.append(id)
        }
        for id in found.sorted() {
          if counts.last?.id == id {
            counts[counts.count - 1].count += 1
          } else {
            counts.append((id, 1))
          }
        }
        return counts
      }
      anchorCounts = anchors.map { $0.reduce(0) { $0 + $1.count } }
    }

    private static func isAnchor(_ token: TokenizedText.Token) -> Bool {
      switch token.kind {
      case .number, .address: true
      case .word: token.text.utf8.count > 2 && token.text.utf8.allSatisfy { $0 < 0x80 }
      case .mark: false
      }
    }

    /// How many anchors a paragraph shares with one of the other text.
    func shared(_ index: Int, with side: Side, _ sideIndex: Int) -> Int {
      let (one, other) = (anchors[index], side.anchors[sideIndex])
      var (index, otherIndex, count) = (0, 0, 0)
      while index < one.count, otherIndex < other.count {
        if one[index].id == other[otherIndex].id {
          count += min(one[index].count, other[otherIndex].count)
          index += 1
          otherIndex += 1
        } else if one[index].id < other[otherIndex].id {
          index += 1
        } else {
          otherIndex += 1
        }
      }
      return count
    }
  }

  init(_ kk: [LetterParagraph], _ ru: [LetterParagraph]) {
    var ids: [String: Int] = [:]
    self.kk = Side(kk, &ids)
    self.ru = Side(ru, &ids)
  }

  /// How many paragraphs of each side a step takes, and what it costs at least, so that most steps need not be looked at.
  private static let steps: [(down: Int, right: Int, least: Double)] = [
    (1, 1, 0), (1, 0, 1.5), (0, 1, 1.5), (1, 2, 0), (2, 1, 0), (1, 3, 2.4), (3, 1, 2.4),
    (2, 2, 2.4),
  ]

  /// The cheapest ways to a paragraph of the one text and those of the other that are near it; all others cannot be reached.
  private struct Row {
    let columns: ClosedRange<Int>
    private var ways: [(cost: Double, step: Int8)]

    init(_ columns: ClosedRange<Int>) {
      self.columns = columns
      ways = Array(repeating: (.infinity, -1), count: columns.count)
    }

    subscript(column: Int) -> (cost: Double, step: Int8) {
      get {
        columns.contains(column) ? ways[column - columns.lowerBound] : (.infinity, -1)
      }
      set { ways[column - columns.lowerBound] = newValue }
    }
  }

  func blocks() -> [AlignedBlock] {
    let (rows, columns) = (kk.paragraphs.count, ru.paragraphs.count)
    guard rows > 0 || columns > 0 else { return [] }
    // Long lists are equally long in both, so that the way stays near the diagonal.
    let band = max(40, abs(rows - columns) + 20)
    var reached: [Row] = []
    for row in 0...rows {
      let middle = rows == 0 ? 0 : row * columns / rows
      reached.append(
        Row(max(0, middle - band)...min(columns, rows == 0 ? columns : middle + band)))
      if row == 0 { reached[0][0] = (cost: 0, step: -1) }
      for column in reached[row].columns where row > 0 || column > 0 {
        for (index, (down, right, least)) in Self.steps.enumerated()
        where row >= down && column >= right {
          let before = reached[row - down][column - right].cost
          guard before + least < reached[row][column].cost else { continue }
          let cost = before + self.cost((row - down)..<row, (column - right)..<column)
          if cost < reached[row][column].cost { reached[row][column] = (cost, Int8(index)) }
        }
      }
    }
    var blocks: [AlignedBlock] = []
    var (row, column) = (rows, columns)
    while row > 0 || column > 0, reached[row][column].step >= 0 {
      let (down, right, _) = Self.steps[Int(reached[row][column].step)]
      let left = Array(kk.paragraphs[(row - down)..<row])
      let other = Array(ru.paragraphs[(column - right)..<column])
      blocks.append(
        AlignedBlock(requisite: (left + other)[0].requisite, kk: left, ru: other))
      (row, column) = (row - down, column - right)
    }
    return blocks.reversed()
  }

  // MARK: Costs

  private func cost(_ left: Range<Int>, _ right: Range<Int>) -> Double {
    // What stands alone.
    if right.isEmpty { return left.reduce(0) { $0 + loneCost(kk.lengths[$1]) } }
    if left.isEmpty { return right.reduce(0) { $0 + loneCost(ru.lengths[$1]) } }
    let count = left.count + right.count
    // Items and rows answer each other one by one.
    if count > 2,
      left.contains(where: { kk.requisites[$0] != .text })
        || right.contains(where: { ru.requisites[$0] != .text })
    {
      return .infinity
    }
    var cost = 0.0
    switch count {
    case 2: cost += kindCost(kk.requisites[left.lowerBound], ru.requisites[right.lowerBound])
    case 3: cost += 0.9
    default: cost += 3.5
    }
    let lengths = (
      left.reduce(0) { $0 + kk.lengths[$1] } * 1.04 + 25,
      right.reduce(0) { $0 + ru.lengths[$1] } + 25
    )
    let ratio = lengths.0 > lengths.1 ? lengths.0 / lengths.1 : lengths.1 / lengths.0
    // What was joined has the length of both its parts; a translation of its own may be longer.
    cost += min(4, (ratio - 1) * (count == 2 ? 1.6 : 5))
    return cost + anchorCost(left, right)
  }

  private func loneCost(_ length: Double) -> Double { 1.6 + min(1.2, length / 150) }

  private func kindCost(_ left: Requisite, _ right: Requisite) -> Double {
    if left == right { return 0 }
    return left == .tableRow || right == .tableRow ? 6 : 1.2
  }

  /// Between -1, everything is in both, and 2, nothing is.
  private func anchorCost(_ left: Range<Int>, _ right: Range<Int>) -> Double {
    let total =
      left.reduce(0) { $0 + kk.anchorCounts[$1] } + right.reduce(0) { $0 + ru.anchorCounts[$1] }
    guard total > 0 else { return 0 }
    var common = 0
    var stranger = 0.0
    if left.count == 1, right.count == 1 {
      common = kk.shared(left.lowerBound, with: ru, right.lowerBound)
    } else {
      let (whole, wholeSide, others, otherSide) =
        left.count < right.count ? (left, kk, right, ru) : (right, ru, left, kk)
      var sums: [Int: Int] = [:]
      for index in whole {
        for anchor in wholeSide.anchors[index] { sums[anchor.id, default: 0] += anchor.count }
      }
      for index in others {
        let before = common
        for anchor in otherSide.anchors[index] {
          let shared = min(anchor.count, sums[anchor.id] ?? 0)
          common += shared
          if shared > 0 { sums[anchor.id, default: 0] -= shared }
        }
        // A paragraph that shares nothing was not joined: it is lost.
        if otherSide.anchorCounts[index] > 1, common == before { stranger += 1 }
      }
    }
    let share = Double(2 * common) / Double(total)
    let weight = min(1, Double(total) / 4)
    return (2 - 3 * share) * weight + 2 * stranger
  }
}
