import Diagnostics
import Yams

extension ReferenceData {
  /// The files that reference data is read from.
  static let files = [
    "acts.yaml", "bodies.yaml", "people.yaml", "addressees.yaml", "glossary.yaml", "style.yaml",
    "words.txt",
  ]

  /// Reads one of the files into the data; returns what is wrong with it.
  mutating func read(_ name: String, _ bytes: [UInt8], file: String) -> [Diagnostic] {
    if name == "words.txt" {
      words = Self.words(bytes)
      return []
    }
    var reader = ReferenceReader(file: file)
    if name == "abbreviations.yaml" {
      abbreviations = reader.abbreviations(bytes)
      return reader.yaml.diagnostics
    }
    let records = reader.records(bytes)
    if name == "style.yaml" {
      style = reader.style(records)
      return reader.yaml.diagnostics
    }
    for (position, (id, record)) in records.enumerated() {
      switch name {
      case "acts.yaml": acts[id] = reader.act(id, record)
      case "laws.yaml": laws[id] = reader.act(id, record)
      case "bodies.yaml": bodies[id] = reader.body(id, record, position: position)
      case "addressees.yaml": organisations[id] = reader.organisation(id, record)
      case "glossary.yaml": concepts[id] = reader.concept(id, record)
      default: people[id] = reader.person(id, record)
      }
    }
    switch name {
    case "acts.yaml": reader.checkSuccession(of: acts, records)
    case "laws.yaml": reader.checkSuccession(of: laws, records)
    case "bodies.yaml": reader.checkSuccession(of: bodies, records)
    default: break
    }
    return reader.yaml.diagnostics
  }
}

extension ReferenceData {
  /// The words of a list, one in each line; # begins a remark.
  private static func words(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
      let word = line.prefix { $0 != "#" }.filter { !$0.isWhitespace }
      return word.isEmpty ? nil : String(word)
    }
  }
}

/// Reads the records of a file of reference data, each under its id.
struct ReferenceReader {
  var yaml: YAMLReader

  init(file: String) { yaml = YAMLReader(file: file) }

  mutating func records(_ bytes: [UInt8]) -> [(id: String, node: Node)] {
    guard let document = yaml.document(bytes) else { return [] }
    return yaml.members(document, "").map { ($0.key, $0.value) }
  }

  mutating func style(_ records: [(id: String, node: Node)]) -> HouseStyle {
    var style = HouseStyle()
    for (key, node) in records {
      switch key {
      case "inlineResources":
        if let number = yaml.integer(node, key) { style.inlineResources = number }
      case "yo": style.keepsYo = yaml.flag(node, key)
      default: yaml.reportUnknown(node, key, key: key)
      }
    }
    return style
  }

  mutating func person(_ id: String, _ node: Node) -> Person? {
    let record = yaml.record(node, id, known: ["kk", "ru", "gender", "positions"])
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
    let positions = positions(record["positions"], id + ".positions")
    guard names.count == 2,
      let gender = yaml.choice(record["gender"], id + ".gender", Person.Gender.self)
    else { return nil }
    func both(_ key: String) -> Bilingual {
      Bilingual(kk: names[0][key] ?? "", ru: names[1][key] ?? "")
    }
    return Person(
      id: id, surname: both("surname"), initials: both("initials"), first: both("first"),
      patronymic: both("patronymic"), gender: gender, positions: positions)
  }

  private mutating func positions(_ node: Node?, _ path: String) -> [Person.Position] {
    guard let node else { return [] }
    var positions: [Person.Position] = []
    for (index, node) in yaml.elements(node, path).enumerated() {
      let path = "\(path)[\(index)]"
      let record = yaml.record(node, path, known: ["kk", "ru", "from", "to"])
      guard let kk = yaml.string(record["kk"], path + ".kk"),
        let ru = yaml.string(record["ru"], path + ".ru")
      else { continue }
      let validity = validity(record, path, from: "from", to: "to")
      if positions.contains(where: { $0.validity.overlaps(validity) }) {
        yaml.report(
          node, path,
          Message(
            kk: "бір күні екі лауазым болмайды", ru: "на один день приходятся две должности",
            en: "two positions hold on one day"))
      }
      positions.append(Person.Position(name: Bilingual(kk: kk, ru: ru), validity: validity))
    }
    return positions
  }

  mutating func organisation(_ id: String, _ node: Node) -> Organisation? {
    let record = yaml.record(
      node, id, known: ["kind", "name", "lines", "latin", "email", "byList"])
    guard let kind = yaml.choice(record["kind"], id + ".kind", Organisation.Kind.self),
      let name = yaml.bilingual(record["name"], id + ".name"),
      let lines = lines(record["lines"], id + ".lines")
    else { return nil }
    return Organisation(
      kind: kind, name: name, lines: lines,
      latin: record["latin"].flatMap { yaml.string($0, id + ".latin") },
      email: record["email"].flatMap { yaml.string($0, id + ".email") },
      isByList: record["byList"].map { yaml.flag($0, id + ".byList") } ?? false)
  }

  private mutating func lines(_ node: Node?, _ path: String) -> Organisation.Lines? {
    guard let node else {
      _ = yaml.string(nil, path)
      return nil
    }
    let record = yaml.record(node, path, known: ["kk", "ru"])
    var lines: [LetterLanguage: [String]] = [:]
    for language in LetterLanguage.allCases {
      let path = "\(path).\(language)"
      guard let node = record[language.rawValue] else {
        _ = yaml.string(nil, path)
        continue
      }
      var texts: [String] = []
      for (index, node) in yaml.elements(node, path).enumerated() {
        if let text = yaml.string(node, "\(path)[\(index)]") { texts.append(text) }
      }
      lines[language] = texts
    }
    guard let kk = lines[.kk], let ru = lines[.ru] else { return nil }
    return Organisation.Lines(kk: kk, ru: ru)
  }
}
