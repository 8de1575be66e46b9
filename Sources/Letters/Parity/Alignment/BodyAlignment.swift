/// Pairs the paragraphs of two texts by what cannot be translated, figures and addresses, and by their lengths.
///
/// The cheapest way through both texts, a paragraph at a time, in which a paragraph may also answer two or three, or none.
struct BodyAlignment {
  private let kk: [Element]
  private let ru: [Element]

  private struct Element {
    let paragraph: LetterParagraph
    /// In characters.
    let length: Double
    /// What stands in both languages alike.
    let anchors: [String: Int]
    let anchorCount: Int

    init(_ paragraph: LetterParagraph) {
      self.paragraph = paragraph
      length = Double(paragraph.body.reduce(0) { $0 + $1.text.unicodeScalars.count + 1 })
      var anchors: [String: Int] = [:]
      var count = 0
      for token in paragraph.body {
        let isAnchor =
          token.kind == .number || token.kind == .address
          || token.kind == .word && token.text.utf8.count > 2
            && token.text.utf8.count == token.text.unicodeScalars.count
        guard isAnchor else { continue }
        anchors[token.text.filter { !$0.isWhitespace }, default: 0] += 1
        count += 1
      }
      self.anchors = anchors
      anchorCount = count
    }
  }

  init(_ kk: [LetterParagraph], _ ru: [LetterParagraph]) {
    self.kk = kk.map { Element($0) }
    self.ru = ru.map { Element($0) }
  }

  /// How many paragraphs of each side a step takes.
  private static let steps = [(1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2)]

  func blocks() -> [AlignedBlock] {
    let (rows, columns) = (kk.count, ru.count)
    guard rows > 0 || columns > 0 else { return [] }
    // Long lists are equally long in both, so that the way stays near the diagonal.
    let band = max(40, abs(rows - columns) + 20)
    var costs = [[Double]](
      repeating: [Double](repeating: .infinity, count: columns + 1), count: rows + 1)
    var chosen = [[Int8]](
      repeating: [Int8](repeating: -1, count: columns + 1), count: rows + 1)
    costs[0][0] = 0
    for row in 0...rows {
      let middle = rows == 0 ? 0 : row * columns / rows
      for column in max(0, middle - band)...min(columns, rows == 0 ? columns : middle + band) {
        guard row > 0 || column > 0 else { continue }
        for (index, (down, right)) in Self.steps.enumerated()
        where row >= down && column >= right {
          let before = costs[row - down][column - right]
          guard before < costs[row][column] else { continue }
          let cost =
            before + self.cost(kk[(row - down)..<row], ru[(column - right)..<column])
          if cost < costs[row][column] {
            costs[row][column] = cost
            chosen[row][column] = Int8(index)
          }
        }
      }
    }
    var blocks: [AlignedBlock] = []
    var (row, column) = (rows, columns)
    while row > 0 || column > 0, chosen[row][column] >= 0 {
      let (down, right) = Self.steps[Int(chosen[row][column])]
      let left = kk[(row - down)..<row].map(\.paragraph)
      let other = ru[(column - right)..<column].map(\.paragraph)
      blocks.append(
        AlignedBlock(requisite: (left + other)[0].requisite, kk: left, ru: other))
      (row, column) = (row - down, column - right)
    }
    return blocks.reversed()
  }

  // MARK: Costs

  private func cost(_ left: ArraySlice<Element>, _ right: ArraySlice<Element>) -> Double {
    guard let first = left.first, let other = right.first else {
      // What stands alone.
      return (left + right).reduce(0) { $0 + 1.6 + min(1.2, $1.length / 150) }
    }
    var cost = 0.0
    switch left.count + right.count {
    case 2: cost += kindCost(first, other)
    case 3: cost += 0.9
    default: cost += 3.5
    }
    // Items and rows answer each other one by one.
    if left.count + right.count > 2,
      (left + right).contains(where: { $0.paragraph.requisite != .text })
    {
      return .infinity
    }
    let lengths = (
      left.reduce(0) { $0 + $1.length } * 1.04 + 25, right.reduce(0) { $0 + $1.length } + 25
    )
    let ratio = lengths.0 > lengths.1 ? lengths.0 / lengths.1 : lengths.1 / lengths.0
    // What was joined has the length of both its parts; a translation of its own may be longer.
    cost += min(4, (ratio - 1) * (left.count + right.count == 2 ? 1.6 : 5))
    return cost + anchorCost(left, right)
  }

  private func kindCost(_ left: Element, _ right: Element) -> Double {
    let (kinds) = (left.paragraph.requisite, right.paragraph.requisite)
    if kinds.0 == kinds.1 { return 0 }
    return kinds.0 == .tableRow || kinds.1 == .tableRow ? 6 : 1.2
  }

  /// Between -1, everything is in both, and 2, nothing is.
  private func anchorCost(_ left: ArraySlice<Element>, _ right: ArraySlice<Element>) -> Double {
    let total = (left + right).reduce(0) { $0 + $1.anchorCount }
    guard total > 0 else { return 0 }
    var common = 0
    var stranger = 0.0
    if left.count == 1, right.count == 1, let one = left.first, let other = right.first {
      for (anchor, count) in one.anchors { common += min(count, other.anchors[anchor] ?? 0) }
    } else {
      let (whole, others) = left.count < right.count ? (left, right) : (right, left)
      var sums: [String: Int] = [:]
      for element in whole { sums.merge(element.anchors, uniquingKeysWith: +) }
      for element in others {
        let before = common
        for (anchor, count) in element.anchors {
          let shared = min(count, sums[anchor] ?? 0)
          common += shared
          if shared > 0 { sums[anchor, default: 0] -= shared }
        }
        // A paragraph that shares nothing was not joined: it is lost.
        if element.anchorCount > 1, common == before { stranger += 1 }
      }
    }
    let share = Double(2 * common) / Double(total)
    let weight = min(1, Double(total) / 4)
    return (2 - 3 * share) * weight + 2 * stranger
  }
}
