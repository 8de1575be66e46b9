import XML

/// The lists that a document defines (ECMA-376 part 1, §17.9).
struct Numbering: Sendable {
  struct Level: Hashable, Sendable {
    var start = 1
    var format = NumberFormat.decimal
    /// The pattern, such as `%1.%2)`.
    var text = ""
    /// Whether all numbers of the pattern are written as decimals.
    var isLegal = false
    /// The level after which this one begins anew; 0 for never, `nil` for any higher level.
    var restartsAfter: Int?
  }

  private var abstracts: [String: [Int: Level]] = [:]
  private var instances: [String: (abstract: String, levels: [Int: Level], starts: [Int: Int])] =
    [:]

  init() {}

  init(_ tree: WordTree) {
    for node in tree.tree.children(of: tree.tree.root) {
      switch tree.element(node) {
      case .abstractNum:
        guard let id = tree.attribute("abstractNumId", of: node) else { continue }
        abstracts[id] = Self.levels(of: node, tree)
      case .num:
        guard let id = tree.attribute("numId", of: node),
          let abstract = tree.value(of: .abstractNumId, in: node)
        else { continue }
        var levels: [Int: Level] = [:]
        var starts: [Int: Int] = [:]
        for override in tree.tree.children(of: node) where tree.element(override) == .lvlOverride {
          guard let index = tree.attribute("ilvl", of: override).flatMap({ Int($0) }) else {
            continue
          }
          levels.merge(Self.levels(of: override, tree)) { _, new in new }
          if let start = tree.value(of: .startOverride, in: override).flatMap({ Int($0) }) {
            starts[index] = start
          }
        }
        instances[id] = (abstract, levels, starts)
      default: continue
      }
    }
  }

  /// The level of a list, or `nil` where the list is not defined.
  func level(_ index: Int, of list: String) -> Level? {
    guard let instance = instances[list] else { return nil }
    var level = instance.levels[index] ?? abstracts[instance.abstract]?[index]
    if let start = instance.starts[index] { level?.start = start }
    return level
  }

  /// The definition that lists share their counting through.
  func abstract(of list: String) -> String? { instances[list]?.abstract }

  func restarts(_ list: String, at level: Int) -> Bool {
    instances[list]?.starts[level] != nil
  }

  private static func levels(of parent: XMLTree.NodeID, _ tree: WordTree) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for node in tree.tree.children(of: parent) where tree.element(node) == .lvl {
      guard let index = tree.attribute("ilvl", of: node).flatMap({ Int($0) }) else { continue }
      var level = Level()
      level.start = tree.value(of: .start, in: node).flatMap { Int($0) } ?? 0
      level.format = NumberFormat(name: tree.value(of: .numFmt, in: node) ?? "decimal")
      level.text = tree.value(of: .lvlText, in: node) ?? ""
      level.isLegal = tree.isOn(.isLgl, in: node)
      level.restartsAfter = tree.value(of: .lvlRestart, in: node).flatMap { Int($0) }
      levels[index] = level
    }
    return levels
  }
}

/// Counts the items of a document's lists in reading order.
struct ListCounter {
  private let numbering: Numbering
  /// Numbers reached, by definition and level.
  private var numbers: [String: [Int: Int]] = [:]
  private var started: Set<String> = []

  init(_ numbering: Numbering) { self.numbering = numbering }

  /// The label of the next item of `list` at `level`, such as `2.1)` or `–`; empty where it has none.
  mutating func label(of list: String, level index: Int) -> String {
    guard let level = numbering.level(index, of: list), let key = numbering.abstract(of: list) else {
      return ""
    }
    if numbering.restarts(list, at: index), started.insert("\(list)/\(index)").inserted {
      numbers[key]?[index] = nil
    }
    numbers[key, default: [:]][index] = (numbers[key]?[index]).map { $0 + 1 } ?? level.start
    for deeper in numbers[key, default: [:]].keys where deeper > index {
      let restartsAfter = numbering.level(deeper, of: list)?.restartsAfter
      if restartsAfter != 0, index < restartsAfter ?? deeper { numbers[key]?[deeper] = nil }
    }
    if level.format == .bullet { return Self.bullet(level.text) }
    return text(of: level, list, key)
  }

  private func text(of level: Numbering.Level, _ list: String, _ key: String) -> String {
    var label = ""
    var isPlaceholder = false
    for character in level.text {
      if isPlaceholder, let digit = character.wholeNumberValue, digit > 0 {
        let other = numbering.level(digit - 1, of: list)
        let number = numbers[key]?[digit - 1] ?? other?.start ?? 1
        let format = level.isLegal ? .decimal : other?.format ?? .decimal
        label += format.text(of: number)
        isPlaceholder = false
      } else if character == "%" {
        isPlaceholder = true
      } else {
        label.append(character)
      }
    }
    return label
  }

  /// Symbol fonts draw bullets from the private use area, which other fonts show as boxes.
  private static func bullet(_ text: String) -> String {
    text.unicodeScalars.allSatisfy { (0xE000...0xF8FF).contains($0.value) } && !text.isEmpty
      ? "•" : text
  }
}
