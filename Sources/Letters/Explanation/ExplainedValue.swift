import DocxTemplate
import Jinja

/// A value that a letter prints, in both languages, and where it is from.
public struct ExplainedValue: Sendable {
  /// What one of the two documents prints.
  public struct Printed: Sendable {
    /// The tag as the template has it, without its braces.
    public let expression: String
    public let text: String
    public let part: String
    /// The number of the paragraph in its part, from 1; `nil` for what stands in no paragraph, such as a property.
    public let paragraph: Int?
    public let style: String?
  }

  /// The place in a list, for values that a loop prints.
  public struct Item: Hashable, Sendable {
    public let list: String
    /// Counted from 0.
    public let index: Int
  }

  /// What the template reads: `resources[3].url`; several for what is made of several, none for its own words.
  public let paths: [String]
  public let sources: [ValueSource]
  /// Whether the template prints something made of the values and not the value.
  public let isComputed: Bool
  public let item: Item?
  /// What each document prints; one may not print the value.
  public let printed: [LetterLanguage: Printed]
}

/// The values of both documents beside one another.
struct ValuePairs {
  /// What two languages must share to be the same value.
  private struct Key: Hashable {
    let paths: [String]
    /// The tag, where it reads nothing.
    let words: String
    /// What a property says is paired with a property.
    let isInText: Bool
  }

  private typealias Row = [LetterLanguage: PrintedValue]

  private var rows: [Row] = []

  init(kk: [PrintedValue], ru: [PrintedValue]) {
    let others = Dictionary(grouping: ru.indices) { Self.key(of: ru[$0]) }
    let own = Dictionary(grouping: kk.indices) { Self.key(of: kk[$0]) }
    var partners: [Int: Int] = [:]
    for (key, indices) in own {
      for (index, other) in Self.pairs(kk, indices, ru, others[key] ?? []) {
        partners[index] = other
      }
    }
    rows = kk.indices.map { index in
      var row = [LetterLanguage.kk: kk[index]]
      row[.ru] = partners[index].map { ru[$0] }
      return row
    }
    insert(ru, paired: Dictionary(uniqueKeysWithValues: partners.map { ($1, $0) }))
  }

  /// Puts what only the Russian document prints behind what it prints before.
  private mutating func insert(_ ru: [PrintedValue], paired: [Int: Int]) {
    var after: [Int: [Row]] = [:]
    var last = -1
    for (index, value) in ru.enumerated() {
      if let row = paired[index] {
        last = row
      } else {
        after[last, default: []].append([.ru: value])
      }
    }
    rows = (after[-1] ?? []) + rows.enumerated().flatMap { [$1] + (after[$0] ?? []) }
  }

  /// Which of the Russian values each Kazakh one is: that with the same numbers before any other.
  private static func pairs(
    _ kk: [PrintedValue], _ own: [Int], _ ru: [PrintedValue], _ others: [Int]
  ) -> [(Int, Int)] {
    guard own.count != others.count else { return Array(zip(own, others)) }
    // The last of each is taken first, so that taking one is cheap: the first of the document.
    var free = Dictionary(grouping: others.reversed()) { numbers(in: ru[$0].text) }
    var pairs: [(Int, Int)] = []
    var unpaired: [Int] = []
    for index in own {
      if let other = free[numbers(in: kk[index].text)]?.popLast() {
        pairs.append((index, other))
      } else {
        unpaired.append(index)
      }
    }
    return pairs + zip(unpaired, free.values.joined().sorted())
  }

  private static func numbers(in text: String) -> [Substring] {
    text.split { !$0.isNumber }.sorted()
  }

  private static func key(of value: PrintedValue) -> Key {
    let paths = value.origins.map { withoutCase($0).text }
    return Key(
      paths: paths.sorted(), words: paths.isEmpty ? value.expression : "",
      isInText: value.paragraph != nil)
  }

  /// The name of a body in whichever case is its name, since Kazakh templates make their cases themselves.
  private static func withoutCase(_ path: ValuePath) -> ValuePath {
    guard case .name(let name)? = path.steps.last,
      ["genitive", "dative", "instrumental"].contains(name)
    else { return path }
    var path = path
    path.steps[path.steps.count - 1] = .name("name")
    return path
  }

  /// The rows with their sources.
  func explained(by finder: SourceFinder) -> [ExplainedValue] {
    rows.map { row in
      let values = LetterLanguage.allCases.compactMap { row[$0] }
      let origins = values.first?.origins ?? []
      let found = origins.map { ($0, finder.source(of: $0)) }
      // What was asked for and is not there, has printed nothing.
      let present = found.filter { $0.1 != nil }
      let used = present.isEmpty ? origins : present.map { $0.0 }
      var seen: Set<ValueSource> = []
      var sources = present.compactMap { $0.1 }.filter { seen.insert($0).inserted }
      if sources.isEmpty { sources = [finder.source(ofWordsIn: Set(row.keys))] }
      return ExplainedValue(
        paths: used.map(\.text), sources: sources,
        isComputed: used.count != 1 || values.contains { $0.origins.contains { !$0.isExact } },
        item: used.first.flatMap(ExplainedValue.Item.init),
        printed: row.mapValues(ExplainedValue.Printed.init))
    }
  }
}

extension ExplainedValue.Printed {
  fileprivate init(_ value: PrintedValue) {
    self.init(
      expression: value.expression, text: value.text, part: value.part,
      paragraph: value.paragraph, style: value.style)
  }
}

extension ExplainedValue.Item {
  /// The place in the outermost list.
  fileprivate init?(_ path: ValuePath) {
    guard
      let position = path.steps.firstIndex(where: { if case .index = $0 { true } else { false } }),
      case .index(let index) = path.steps[position]
    else { return nil }
    var list = path
    list.steps.removeSubrange(position...)
    self.init(list: list.text, index: index)
  }
}
