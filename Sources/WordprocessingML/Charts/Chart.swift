/// A chart of a few series of numbers over the same categories.
///
/// It is written as DrawingML (ECMA-376 part 1, §21.2) and drawn as SVG; both show the same scale, colours and numbers.
public struct Chart: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Columns of the series beside each other.
    case column
    /// One column for each category, the series on top of each other.
    case stacked
    /// Lying bars of the series below each other.
    case bar
  }

  public struct Series: Hashable, Sendable {
    public let name: String
    /// A finite number for each category.
    public let values: [Double]

    public init(_ name: String, _ values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  public let kind: Kind
  /// What stands above it; may be empty.
  public let title: String
  public let categories: [String]
  public let series: [Series]

  /// So many series can be told apart where they are printed in black and white.
  public static let maximumSeries = 6
  /// With more categories than this nobody could read a chart.
  public static let maximumCategories = 500

  /// - Precondition: there is a category and a series, and each series has as many values as there are categories.
  public init(_ kind: Kind, title: String = "", categories: [String], series: [Series]) {
    precondition(!categories.isEmpty && !series.isEmpty, "a chart shows something")
    precondition(
      series.count <= Self.maximumSeries
        && series.allSatisfy { $0.values.count == categories.count },
      "a chart has a value of each series for each category")
    self.kind = kind
    self.title = title
    self.categories = categories
    self.series = series
  }

  /// The colour of each series in turn: no two are equally dark, and each has an outline.
  static let colors = ["1F3864", "F2A33A", "4F81BD", "D9D9D9", "9C3B1E", "8FA05A"]

  /// Whether letters on the colour of a series must be white.
  static func isDark(_ index: Int) -> Bool { [0, 2, 4].contains(index % colors.count) }

  /// From where to where the axis of values goes, and in what steps.
  struct Scale: Hashable {
    let low: Double
    let high: Double
    let step: Double

    var ticks: [Double] {
      let count = Int(((high - low) / step).rounded())
      return (0...count).map { low + Double($0) * step }
    }
  }

  /// All values whole: so are the steps of the scale then.
  private var isWhole: Bool {
    series.allSatisfy { $0.values.allSatisfy { $0 == $0.rounded() } }
  }

  /// The highest and the lowest end of a column.
  private var extent: (low: Double, high: Double) {
    var low = 0.0
    var high = 0.0
    for index in categories.indices {
      let values = series.map { $0.values[index] }
      if kind == .stacked {
        high = max(high, values.reduce(0) { $0 + max($1, 0) })
        low = min(low, values.reduce(0) { $0 + min($1, 0) })
      } else {
        high = max(high, values.max() ?? 0)
        low = min(low, values.min() ?? 0)
      }
    }
    return (low, high)
  }

  /// Some five steps of 1, 2 or 5 times a power of ten, with zero among them.
  var scale: Scale {
    let (low, high) = extent
    guard high > low else { return Scale(low: 0, high: 1, step: 1) }
    let rough = (high - low) / 5
    var step = 1.0
    while step < rough { step *= 10 }
    while step / 10 >= rough { step /= 10 }
    for factor in [0.2, 0.5] where step * factor >= rough {
      step *= factor
      break
    }
    if isWhole { step = max(step, 1) }
    return Scale(
      low: (low / step).rounded(.down) * step, high: (high / step).rounded(.up) * step, step: step)
  }

  /// A number as letters write it: a comma, and from 10,000 on groups of three.
  static func text(of value: Double) -> String {
    guard value == value.rounded(), abs(value) < 1e15 else {
      let rounded = (value * 1000).rounded() / 1000
      return "\(rounded)".replacing(".", with: ",")
    }
    let digits = String(Int(abs(value)))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if digits.count > 4, index > 0, (digits.count - index) % 3 == 0 { text += "\u{A0}" }
      text.append(digit)
    }
    return value < 0 ? "\u{2212}" + text : text
  }

  /// Whether the value of a series is written on its part of the pile: where there is none, or it is too thin for letters, nothing is.
  func isLabelled(_ value: Double) -> Bool {
    guard kind == .stacked else { return true }
    let scale = scale
    return abs(value) >= (scale.high - scale.low) / 16
  }

  /// Whether there are so many columns that their numbers must stand on end to have room.
  var hasUprightNumbers: Bool { kind == .column && categories.count * series.count > 14 }
}
