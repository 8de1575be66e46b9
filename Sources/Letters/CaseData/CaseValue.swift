public import CivilDates

/// A validated value of the case data, still in both languages.
public indirect enum CaseValue: Sendable {
  case text(Bilingual)
  case lines(kk: [String], ru: [String])
  /// Lines of which each template sees both languages.
  case bilingualLines(kk: [String], ru: [String])
  case string(String)
  case date(CivilDate)
  case integer(Int)
  case boolean(Bool)
  case list([CaseValue])
  /// Rows of a table, which a letter also counts.
  case rows([CaseValue])
  case group([(name: String, value: CaseValue)])
  case person(Person)
  case body(Body)
  case act(ActCitation)
  /// The figure of that name.
  case figure(String)
  /// Nothing, or nothing that could be printed; in previews only.
  case gap(Gap)

  /// The member of a group.
  subscript(name: String) -> CaseValue? {
    guard case .group(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}
