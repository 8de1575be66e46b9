extension Array where Element: Equatable {
  /// How many elements must be put in, taken out or replaced to get `other` (Levenshtein).
  func distance(to other: [Element]) -> Int {
    var row = Array<Int>(0...other.count)
    for (index, element) in enumerated() {
      var corner = row[0]
      row[0] = index + 1
      for column in other.indices {
        let next = Swift.min(
          row[column + 1] + 1, row[column] + 1, corner + (element == other[column] ? 0 : 1))
        corner = row[column + 1]
        row[column + 1] = next
      }
    }
    return row[other.count]
  }
}
