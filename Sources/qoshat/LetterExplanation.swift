import CivilDates
import Diagnostics
import JSON
import Letters

/// Where everything in a letter is from: its values in both documents, and what the register was asked for its figures.
struct LetterExplanation {
  private let letter: RenderedLetter
  private let language: MessageLanguage

  /// Of a longer list only so many items are shown in the form for people.
  private static let listedItems = 20

  init(_ letter: RenderedLetter, _ language: MessageLanguage) {
    self.letter = letter
    self.language = language
  }

  /// As JSON with everything, or as text for reading.
  func rendered(_ format: DiagnosticFormat) -> String {
    let figures = FigureExplanation(letter, language)
    guard format == .json else { return figures.text + table.aligned }
    let json: JSON = [
      "revision": letter.provenance.map { .integer($0.revision) } ?? .null,
      "asOf": letter.provenance.map { .string($0.asOf.iso) } ?? .null,
      "figures": figures.json,
      "values": .array(letter.values.map { self.json(of: $0) }),
    ]
    return json.serialized(indented: true) + "\n"
  }

  // MARK: For people

  /// Two lines for each value, one of each document; that of a document that does not print it is empty.
  private var table: TextTable {
    let headings = [
      Message(kk: "мән қайдан", ru: "откуда значение", en: "source"),
      Message(kk: "хат", ru: "письмо", en: "letter"),
      Message(kk: "абзац", ru: "абзац", en: "paragraph"),
      Message(kk: "стиль", ru: "стиль", en: "style"),
      Message(kk: "басылған мәтін", ru: "напечатано", en: "printed"),
      Message(kk: "тег", ru: "тег", en: "tag"),
    ]
    var table = TextTable(headings: headings.map { $0[language] }, rows: [])
    table.widest = 56
    var lengths: [String: Int] = [:]
    for item in letter.values.compactMap(\.item) {
      lengths[item.list] = max(lengths[item.list] ?? 0, item.index + 1)
    }
    var cut: Set<String> = []
    for value in letter.values {
      if let item = value.item, item.index >= Self.listedItems {
        if cut.insert(item.list).inserted {
          table.rows.append(["\(item.list) … (\(lengths[item.list] ?? 0))", "", "", "", "", ""])
        }
        continue
      }
      let entries = value.sources.map(\.entry).joined(separator: ", ")
      let ways = value.sources.compactMap(\.via).joined(separator: ", ")
      table.rows.append([entries] + line(of: value.printed[.kk], .kk))
      table.rows.append([ways.isEmpty ? "" : "← \(ways)"] + line(of: value.printed[.ru], .ru))
    }
    return table
  }

  private func line(
    of printed: ExplainedValue.Printed?, _ language: LetterLanguage
  ) -> [String] {
    guard let printed else { return [language.rawValue, "", "", "", ""] }
    let part = printed.part.split(separator: "/").last.map(String.init) ?? printed.part
    let isBody = part == "document.xml"
    let place = [isBody ? nil : part, printed.paragraph.map { String($0) }].compactMap { $0 }
    return [
      language.rawValue, place.joined(separator: " "), printed.style ?? "", printed.text,
      printed.expression,
    ]
  }

  // MARK: For programs

  private func json(of value: ExplainedValue) -> JSON {
    let sources = value.sources.map { source -> JSON in
      [
        "kind": .string(source.kind.rawValue), "entry": .string(source.entry),
        "via": source.via.map { .string($0) } ?? .null,
      ]
    }
    return [
      "paths": .array(value.paths.map { .string($0) }),
      "sources": .array(sources),
      "computed": .bool(value.isComputed),
      "kk": value.printed[.kk].map { json(of: $0) } ?? .null,
      "ru": value.printed[.ru].map { json(of: $0) } ?? .null,
    ]
  }

  private func json(of printed: ExplainedValue.Printed) -> JSON {
    [
      "text": .string(printed.text),
      "expression": .string(printed.expression),
      "part": .string(printed.part),
      "paragraph": printed.paragraph.map { .integer($0) } ?? .null,
      "style": printed.style.map { .string($0) } ?? .null,
    ]
  }
}
