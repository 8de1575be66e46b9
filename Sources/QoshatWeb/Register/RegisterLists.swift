import Letters
import Register

/// The lists of the register: search, filter, page after page.
struct RegisterLists: Sendable {
  private static let length = 50
  /// Nobody needs the exact number of more matches.
  private static let mostCounted = 10_000

  let workplace: Workplace

  func add(to routes: inout Routes) {
    routes.get("/register") { _ in .seeOther(RegisterTab.resources.path) }
    routes.get("/register/resources") { request in try resources(request) }
    routes.get("/register/documents") { request in try documents(request) }
  }

  private func resources(_ request: WebRequest) throws -> WebResponse {
    let query = RecordQuery(request.query)
    let language = request.language
    let words = RecordWords(language, try workplace.library.reference())
    let page = try workplace.register.resourcePage(
      matching: query.filter, after: query.mark, limit: Self.length)
    let rows = page.items.html { item in
      let record = item.record
      let path = WebPath("register", "resources", String(item.row))
      return """
        <tr><th scope="row"><a href="\(path.description)">\(record.canonicalURL.text)</a><br><span class="soft">\(record.card.title)</span></th>
        <td>\(language.date(record.enteredAt))</td><td>\(words.body(record.body))</td>
        <td>\(words.channel(record.channel))</td><td>\(words.platform(record.platform))</td>
        <td class="number">\(language.number(item.documents))</td></tr>

        """
    }
    let table = self.table(
      ["url", "entered_at", "body", "channel", "platform"].map { Phrase.column($0) }
        + [.ofDocuments], rows, label: .resources, language)
    let add: HTML =
      request.visitor.access >= .approver
      ? "<a class=\"button\" href=\"/register/add/resource\">\(Phrase.addResource[language])</a>"
      : .nothing
    return try answer(
      request, .resources, query, form: resourceFilter(query, words), add: add,
      items: page.items.count, next: page.next, table: table)
  }

  private func documents(_ request: WebRequest) throws -> WebResponse {
    let query = RecordQuery(request.query)
    let language = request.language
    let words = RecordWords(language, try workplace.library.reference())
    let page = try workplace.register.documentPage(
      matching: query.filter, after: query.mark, limit: Self.length)
    let rows = page.items.html { item in
      DocumentRow(item, words: words, isCounted: true).html
    }
    let table = self.table(DocumentRow.headings(isCounted: true), rows, label: .documents, language)
    let add: HTML =
      request.visitor.access >= .approver
      ? "<a class=\"button\" href=\"/register/add/document\">\(Phrase.addDocument[language])</a>"
      : .nothing
    return try answer(
      request, .documents, query, form: documentFilter(query, words), add: add,
      items: page.items.count, next: page.next, table: table)
  }

  // MARK: Pages

  private func answer(
    _ request: WebRequest, _ tab: RegisterTab, _ query: RecordQuery, form: HTML, add: HTML,
    items: Int, next: ListMark?, table: HTML
  ) throws -> WebResponse {
    let language = request.language
    let count = try count(
      tab == .documents ? .document : .resource, query, items: items, isLast: next == nil)
    let isMore = !query.isEmpty && count > Self.mostCounted
    let shown = language.number(isMore ? Self.mostCounted : count)
    let found = (isMore ? Phrase.foundMore(shown) : .found(shown))[language]
    let first: HTML =
      query.mark == nil
      ? .nothing
      : "<a class=\"button\" href=\"\(query.address(tab.path))\">\(Phrase.first[language])</a>"
    let onward: HTML? = next.map {
      "<a class=\"button\" rel=\"next\" href=\"\(query.address(tab.path, after: $0))\">\(Phrase.next[language])</a>"
    }
    let content: HTML = """
      \(RegisterTab.html(tab, for: request.visitor))
      <form class="card" method="get" action="\(tab.path.description)" role="search" aria-label="\(Phrase.filter[language])">
      \(form)
      <div class="actions">\(Forms.button(Phrase.search[language]))<a class="button" href="\(tab.path.description)">\(Phrase.resetFilter[language])</a></div>
      </form>
      <div class="actions"><span role="status">\(found)</span>\(add)</div>
      \(items == 0 ? "<p class=\"notice\">\(Phrase.nothingFound[language])</p>" : table)
      <nav class="actions" aria-label="\(Phrase.listPages[language])">\(first)\(onward)</nav>

      """
    return Page(tab.phrase[language], in: .register, isWide: true, content).response(to: request)
  }

  /// How many match; a list that ends on its first page needs no counting.
  private func count(
    _ kind: RecordKind, _ query: RecordQuery, items: Int, isLast: Bool
  ) throws -> Int {
    if query.mark == nil, isLast { return items }
    let most = query.isEmpty ? .max : Self.mostCounted + 1
    return try workplace.register.count(of: kind, matching: query.filter, atMost: most)
  }

  private func table(
    _ headings: [Phrase], _ rows: HTML, label: Phrase, _ language: LetterLanguage
  ) -> HTML {
    """
    \(TableBox.begin(label[language]))<thead><tr>\(headings.html { "<th scope=\"col\">\($0[language])</th>" })</tr></thead>
    <tbody>
    \(rows)</tbody>\(TableBox.end)

    """
  }

  // MARK: Filters

  private func resourceFilter(_ query: RecordQuery, _ words: RecordWords) -> HTML {
    let language = words.language
    return """
      <div class="row">
      \(Forms.field("text", Phrase.searchInResources[language], value: query["text"], type: "search"))
      \(Forms.field("host", Phrase.host[language], value: query["host"]))
      \(bodies(query, words))
      \(choice("channel", .column("channel"), query, words, Channel.allCases.map { ($0.rawValue, words.channel($0)) }))
      \(choice("platform", .column("platform"), query, words, Platform.allCases.map { ($0.rawValue, $0.name) }))
      \(days(query, language))
      </div>

      """
  }

  private func documentFilter(_ query: RecordQuery, _ words: RecordWords) -> HTML {
    let language = words.language
    return """
      <div class="row">
      \(Forms.field("text", Phrase.searchInDocuments[language], value: query["text"], type: "search"))
      \(choice("kind", .column("kind"), query, words, DocumentKind.allCases.map { ($0.rawValue, words.kind($0)) }))
      \(choice("status", .column("status"), query, words, DocumentStatus.allCases.map { ($0.rawValue, words.status($0)) }))
      \(Forms.field("number", Phrase.numberBeginning[language], value: query["number"]))
      \(bodies(query, words))
      \(Forms.choice("by", Phrase.datingOfDocuments[language], options: [("prepared", Phrase.byPreparation[language]), ("sent", Phrase.bySending[language])], selected: query["by"]))
      \(days(query, language))
      </div>

      """
  }

  private func bodies(_ query: RecordQuery, _ words: RecordWords) -> HTML {
    choice("body", .column("body"), query, words, words.bodyOptions(with: query["body"]))
  }

  private func choice(
    _ name: String, _ label: Phrase, _ query: RecordQuery, _ words: RecordWords,
    _ options: [(value: String, text: String)]
  ) -> HTML {
    Forms.choice(
      name, label[words.language], options: [("", Phrase.any[words.language])] + options,
      selected: query[name])
  }

  private func days(_ query: RecordQuery, _ language: LetterLanguage) -> HTML {
    [("from", Phrase.firstDay), ("to", .lastDay)].html { name, label in
      Forms.field(
        name, label[language], value: query[name], type: "date",
        error: query.error(name, language))
    }
  }
}

/// A document as a line of a table.
struct DocumentRow {
  private let item: ListedDocument
  private let words: RecordWords
  private let isCounted: Bool

  init(_ item: ListedDocument, words: RecordWords, isCounted: Bool) {
    self.item = item
    self.words = words
    self.isCounted = isCounted
  }

  static func headings(isCounted: Bool) -> [Phrase] {
    ["id", "kind", "status", "number", "prepared_at", "sent_at", "addressee"]
      .map { Phrase.column($0) } + (isCounted ? [.ofResources] : [])
  }

  var html: HTML {
    let (outline, language) = (item.outline, words.language)
    let path = WebPath("register", "documents", outline.id)
    let count: HTML =
      isCounted ? "<td class=\"number\">\(language.number(item.resources))</td>" : .nothing
    return """
      <tr><th scope="row"><a href="\(path.description)">\(outline.id)</a></th>
      <td>\(words.kind(outline.kind))</td><td>\(words.state(outline.status))</td>
      <td>\(outline.number.isEmpty ? "–" : outline.number)</td>
      <td>\(language.date(outline.preparedAt))</td><td>\(language.date(item.sentAt))</td>
      <td>\(outline.addressee)</td>\(count)</tr>

      """
  }
}
