/// A piece of a line, in the order of the text.
struct Inline {
  enum Content {
    /// Text as it is read, not yet escaped.
    case text(String)
    /// Finished HTML of that width, in twentieths of a point.
    case html(String, width: Int)
    /// The same with paragraphs in it, which no paragraph of HTML can hold.
    case block(String, width: Int)
    case tab
    /// A tab to the right edge or the middle of the line, whatever its stops are.
    case edgeTab(TabStop.Alignment)
    case lineBreak, pageBreak, columnBreak
  }

  enum Change { case inserted, deleted }

  var content: Content
  /// The number of the look among those of the document.
  var look: Int
  /// The number of the link among those of the document.
  var link: Int?
  var change: Change?
  /// The number of the value that the text is of, and the remarks about it.
  var value: Int?
  var remarks: [Int] = []
}

/// Numbers for values that occur often.
struct Interned<Value: Hashable> {
  private(set) var values: [Value] = []
  private var numbers: [Value: Int] = [:]

  mutating func number(of value: Value) -> Int {
    if let number = numbers[value] { return number }
    numbers[value] = values.count
    values.append(value)
    return values.count - 1
  }

  subscript(number: Int) -> Value { values[number] }
}
