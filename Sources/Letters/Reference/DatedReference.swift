import CivilDates
import Diagnostics

/// The reference data on the day on which a letter is prepared: whether the acts that it cites are in force, and the bodies
/// that it names are still so called.
struct DatedReference {
  let reference: ReferenceData
  let date: CivilDate

  /// The acts that a kind cites; one that is not in force (`L3`) is reported.
  func citations(
    _ citations: [KindDefinition.Citation]
  ) -> (citations: [(name: String, citation: ActCitation)], diagnostics: [Diagnostic]) {
    var found: [(name: String, citation: ActCitation)] = []
    var diagnostics: [Diagnostic] = []
    for citation in citations {
      let place = Place(block: "citations.\(citation.name)")
      let (act, finding) = entry(citation.act, among: reference.acts) {
        self.finding($0, at: [place])
      }
      if let finding { diagnostics.append(finding) }
      if let act { found.append((citation.name, ActCitation(act: act, place: citation.place))) }
    }
    return (found, diagnostics)
  }

  /// The bodies that a kind names; one that is not so called any more (`L4`) is reported.
  func bodies(
    _ bodies: [KindDefinition.NamedBody]
  ) -> (bodies: [(name: String, body: Body)], diagnostics: [Diagnostic]) {
    var found: [(name: String, body: Body)] = []
    var diagnostics: [Diagnostic] = []
    for named in bodies {
      let place = Place(block: "bodies.\(named.name)")
      let (body, finding) = entry(named.body, among: reference.bodies) {
        self.finding($0, at: [place])
      }
      if let finding { diagnostics.append(finding) }
      if let body { found.append((named.name, body)) }
    }
    return (found, diagnostics)
  }

  /// An act that is not in force, with what is to be cited instead.
  func finding(_ act: Act, at places: [Place]) -> Diagnostic? {
    guard !act.validity.contains(date) else { return nil }
    return Diagnostic(
      "L3",
      Message(
        kk: "«\(act.title.kk)» актісі \(date.iso) күні қолданыста емес",
        ru: "акт «\(act.title.ru)» на \(date.iso) не действует",
        en: "the act `\(act.id)` is not in force on \(date.iso)"),
      at: places, hint: Self.hint(reference.acts.replacement(of: act, on: date)))
  }

  /// A body that is not called so, with what is to be named instead.
  func finding(_ body: Body, at places: [Place]) -> Diagnostic? {
    guard !body.validity.contains(date) else { return nil }
    return Diagnostic(
      "L4",
      Message(
        kk: "«\(body.name.kk)» атауы \(date.iso) күні қолданыста емес",
        ru: "название «\(body.name.ru)» на \(date.iso) не действует",
        en: "the name of the body `\(body.id)` is not in use on \(date.iso)"),
      at: places, hint: Self.hint(reference.bodies.replacement(of: body, on: date)))
  }

  private static func hint(_ replacement: Bilingual?) -> Message? {
    replacement.map {
      Message(
        kk: "оның орнына: \($0.kk)", ru: "вместо него: \($0.ru)", en: "replaced by: \($0.ru)")
    }
  }

  /// The entry that is meant, if there is one, and what is wrong with that. An id or role that the reference data do not have
  /// was reported when the kind was compiled.
  private func entry<Entry: DatedEntry>(
    _ choice: KindDefinition.EntryChoice, among entries: [String: Entry],
    _ finding: (Entry) -> Diagnostic?
  ) -> (Entry?, Diagnostic?) {
    switch choice {
    case .id(let id):
      let entry = entries[id]
      return (entry, entry.flatMap(finding))
    case .role(let role):
      if let entry = entries.entry(of: role, on: date) { return (entry, nil) }
      // None of the role holds, so that the finding of any tells which rule is broken.
      let other = entries.values.filter { $0.role == role }.min { $0.id < $1.id }
      var diagnostic = other.flatMap(finding)
      diagnostic?.message = Message(
        kk: "\(date.iso) күні `\(role)` рөлінде қолданыстағы ештеңе жоқ",
        ru: "на \(date.iso) в роли `\(role)` ничего не действует",
        en: "nothing of the role `\(role)` is in force on \(date.iso)")
      diagnostic?.hint = nil
      return (nil, diagnostic)
    }
  }
}
