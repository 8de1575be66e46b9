import Foundation
import Testing

/// `qoshat statistics` as people read it and programs take it.
@Suite struct StatisticsCommandTests {
  private func statistics(_ arguments: String..., messages: String = "ru") throws -> Program.Run {
    try Program.run(
      ["statistics", "--register", Program.register] + arguments, messages: messages)
  }

  @Test("a figure of the example is missing or wrong")
  func summary() throws {
    let run = try statistics("--period", "2021", "--as-of", "2021-12-20")
    #expect(run.status == 0 && run.errors.isEmpty)
    let lines = run.output.split(separator: "\n").map(String.init)
    func value(_ label: String) -> String? {
      lines.first { $0.hasPrefix(label) }?.split(separator: " ").last.map(String.init)
    }
    #expect(value("Подготовлено документов") == "90")
    #expect(value("  предписание") == "66")
    #expect(value("Внесено ресурсов") == "4989")
    #expect(value("Ресурсов и ссылок, по которым меры не приняты") == "2310")
    #expect(lines.last?.contains("по состоянию на 20\u{A0}декабря 2021\u{A0}года") == true)
    // Columns are aligned by what is seen, and no line ends in blanks.
    #expect(Set(lines.dropLast().map(\.count)).count == 1)
    #expect(!lines.contains { $0.hasSuffix(" ") })
  }

  @Test("parts do not add up to their whole, or are not called as people call them")
  func parts() throws {
    let run = try statistics("--period", "2021", "--as-of", "2021-12-20", "--by", "kind")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "Подготовлено документов")
    #expect(lines[1].hasPrefix("Вид документа"))
    #expect(lines.contains { $0.hasPrefix("рекомендательное письмо ") && $0.hasSuffix(" 3") })
    let bodies = try statistics(
      "--period", "2021-Q4", "--as-of", "2021-12-20", "--by", "body", messages: "kk")
    #expect(bodies.output.contains("ҚМА") && !bodies.output.contains("қосындысы барлығынан көп"))
  }

  @Test("a document about the findings of two bodies is lost, or counted twice without a word")
  func commonParts() throws {
    let folder = Program.folder()
    let card =
      "title;url;reason;object_type;resource_type;violation;language;group;screenshot;"
      + "publications;subscribers;court_decision;source;entered_at;body;channel\n"
    let rows = ["interior-ministry", "financial-monitoring-agency"].map { body in
      "Сайт;https://\(body).example/;;;;;;;;;;;;2021-11-02;\(body);is\n"
    }
    let links = rows.map { "P-1;\($0.split(separator: ";")[1])\n" }
    let files = [
      "resources.csv": card + rows.joined(),
      "documents.csv": "id;kind;status;prepared_at;sent_at;number;addressee;case\n"
        + "P-1;prescription;sent;2021-11-05;2021-11-05;7;A;\n",
      "links.csv": "document;url\n" + links.joined(),
    ]
    for (name, text) in files {
      try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
    let register = folder + "/register.sqlite"
    #expect(try Program.run(["register", "init", "--register", register]).status == 0)
    #expect(try Program.run(["register", "import", folder, "--register", register]).status == 0)
    let run = try Program.run(
      [
        "statistics", "--register", register, "--period", "2021", "--as-of", "2021-12-20", "--by",
        "body",
      ], messages: "kk")
    #expect(run.output.contains("ҚМА") && run.output.contains("ІІМ"))
    #expect(run.output.contains("қосындысы барлығынан көп"))
  }

  @Test("programs get other numbers than people")
  func machineForms() throws {
    let json = try statistics("--period", "2021", "--as-of", "2021-12-20", "--output", "json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let figures = try #require(object?["figures"] as? [[String: Any]])
    let prepared = try #require(figures.first { $0["name"] as? String == "prepared" })
    #expect(prepared["value"] as? Int == 90 && (prepared["parts"] as? [Any])?.count == 4)
    #expect(object?["revision"] as? Int == 1)
    let csv = try statistics(
      "--period", "2021", "--as-of", "2021-12-20", "--by", "month", "--output", "csv")
    let rows = csv.output.split(separator: "\r\n").map(String.init)
    #expect(rows[0] == "\u{FEFF}figure;month;count" && rows[1] == "prepared;;90")
    let sum = rows.filter { $0.hasPrefix("prepared;2021-") }.compactMap {
      $0.split(separator: ";").last.flatMap { Int($0) }
    }.reduce(0, +)
    #expect(sum == 90)
  }

  @Test("a figure cannot be traced, or compared with that of an earlier day")
  func provenance() throws {
    let run = try statistics("--period", "2021-12", "--as-of", "2021-12-20", "--explain")
    #expect(run.output.contains("SELECT document.external_id"))
    #expect(run.output.contains("-- :from = 2021-12-01"))
    #expect(run.output.contains("\n  P-2021-"))
    let compared = try statistics("--period", "2021", "--as-of", "2021-12-20", "--compare", "0")
    #expect(compared.output.contains("+90") && compared.output.contains("r0"))
  }

  @Test("a wrong call is answered with something else than its reason")
  func refusals() throws {
    for period in ["21", "2021-Q5", "2021-13", "2021-12-31..2021-01-01", "2021-1", "сегодня"] {
      #expect(try statistics("--period", period).status == 2, "\(period)")
    }
    #expect(try statistics("--period", "2021", "--by", "colour").status == 2)
    #expect(try statistics("--period", "2021", "--by", "kind,kind").status == 2)
    #expect(try statistics("--period", "2021", "--by", "kind", "--compare", "1").status == 2)
    let revision = try statistics("--period", "2021", "--revision", "99")
    #expect(revision.status == 2 && revision.errors.contains("R100"))
  }
}
