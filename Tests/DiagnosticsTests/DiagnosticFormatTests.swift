import Diagnostics
import JSON
import Testing

@Suite struct DiagnosticFormatTests {
  private let message = Message(kk: "қате", ru: "ошибка: «а»", en: "a mistake")

  @Test("Programs that read our findings would break on their form")
  func json() throws {
    let full = Diagnostic(
      "N1", message,
      at: [
        Place(
          file: "kk.docx", language: "kk", part: "word/document.xml", block: "Normal",
          paragraph: 3, excerpt: "барлығы 12", marked: 15..<17),
        Place(file: "case.json", line: 2, column: 4),
      ], hint: Message(kk: "к", ru: "р", en: "e"))
    let bare = Diagnostic("R113", message, severity: .warning)
    let expected: JSON = [
      "diagnostics": [
        [
          "rule": "N1", "severity": "error",
          "message": ["kk": "қате", "ru": "ошибка: «а»", "en": "a mistake"],
          "places": [
            [
              "file": "kk.docx", "language": "kk", "part": "word/document.xml", "block": "Normal",
              "paragraph": 3, "start": 15, "end": 17, "text": "12",
            ],
            [
              "file": "case.json", "line": 2, "column": 4, "start": 0, "end": 0, "text": "",
            ],
          ],
          "hint": ["kk": "к", "ru": "р", "en": "e"],
        ],
        [
          "rule": "R113", "severity": "warning",
          "message": ["kk": "қате", "ru": "ошибка: «а»", "en": "a mistake"], "places": [],
        ],
      ]
    ]
    let text = DiagnosticFormat.json.rendered([full, bare], in: .kk)
    #expect(try JSON(parsing: text) == expected)
    #expect(text.hasSuffix("}\n"))
    #expect(DiagnosticFormat.json.rendered([full, bare], in: .ru) == text)
  }

  @Test("No findings would be said in a form that cannot be read")
  func none() throws {
    let empty: JSON = ["diagnostics": []]
    #expect(try JSON(parsing: DiagnosticFormat.json.rendered([], in: .en)) == empty)
    let sarif = try JSON(parsing: DiagnosticFormat.sarif.rendered([], in: .en))
    guard case .array(let runs)? = sarif["runs"] else {
      Issue.record("no runs")
      return
    }
    #expect(runs.first?["results"] == [])
    #expect(DiagnosticFormat.text.rendered([], in: .en) == "")
    #expect(DiagnosticFormat.github.rendered([], in: .en) == "")
  }

  @Test("Findings would run into one another in a terminal")
  func text() {
    let findings = [Diagnostic("N1", message), Diagnostic("N2", message, severity: .warning)]
    #expect(
      DiagnosticFormat.text.rendered(findings, in: .en)
        == "error N1: a mistake\nwarning N2: a mistake\n")
  }

  @Test("A code review would refuse our report, or show its findings at the wrong place")
  func sarif() throws {
    let findings = [
      Diagnostic(
        "V101", message,
        at: [
          Place(
            file: "қалта/case 1%.json", line: 2, column: 4, excerpt: "\"a\": 1", marked: 5..<6),
          Place(file: "a.docx", paragraph: 3), Place(block: "period.from"),
        ]),
      Diagnostic("N2", message, severity: .warning),
    ]
    let known = RuleDescription(
      id: "N2", name: Message(kk: "жұп", ru: "пара", en: "a pair"),
      page: Message(kk: "docs/a.kk.md", ru: "docs/a.ru.md", en: "docs/a.ru.md"))
    let log = try JSON(
      parsing: DiagnosticFormat.sarif.rendered(findings, in: .ru) { $0 == "N2" ? known : nil })
    let rules: [JSON] = [
      ["id": "V101"],
      ["id": "N2", "shortDescription": ["text": "пара"], "helpUri": "docs/a.ru.md"],
    ]
    let path = "%D2%9B%D0%B0%D0%BB%D1%82%D0%B0/case%201%25.json"
    let expected: JSON = [
      "version": "2.1.0", "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "runs": [
        [
          "tool": ["driver": ["name": "qoshat", "rules": .array(rules)]],
          "columnKind": "unicodeCodePoints",
          "results": [
            [
              "ruleId": "V101", "level": "error", "message": ["text": "ошибка: «а»"],
              "locations": [
                [
                  "message": ["text": "қалта/case 1%.json:2:4: 1"],
                  "physicalLocation": [
                    "artifactLocation": ["uri": .string(path)],
                    "region": ["startLine": 2, "startColumn": 4, "snippet": ["text": "1"]],
                  ],
                ],
                [
                  "message": ["text": "a.docx: абзац 3: "],
                  "physicalLocation": [
                    "artifactLocation": ["uri": "a.docx"], "region": ["startLine": 1],
                  ],
                ],
                ["message": ["text": "period.from: "]],
              ],
            ],
            [
              "ruleId": "N2", "level": "warning", "message": ["text": "ошибка: «а»"],
              "locations": [],
            ],
          ],
        ]
      ],
    ]
    #expect(log == expected)
  }

  @Test("What was allowed for a reason would be held against the letter again")
  func allowed() throws {
    var finding = Diagnostic("Y3", message, severity: .warning)
    finding.allowed = "бұрынғы хат"
    let json = try JSON(parsing: DiagnosticFormat.json.rendered([finding], in: .kk))
    guard case .array(let found)? = json["diagnostics"] else {
      Issue.record("no diagnostics")
      return
    }
    #expect(found.first?["allowed"] == "бұрынғы хат")
    #expect(finding.rendered(in: .ru).hasSuffix("\n  = допущено: бұрынғы хат"))
    let log = DiagnosticFormat.sarif.rendered([finding], in: .kk)
    #expect(log.contains("\"suppressions\""))
    #expect(log.contains("\"justification\": \"бұрынғы хат\""))
    #expect(DiagnosticFormat.github.rendered([finding], in: .kk).hasPrefix("::notice title=Y3::"))
  }

  @Test("An annotation would be cut at its first line, or put on another file")
  func github() {
    let finding = Diagnostic(
      "V101", Message(kk: "100% қате", ru: "", en: "100% wrong,\r\nreally: yes"),
      at: [Place(file: "a,b:c%d\n.json", line: 7, excerpt: "ab", marked: 0..<1)],
      hint: Message(kk: "", ru: "", en: "mend it"))
    #expect(
      DiagnosticFormat.github.rendered([finding], in: .en)
        == "::error title=V101,file=a%2Cb%3Ac%25d%0A.json,line=7::"
        + "a,b:c%25d%0A.json:7: error V101: 100%25 wrong,%0D%0Areally: yes"
        + "%0A  | ab%0A  | ^%0A  = mend it\n")
    #expect(
      DiagnosticFormat.github.rendered(
        [Diagnostic("N2", message, severity: .warning)], in: .en)
        == "::warning title=N2::warning N2: a mistake\n")
  }

  @Test("The names that scripts give on the command line would change")
  func names() {
    #expect(DiagnosticFormat.allCases.map(\.rawValue) == ["text", "json", "sarif", "github"])
    #expect(MessageLanguage.allCases.map(\.rawValue) == ["kk", "ru", "en"])
  }
}
