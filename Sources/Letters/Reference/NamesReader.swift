import Diagnostics
import Language
import Yams

/// Reads `names.yaml`: Russian names with forms of their own, and the first names of men and of women.
struct NamesReader {
  private(set) var yaml: YAMLReader

  init(file: String) { yaml = YAMLReader(file: file) }

  private static let parts: KeyValuePairs<String, RussianNames.Part> = [
    "surnames": .surname, "firstNames": .first,
  ]

  mutating func names(_ bytes: [UInt8]) -> RussianNames {
    guard let document = yaml.document(bytes) else { return .empty }
    let sections = yaml.record(document, "", known: ["surnames", "firstNames", "men", "women"])
    var entries: [RussianNames.Entry] = []
    for (section, part) in Self.parts {
      guard let list = sections[section] else { continue }
      for (index, node) in yaml.elements(list, section).enumerated() {
        if let entry = entry(node, part, "\(section)[\(index)]") { entries.append(entry) }
      }
    }
    return RussianNames(
      men: texts(sections["men"], "men"), women: texts(sections["women"], "women"), entries)
  }

  private mutating func entry(
    _ node: Node, _ part: RussianNames.Part, _ path: String
  ) -> RussianNames.Entry? {
    let record = yaml.record(
      node, path, known: ["name", "gender", "forms", "also", "unchanging", "provenance", "note"])
    let known = yaml.diagnostics.count
    guard let name = yaml.string(record["name"], path + ".name"),
      let provenance = yaml.choice(
        record["provenance"], path + ".provenance", LexiconProvenance.self)
    else { return nil }
    let gender = record["gender"].flatMap {
      yaml.choice($0, path + ".gender", RussianGender.self)
    }
    let isUnchanging = record["unchanging"].map { yaml.flag($0, path + ".unchanging") } ?? false
    let forms =
      isUnchanging
      ? RussianCase.allCases.map { _ in name } : yaml.caseForms(record["forms"], path + ".forms")
    let variants = record["also"].flatMap { yaml.caseForms($0, path + ".also") }
    guard yaml.diagnostics.count == known, let forms else { return nil }
    return RussianNames.Entry(
      name, part, gender: gender, forms: forms, variants: variants, provenance: provenance)
  }

  private mutating func texts(_ node: Node?, _ path: String) -> [String] {
    guard let node else { return [] }
    var texts: [String] = []
    for (index, node) in yaml.elements(node, path).enumerated() {
      if let text = yaml.string(node, "\(path)[\(index)]") { texts.append(text) }
    }
    return texts
  }
}

extension YAMLReader {
  /// Six forms of a Russian word, in the order of the cases.
  mutating func caseForms(_ node: Node?, _ path: String) -> [String]? {
    guard let node else {
      _ = string(nil, path)
      return nil
    }
    var forms: [String] = []
    for (index, node) in elements(node, path).enumerated() {
      if let form = string(node, "\(path)[\(index)]") { forms.append(form) }
    }
    guard forms.count == RussianCase.allCases.count else {
      report(
        node, path,
        Message(
          kk: "алты септік тұлғасы керек, мұнда \(forms.count)",
          ru: "нужно шесть падежных форм, здесь \(forms.count)",
          en: "six forms are needed, one of each case; here are \(forms.count)"))
      return nil
    }
    return forms
  }
}
