import CivilDates
import Diagnostics

/// Whether the acts that a kind cites exist and are in force.
enum CitationChecks {
  /// The acts of a kind's citations; one that is unknown (`V105`) or out of force on the day of preparation (`L3`) is reported.
  static func acts(
    for citations: [KindDefinition.Citation], _ reference: ReferenceData, prepared: CivilDate
  ) -> (acts: [(name: String, act: Act, article: Int?)], diagnostics: [Diagnostic]) {
    var acts: [(name: String, act: Act, article: Int?)] = []
    var diagnostics: [Diagnostic] = []
    for citation in citations {
      let place = Place(block: "citations.\(citation.name)")
      guard let act = reference.acts[citation.act] else {
        diagnostics.append(
          Diagnostic(
            "V105",
            Message(
              kk: "анықтамалықта `\(citation.act)` актісі жоқ",
              ru: "в справочнике нет акта `\(citation.act)`",
              en: "the reference data has no act `\(citation.act)`"), at: [place]))
        continue
      }
      acts.append((citation.name, act, citation.article))
      if !act.validity.contains(prepared) {
        diagnostics.append(
          Diagnostic(
            "L3",
            Message(
              kk: "«\(act.title.kk)» актісі \(prepared.iso) күні қолданыста емес",
              ru: "акт «\(act.title.ru)» на \(prepared.iso) не действует",
              en: "the act `\(act.id)` is not in force on \(prepared.iso)"),
            at: [place],
            hint: act.successor.map {
              Message(
                kk: "оның орнына: \($0.kk)", ru: "вместо него: \($0.ru)",
                en: "replaced by: \($0.ru)")
            }))
      }
    }
    return (acts, diagnostics)
  }
}
