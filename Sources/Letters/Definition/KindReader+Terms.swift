import Diagnostics
import Jinja
import Yams

/// The terms of `letter.yaml`.
extension KindReader {
  mutating func readTerms(_ node: Node?, into kind: inout KindDefinition) {
    for (name, node) in members(node, "terms") {
      if let term = term(name, node, kind) { kind.terms.append(term) }
    }
  }

  private mutating func term(
    _ name: String, _ node: Node, _ kind: KindDefinition
  ) -> DefinedTerm? {
    let path = "terms.\(name)"
    let subjects = ["full", "citation", "body", "constant"]
    let record = yaml.record(node, path, known: Set(subjects + ["short"]))
    let given = subjects.filter { record[$0] != nil }
    guard given.count == 1, let key = given.first else {
      let names = subjects.map { "`\($0)`" }.joined(separator: ", ")
      yaml.report(
        node, path,
        Message(
          kk: "толық атау бір жерден алынады: \(names)",
          ru: "полное название берется из одного места: \(names)",
          en: "the full name is given by one of \(names)"))
      return nil
    }
    guard let subject = subject(key, record[key], "\(path).\(key)", kind) else { return nil }
    if record["short"] == nil, case .body = subject {
      return DefinedTerm(name: name, subject: subject, short: nil)
    }
    return yaml.bilingual(record["short"], path + ".short").map { short in
      // A short form stays on one line.
      let unbroken = Bilingual(
        kk: short.kk.replacing(" ", with: "\u{A0}"), ru: short.ru.replacing(" ", with: "\u{A0}"))
      return DefinedTerm(name: name, subject: subject, short: unbroken)
    }
  }

  private mutating func subject(
    _ key: String, _ node: Node?, _ path: String, _ kind: KindDefinition
  ) -> DefinedTerm.Subject? {
    if key == "full" { return yaml.bilingual(node, path).map { .text($0) } }
    guard let name = yaml.string(node, path) else { return nil }
    let (known, subject): ([String], DefinedTerm.Subject) =
      switch key {
      case "citation": (kind.citations.map(\.name), .citation(name))
      case "body": (kind.bodies.map(\.name), .body(name))
      default: (kind.constants.map(\.name), .constant(name))
      }
    guard known.contains(name) else {
      yaml.report(
        node, path,
        Message(
          kk: "`letter.yaml` файлында мұндай атау жоқ: `\(name)`",
          ru: "в `letter.yaml` нет такого имени: `\(name)`",
          en: "`letter.yaml` has no `\(name)` of this sort"),
        hint: Spelling.hint(for: name, among: known))
      return nil
    }
    return subject
  }
}
