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
      let form: ExampleForm = random.happens(percent: 50) ? .site : .page
      resources.append(cards.card(form, isEntry: true, on: enteredAt, with: &random))
    }
  }

  private mutating func write(_ batch: ExampleBatch, index: Int, count: Int) {
    let first = 18
    let last = batch.year == ExamplePlan.lastDay.year ? ExamplePlan.lastDay.ordinal - 5 : 358
    let jitter = random.number(in: 0...max(0, (last - first) / batch.documents - 1))
    let ordinal = first + (last - first) * index / batch.documents + jitter
    let prepared = ExampleDay(year: batch.year, ordinal: ordinal).workingDay
    var named: [ExampleResource] = []
    for _ in 0..<count {
      let earlier = max(4, prepared.ordinal - random.number(in: 1...12))
      let day = ExampleDay(year: batch.year, ordinal: earlier).workingDay
      let form = form(for: batch.kind, index: index)
      named.append(cards.card(form, isEntry: batch.isEntry, on: day, with: &random))
    }
    resources += named
    let status = status(of: batch, prepared: prepared)
    let isSent = !["draft", "agreed", "signed"].contains(status)
    let later = min(prepared.ordinal + random.number(in: 0...3), prepared.year == 2021 ? 354 : 365)
    let sent = max(prepared, ExampleDay(year: batch.year, ordinal: later).workingDay)
    documents.append(
      ExampleDocument(
        kind: batch.kind, status: status, prepared: prepared, sent: isSent ? sent : nil,
        addressee: addressee(of: batch.kind, index: index, named: named), resources: named))
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

  /// Letters are about links, prescriptions also about whole sites.
  private mutating func form(for kind: ExampleBatch.Kind, index: Int) -> ExampleForm {
    switch kind {
    case .notification: index == 0 ? .facebook : .instagram
    case .warning, .recommendation: .page
    case .prescription: random.happens(percent: 55) ? .site : .page
    }
  }

  private mutating func addressee(
    of kind: ExampleBatch.Kind, index: Int, named: [ExampleResource]
  ) -> String {
    switch kind {
    case .prescription: random.element(of: ExampleWords.operators)
    case .notification: index == 0 ? "Facebook" : "Instagram"
    case .warning, .recommendation:
      "Администрация интернет-ресурса \(named.first?.host ?? "")"
    }
  }
}
