import JSON
import Letters

/// Turns what a form holds into case data, just as it was typed: what is wrong is found later, and stands there still.
struct FormReader {
  let values: FormValues

  static let actLevels = ["article", "paragraph", "subparagraph"]
  /// What a line of the list of resources has, between tabs.
  static let resourceColumns = ["url", "title", "violation", "enteredAt"]
  /// More items than any list has that is typed.
  private static let mostItems = 5_000

  /// The case data of a form.
  static func data(from values: FormValues, _ fields: [FieldDefinition]) -> JSON {
    let reader = FormReader(values: values)
    if let raw = reader.raw(FormPath.root.rawName) { return raw }
    return reader.group(fields, .root) ?? .object([])
  }

  /// A value; `nil` where nothing was typed.
  func value(_ widget: Widget, _ path: FormPath) -> JSON? {
    if let raw = raw(path.rawName) { return raw }
    switch widget {
    case .text: return bilingual(path) { text(path.member($0)) }
    case .lines: return bilingual(path) { strings(path.member($0)) }
    case .strings: return strings(path)
    case .string, .date, .choice, .figure, .person, .body: return text(path)
    case .number: return number(path)
    case .flag: return values[path] == "true" ? .bool(true) : nil
    case .act: return act(path)
    case .paragraph: return paragraph(path)
    case .resources: return resources(path)
    case .organisers: return organisers(path)
    case .list(let item):
      let items = items(item, path)
      return items.isEmpty ? nil : .array(items)
    case .group(let fields): return group(fields, path)
    case .record(let record): return self.record(record, path)
    }
  }

  private func raw(_ name: String) -> JSON? {
    let text = values[name]
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    return (try? JSON(parsing: text)) ?? .string(text)
  }

  private func group(_ fields: [FieldDefinition], _ path: FormPath) -> JSON? {
    var members = fields.compactMap { field in
      value(Widget(field.type), path.member(field.name)).map { JSON.Member(field.name, $0) }
    }
    switch raw(path.othersName) {
    case .object(let others)?:
      members += others.filter { other in !members.contains { $0.name == other.name } }
    case let other?: members.append(JSON.Member("?", other))
    case nil: break
    }
    return members.isEmpty ? nil : .object(members)
  }

  private func items(_ item: Widget, _ path: FormPath) -> [JSON] {
    let count = min(Int(values[path.countName]) ?? 0, Self.mostItems)
    return (0..<max(0, count)).map { value(item, path.item($0)) ?? item.blank }
  }

  private func record(_ record: Widget.Record, _ path: FormPath) -> JSON? {
    let chosen = values[path]
    if !chosen.isEmpty, chosen != Widget.described { return .string(chosen) }
    let description = group(record.fields, path)
    return chosen == Widget.described ? description ?? .object([]) : description
  }

  // MARK: Single values

  private func text(_ path: FormPath) -> JSON? {
    let text = values[path]
    return text.isEmpty ? nil : .string(text)
  }

  private func number(_ path: FormPath) -> JSON? {
    let text = values[path]
    let trimmed = String(text.trimmed)
    guard let number = Int(trimmed), String(number) == trimmed else { return self.text(path) }
    return .integer(number)
  }

  private func bilingual(_ path: FormPath, _ value: (String) -> JSON?) -> JSON? {
    let members = LetterLanguage.allCases.compactMap { language in
      value(language.rawValue).map { JSON.Member(language.rawValue, $0) }
    }
    return members.isEmpty ? nil : .object(members)
  }

  /// Lines that are not blank.
  private func strings(_ path: FormPath) -> JSON? {
    let lines = lines(path).filter { !$0.trimmed.isEmpty }
    return lines.isEmpty ? nil : .array(lines.map { .string(String($0)) })
  }

  private func lines(_ path: FormPath) -> [Substring] {
    values[path].split(separator: "\n", omittingEmptySubsequences: false)
  }

  private func act(_ path: FormPath) -> JSON? {
    let places = Self.actLevels.compactMap { level in
      number(path.member(level)).map { JSON.Member(level, $0) }
    }
    let id = text(path)
    guard !places.isEmpty else { return id }
    return .object((id.map { [JSON.Member("act", $0)] } ?? []) + places)
  }

  private func paragraph(_ path: FormPath) -> JSON? {
    guard values[path.member("list")] == "true" else {
      return bilingual(path) { text(path.member($0)) }
    }
    let columns = LetterLanguage.allCases.map { language in
      (name: language.rawValue, lines: lines(path.member(language.rawValue)))
    }
    let count = columns.map(\.lines.count).max() ?? 0
    let items = (0..<count).map { index in
      let members = columns.compactMap { name, lines -> JSON.Member? in
        guard index < lines.count, !lines[index].isEmpty else { return nil }
        return JSON.Member(name, .string(String(lines[index])))
      }
      return JSON.object(members)
    }
    return .object([JSON.Member("list", .array(items.filter { $0 != .object([]) }))])
  }

  // MARK: Lists of records

  private func resources(_ path: FormPath) -> JSON? {
    let rows = lines(path.member("list")).filter { !$0.trimmed.isEmpty }.map { line in
      let cells = line.split(
        separator: "\t", maxSplits: Self.resourceColumns.count - 1,
        omittingEmptySubsequences: false)
      return JSON.object(
        zip(Self.resourceColumns, cells).compactMap { name, cell in
          cell.trimmed.isEmpty ? nil : JSON.Member(name, .string(String(cell.trimmed)))
        })
    }
    let document = values[path.member("document")]
    switch ListSource(rawValue: values[path]) {
    case .document?: return ["document": .string(document)]
    case .list?: return .array(rows)
    case .register?, nil:
      guard rows.isEmpty else { return .array(rows) }
      return document.isEmpty ? nil : ["document": .string(document)]
    }
  }

  private func organisers(_ path: FormPath) -> JSON? {
    let items = items(.record(.organiser), path)
    switch ListSource(rawValue: values[path]) {
    case .register?: return ["register": true]
    case .list?: return .array(items)
    case .document?, nil: return items.isEmpty ? nil : .array(items)
    }
  }
}

extension Widget {
  /// An item of a list that was added and not yet filled in.
  var blank: JSON {
    switch self {
    case .text, .lines, .paragraph, .group: .object([])
    case .list, .strings: .array([])
    default: ""
    }
  }
}

extension StringProtocol {
  /// Without spaces around it.
  var trimmed: SubSequence {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
    return start[...last]
  }
}
