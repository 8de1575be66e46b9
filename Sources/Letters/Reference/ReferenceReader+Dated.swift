import CivilDates
import Diagnostics
import Language
import Yams

/// Acts and bodies: what holds for a time and is followed by something else.
extension ReferenceReader {
  mutating func act(_ id: String, _ node: Node) -> Act? {
    let record = yaml.record(
      node, id,
      known: [
        "role", "kind", "title", "number", "date", "issuer", "validFrom", "validTo", "successor",
      ])
    guard let kind = yaml.choice(record["kind"], id + ".kind", LegalAct.Kind.self),
      let title = yaml.bilingual(record["title"], id + ".title"),
      let number = yaml.string(record["number"], id + ".number"),
      let date = yaml.date(record["date"], id + ".date")
    else { return nil }
    return Act(
      id: id, role: role(record, id), kind: kind, title: title, number: number, date: date,
      issuer: record["issuer"].flatMap { yaml.bilingual($0, id + ".issuer") },
      validity: validity(record, id), successor: successor(record, id))
  }

  mutating func body(_ id: String, _ node: Node, position: Int) -> Body? {
    let record = yaml.record(
      node, id,
      known: [
        "role", "name", "short", "genitive", "dative", "instrumental", "contact", "validFrom",
        "validTo", "successor",
      ])
    guard let name = yaml.bilingual(record["name"], id + ".name"),
      let short = yaml.bilingual(record["short"], id + ".short"),
      let genitive = yaml.string(record["genitive"], id + ".genitive"),
      let dative = yaml.string(record["dative"], id + ".dative"),
      let instrumental = yaml.string(record["instrumental"], id + ".instrumental")
    else { return nil }
    return Body(
      id: id, role: role(record, id), name: name, short: short, genitive: genitive, dative: dative,
      instrumental: instrumental,
      contact: record["contact"].flatMap { contact($0, id + ".contact") },
      position: position, validity: validity(record, id), successor: successor(record, id))
  }

  private mutating func contact(_ node: Node, _ path: String) -> Body.Contact? {
    let record = yaml.record(node, path, known: ["email", "phone", "address"])
    guard let email = yaml.string(record["email"], path + ".email"),
      let phone = yaml.string(record["phone"], path + ".phone")
    else { return nil }
    return Body.Contact(
      email: email, phone: phone,
      address: record["address"].flatMap { yaml.bilingual($0, path + ".address") })
  }

  /// Reports successors that are not there, and entries of one role that hold on the same day.
  mutating func checkSuccession<Entry: DatedEntry>(
    of entries: [String: Entry], _ records: [(id: String, node: Node)]
  ) {
    for (index, (id, node)) in records.enumerated() {
      guard let entry = entries[id] else { continue }
      if case .entry(let successor)? = entry.successor, entries[successor] == nil {
        yaml.report(
          node, id + ".successor",
          Message(
            kk: "мұндай жазба жоқ: `\(successor)`", ru: "нет такой записи: `\(successor)`",
            en: "there is no entry `\(successor)`"))
      }
      guard let role = entry.role,
        let other = records.prefix(index).lazy.compactMap({ entries[$0.id] }).first(where: {
          $0.role == role && $0.id != id && $0.validity.overlaps(entry.validity)
        })
      else { continue }
      yaml.report(
        node, id,
        Message(
          kk: "`\(other.id)` пен `\(id)` – рөлі бір (`\(role)`), қолданылу уақыты қабаттасады",
          ru: "у `\(other.id)` и `\(id)` одна роль (`\(role)`), а время действия пересекается",
          en: "`\(other.id)` and `\(id)` have one role (`\(role)`) and hold on the same days"))
    }
  }

  mutating func validity(
    _ record: [String: Node], _ path: String, from: String = "validFrom", to: String = "validTo"
  ) -> Validity {
    let validity = Validity(
      from: record[from].flatMap { yaml.date($0, "\(path).\(from)") },
      to: record[to].flatMap { yaml.date($0, "\(path).\(to)") })
    if let from = validity.from, let end = validity.to, from > end {
      yaml.report(
        record[to], "\(path).\(to)",
        Message(
          kk: "басталғанға дейін аяқталады", ru: "заканчивается раньше, чем начинается",
          en: "it ends before it begins"))
    }
    return validity
  }

  private mutating func role(_ record: [String: Node], _ path: String) -> String? {
    record["role"].flatMap { yaml.string($0, path + ".role") }
  }

  private mutating func successor(_ record: [String: Node], _ path: String) -> Successor? {
    guard let node = record["successor"] else { return nil }
    if case .scalar(let scalar) = node { return .entry(scalar.string) }
    return yaml.bilingual(node, path + ".successor").map { .other($0) }
  }
}
