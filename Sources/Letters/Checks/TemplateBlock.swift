import Diagnostics
import DocxTemplate
import Jinja

/// A paragraph of a template that reads values, or lines that stand together.
struct TemplateBlock {
  /// A value that is printed, and what must be so for that.
  struct Print {
    /// The first place where it is.
    var place: Place
    /// What holds wherever it is printed, as text.
    var guards: Set<String>
  }

  /// The block's first paragraph.
  let place: Place
  private(set) var prints: [String: Print] = [:]
  private(set) var read: Set<String> = []
  private var last: Place
  private var isLine: Bool

  private init(_ reading: TemplateReading) {
    place = reading.place
    last = reading.place
    isLine = Self.isLine(reading.place)
  }

  /// The blocks of a template's main text.
  static func all(
    of readings: [TemplateReading], naming name: ([String]) -> String?
  ) -> [TemplateBlock] {
    var blocks: [TemplateBlock] = []
    for reading in readings {
      if blocks.last?.holds(reading.place) != true { blocks.append(TemplateBlock(reading)) }
      blocks[blocks.count - 1].add(reading, named: name(reading.path))
    }
    return blocks
  }

  /// Lines of the same cell, such as those of an addressee, may come in another order in the other language.
  private func holds(_ place: Place) -> Bool {
    guard place.part == last.part else { return false }
    if place.paragraph == last.paragraph { return true }
    return isLine && Self.isLine(place) && place.cell == last.cell
  }

  private mutating func add(_ reading: TemplateReading, named name: String?) {
    last = reading.place
    guard let name else { return }
    read.insert(name)
    guard reading.purpose == .printed else { return }
    let guards = Set(reading.circumstances.compactMap(\.comparable))
    if let known = prints[name] {
      prints[name]?.guards = known.guards.intersection(guards)
    } else {
      prints[name] = Print(place: reading.place, guards: guards)
    }
  }

  /// Whether a paragraph has but a few words of its own, and is no sentence.
  private static func isLine(_ place: Place) -> Bool {
    let text = place.fixedText
    return text.count < 40 && !(text.last.map { ".:;".contains($0) } ?? false)
  }
}

extension Reading.Circumstance {
  /// The circumstance as a text that is equal for equal ones; `nil` where two templates cannot be compared by it.
  fileprivate var comparable: String? {
    guard case .condition(let text, let holds) = self, !text.contains("expression "),
      !text.hasPrefix("loop "), text.utf8.allSatisfy({ $0 < 0x80 })
    else { return nil }
    return holds ? text : "not \(text)"
  }
}

extension Place {
  /// What a paragraph of a template says besides its tags.
  var fixedText: String {
    var text = ""
    var rest = excerpt[...]
    while let start = rest.firstRange(of: "{") {
      text += rest[..<start.lowerBound]
      let tag = rest[start.lowerBound...]
      let ends: [(String, String)] = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")]
      guard let end = ends.first(where: { tag.hasPrefix($0.0) })?.1,
        let close = tag.firstRange(of: end)
      else {
        text += "{"
        rest = tag.dropFirst()
        continue
      }
      rest = tag[close.upperBound...]
    }
    return (text + rest).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
