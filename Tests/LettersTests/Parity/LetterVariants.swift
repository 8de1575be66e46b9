import Diagnostics
import JSON
import Register
import TestSupport
import Testing

@testable import Letters

/// Letters of every kind with data drawn at random: what ministries write on other days, of other resources, by other bodies.
struct LetterVariants {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A letter pair of a kind that the case's rules accept.
  mutating func letter(of kind: String, like name: String) throws -> RenderedLetter {
    let data = try data(kind, name)
    let letterKind = try #require(Example.kinds[kind]).get()
    do {
      let (letter, findings) = try letterKind.letter(
        data, file: "case.json", register: Example.register.get())
      #expect(findings.map { $0.rendered(in: .en) } == [])
      return letter
    } catch let refusal as LetterRefusal {
      Issue.record("\(refusal.diagnostics.map { $0.rendered(in: .en) }.joined(separator: "\n"))")
      throw refusal
    }
  }

  private mutating func data(_ kind: String, _ name: String) throws -> JSON {
    var data = try Example.caseData(name)
    func set(_ path: String, _ value: JSON?) { data = data.replacing(path, with: value) }
    if kind == "response" {
      let month = Int.random(in: 2...11, using: &random)
      let day = Int.random(in: 1...28, using: &random)
      set("asOf", .string(date(2021, month, day)))
      set("prepared", .string(date(2021, month + 1, Int.random(in: 1...28, using: &random))))
      set("inquiry.number", .string("ДС-\(Int.random(in: 1...999, using: &random))"))
      set("inquiry.date", .string(date(2021, month, Int.random(in: 1...day, using: &random))))
      return data
    }
    let year = Bool.random(using: &random) ? 2021 : 2024
    let isList = kind == "payment-list"
    let month = Int.random(in: 3...8, using: &random)
    let prepared = date(isList ? 2024 : year, month + (isList ? 3 : 1), 28)
    set("prepared", .string(prepared))
    if Bool.random(using: &random) {
      set(
        "registration",
        [
          "number": .string("\(Int.random(in: 10...99, using: &random))-13/501"),
          "date": .string(prepared),
        ])
    }
    if isList {
      set("asOf", .string(date(2024, month + 3, Int.random(in: 20...27, using: &random))))
      if case .array(let organisers)? = data["organisers"] {
        set("organisers", .array(Array(organisers.prefix(Int.random(in: 1...3, using: &random)))))
      }
      return data
    }
    let from = Int.random(in: 1...27, using: &random)
    let to = Int.random(in: (from + 1)...28, using: &random)
    set("monitoring.from", .string(date(year, month - Int.random(in: 0...1, using: &random), from)))
    set("monitoring.to", .string(date(year, month, to)))
    set("resources", resources(date(year, month, to)))
    set("violation", .string(Bool.random(using: &random) ? "casino" : "advertising"))
    set(
      "detectedBy",
      .string(
        ["prosecutor-general", "interior-ministry", "financial-monitoring-agency"]
          .randomElement(using: &random) ?? ""))
    if kind == "recommendation" {
      set("inquiry.date", .string(date(year, month, 1)))
      set("replyBy", .string(date(year, month + 2, Int.random(in: 1...28, using: &random))))
    } else {
      set("deadline", .integer(Int.random(in: 1...10, using: &random)))
    }
    return data
  }

  private mutating func resources(_ day: String) -> JSON {
    let count = [1, 2, 3, 4, 5, 6, 11, 21, 34, 52].randomElement(using: &random) ?? 1
    return .array(
      (1...count).map { number in
        let host = ["fort", "slot", "kumis", "altyn"].randomElement(using: &random) ?? ""
        let path = Int.random(in: 1...9999, using: &random)
        return [
          "url": .string("https://\(host)-\(number).example/page/\(path)"),
          "enteredAt": .string(day),
        ]
      })
  }

  private func date(_ year: Int, _ month: Int, _ day: Int) -> String {
    func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(year)-\(padded(month))-\(padded(day))"
  }
}

/// Ways by which a letter reaches those who compare it.
enum LetterCarrier {
  /// Its lines as a program dumps them: cut at a width, a space left at each cut, a blank line after each.
  static func wrapped(_ text: String, width: Int, isDoubleSpaced: Bool) -> String {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      // Rows of tables are not cut.
      for word in paragraph.contains("\t") ? [String(paragraph)] : words(of: paragraph) {
        if !line.isEmpty, line.count + word.count > width {
          lines.append(line)
          line = ""
        }
        line += word
      }
      lines.append(line)
      if !isDoubleSpaced, paragraph.count > width { lines.append("") }
    }
    return lines.joined(separator: isDoubleSpaced ? "\n\n" : "\n")
  }

  /// The words with the space or hyphen after each, at which lines are cut.
  private static func words(of text: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var before: Character = " "
    for character in text {
      word.append(character)
      if character == " " || character == "-" && before.isLetter {
        words.append(word)
        word = ""
      }
      before = character
    }
    return word.isEmpty ? words : words + [word]
  }
}
