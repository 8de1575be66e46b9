import JSON
import Jinja

/// A value of the case data that is missing or wrong: a preview shows what its field is called in its place.
public struct Gap: Sendable {
  /// The field's path in the case data: `inquiry.date`.
  public let path: String
  /// What the field is called.
  public let label: Bilingual
  /// What there is of it: a text that was written in one language only.
  var texts: [LetterLanguage: CaseValue] = [:]
  /// Of a list: one item, which stands for all.
  var item: CaseValue?

  init(_ path: String, _ label: Bilingual) {
    self.path = path
    self.label = label
  }
}

/// A gap as the template of one language sees it.
final class GapValue: CustomValue {
  let gap: Gap
  let text: String
  private let item: Value?
  private let language: LetterLanguage

  init(_ gap: Gap, _ language: LetterLanguage, item: Value? = nil, label: Bilingual? = nil) {
    self.gap = gap
    self.language = language
    self.item = item
    text = (label ?? gap.label)[language]
  }

  var isUnknown: Bool { true }

  /// One item, whatever it is that is missing.
  var items: [Value]? { [item ?? .custom(self)] }

  func attribute(_ name: String) -> Value? {
    .custom(Self.parts[name].map { GapValue(gap, language, label: $0) } ?? self)
  }

  /// What stands beside the field's own label where a value has several parts that letters print.
  private static let parts: [String: Bilingual] = [
    "initials": Bilingual(kk: "А. Ә.", ru: "И. О."),
    "position": Bilingual(kk: "Лауазымы", ru: "Должность"),
  ]
}

extension CaseReader {
  /// What stands for a field that has no value, or a wrong one: a gap, or what a gap is made of.
  mutating func gap(
    _ type: FieldType, _ label: Bilingual, _ path: String, given: JSON? = nil
  ) -> CaseValue {
    var gap = Gap(path, label)
    switch type {
    case .boolean: return .boolean(false)
    case .text:
      for language in LetterLanguage.allCases {
        guard let text = given?[language.rawValue]?.string, !text.isBlank
        else { continue }
        gap.texts[language] = .string(text)
      }
    case .lines:
      for language in LetterLanguage.allCases {
        let lines = given?[language.rawValue].map { Self.lines($0) } ?? []
        if !lines.isEmpty { gap.texts[language] = .list(lines) }
      }
    case .bilingualLines:
      return .group(
        LetterLanguage.allCases.map { language in
          let lines = given?[language.rawValue].map { Self.lines($0) } ?? []
          return (language.rawValue, lines.isEmpty ? .gap(gap) : .list(lines))
        })
    case .list(let item): return gapList(item, path, label)
    case .paragraphs: gap.item = .group([("text", .gap(gap))])
    case .group(let fields): return self.gap(of: fields, path)
    case .period: return self.gap(of: RecordFields.period, path)
    case .inquiry: return self.gap(of: RecordFields.inquiry, path)
    case .organisation: return self.gap(of: RecordFields.organisation, path)
    case .resources: gap.item = gapRow(RecordFields.resource, "\(path)[0]", number: 1)
    case .organisers: gap.item = gapRow(RecordFields.organiser, "\(path)[0]", number: 1)
    case .string, .date, .year, .integer, .choice, .person, .body, .act, .figure: break
    }
    return .gap(gap)
  }

  /// A group of which nothing is given.
  private mutating func gap(of fields: [FieldDefinition], _ path: String) -> CaseValue {
    var members: [(name: String, value: CaseValue)] = []
    for field in fields where field.isAsked(in: .object([]), among: fields) {
      let path = join(path, field.name)
      // What holds by default is in order.
      if let value = field.defaultValue,
        let known = try? self.value(value, field.type, field.limits, path)
      {
        members.append((field.name, known))
      } else if field.isRequired || field.type == .boolean {
        members.append((field.name, gap(field.type, field.label, path)))
      }
    }
    return .group(members)
  }

  /// A list of which nothing is given.
  mutating func gapList(_ item: FieldType, _ path: String, _ label: Bilingual) -> CaseValue {
    var gap = Gap(path, label)
    gap.item = self.gap(item, label, "\(path)[0]")
    return .gap(gap)
  }

  /// A row of a table of which nothing is given but its number.
  mutating func gapRow(_ fields: [FieldDefinition], _ path: String, number: Int) -> CaseValue {
    guard case .group(let members) = gap(of: fields, path) else { return .group([]) }
    // The program finds the host in the address.
    let host = members.first { $0.name == "url" }.map { [("host", $0.value)] } ?? []
    return .group([("number", .integer(number))] + members + host)
  }

  private static func lines(_ json: JSON) -> [CaseValue] {
    guard case .array(let elements) = json else { return [] }
    return elements.compactMap { element in
      element.string.flatMap { $0.isBlank ? nil : .string($0) }
    }
  }
}

extension String {
  /// Whether there is nothing to see in it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
