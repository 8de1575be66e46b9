import CivilDates
import Export
import Letters
import Register

/// What an export is asked for.
struct ExportForm {
  let period: PeriodForm
  /// What was chosen; all kinds where nothing was.
  private let kinds: [String]
  private let forms: Set<LetterForm>
  private let dating: DocumentSelection.State
  /// The kinds that there are.
  private let known: [String]

  init(_ fields: FormFields, known: [String], today: CivilDate) {
    period = PeriodForm(fields, today: today)
    self.known = known
    kinds = fields.all("kind").filter(known.contains)
    forms = Set(fields.all("form").compactMap { LetterForm(rawValue: $0) })
    dating = fields["by"].flatMap { DocumentSelection.State(rawValue: $0) } ?? .prepared
  }

  /// The kinds of letters that documents of the register are, and the report.
  static func exportable(_ kinds: [String]) -> [String] {
    kinds.filter { DocumentKind(rawValue: $0) != nil || $0 == PeriodReport.kind }
  }

  /// `nil` where the period is wrong.
  func request(revision: Int, today: CivilDate, program: String) -> ExportRequest? {
    guard let days = period.period else { return nil }
    var request = ExportRequest(
      period: days, asOf: min(days.to, today), revision: revision, program: program)
    request.kinds = kinds.isEmpty ? nil : kinds
    request.forms = forms.union([.docx, .txt])
    request.dating = dating
    return request
  }

  func html(_ words: RecordWords) -> HTML {
    let language = words.language
    let kindBoxes = known.html { kind in
      Forms.check(
        "kind", Self.name(kind, words), value: kind,
        isOn: kinds.isEmpty || kinds.contains(kind))
    }
    return """
      \(period.html(language, withAsOf: false))
      <div class="row">\(Forms.choice("by", Phrase.exportDating[language], options: [("prepared", Phrase.byPreparation[language]), ("sent", Phrase.bySending[language])], selected: dating.rawValue))</div>
      <fieldset><legend>\(Phrase.exportKinds[language])</legend>\(kindBoxes)</fieldset>
      <fieldset><legend>\(Phrase.exportForms[language])</legend>
      \(Forms.check("form", Phrase.formPDF[language], value: "pdf", isOn: forms.contains(.pdf)))
      \(Forms.check("form", Phrase.formHTML[language], value: "html", isOn: forms.contains(.html)))
      </fieldset>

      """
  }

  /// The same choice, to be sent again without being shown.
  func hidden() -> HTML {
    guard let days = period.period else { return .nothing }
    return Forms.hidden("from", days.from.iso) + Forms.hidden("to", days.to.iso)
      + Forms.hidden("by", dating.rawValue) + kinds.html { Forms.hidden("kind", $0) }
      + LetterForm.allCases.filter(forms.contains).html { Forms.hidden("form", $0.rawValue) }
  }

  static func name(_ kind: String, _ words: RecordWords) -> String {
    if kind == PeriodReport.kind { return Phrase.periodReport[words.language] }
    return DocumentKind(rawValue: kind).map(words.kind) ?? kind
  }
}
