import Foundation
import Testing

/// `qoshat inflect` as people use it, and the line protocol that other programs rely on.
@Suite struct InflectCommandTests {
  private func inflect(_ arguments: String..., messages: String = "en") throws -> Program.Run {
    try Program.run(["inflect"] + arguments, messages: messages)
  }

  @Test("a word is not shown in the form that was asked for")
  func forms() throws {
    let kazakh = try inflect("kk", "ІІМ", "139", "Қаржы министрлігі", "--case", "барыс")
    #expect(kazakh.output == "ІІМ-ге\n139-ға\nҚаржы министрлігіне\n")
    #expect(kazakh.status == 0 && kazakh.errors.isEmpty)
    let stacked = try inflect(
      "kk", "ата", "--number", "pl", "--possessive", "1pl", "--case", "abl")
    #expect(stacked.output == "аталарымыздан\n")
    #expect(try inflect("kk", "зал", "--suffixes", "pl+px3+loc-attr").output == "залдарындағы\n")
    let russian = try inflect(
      "ru", "рекомендательное письмо", "--count", "22", "--case", "родительный")
    #expect(russian.output == "22\u{A0}рекомендательных писем\n")
    #expect(try inflect("ru", "год", "--count", "5").output == "5\u{A0}лет\n")
  }

  @Test("without options a case is missing from the table")
  func paradigm() throws {
    let kazakh = try inflect("kk", "сілтеме", messages: "kk").output.split(separator: "\n")
    #expect(kazakh.count == 7)
    #expect(kazakh[1].hasPrefix("ілік ") && kazakh[1].hasSuffix(" сілтеменің"))
    let russian = try inflect("ru", "письмо", messages: "ru").output.split(separator: "\n")
    #expect(russian.count == 12)
    #expect(russian[7].hasPrefix("множественное, родительный ") && russian[7].hasSuffix(" писем"))
  }

  @Test("an explanation does not say which reading was chosen, from where, and by which rule")
  func explanation() throws {
    func lines(_ word: String) throws -> [Substring] {
      try inflect("kk", word, "--case", "dat", "--explain", messages: "ru").output
        .split(separator: "\n")
    }
    let known = try lines("АЖ")
    #expect(known[0] == "АЖ-ға")
    #expect(known.contains { $0.contains("B,V") && $0.contains("гласный") })
    #expect(known.contains { $0.contains("словарь чтений (attested)") })
    let guessed = try lines("ҚТК")
    #expect(guessed.contains { $0.contains("название последней буквы") })
    #expect(guessed.contains { $0.contains("это догадка") })
    let plain = try inflect("kk", "ҚТК", "АЖ", "--case", "dat", messages: "ru")
    #expect(plain.status == 0 && plain.output == "ҚТК-ге\nАЖ-ға\n")
    #expect(plain.errors.contains("E128") && plain.errors.contains("F,V – «ҚТК-ге»"))
    #expect(!plain.errors.contains("«АЖ»"))
    #expect(try lines("банк").contains { $0.contains("мягкое окончание заимствования") })
    #expect(try lines("ЖШС").contains("  также верно: ЖШС-ге"))
    #expect(try lines("заңы")[0] == "заңыға")
    #expect(try lines("Қазақстан Заңы").contains { $0.contains("притяжательным") })
  }

  @Test("a wrong call is answered with something else than its reason")
  func refusals() throws {
    #expect(try inflect("kk", "зал", "--case", "дательнный").status == 2)
    #expect(try inflect("kk", "зал", "--case", "предложный").status == 2)
    #expect(try inflect("ru", "зал", "--case", "жатыс").status == 2)
    #expect(try inflect("ru", "зал", "--possessive", "3").status == 2)
    #expect(try inflect("kk", "зал", "--count", "көп").status == 2)
    #expect(try inflect("kk").status == 2)
    #expect(try inflect("en", "hall").status == 2)
    let order = try inflect("kk", "зал", "--suffixes", "dat+pl", messages: "ru")
    #expect(order.status == 1 && order.output.isEmpty && order.errors.contains("O105"))
    let undeclinable = try inflect("ru", "бумель", "письмо", "--case", "genitive")
    #expect(undeclinable.status == 1 && undeclinable.output == "письма\n")
  }

  private static let requests: [(request: String, answer: String)] = [
    (
      #"{"id":1,"language":"kk","stem":"ЖШС","request":"gen"}"#,
      #"{"id":1,"form":"ЖШС-ның","variants":["ЖШС-нің"]}"#
    ),
    (
      #"{"id":"a","language":"kk","stem":"15 желтоқсан","request":"loc-attr"}"#,
      #"{"id":"a","form":"15 желтоқсандағы","variants":[]}"#
    ),
    (
      #"{"id":2,"language":"kk","stem":"6","request":"ord-full"}"#,
      #"{"id":2,"form":"6-ншы","variants":["6-ыншы"]}"#
    ),
    (
      #"{"id":3,"language":"kk","stem":"2","request":"coll+px3"}"#,
      #"{"id":3,"form":"2-еуі","variants":[]}"#
    ),
    (
      #"{"id":4,"language":"kk","stem":"зал","request":"dat+pl"}"#,
      #"{"id":4,"error":"`зал` does not take these suffixes in this order"}"#
    ),
    (#"{"id":5,"language":"kk","request":"dat"}"#, #"{"id":5,"error":"`stem` is needed"}"#),
    (
      #"{"id":6,"language":"ru","op":"words","number":2673,"case":"genitive","gender":"m"}"#,
      #"{"id":6,"form":"двух тысяч шестисот семидесяти трёх","variants":["двух тысяч шестисот семидесяти трех"]}"#
    ),
    (
      #"{"id":7,"language":"ru","op":"words","number":1,"case":"accusative","gender":"m","animate":true}"#,
      #"{"id":7,"form":"одного","variants":[]}"#
    ),
    (
      #"{"id":8,"language":"ru","op":"digits-ordinal","number":5,"case":"genitive","gender":"m"}"#,
      #"{"id":8,"form":"5-го","variants":[]}"#
    ),
    (
      #"{"id":9,"language":"ru","op":"count","number":22,"noun":"письмо","adjective":"рекомендательное","case":"nominative"}"#,
      #"{"id":9,"form":"22 рекомендательных письма","variants":[]}"#
    ),
    (
      #"{"id":10,"language":"ru","op":"count","number":2.5,"noun":"процент","case":"nominative"}"#,
      #"{"id":10,"form":"2,5 процента","variants":[]}"#
    ),
    (
      #"{"id":11,"language":"ru","op":"name","surname":"Тугжанов","first":"Ерлан","patronymic":"Саматович","gender":"m","case":"dative"}"#,
      #"{"id":11,"form":"Тугжанову Ерлану Саматовичу","variants":[]}"#
    ),
    (
      #"{"id":12,"language":"ru","op":"name","surname":"Ким","case":"dative"}"#,
      #"{"id":12,"error":"`gender` is needed: m, f"}"#
    ),
    (
      #"{"id":13,"language":"ru","op":"inflect","noun":"депутат","plural":true,"case":"accusative"}"#,
      #"{"id":13,"form":"депутатов","variants":[]}"#
    ),
    (
      #"{"id":14,"language":"ru","op":"decline"}"#,
      #"{"id":14,"error":"`op` is needed: words, ordinal, digits-ordinal, count, name, inflect"}"#
    ),
    (
      #"{"id":15,"language":"ru","op":"words","number":"много"}"#,
      #"{"id":15,"error":"`number` is needed"}"#
    ),
    (#"{"stem":"хат","request":"acc"}"#, #"{"id":null,"form":"хатты","variants":[]}"#),
  ]

  @Test("a line is not answered with one line, or out of order")
  func lines() throws {
    let path = Program.folder() + "/requests.jsonl"
    let text = Self.requests.map(\.request).joined(separator: "\n\n")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let run = try inflect("kk", "--jsonl", path)
    #expect(run.status == 0 && run.errors.isEmpty)
    let answers = run.output.split(separator: "\n").map(String.init)
    #expect(answers == Self.requests.map(\.answer))
  }

  @Test("a line that is no JSON stops the others, or is passed over in silence")
  func brokenLines() throws {
    let path = Program.folder() + "/requests.jsonl"
    let text = Self.requests[0].request + "\n{\"id\":\n" + Self.requests[2].request
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let run = try inflect("--jsonl", path)
    #expect(run.status == 3)
    #expect(run.errors.contains("requests.jsonl:2:"))
    let answers = run.output.split(separator: "\n").map(String.init)
    #expect(answers.count == 3)
    #expect(answers[0] == Self.requests[0].answer && answers[2] == Self.requests[2].answer)
    #expect(answers[1].hasPrefix(#"{"id":null,"error":"#))
  }

  @Test("a word that an office has entered is not read as the office reads it")
  func ownLexicon() throws {
    let folder = Program.folder()
    try FileManager.default.createDirectory(
      atPath: folder + "/reference", withIntermediateDirectories: true)
    let lexicon = "abbreviations:\n  - {token: ЖШС, reading: \"F,V\", provenance: house-style}\n"
    try Data(lexicon.utf8).write(to: URL(fileURLWithPath: folder + "/reference/lexicon.yaml"))
    let nouns = """
      nouns:
        - noun: бумель
          gender: feminine
          singular: [бумель, бумели, бумели, бумель, бумелью, бумели]
          plural: [бумели, бумелей, бумелям, бумели, бумелями, бумелях]
          provenance: house-style
      """
    try Data(nouns.utf8).write(to: URL(fileURLWithPath: folder + "/reference/nouns.yaml"))
    let own = try inflect("kk", "ЖШС", "АҚШ", "--case", "gen", "--templates", folder)
    #expect(own.output == "ЖШС-нің\nАҚШ-тың\n")
    let noun = try inflect("ru", "бумель", "--count", "5", "--templates", folder)
    #expect(noun.output == "5\u{A0}бумелей\n")
    try Data("words: [{token: акт}]".utf8).write(
      to: URL(fileURLWithPath: folder + "/reference/lexicon.yaml"))
    let broken = try inflect("kk", "акт", "--templates", folder)
    #expect(broken.status == 1 && broken.errors.contains("V110"))
  }
}
