import Foundation
import Testing

/// `qoshat new`: a letter kind that can be used at once, changed in Word, and never takes another's place.
@Suite struct NewCommandTests {
  static let names = ["case.json", "kk.docx", "letter.yaml", "ru.docx"]

  /// A folder with the project's reference data and one new kind.
  static func library(_ kind: String = "request") throws -> String {
    let folder = Program.folder()
    try FileManager.default.copyItem(
      atPath: Program.root.appendingPathComponent("templates/reference").path,
      toPath: folder + "/reference")
    let run = try Program.run(["new", kind, "--templates", folder])
    #expect(run.status == 0)
    #expect(run.output == names.map { "\(folder)/\(kind)/\($0)\n" }.joined())
    return folder
  }

  private func render(
    _ library: String, _ data: String? = nil, kind: String = "request"
  ) throws -> (run: Program.Run, texts: [String: String]) {
    let out = Program.folder()
    let run = try Program.run([
      "render", kind, "--templates", library, "--data", data ?? "\(library)/\(kind)/case.json",
      "--to", "txt", "--out", out,
    ])
    let texts = try Program.contents(of: out).mapValues {
      String(decoding: $0, as: UTF8.self).replacingOccurrences(of: "\u{A0}", with: " ")
    }
    return (run, texts)
  }

  @Test("a new kind has mistakes, or no letter can be made from it")
  func rendersAtOnce() throws {
    let library = try Self.library()
    let check = try Program.run(["check", "--templates", library])
    #expect(check.status == 0 && check.output.isEmpty)
    let (run, texts) = try render(library)
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(texts.keys.sorted() == ["case.kk.txt", "case.ru.txt"])
    #expect(
      texts["case.kk.txt"]?.contains("5 (бес) жұмыс күні ішінде мынадай мәліметтерді") == true)
    #expect(texts["case.ru.txt"]?.contains("в течение 5 (пяти) рабочих дней") == true)
    #expect(texts["case.ru.txt"]?.contains("Министерство культуры и информации\n") == true)
  }

  @Test("some of what the new kind's form offers gives no letter")
  func variants() throws {
    let library = try Self.library()
    let url = URL(fileURLWithPath: library + "/request/case.json")
    let given = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
    func variant(
      _ name: String, without missing: [String] = [], _ changes: [String: Any]
    ) throws -> [String: String] {
      var data = given.merging(changes) { $1 }
      for field in missing { data[field] = nil }
      let path = "\(library)/\(name).json"
      try JSONSerialization.data(withJSONObject: data).write(to: URL(fileURLWithPath: path))
      let (run, texts) = try render(library, path)
      #expect(run.status == 0 && run.errors.isEmpty, "\(name): \(run.errors)")
      return texts
    }
    let least = try variant(
      "least", without: ["resources", "inquiry", "deadline"],
      [
        "hasDeadline": false, "channel": "paper", "prepared": "2021-12-15",
        "registration": ["number": "12-05/871", "date": "2021-12-16"],
      ])
    #expect(least["least.ru.txt"]?.contains("В связи с этим просим представить") == true)
    #expect(
      least["least.ru.txt"]?.contains("Министерство информации и общественного развития\n") == true)
    #expect(least["least.kk.txt"]?.contains("қосымша") == false)
    let pages = (1...60).map { ["url": "https://social.example.com/\($0)"] }
    let most = try variant("most", ["resources": pages, "channel": "system"])
    #expect(most["most.kk.txt"]?.contains("Мәліметтер 60 интернет-ресурс бойынша") == true)
    #expect(most["most.ru.txt"]?.contains("Приложение: перечень интернет-ресурсов на 2 л.") == true)
    #expect(most["most.ru.txt"]?.contains("60\thttps://social.example.com/60") == true)
  }

  @Test("a kind that somebody has worked on is lost")
  func takesNoPlace() throws {
    let library = try Self.library()
    try Data("mine".utf8).write(to: URL(fileURLWithPath: library + "/request/ru.docx"))
    let before = try Program.contents(of: library + "/request")
    let again = try Program.run(["new", "request", "--templates", library], messages: "ru")
    #expect(again.status == 4 && again.output.isEmpty)
    #expect(again.errors.contains("O102") && again.errors.contains("ничего не изменено"))
    #expect(try Program.contents(of: library + "/request") == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: library).sorted() == [
        "reference", "request",
      ])
  }

  @Test(
    "a kind gets a name that cannot be typed, or lies where no kind lies",
    arguments: [
      "", "Request", "сұрау", "1st", "a_b", "a.b", "../a", "a/b", "a-", "con", "reference",
    ])
  func names(_ name: String) throws {
    let folder = Program.folder()
    let run = try Program.run(["new", name, "--templates", folder])
    #expect(run.status == 2 && run.errors.contains("O103"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test("a folder without reference data gets a kind that cannot be used")
  func emptyLibrary() throws {
    let folder = Program.folder()
    let run = try Program.run([
      "new", "request", "--templates", folder, "--name-kk", "Сұрау: «жаңа»", "--name-ru",
      #"Запрос "о новом""#,
    ])
    #expect(run.status == 0)
    #expect(run.errors.contains("qoshat render request --templates \(folder) --data"))
    #expect(try Program.run(["check", folder]).output.isEmpty)
    #expect(try render(folder).run.status == 0)
    let definition = try String(
      contentsOfFile: folder + "/request/letter.yaml", encoding: .utf8)
    #expect(
      definition.contains("\nname:\n  kk: \"Сұрау: «жаңа»\"\n  ru: \"Запрос \\\"о новом\\\"\"\n\n"))
    for wrong in [["--name-kk", "А"], ["--name-kk", "А", "--name-ru", " "]] {
      #expect(try Program.run(["new", "other", "--templates", folder] + wrong).status == 2)
    }
    #expect(try Program.run(["new", "other", "--templates", folder + "/none"]).status == 4)
  }

  @Test("the skeleton is offered as a kind of letters, or checked as one of a library")
  func skeletonIsNoKind() throws {
    let run = try Program.run(["render", "skeleton", "--data", Program.caseData])
    #expect(run.status == 2 && !run.errors.contains("`reference`"))
    let check = try Program.run(["check"])
    #expect(check.status == 0 && !check.output.contains("skeleton"))
  }

  @Test("what Word does to a document when its author types gives no letter any more")
  func editedInWord() throws {
    let library = try Self.library()
    for (language, heading, replacement) in [
      ("kk", "Ақпарат беру туралы", "Жарнама туралы ақпарат беру туралы"),
      ("ru", "О предоставлении информации", "О предоставлении информации о рекламе"),
    ] {
      let path = "\(library)/request/\(language).docx"
      try TemplateEdit.type(replacement, over: heading, in: path)
      // Word cuts a text into runs where it was typed, at words that it does not know, and within tags too.
      try TemplateEdit.type(
        "{{ cha</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:rPr><w:noProof/></w:rPr><w:t>nnel }}",
        over: "{{ channel }}", in: path)
      try TemplateEdit.change(path, part: "docProps/core.xml") { markup in
        let end = "</cp:coreProperties>"
        markup = markup.replacingOccurrences(
          of: end,
          with:
            "<cp:lastModifiedBy>Б. 2</cp:lastModifiedBy><cp:revision>7</cp:revision><dcterms:modified xsi:type=\"dcterms:W3CDTF\">2024-10-02T09:30:00Z</dcterms:modified>\(end)"
        )
      }
    }
    let check = try Program.run(["check", library])
    #expect(check.status == 0 && check.output.isEmpty)
    let (run, texts) = try render(library)
    #expect(run.status == 0)
    #expect(texts["case.kk.txt"]?.contains("\nЖарнама туралы ақпарат беру туралы\n") == true)
    #expect(texts["case.ru.txt"]?.contains("\nО предоставлении информации о рекламе\n") == true)
    #expect(texts["case.ru.txt"]?.contains("в Министерство по электронной почте.") == true)
  }

  private static let office = "/usr/bin/soffice"

  @Test(
    "a template that was saved in LibreOffice gives another letter, or none",
    .enabled(if: FileManager.default.isExecutableFile(atPath: office)), .timeLimit(.minutes(3)))
  func savedInLibreOffice() throws {
    let library = try Self.library()
    let before = try render(library).texts
    let saved = Program.folder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.office)
    process.arguments =
      ["-env:UserInstallation=file://\(saved)/profile", "--headless"]
      + ["--convert-to", "docx:MS Word 2007 XML", "--outdir", saved]
      + ["kk", "ru"].map { "\(library)/request/\($0).docx" }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    for language in ["kk", "ru"] {
      let path = "\(library)/request/\(language).docx"
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.moveItem(atPath: "\(saved)/\(language).docx", toPath: path)
    }
    #expect(try Program.run(["check", library]).output.isEmpty)
    let (run, texts) = try render(library)
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(texts == before)
  }
}
