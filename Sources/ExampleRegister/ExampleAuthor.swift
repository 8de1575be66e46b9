/// Draws resources and documents one after the other.
struct ExampleAuthor {
  private(set) var resources: [ExampleResource] = []
  private var documents: [ExampleDocument] = []
  private var cards = ExampleCards()
  private var random = ExampleRandom(seed: 0x51_6F_73_68_61_74)

  /// The documents, numbered within kind and year by day of preparation.
  var numberedDocuments: [ExampleDocument] {
    var counts: [String: Int] = [:]
    let ordered = documents.enumerated()
      .sorted { ($0.element.prepared, $0.offset) < ($1.element.prepared, $1.offset) }
      .map(\.element)
    return ordered.map { document in
      var document = document
      counts["\(document.kind)-\(document.prepared.year)", default: 0] += 1
      document.index = counts["\(document.kind)-\(document.prepared.year)", default: 0]
      return document
    }
  }

  mutating func write(_ batches: [ExampleBatch]) {
    for batch in batches {
      let heaps =
        batch.kind == .notification
        ? [Int](repeating: batch.resources / batch.documents, count: batch.documents)
        : random.heaps(of: batch.resources, count: batch.documents)
      for (index, count) in heaps.enumerated() {
        write(batch, index: index, count: count)
      }
    }
  }

  /// Entries of the last year that wait for a document, most of them late ones.
  mutating func writeEntries(count: Int) {
    let last = ExamplePlan.lastDay
    for _ in 0..<count {
      let day = max(random.number(in: 4...last.ordinal), random.number(in: 4...last.ordinal))
      let enteredAt = ExampleDay(year: last.year, ordinal: day).workingDay
      let body = random.name(of: ExamplePlan.bodies(on: enteredAt))
      let form: ExampleForm =
        random.happens(percent: 50) ? .site : .page(ExamplePlace.drawn(with: &random))
      resources.append(
        cards.card(form, isEntry: true, of: body, on: enteredAt, with: &random))
    }
  }

  /// The reply to the deputies, which acts on nothing.
  mutating func writeReply() {
    let day = ExamplePlan.replyDay
    documents.append(
      ExampleDocument(
        kind: .response, status: "draft", prepared: day, sent: nil, addressee: .deputies,
        resources: [],
        letter: ExampleLetter(
          detectedBy: "", monitoring: (day, day), isAboutSites: false, choice: 0)))
  }

  /// Documents of the last year in a mixture of kinds, each with a few resources, now and then with many.
  mutating func writeDocuments(count: Int) {
    let kinds: [(ExampleBatch.Kind, Int)] = [
      (.prescription, 60), (.warning, 25), (.recommendation, 13), (.notification, 2),
    ]
    for index in 0..<count {
      let kind = kinds[random.index(of: kinds.map(\.1))].0
      let batch = ExampleBatch(
        kind: kind, year: ExamplePlan.lastDay.year,
        isEntry: kind == .notification || random.happens(percent: 60), documents: count,
        resources: 0)
      let resources = random.happens(percent: 3) ? 30 : random.number(in: 1...8)
      write(batch, index: index, count: resources)
    }
  }

  private mutating func write(_ batch: ExampleBatch, index: Int, count: Int) {
    let first = 18
    let last = batch.year == ExamplePlan.lastDay.year ? ExamplePlan.lastDay.ordinal - 5 : 358
    let jitter = random.number(in: 0...max(0, (last - first) / batch.documents - 1))
    let ordinal = first + (last - first) * index / batch.documents + jitter
    let prepared = ExampleDay(year: batch.year, ordinal: ordinal).workingDay
    let ministry = ExamplePlan.ministry(on: prepared)
    var start = prepared.earlier(by: 14)
    // A ministry that was formed meanwhile has watched since then.
    if !batch.isEntry { start = max(start, ministry.since) }
    let body =
      batch.isEntry ? random.name(of: ExamplePlan.bodies(on: start)) : ministry.id
    let forms = forms(for: batch.kind, index: index)
    var named: [ExampleResource] = []
    for _ in 0..<count {
      let day = max(start, prepared.earlier(by: random.number(in: 1...12)).workingDay)
      let form = forms ?? .page(ExamplePlace.drawn(with: &random))
      named.append(cards.card(form, isEntry: batch.isEntry, of: body, on: day, with: &random))
    }
    resources += named
    let status = status(of: batch, prepared: prepared)
    let isSent = !["draft", "agreed", "signed"].contains(status)
    let later = min(prepared.ordinal + random.number(in: 0...3), prepared.year == 2021 ? 354 : 365)
    let sent = max(prepared, ExampleDay(year: batch.year, ordinal: later).workingDay)
    let isAboutSites = if case .site? = forms { true } else { false }
    documents.append(
      ExampleDocument(
        kind: batch.kind, status: status, prepared: prepared, sent: isSent ? sent : nil,
        addressee: addressee(of: batch.kind, index: index, on: prepared, named: named),
        resources: named,
        letter: ExampleLetter(
          detectedBy: body, monitoring: (start, prepared.earlier(by: 1).workingDay),
          isAboutSites: isAboutSites, choice: random.number(in: 0...9999))))
  }

  /// What acts on entries of the last year is sent; of the ministry's own, the latest are still on their way.
  private mutating func status(of batch: ExampleBatch, prepared: ExampleDay) -> String {
    guard batch.year == ExamplePlan.lastDay.year else {
      return random.element(of: ["executed", "executed", "delivered"])
    }
    if batch.isEntry { return "sent" }
    switch ExamplePlan.lastDay.ordinal - prepared.ordinal {
    case ..<12: return "draft"
    case ..<20: return "agreed"
    case ..<30: return "signed"
    default: return random.element(of: ["sent", "delivered", "executed"])
    }
  }

  /// A document states one violation: of whole sites, or of pages, which are all over the network or, where the letter goes
  /// to those who keep a place, in that place. Without a form the pages are all over the network.
  private mutating func forms(for kind: ExampleBatch.Kind, index: Int) -> ExampleForm? {
    switch kind {
    case .notification: index.isMultiple(of: 2) ? .facebook : .instagram
    case .warning, .recommendation: .page(ExamplePlace.drawn(with: &random))
    case .prescription: random.happens(percent: 55) ? .site : nil
    case .response: nil
    }
  }

  private mutating func addressee(
    of kind: ExampleBatch.Kind, index: Int, on day: ExampleDay, named: [ExampleResource]
  ) -> ExampleAddressee {
    switch kind {
    case .prescription: random.element(of: ExampleAddressee.restricting(on: day))
    case .notification: .platform(index.isMultiple(of: 2) ? "Facebook" : "Instagram", day)
    case .warning, .recommendation: .administration(host: named.first?.host ?? "")
    case .response: .deputies
    }
  }
}
