import Diagnostics
import Files
import Register
import Testing
@testable import WordprocessingML

@testable import Letters

/// The contradictions of `fixtures/register-faults`, in each of which every number would be right by itself.
@Suite struct RegisterFaultTests {
  private static let folder = Example.root + "/fixtures/register-faults/"

  /// What stops the example's letter, if its figures come from the register in `name`.
  private func refusal(_ name: String) throws -> [Diagnostic] {
    let register = try Register.create(at: try TemporaryFolder.make() + "/register.sqlite")
    let report = try register.importFiles(RegisterFile.load([Self.folder + name]))
    try #require(report.diagnostics.isEmpty && report.links.added > 0)
    let kind = try Example.response.get()
    let data = try Example.caseData()
    do throws(LetterRefusal) {
      _ = try kind.letter(
        data, file: "case.json", register: register, listing: .documentsAndBodies)
      return []
    } catch {
      return error.diagnostics
    }
  }

  /// What is found in the reply's definition, patched as in `name`.
  private func definition(_ name: String) throws -> [Diagnostic] {
    var files = try KindFiles.response()
    let patch = try text("\(name)/letter.yaml.patch").split(
      separator: "\n", omittingEmptySubsequences: false)
    let old = String(decoding: files.definition.bytes, as: UTF8.self)
    var new = old
    for hunk in patch.split(whereSeparator: { $0.hasPrefix("@@") }).dropFirst() {
      func lines(without sign: Character) -> String {
        hunk.filter { !$0.isEmpty && $0.first != sign }.map { $0.dropFirst() + "\n" }.joined()
      }
      let before = lines(without: "+")
      try #require(new.contains(before), "the patch no longer fits")
      new = new.replacing(before, with: lines(without: "-"))
    }
    try #require(new != old)
    files.definition = LetterKind.Files.File(
      name: files.definition.name, bytes: Array(new.utf8))
    return LetterKind.compile("response", files).diagnostics
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try FileSystem.read(Self.folder + path), as: UTF8.self)
  }

  @Test("1: what was a notification until last year is a recommendation or a warning now")
  func taxonomyDrift() throws {
    let found = try refusal("1-taxonomy")
    #expect(found.map(\.rule) == ["T5"])
    let finding = try #require(found.first)
    #expect(finding.severity == .error)
    #expect(
      finding.message.ru.hasPrefix(
        "2017, 2018, 2019, 2020: нет документов вида `warning`, `recommendation`, "
          + "зато есть `notification` (4): `N-2017`, `N-2018`, `N-2019`"))
    #expect(finding.places.map(\.block) == ["figures.preparedLetters", "figures.preparedTotal"])
    #expect(finding.places.map(\.text) == ["2", "7"])
  }

  @Test("2: what was sent this year is no part of what was prepared this year")
  func partOutsideItsWhole() throws {
    let found = try refusal("2-subset")
    #expect(found.allSatisfy { $0.rule == "N4" })
    let places = found.map { $0.places.map { $0.block?.dropFirst("figures.".count) ?? "" } }
    #expect(
      places == [
        ["warnings", "currentLetters"], ["warningResources", "currentLetterResources"],
        ["systemPrescriptions", "currentPrescriptions"],
        ["systemPrescriptionResources", "currentPrescriptionResources"],
      ])
    #expect(
      found.map(\.message.en) == [
        "a part exceeds the whole: 2 > 1", "a part exceeds the whole: 3 > 1",
        "the part has what the whole has not (1): `P-LATE`",
        "the part has what the whole has not (2): `https://casino-3.example/`",
      ])
  }

  @Test("3: a unit that the parts have is dropped from their whole")
  func droppedUnit() throws {
    let found = try definition("3-unit")
    #expect(found.map(\.rule) == ["N7", "N7", "N7"])
    #expect(found.allSatisfy { $0.places.first?.block == "figures.actedUponResources" })
    #expect(found.first?.message.ru == "у целого единица `resources`, а у части – `links`")
    #expect(
      found.compactMap { $0.places.last?.block } == [
        "figures.notificationResources", "figures.warningResources",
        "figures.systemPrescriptionResources",
      ])
  }

  @Test("4: drafts are added to documents that were sent")
  func mixedStates() throws {
    let found = try definition("4-state")
    #expect(found.map(\.rule) == ["N9"])
    #expect(
      found.first?.places.map(\.block) == [
        "figures.currentTotal", "figures.currentPrescriptions", "figures.currentLetters",
      ])
  }

  @Test("5: figures until today are printed without the day")
  func openPeriod() throws {
    let found = try definition("5-period")
    #expect(found.map(\.rule) == ["N8", "N8"])
    #expect(found.map { $0.places.first?.language } == ["kk", "ru"])
    #expect(found.first?.message.en.contains("(`prepared`) is not printed") == true)
  }

  @Test("6: one set of documents has two names in one letter")
  func twoNames() throws {
    let kind = try Example.response.get()
    func found(_ language: LetterLanguage) throws -> [Diagnostic] {
      let letter = FinishedLetter(
        text: try text("6-naming/letter.\(language).txt"), language, file: "letter")
      return LetterRules.findings(in: LetterFacts(letter, kind.knowledge), kind.knowledge)
    }
    let kk = try found(.kk)
    #expect(kk.map(\.rule) == ["T1", "T1"])
    #expect(kk.flatMap(\.places).map(\.text) == ["ұйғарым", "ұйғарымдардың"])
    #expect(kk.allSatisfy { $0.severity == .error })
    #expect(kk.first?.message.kk == "`ұйғарым`: бұл ұғымның термині – `нұсқама`")
    #expect(kk.map { $0.hint?.ru } == ["напишите `нұсқама`", "напишите `нұсқамалардың`"])
    #expect(try found(.ru).isEmpty)
  }

  @Test("the clean example has one of the contradictions")
  func cleanExample() throws {
    let (letter, diagnostics) = try Example.response.get().letter(
      Example.caseData(), file: "case.json", register: Example.register.get())
    #expect(diagnostics.isEmpty)
    #expect(letter.figures.count == 23)
  }
}
