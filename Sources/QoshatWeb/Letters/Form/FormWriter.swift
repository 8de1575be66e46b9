import JSON
import Letters

/// Turns case data into what the inputs of a form hold. Nothing is lost: what no input can hold is there as JSON.
struct FormWriter {
  private(set) var values = FormValues()

  /// The form of whole case data.
  static func values(of data: JSON, _ fields: [FieldDefinition]) -> FormValues {
    var writer = FormWriter()
    if case .object(let members) = data {
      writer.writeGroup(members, fields, .root)
    } else {
      writer.values[FormPath.root.rawName] = data.serialized()
    }
    return writer.values
  }

  private mutating func writeGroup(
    _ members: [JSON.Member], _ fields: [FieldDefinition], _ path: FormPath
  ) {
    var others: [JSON.Member] = []
    for member in members where member.value != .null {
      if let field = fields.first(where: { $0.name == member.name }) {
        write(member.value, Widget(field.type), path.member(field.name))
      } else {
        others.append(member)
      }
    }
    if !others.isEmpty { values[path.othersName] = JSON.object(others).serialized() }
  }

  private mutating func write(_ json: JSON, _ widget: Widget, _ path: FormPath) {
    switch (widget, json) {
    case (.group(let fields), .object(let members)): writeGroup(members, fields, path)
    case (.list(let item), .array(let elements)): writeList(elements, item, path)
    case (.record(let record), .object(let members)):
      values[path] = Widget.described
      writeGroup(members, record.fields, path)
    case (.organisers, .array(let elements)):
      values[path] = ListSource.list.rawValue
      writeList(elements, .record(.organiser), path)
    case (.resources, .array), (.resources, .object): writeLeaf(json, widget, path)
    case (_, _) where json.isBlank: break
    default: writeLeaf(json, widget, path)
    }
  }

  private mutating func writeList(_ elements: [JSON], _ item: Widget, _ path: FormPath) {
    values[path.countName] = String(elements.count)
    for (index, element) in elements.enumerated() { write(element, item, path.item(index)) }
  }

  /// What stands in inputs of its own, unless it would be another value when it is read from them.
  private mutating func writeLeaf(_ json: JSON, _ widget: Widget, _ path: FormPath) {
    var leaf = FormValues()
    Self.fill(&leaf, json, widget, path)
    let isKept = FormReader(values: leaf).value(widget, path)?.plain == json.plain
    let isSendable = leaf.texts.allSatisfy { Self.isSendable($1, as: $0, of: widget) }
    guard isKept, isSendable else { return values[path.rawName] = json.serialized() }
    for (name, text) in leaf.texts { values[name] = text }
  }

  /// Whether a browser sends a text as it is: one line only from an input of one, and no sign that is no text.
  private static func isSendable(_ text: String, as name: String, of widget: Widget) -> Bool {
    let hasLines =
      switch widget {
      case .date, .number, .act: false
      case .resources: name.hasSuffix(".list")
      default: true
      }
    return text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x09 || hasLines && $0 == 0x0A }
  }

  private static func fill(
    _ leaf: inout FormValues, _ json: JSON, _ widget: Widget, _ path: FormPath
  ) {
    switch widget {
    case .text:
      for language in LetterLanguage.allCases {
        leaf[path.member(language.rawValue)] = json[language.rawValue]?.string ?? ""
      }
    case .lines:
      for language in LetterLanguage.allCases {
        leaf[path.member(language.rawValue)] = json[language.rawValue]?.lines ?? ""
      }
    case .strings: leaf[path] = json.lines ?? ""
    case .paragraph:
      let list = json["list"]
      if list != nil { leaf[path.member("list")] = "true" }
      for language in LetterLanguage.allCases {
        let name = language.rawValue
        if case .array(let items)? = list {
          leaf[path.member(name)] = items.map { $0[name]?.string ?? "" }.joined(separator: "\n")
        } else {
          leaf[path.member(name)] = json[name]?.string ?? ""
        }
      }
    case .act:
      leaf[path] = (json["act"] ?? json).scalar ?? ""
      for level in FormReader.actLevels {
        leaf[path.member(level)] = json[level]?.scalar ?? ""
      }
    case .resources: fillResources(&leaf, json, path)
    case .organisers: if json["register"] == true { leaf[path] = ListSource.register.rawValue }
    default: leaf[path] = json.scalar ?? ""
    }
  }

  private static func fillResources(_ leaf: inout FormValues, _ json: JSON, _ path: FormPath) {
    if case .array(let rows) = json {
      leaf[path] = ListSource.list.rawValue
      leaf[path.member("list")] = rows.map { row in
        var cells = FormReader.resourceColumns.map { row[$0]?.string ?? "" }
        while cells.last?.isEmpty == true { cells.removeLast() }
        return cells.joined(separator: "\t")
      }.joined(separator: "\n")
    } else {
      leaf[path] = ListSource.document.rawValue
      leaf[path.member("document")] = json["document"]?.string ?? ""
    }
  }
}

extension JSON {
  /// Whether nothing was given: what an empty input means.
  fileprivate var isBlank: Bool { plain == .null }

  /// The text of a value that one input can hold.
  fileprivate var scalar: String? {
    switch self {
    case .string(let text): text
    case .integer(let number): String(number)
    case .bool(true): "true"
    default: nil
    }
  }

  /// The texts of an array, a line each.
  fileprivate var lines: String? {
    guard case .array(let elements) = self else { return nil }
    return elements.map { $0.string ?? "" }.joined(separator: "\n")
  }

  /// The value without what an empty input and an absent one have in common, its members in the order of their names, a
  /// whole number as its digits.
  var plain: JSON {
    switch self {
    case .null, .bool(false), .string(""): .null
    case .integer(let number): .string(String(number))
    case .bool, .number, .digits, .string: self
    case .array(let elements): elements.isEmpty ? .null : .array(elements.map(\.plain))
    case .object(let members): Self.plain(members)
    }
  }

  private static func plain(_ members: [Member]) -> JSON {
    let given = members.map { Member($0.name, $0.value.plain) }.filter { $0.value != .null }
    return given.isEmpty ? .null : .object(given.sorted { $0.name < $1.name })
  }
}
