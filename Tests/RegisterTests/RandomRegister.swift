@testable import Register

/// Files of an import as people might have made them, the same for the same seed.
struct RandomRegister {
  private(set) var resources: [[String]] = []
  private(set) var documents: [[String]] = []
  private(set) var links: [[String]] = []
  private(set) var cases: [RegisterFile] = []

  private static let texts = [
    "", "Казино «Алтын»", "=1+1", "'=1", "''-2", "'", "it's", "+7 700 000", "@SUM(A1)", "-",
    "\tтаб",
    "\rкаретка", "a;b", "\"в кавычках\"", "строка 1\r\nстрока 2", "\u{202E}nosap\u{200F}", " края ",
    "'; DROP TABLE resource; --", "pаypal", "00012", "＝1+1", "'＝1", "＋7", "－2", "＠SUM", "😀\u{FE0F}",
    "e\u{301}", "қазақ",
  ]

  init(seed: UInt64) {
    var random = SplitMix(state: seed)
    func text() -> String { Self.texts[random.number(below: Self.texts.count)] }
    let addresses = (0..<random.number(below: 12)).map { number in
      ["https://site-\(number).example/", "HTTPS://Қаз-\(number).example/?utm_source=x#a"][
        number % 2]
    }
    for address in addresses {
      // A second card about the same address, which says something else.
      for _ in 0...(random.number(below: 4) == 0 ? 1 : 0) {
        let card = ResourceCard.columns.map { $0 == "url" ? address : text() }
        let day = "2021-0\(random.number(below: 3) + 1)-1\(random.number(below: 3))"
        let entry = [["interior-ministry", "is"], ["", "own"]][random.number(below: 2)]
        let hash = random.happens() ? "" : String(repeating: "0a", count: 32)
        resources.append(card + [day] + entry + [hash, text()])
      }
    }
    for number in 0..<random.number(below: 6) {
      let hasCase = random.happens()
      if hasCase {
        cases.append(RegisterFile("case-\(number).json", "{\"a\": \(random.number(below: 3))}\n"))
      }
      documents.append([
        ["D-\(number)", "=D\(number)"][number % 2], "warning", "sent", "2021-03-01", "2021-03-02",
        text(), text(), hasCase ? "case-\(number).json" : "", "", "", "", "2021-03-03", "", "",
        "",
        random.happens() ? "" : "2021-04-01",
        random.happens() ? "" : "[{\"act\":\"a;b\",\"article\":\"6\"}]",
      ])
      // Some of them wait for a resource that never comes.
      for address in addresses + ["https://other.example/"] where random.number(below: 3) == 0 {
        links.append([documents[number][0], address])
      }
    }
  }

  /// The files, their rows and they themselves in an order that `random` chooses.
  func files(shuffledWith random: inout SplitMix) -> [RegisterFile] {
    let tables: [(ImportTable, [[String]])] = [
      (.resources, resources), (.documents, documents), (.links, links),
    ]
    var files = cases
    for (table, rows) in tables {
      let rows = rows.shuffled(using: &random)
      let half = rows.isEmpty ? 0 : random.number(below: rows.count + 1)
      for (part, rows) in [rows[..<half], rows[half...]].enumerated() {
        var text = CSVText(header: table.columns)
        for row in rows { text.append(row) }
        files.append(RegisterFile(name: "\(table.rawValue)-\(part).csv", bytes: text.bytes))
      }
    }
    return files.shuffled(using: &random)
  }
}
