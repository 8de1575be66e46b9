import Testing

@testable import qoshat

/// Calls of `fill` that are read without ArgumentParser: just those that it reads in the same way.
@Suite struct UsualCallTests {
  private static let usual = ["fill", "letter.docx", "--data", "case.json", "-o", "out.docx"]

  @Test(
    "the calls that everybody makes take the long way",
    arguments: [
      usual, usual + ["--text", "out.txt"],
      ["fill", "--output", "хат 1.docx", "--text", "out.txt", "--data", "case.json", "үлгі.docx"],
    ])
  func isUnderstood(arguments: [String]) throws {
    let command = try #require(FillCommand(usual: arguments))
    let read = try Qoshat.parsed(arguments)
    #expect("\(command)" == "\(read)")
  }

  @Test(
    "what only ArgumentParser may read or refuse is read past it",
    arguments: [
      [], ["fill"], ["text", "letter.docx"], Array(usual.dropLast()), Array(usual.dropLast(2)),
      ["fill", "letter.docx", "-o", "out.docx"], usual + ["more.docx"],
      usual + ["-o", "other.docx"],
      usual + ["--output", "other.docx"], usual + ["--data", "other.json"], usual + ["--help"],
      usual + ["-h"], usual + ["--version"], usual + ["--"], usual + ["--text"],
      usual + ["--text", "-"], usual + ["--text", ""], usual + ["--text=out.txt"], usual + [""],
      usual + ["--undefined", "default"], usual + ["--word-placeholders"],
      usual + ["--format", "json"], usual + ["--tex", "out.txt"],
      ["fill", "-", "--data", "case.json", "-o", "out.docx"],
      ["fill", "letter.docx", "--data", "-", "-o", "out.docx"],
      ["fill", "letter.docx", "--data", "case.json", "-oout.docx"],
      ["--help"] + usual, ["help"] + usual,
    ])
  func isLeft(arguments: [String]) {
    #expect(FillCommand(usual: arguments) == nil)
  }

  @Test("a call in some other order is read otherwise than by ArgumentParser")
  func isReadAlike() throws {
    let words = [
      "letter.docx", "case.json", "out.docx", "--data", "--data", "-o", "--output", "--text", "-",
      "",
      "--undefined", "strict", "--word-placeholders", "--", "-h", "--time-limit", "9", "--data=x",
      "қ",
    ]
    var state: UInt64 = 7
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var understood = 0
    for _ in 0..<1_000 {
      var pieces = [["letter.docx"], ["--data", "case.json"], ["-o", "out.docx"]]
      if random(2) == 0 { pieces.append(["--text", "out.txt"]) }
      var arguments: [String] = []
      while !pieces.isEmpty { arguments += pieces.remove(at: random(pieces.count)) }
      for _ in 0..<random(3) {
        let word = words[random(words.count)]
        let place = random(arguments.count)
        if random(2) == 0 { arguments[place] = word } else { arguments.insert(word, at: place) }
      }
      guard let command = FillCommand(usual: ["fill"] + arguments) else { continue }
      understood += 1
      #expect("\(command)" == "\(try Qoshat.parsed(["fill"] + arguments))", "\(arguments)")
    }
    #expect(understood > 200)
  }
}
