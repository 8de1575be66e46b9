import CivilDates
import Diagnostics
import JSON
import Register

/// Makes the context of a letter from its case data, the reference data and the register.
struct ContextReader {
  let kind: LetterKind
  let data: JSON
  let file: String
  let register: Register?
  let revision: Int?
  let listing: FigureListing
  /// Whether there is to be a context whatever is missing or wrong, with gaps in it.
  var fillsGaps = false
  private(set) var provenance: FigureProvenance?
  private(set) var diagnostics: [Diagnostic] = []

  private var definition: KindDefinition { kind.definition }
  private var reference: ReferenceData { kind.reference }

  /// The context.
  ///
  /// - Throws: `LetterRefusal` with everything that was found where there is none.
  mutating func read() throws(LetterRefusal) -> LetterContext {
    let records = try records()
    var reader = CaseReader(
      file: file, reference: reference, of: definition, records: records, fillsGaps: fillsGaps)
    let values: CaseValue
    do throws(RegisterError) {
      values = try reader.read(data, definition.fields, ignoring: ["name"])
    } catch {
      throw LetterRefusal(reason: .register(error), diagnostics: [])
    }
    let (periods, periodFindings) = definition.periods(values, file: file)
    diagnostics = reader.diagnostics + periodFindings
    // An act out of force that may be cited by permission is a value like any other.
    if diagnostics.contains(where: { $0.severity == .error && !["L3", "L4"].contains($0.rule) }) {
      try refuse([])
    }
    var prepared: CivilDate?
    if case .date(let day)? = values["prepared"] { prepared = day }
    if prepared == nil, !definition.fields.contains(where: \.isDayOfPreparation) || !fillsGaps {
      try refuse([undatedKind])
    }
    var context = LetterContext(
      data: values, constants: definition.constants, citations: [], bodies: [],
      terms: definition.terms, periods: periods, figures: [], charts: definition.charts,
      reference: reference, shapes: kind.contextShapes, prepared: prepared)
    try resolve(&context)
    try ask(&context, records)
    if fillsGaps { fill(&context) }
    return context
  }

  /// Stops unless there is to be a context all the same.
  private mutating func refuse(_ findings: [Diagnostic]) throws(LetterRefusal) {
    diagnostics += findings
    guard fillsGaps else { throw LetterRefusal(reason: .findings, diagnostics: diagnostics) }
  }

  /// The acts and bodies that the kind itself names, as they were on the day of the letter.
  private mutating func resolve(_ context: inout LetterContext) throws(LetterRefusal) {
    guard let prepared = context.prepared else {
      // Which of a role it is depends on the day.
      context.citations = definition.citations.compactMap { citation in
        guard case .id(let id) = citation.act, let act = reference.acts[id] else { return nil }
        return (citation.name, ActCitation(act: act, place: citation.place))
      }
      context.bodies = definition.bodies.compactMap { named in
        guard case .id(let id) = named.body else { return nil }
        return reference.bodies[id].map { (named.name, $0) }
      }
      return
    }
    let inForce = DatedReference(reference: reference, date: prepared)
    let (citations, citationFindings) = inForce.citations(definition.citations)
    let (bodies, bodyFindings) = inForce.bodies(definition.bodies)
    context.citations = citations
    context.bodies = bodies
    diagnostics += citationFindings + bodyFindings
    if citations.count < definition.citations.count || bodies.count < definition.bodies.count {
      try refuse([])
    }
  }

  /// The figures, as the register has them.
  private mutating func ask(
    _ context: inout LetterContext, _ records: RegisterRecords?
  ) throws(LetterRefusal) {
    guard !definition.figures.isEmpty else {
      provenance = context.prepared.flatMap { prepared in
        records.map { FigureProvenance(revision: $0.revision, asOf: prepared) }
      }
      return
    }
    guard let register, case .date(let asOf)? = context.data["asOf"] else {
      // A day that is missing was told as a field that is.
      let isTold = register != nil && definition.fields.contains { $0.name == "asOf" }
      return try refuse(isTold && fillsGaps ? [] : [noRegister])
    }
    if let prepared = context.prepared, asOf > prepared { diagnostics.append(figuresOfTheFuture) }
    let questions = FigureQuestions(definition, context.periods, asOf: asOf)
    do throws(RegisterError) {
      let answers = try questions.ask(register, revision: records?.revision ?? revision, listing)
      context.figures = answers.figures
      diagnostics += FigureChecks.check(answers, definition, reference, prepared: context.prepared)
      provenance = FigureProvenance(revision: answers.revision, asOf: asOf)
    } catch {
      throw LetterRefusal(reason: .register(error), diagnostics: [])
    }
  }

  /// The register's records, where the data name some; then all that the letter knows of the register is of one revision.
  private func records() throws(LetterRefusal) -> RegisterRecords? {
    guard let register, definition.namesRecords(data) else { return nil }
    do throws(RegisterError) {
      let last = if let revision { revision } else { try register.revision() }
      return RegisterRecords(register: register, revision: last)
    } catch {
      throw LetterRefusal(reason: .register(error), diagnostics: [])
    }
  }

  // MARK: Gaps

  /// What of the kind's own values is not known.
  private func fill(_ context: inout LetterContext) {
    func add(_ group: LetterContext.Group, _ name: String, _ gap: Gap) {
      context.gaps.append((group, name, gap))
    }
    for citation in definition.citations
    where !context.citations.contains(where: { $0.name == citation.name }) {
      add(.citations, citation.name, gap("prepared", Bilingual(kk: "Акт", ru: "Акт")))
    }
    for named in definition.bodies where !context.bodies.contains(where: { $0.name == named.name })
    {
      add(.bodies, named.name, gap("prepared", Bilingual(kk: "Орган", ru: "Орган")))
    }
    for period in definition.periods
    where !context.periods.contains(where: { $0.name == period.name }) {
      let start =
        switch period.start {
        case .field(let name), .yearOf(let name, _): name
        }
      let isStartKnown = if case .gap? = context.data[start] { false } else { true }
      let name = isStartKnown ? period.end ?? start : start
      add(.periods, period.name, gap(name, Bilingual(kk: "Кезең", ru: "Период")))
    }
    for figure in definition.figures
    where !context.figures.contains(where: { $0.name == figure.name }) {
      add(.figures, figure.name, Gap("figures.\(figure.name)", figure.label))
    }
  }

  /// A gap that is there for the want of a field.
  private func gap(_ field: String, _ otherwise: Bilingual) -> Gap {
    Gap(field, definition.fields.first { $0.name == field }?.label ?? otherwise)
  }

  // MARK: Messages

  private var undatedKind: Diagnostic {
    Diagnostic(
      "V111",
      Message(
        kk: "`\(kind.id)` түрінде міндетті `prepared` күні жоқ",
        ru: "у вида `\(kind.id)` нет обязательной даты `prepared`",
        en: "the kind `\(kind.id)` has no required date `prepared`"))
  }

  private var figuresOfTheFuture: Diagnostic {
    Diagnostic(
      "V106",
      Message(
        kk: "көрсеткіштер хат дайындалған күннен кейінгі күнге берілген",
        ru: "показатели даны на день после подготовки письма",
        en: "the figures are as of a day after the letter was prepared"),
      at: [Place(file: file, block: "asOf"), Place(file: file, block: "prepared")])
  }

  private var noRegister: Diagnostic {
    Diagnostic(
      "V112",
      Message(
        kk: "`\(kind.id)` хатының көрсеткіштері үшін тізілім (`--register`) және `asOf` күні керек",
        ru: "для показателей письма `\(kind.id)` нужны реестр (`--register`) и дата `asOf`",
        en: "the figures of `\(kind.id)` need a register (`--register`) and the date `asOf`"))
  }
}

extension FieldDefinition {
  /// Whether it is the day on which letters of the kind are prepared.
  fileprivate var isDayOfPreparation: Bool { name == "prepared" && isRequired }
}
