import Diagnostics
import Export
import Files
import Foundation
import Testing

@Suite struct OfficeConverterTests {
  @Test("A hundred letters would start LibreOffice a hundred times")
  func batch() throws {
    let office = try FakeOffice()
    let documents = try (1...100).map { try office.document("\($0).kk") }
    #expect(try office.convert(documents).allSatisfy { $0 == .converted })
    #expect(office.starts.count == 1)
    #expect(documents.allSatisfy { Self.text($0)?.contains("%%EOF") == true })
    #expect(office.remains == [])
  }

  @Test("A letter would get the PDF of one of the same name of another kind")
  func equalNames() throws {
    let office = try FakeOffice()
    let documents = try ["notification/1.kk", "warning/1.kk", "warning/2.kk"].map {
      try office.document($0)
    }
    #expect(try office.convert(documents) == [.converted, .converted, .converted])
    #expect(office.starts == [["1.kk.docx", "2.kk.docx"], ["1.kk.docx"]])
    #expect(documents.allSatisfy { Self.text($0) != nil })
  }

  @Test(
    "One letter that LibreOffice cannot convert would take others with it, or pass for converted",
    arguments: [
      (FakeOffice.Behaviour.unreadable, PDFOutcome.failed), (.crash, .failed), (.half, .failed),
      (.hang, .hung),
    ])
  func badDocument(_ behaviour: FakeOffice.Behaviour, _ outcome: PDFOutcome) throws {
    let office = try FakeOffice()
    for place in [0, 2, 4] {
      let documents = try (0..<5).map {
        try office.document("\(place)-\($0)", $0 == place ? behaviour : .plain)
      }
      let outcomes = try office.convert(documents, patience: .milliseconds(700))
      for (index, document) in documents.enumerated() {
        #expect(outcomes[index] == (index == place ? outcome : .converted))
        #expect((Self.text(document) != nil) == (index != place))
      }
    }
    #expect(office.remains == [])
    #expect(office.sleepers == [], "a process runs on")
  }

  @Test("Of several bad letters in one batch only the first would be reported")
  func severalBadDocuments() throws {
    let office = try FakeOffice()
    let behaviours: [FakeOffice.Behaviour] = [
      .crash, .plain, .unreadable, .hang, .plain, .half, .half, .plain, .crash,
    ]
    let documents = try behaviours.enumerated().map { try office.document("\($0)", $1) }
    let outcomes = try office.convert(documents, patience: .milliseconds(700))
    #expect(
      outcomes == [
        .failed, .converted, .failed, .hung, .converted, .failed, .failed, .converted, .failed,
      ])
  }

  @Test("A killed LibreOffice would cost a letter its PDF", arguments: [1, 5])
  func killed(count: Int) throws {
    let office = try FakeOffice()
    let documents = try (0..<count).map {
      try office.document("\($0)", $0 == count / 2 ? .killed : .plain)
    }
    #expect(try office.convert(documents).allSatisfy { $0 == .converted })
    #expect(office.starts.count == (count == 1 ? 2 : 3))
  }

  @Test("With a broken LibreOffice each letter would be tried and blamed")
  func unusable() throws {
    let office = try FakeOffice(
      script: "#!/bin/sh\necho start >> $(dirname $0)/starts\nexit 1\n")
    let documents = try (0..<50).map { try office.document("\($0)") }
    #expect(throws: OfficeError.unusable) { try office.convert(documents) }
    #expect(office.starts.count < 10)
    #expect(office.remains == [])
    #expect(OfficeError.unusable.diagnostic.rule == "O104")
  }

  @Test("Letters that cannot be converted would pass for a broken LibreOffice")
  func onlyBadDocuments() throws {
    let office = try FakeOffice()
    let documents = try (0..<10).map { try office.document("\($0)", .crash) }
    #expect(try office.convert(documents).allSatisfy { $0 == .failed })
  }

  @Test("A letter that cannot be read, or a PDF that cannot be written, would pass in silence")
  func files() throws {
    let office = try FakeOffice()
    let document = try office.document("1")
    func code(_ docx: String, _ pdf: String) throws -> FileError.Code? {
      let error = #expect(throws: OfficeError.self) {
        try office.convert([.init(docx: docx, pdf: pdf)])
      }
      guard case .file(let error)? = error else { return nil }
      return error.code
    }
    #expect(try code(document.docx + "-", document.pdf) == .missing)
    #expect(try code(document.docx, "\(office.root)/nowhere/1.pdf") == .missing)
    #expect(office.remains == [])
  }

  @Test("Converters that work at the same time would take each other's letters")
  func severalAtOnce() async throws {
    let office = try FakeOffice()
    let groups = try (0..<4).map { group in
      try (0..<10).map { try office.document("\(group)/\($0)") }
    }
    let (program, parent) = (office.program, office.parent)
    try await withThrowingTaskGroup(of: [PDFOutcome].self) { tasks in
      for group in groups {
        tasks.addTask {
          var converter = try OfficeConverter(in: parent, program: program)
          return try converter.convert(group)
        }
      }
      for try await outcomes in tasks { #expect(outcomes.allSatisfy { $0 == .converted }) }
    }
    #expect(office.starts.count == 4)
    #expect(groups.joined().allSatisfy { Self.text($0) != nil })
    #expect(office.remains == [])
  }

  @Test("What a killed export left would lie there for ever, or LibreOffice go on writing into it")
  func remains() throws {
    let office = try FakeOffice()
    let left = "\(office.parent)/qoshat-pdf-killed"
    try FileManager.default.createDirectory(
      atPath: "\(left)/out", withIntermediateDirectories: true)
    try Data("half".utf8).write(to: URL(fileURLWithPath: "\(left)/out/1.pdf"))
    let orphan = Process()
    orphan.executableURL = URL(fileURLWithPath: office.program)
    orphan.arguments = [
      "-env:UserInstallation=file://\(left)/profile", try office.document("1", .hang).docx,
    ]
    try orphan.run()
    while office.sleepers == [] { usleep(10_000) }
    OfficeConverter.clear(office.parent)
    // What the program started holds the pipe by which Foundation learns of its end.
    for process in office.sleepers { kill(process, SIGKILL) }
    orphan.waitUntilExit()
    #expect(orphan.terminationReason == .uncaughtSignal)
    #expect(office.remains == [])
  }

  @Test("A second program of the user's would be ended, or a folder of somebody else's be removed")
  func notOurs() throws {
    let office = try FakeOffice()
    try FileManager.default.createDirectory(
      atPath: "\(office.parent)/other", withIntermediateDirectories: true)
    let other = Process()
    other.executableURL = URL(fileURLWithPath: office.program)
    other.arguments = [
      "-env:UserInstallation=file://\(office.parent)/other/profile",
      try office.document("1", .hang).docx,
    ]
    try other.run()
    while office.sleepers == [] { usleep(10_000) }
    OfficeConverter.clear(office.parent)
    #expect(other.isRunning)
    #expect(office.remains == ["other"])
    for process in [other.processIdentifier] + office.sleepers { kill(process, SIGKILL) }
    other.waitUntilExit()
  }

  private static func text(_ document: OfficeConverter.Document) -> String? {
    FileManager.default.contents(atPath: document.pdf).map { String(decoding: $0, as: UTF8.self) }
  }
}
