import JSON
import Letters
import TestSupport

@testable import QoshatWeb

/// Case data as they may be: mostly of the shape of the fields, now and then of another.
enum AnyCase {
  private static let texts = [
    "", " ", "мәтін", "<b>&\"'", "a\nb", "\nа", "б\n", "2021-12-15", "2021-02-30", "12", "007", "*",
    "true", "list", "document", "tab\there", "\u{A0}", "https://a.example/?q=1&b=\"x\"", "[0].kk",
    "r\r\nn", "көп сөз көп сөз көп сөз көп сөз көп сөз көп сөз көп сөз көп сөз көп сөз көп сөз",
  ]

  static func object(
    _ fields: [FieldDefinition], _ random: inout SeededGenerator
  ) -> JSON {
    var members: [JSON.Member] = []
    for field in fields where Int.random(in: 0..<3, using: &random) > 0 {
      members.append(JSON.Member(field.name, value(field.type, &random)))
    }
    if one(in: 12, &random) { members.append(JSON.Member("other", scalar(&random))) }
    if one(in: 30, &random) { members.append(JSON.Member("a.b[0]", ["kk": scalar(&random)])) }
    return .object(members.shuffled(using: &random))
  }

  private static func value(_ type: FieldType, _ random: inout SeededGenerator) -> JSON {
    if one(in: 15, &random) { return odd(&random) }
    switch type {
    case .text: return languages(&random) { text(&$0) }
    case .lines, .bilingualLines: return languages(&random) { list(&$0) { text(&$0) } }
    case .paragraphs:
      return list(&random) { random in
        one(in: 2, &random)
          ? languages(&random) { text(&$0) }
          : ["list": list(&random) { languages(&$0) { text(&$0) } }]
      }
    case .year, .integer: return .integer(Int.random(in: -3...3000, using: &random))
    case .boolean: return .bool(Bool.random(using: &random))
    case .list(let item): return list(&random) { value(item, &$0) }
    case .group(let fields): return object(fields, &random)
    case .period: return object(RecordFields.period, &random)
    case .act:
      return one(in: 2, &random)
        ? text(&random) : ["act": text(&random), "article": scalar(&random), "paragraph": "41-1"]
    case .organisation: return record(RecordFields.organisation, &random)
    case .inquiry: return record(RecordFields.inquiry, &random)
    case .resources:
      return one(in: 2, &random)
        ? ["document": text(&random)] : list(&random) { object(RecordFields.resource, &$0) }
    case .organisers:
      return one(in: 3, &random)
        ? ["register": true] : list(&random) { record(RecordFields.organiser, &$0) }
    case .string, .date, .choice, .person, .body, .figure: return text(&random)
    }
  }

  private static func record(
    _ fields: [FieldDefinition], _ random: inout SeededGenerator
  ) -> JSON {
    one(in: 2, &random) ? text(&random) : object(fields, &random)
  }

  private static func languages(
    _ random: inout SeededGenerator, _ value: (inout SeededGenerator) -> JSON
  ) -> JSON {
    var members = [JSON.Member("kk", value(&random)), JSON.Member("ru", value(&random))]
    if one(in: 8, &random) { members.removeLast() }
    if one(in: 20, &random) { members.append(JSON.Member("en", value(&random))) }
    return .object(members)
  }

  private static func list(
    _ random: inout SeededGenerator, _ item: (inout SeededGenerator) -> JSON
  ) -> JSON {
    .array((0..<Int.random(in: 0...3, using: &random)).map { _ in item(&random) })
  }

  private static func text(_ random: inout SeededGenerator) -> JSON {
    .string(texts.randomElement(using: &random) ?? "")
  }

  private static func scalar(_ random: inout SeededGenerator) -> JSON {
    let all: [JSON] = [
      .null, true, false, 7, .number(1.5), .digits("123456789012345678901234567890"),
    ]
    return one(in: 2, &random) ? text(&random) : all.randomElement(using: &random) ?? .null
  }

  /// What no field of the type has.
  private static func odd(_ random: inout SeededGenerator) -> JSON {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: scalar(&random)
    case 1: [scalar(&random), ["kk": scalar(&random)]]
    case 2: ["kk": ["a"], "list": "b", "act": 5, "register": false, "document": [1]]
    default: [["url": 5], ["name": "x", "extra": true], "y"]
    }
  }

  private static func one(in count: Int, _ random: inout SeededGenerator) -> Bool {
    Int.random(in: 0..<count, using: &random) == 0
  }
}
