import CivilDates
import Diagnostics
import Letters
import Register

/// One record of the register: all of it, what it is linked to, and its history.
struct RecordPages: Sendable {
  /// A document may name thousands of resources; they are shown page by page.
  static let linksShown = 50

  let workplace: Workplace

  func add(to routes: inout Routes) {
    routes.get("/register/resources/{row}") { request in
      try resource(request, try held(request)).response(to: request)
    }
    routes.get("/register/documents/{id}") { request in
      try document(request, try heldDocument(request)).response(to: request)
    }
    // Where a letter or a figure knows the address only.
    routes.get("/register/address") { request in
      guard let url = request.query["url"].flatMap({ try? CanonicalURL(parsing: $0) }),
        let row = try workplace.register.row(of: url)
      else { throw WebFailure.notFound }
      return .seeOther(WebPath("register", "resources", String(row)))
    }
  }

  func held(_ request: WebRequest) throws -> HeldRecord {
    guard let held = try workplace.register.heldResource(row: try request.number("row")) else {
      throw WebFailure.notFound
    }
    return held
  }

  func heldDocument(_ request: WebRequest) throws -> HeldRecord {
    guard let held = try workplace.register.heldDocument(request.parameter("id")) else {
      throw WebFailure.notFound
    }
    return held
  }

  // MARK: Resource

  private func resource(_ request: WebRequest, _ held: HeldRecord) throws -> Page {
    guard case .resource(let record) = held.entry else { throw WebFailure.notFound }
    let language = request.language
    let words = RecordWords(language, try workplace.library.reference())
    let card = zip(ResourceCard.columns, record.card.values).map { ($0, $1) }
    let others = [
      ("canonical_url", record.canonicalURL.text), ("host", record.canonicalURL.host),
      ("platform", words.platform(record.platform)),
      ("entered_at", language.date(record.enteredAt)), ("body", words.body(record.body)),
      ("channel", words.channel(record.channel)), ("court_act", record.courtAct),
      ("evidence_hash", record.evidenceHash ?? ""),
    ]
    let documents = try workplace.register.documents(
      naming: held.row, limit: Self.linksShown)
    let change: HTML =
      request.visitor.access >= .approver
      ? "<div class=\"actions\"><a class=\"button\" href=\"\(WebPath("register", "resources", String(held.row), "edit").description)\">\(Phrase.changeRecord[language])</a></div>"
      : .nothing
    return Page(
      record.canonicalURL.text, in: .register,
      """
      \(RegisterTab.html(.resources, for: request.visitor))
      \(saved(request))
      \(facts(others.prefix(1) + card + others.dropFirst(), words))
      \(change)
      <h2 id="documents">\(Phrase.documentsOfResource[language])</h2>
      \(documents.isEmpty ? "<p>\(Phrase.noDocuments[language])</p>" : documentTable(documents, words))
      \(documents.count == Self.linksShown ? "<p class=\"soft\">\(Phrase.onlyFirst(documents.count)[language])</p>" : .nothing)
      \(try history(held, words))
      """)
  }

  private func documentTable(_ documents: [ListedDocument], _ words: RecordWords) -> HTML {
    let headings = DocumentRow.headings(isCounted: false).html {
      "<th scope=\"col\">\($0[words.language])</th>"
    }
    return """
      \(TableBox.begin(labelledBy: "documents"))<thead><tr>\(headings)</tr></thead>
      <tbody>\(documents.html { DocumentRow($0, words: words, isCounted: false).html })</tbody>\(TableBox.end)
      """
  }

  // MARK: Document

  /// The page of a document; `findings` say why a change was refused, `form` what was typed for it.
  func document(
    _ request: WebRequest, _ held: HeldRecord, findings: [Diagnostic] = [],
    form: FormFields = FormFields()
  ) throws -> Page {
    guard case .document(let record, let resources) = held.entry else {
      throw WebFailure.notFound
    }
    let language = request.language
    let words = RecordWords(language, try workplace.library.reference())
    let dates = DocumentStatus.allCases.compactMap { status in
      record.dates[status].map { (status.column, language.date($0)) }
    }
    let bases = record.legalBases.map { basis in
      basis.article.isEmpty ? basis.act : "\(basis.act), \(basis.article)"
    }
    let values =
      [
        ("id", record.id), ("kind", words.kind(record.kind)), ("number", record.number),
        ("addressee", record.addressee),
      ] + dates
      + [
        ("deadline", record.deadline.map { language.date($0) } ?? ""),
        ("legal_bases", bases.joined(separator: "; ")), ("case_file", record.caseFile),
      ]
    let edit = WebPath("register", "documents", record.id, "edit")
    let changes = request.visitor.access >= .approver
    let change: HTML =
      changes
      ? "<div class=\"actions\"><a class=\"button\" href=\"\(edit.description)\">\(Phrase.changeRecord[language])</a></div>"
      : .nothing
    let statusForms = StatusForms(
      record: record, visitor: request.visitor, today: workplace.today(), form: form, words: words)
    let caseData: HTML? = record.caseData.map {
      "<details><summary>\(Phrase.caseDataShown[language])</summary><pre>\($0)</pre></details>"
    }
    let alert: HTML =
      findings.isEmpty
      ? .nothing : "<div role=\"alert\">\(Findings.list(findings, in: language))</div>"
    return Page(
      "\(words.kind(record.kind)) \(record.number.isEmpty ? record.id : record.number)",
      in: .register,
      """
      \(RegisterTab.html(.documents, for: request.visitor))
      \(saved(request))\(alert)
      <p>\(words.state(record.status))</p>
      \(facts(values, words))
      \(change)\(changes ? statusForms.html : .nothing)
      \(try links(request, record.id, count: resources.count, words))
      \(caseData)
      \(try history(held, words))
      """)
  }

  private func links(
    _ request: WebRequest, _ id: String, count: Int, _ words: RecordWords
  ) throws -> HTML {
    let language = words.language
    let after = request.query["after"].flatMap { Int($0) } ?? 0
    let found = try workplace.register.resources(
      ofDocument: id, after: after, limit: Self.linksShown + 1)
    let shown = found.prefix(Self.linksShown)
    let rows = shown.html { item in
      let path = WebPath("register", "resources", String(item.row))
      return """
        <tr><th scope="row"><a href="\(path.description)">\(item.record.canonicalURL.text)</a></th>
        <td>\(item.record.card.title)</td><td>\(language.date(item.record.enteredAt))</td>
        <td>\(words.body(item.record.body))</td></tr>

        """
    }
    let headings = ["url", "title", "entered_at", "body"].html {
      "<th scope=\"col\">\(Phrase.column($0)[language])</th>"
    }
    let table: HTML = """
      \(TableBox.begin(labelledBy: "resources"))<thead><tr>\(headings)</tr></thead>
      <tbody>\(rows)</tbody>\(TableBox.end)
      """
    var onward = HTML.nothing
    if found.count > Self.linksShown, let last = shown.last {
      let path = WebPath("register", "documents", id, query: ["after": String(last.row)])
      onward =
        "<p><a class=\"button\" rel=\"next\" href=\"\(path.description)#resources\">\(Phrase.next[language])</a></p>"
    }
    return """
      <h2 id="resources">\(Phrase.resourcesOfDocument[language]) (\(language.number(count)))</h2>
      \(count == 0 ? "<p>\(Phrase.noResources[language])</p>" : table)
      \(onward)

      """
  }

  // MARK: Parts

  private func facts(
    _ values: some Sequence<(String, String)>, _ words: RecordWords
  ) -> HTML {
    let items = values.filter { !$0.1.isEmpty }.html { column, value in
      "<dt>\(Phrase.column(column)[words.language])</dt><dd>\(value)</dd>\n"
    }
    return "<dl class=\"facts card\">\(items)</dl>"
  }

  private func history(_ held: HeldRecord, _ words: RecordWords) throws -> HTML {
    RecordHistory(versions: try workplace.register.versions(of: held.entry), words: words).html
  }

  private func saved(_ request: WebRequest) -> HTML {
    request.query["saved"] == nil
      ? .nothing
      : "<p class=\"notice good\" role=\"status\">\(Phrase.recordSaved[request.language])</p>"
  }
}

extension DocumentStatus {
  /// The column with the day on which a document came to it, as files name it.
  var column: String { self == .draft ? "prepared_at" : rawValue + "_at" }
}
