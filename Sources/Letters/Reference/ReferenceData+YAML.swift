import CivilDates
import Diagnostics
import Language
import Yams

extension ReferenceData {
  /// The files that reference data is read from.
  static let files = ["acts.yaml", "bodies.yaml", "people.yaml", "glossary.yaml"]

  /// Reads one of the files into the data; returns what is wrong with it.
  mutating func read(_ name: String, _ bytes: [UInt8], file: String) -> [Diagnostic] {
    var reader = ReferenceReader(file: file)
    for (position, (id, record)) in reader.records(bytes).enumerated() {
      switch name {
      case "acts.yaml": acts[id] = reader.act(id, record)
      case "bodies.yaml": bodies[id] = reader.body(id, record, position: position)
      case "glossary.yaml": concepts[id] = reader.concept(id, record)
      default: people[id] = reader.person(id, record)
      }
    }
    return reader.yaml.diagnostics
  }
}

private struct ReferenceReader {
  var yaml: YAMLReader

  init(file: String) { yaml = YAMLReader(file: file) }

  mutating func records(_ bytes: [UInt8]) -> [(id: String, node: Node)] {
    guard let document = yaml.document(bytes) else { return [] }
    return yaml.members(document, "").map { ($0.key, $0.value) }
  }

  mutating func act(_ id: String, _ node: Node) -> Act? {
    let record = yaml.record(
      node, id,
      known: ["kind", "title", "number", "date", "issuer", "validFrom", "validTo", "successor"])
    guard let kind = yaml.choice(record["kind"], id + ".kind", LegalAct.Kind.self),
      let title = yaml.bilingual(record["title"], id + ".title"),
      let number = yaml.string(record["number"], id + ".number"),
      let date = date(record["date"], id + ".date")
    else { return nil }
    return Act(
      id: id, kind: kind, title: title, number: number, date: date,
      issuer: record["issuer"].flatMap { yaml.bilingual($0, id + ".issuer") },
      validity: validity(record, id), successor: successor(record, id))
  }

  mutating func body(_ id: String, _ node: Node, position: Int) -> Body? {
    let record = yaml.record(
      node, id, known: ["name", "short", "instrumental", "validFrom", "validTo", "successor"])
    guard let name = yaml.bilingual(record["name"], id + ".name"),
      let short = yaml.bilingual(record["short"], id + ".short"),
      let instrumental = yaml.string(record["instrumental"], id + ".instrumental")
    else { return nil }
    return Body(
      id: id, name: name, short: short, instrumental: instrumental, position: position,
      validity: validity(record, id), successor: successor(record, id))
  }

  mutating func person(_ id: String, _ node: Node) -> Person? {
    let record = yaml.record(node, id, known: ["kk", "ru", "gender"])
    var names: [[String: String]] = []
    for language in LetterLanguage.allCases {
      let path = "\(id).\(language)"
      guard let node = record[language.rawValue] else {
        _ = yaml.string(nil, path)
        continue
      }
      let name = yaml.record(node, path, known: ["surname", "initials", "first", "patronymic"])
      names.append([
        "surname": yaml.string(name["surname"], path + ".surname") ?? "",
        "initials": yaml.string(name["initials"], path + ".initials") ?? "",
        "first": name["first"].flatMap { yaml.string($0, path + ".first") } ?? "",
        "patronymic": name["patronymic"].flatMap { yaml.string($0, path + ".patronymic") } ?? "",
      ])
    }
    guard names.count == 2,
      let gender = yaml.choice(record["gender"], id + ".gender", Person.Gender.self)
    else { return nil }
    func both(_ key: String) -> Bilingual {
      Bilingual(kk: names[0][key] ?? "", ru: names[1][key] ?? "")
    }
    return Person(
      id: id, surname: both("surname"), initials: both("initials"), first: both("first"),
      patronymic: both("patronymic"), gender: gender)
  }

  mutating func concept(_ id: String, _ node: Node) -> Concept? {
    let record = yaml.record(node, id, known: ["term", "deprecated", "provenance", "note"])
    var deprecated: [LetterLanguage: [String]] = [:]
    if let node = record["deprecated"] {
      let path = id + ".deprecated"
      let known = Set(LetterLanguage.allCases.map(\.rawValue))
      for (key, node) in yaml.record(node, path, known: known) {
        guard let language = LetterLanguage(rawValue: key) else { continue }
        for node in yaml.elements(node, "\(path).\(key)") {
          guard let word = yaml.string(node, "\(path).\(key)") else { continue }
          deprecated[language, default: []].append(word)
        }
      }
    }
    guard let term = yaml.bilingual(record["term"], id + ".term"),
      let provenance = yaml.choice(
        record["provenance"], id + ".provenance", LexiconProvenance.self)
    else { return nil }
    return Concept(id: id, term: term, deprecated: deprecated, provenance: provenance)
  }

  private mutating func validity(_ record: [String: Node], _ path: String) -> Validity {
    Validity(
      from: record["validFrom"].flatMap { date($0, path + ".validFrom") },
      to: record["validTo"].flatMap { date($0, path + ".validTo") })
  }

  private mutating func successor(_ record: [String: Node], _ path: String) -> Bilingual? {
    record["successor"].flatMap { yaml.bilingual($0, path + ".successor") }
  }

  private mutating func date(_ node: Node?, _ path: String) -> CivilDate? {
    guard let text = yaml.string(node, path) else { return nil }
    guard let date = CivilDate(iso: text) else {
      yaml.report(
        node, path,
        Message(
          kk: "бұл – күн емес: `\(text)`", ru: "это не дата: `\(text)`",
          en: "`\(text)` is not a date"))
      return nil
    }
    return date
  }
}
