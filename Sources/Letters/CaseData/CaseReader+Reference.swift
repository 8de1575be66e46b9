import Diagnostics
import JSON
import Jinja
import Register

/// What the data name of the reference data.
extension CaseReader {
  mutating func person(_ json: JSON, _ path: String) -> CaseValue? {
    entry(json, .person, among: reference.people, path).map { .person($0) }
  }

  mutating func body(_ json: JSON, _ path: String) -> CaseValue? {
    guard let body = entry(json, .body, among: reference.bodies, path) else { return nil }
    add(inForce?.finding(body, at: [place(path, excerpt: body.id)]))
    return .body(body)
  }

  /// An act by its id, or with the place in it.
  mutating func act(_ json: JSON, _ path: String) -> CaseValue? {
    guard case .object(let members) = json else {
      return act(json, ActPlace { _ in nil }, path, at: path)
    }
    let known = ["act"] + ActPlace.levelNames
    for member in members where !known.contains(member.name) {
      reportUnknown(member.name, among: known, join(path, member.name))
    }
    let place = ActPlace { level in
      json.given(level).flatMap { placeNumber($0, join(path, level)) }
    }
    guard let id = json.given("act") else {
      report(
        "V101", path + ".act",
        Message(
          kk: "акт көрсетілмеген", ru: "акт не указан", en: "the act is missing"))
      return nil
    }
    return act(id, place, path, at: path + ".act")
  }

  private mutating func act(
    _ id: JSON, _ actPlace: ActPlace, _ path: String, at idPath: String
  ) -> CaseValue? {
    guard let act = entry(id, .act, among: reference.acts, idPath) else { return nil }
    add(inForce?.finding(act, at: [place(idPath, excerpt: act.id)]))
    return .act(ActCitation(act: act, place: actPlace))
  }

  private mutating func placeNumber(_ json: JSON, _ path: String) -> String? {
    if case .integer(let number) = json, number > 0 { return String(number) }
    guard case .string(let text) = json else {
      wrongType(json, "place", path)
      return nil
    }
    guard ActPlace.isNumber(text) else {
      report(
        "V104", path, excerpt: text,
        Message(
          kk: "бұл – нөмір емес; мысалы: 6, 41-1", ru: "это не номер; например: 6, 41-1",
          en: "this is no number; examples are 6, 41-1"))
      return nil
    }
    return text
  }

  private var inForce: DatedReference? {
    prepared.map { DatedReference(reference: reference, date: $0) }
  }

  /// An organisation by its id, or one that the data describe.
  mutating func organisation(_ json: JSON, _ path: String) throws(RegisterError) -> CaseValue? {
    if case .string = json {
      return entry(json, .organisation, among: reference.organisations, path).map { organisation in
        CaseValue(organisation)
      }
    }
    guard let value = try record(json, .organisation, RecordFields.organisation, path),
      case .group(let members) = value
    else { return nil }
    // Templates look at the kind; what it is called on a form is not theirs.
    let kind = json["kind"]?.string ?? ""
    return .group(members.map { $0.name == "kind" ? ("kind", .string(kind)) : $0 })
  }

  private mutating func entry<Entry>(
    _ json: JSON, _ type: FieldType, among entries: [String: Entry], _ path: String
  ) -> Entry? {
    guard let id = filled(json, type, .unlimited, path) else { return nil }
    if let entry = entries[id] { return entry }
    report(
      "V105", path, excerpt: id,
      Message(
        kk: "анықтамалықта мұндай жазба жоқ", ru: "в справочнике нет такой записи",
        en: "the reference data has no such entry"),
      hint: Spelling.hint(for: id, among: entries.keys))
    return nil
  }
}

extension CaseValue {
  /// An organisation of the reference data, as one that the case data describe.
  init(_ organisation: Organisation) {
    var members: [(name: String, value: CaseValue)] = [
      ("kind", .string(organisation.kind.rawValue)), ("name", .text(organisation.name)),
      ("lines", .lines(kk: organisation.lines.kk, ru: organisation.lines.ru)),
    ]
    if let latin = organisation.latin { members.append(("latin", .string(latin))) }
    if let email = organisation.email { members.append(("email", .string(email))) }
    members.append(("byList", .boolean(organisation.isByList)))
    self = .group(members)
  }
}
