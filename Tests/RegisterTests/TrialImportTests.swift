import Testing

@testable import Register

/// Imports that leave the register as it was.
@Suite struct TrialImportTests {
  private let files: [RegisterFile] = [
    .resources("https://a.example/;2021-01-01;one;is", "not an address;2021-01-01;one;is"),
    .documents("P1;prescription;draft;2021-02-01;;;A;"), .links("P1;https://a.example/"),
  ]

  @Test("A trial would promise what the import does not do, or write already")
  func trial() throws {
    let fixture = try RegisterFixture()
    var options = ImportOptions()
    options.isTrial = true
    let promised = try fixture.register.importFiles(files, options: options)
    #expect(try fixture.register.revision() == 0)
    #expect(try fixture.register.count(of: .resource, matching: RecordFilter(), atMost: 9) == 0)
    let done = try fixture.register.importFiles(files)
    #expect(promised.resources == done.resources)
    #expect(promised.documents == done.documents)
    #expect(promised.links == done.links)
    #expect(promised.diagnostics == done.diagnostics)
    #expect(promised.refusedRows == done.refusedRows)
    #expect(done.resources.added == 1 && done.resources.refused == 1)
  }

  @Test("An import that is stopped would leave half of its rows, or close the register to others")
  func stopped() throws {
    let fixture = try RegisterFixture()
    for phase in [ImportProgress.Phase.checking, .writing] {
      let error = #expect(throws: RegisterError.self) {
        try fixture.register.importFiles(files) { (progress) throws(CancellationError) in
          if progress.phase == phase { throw CancellationError() }
        }
      }
      #expect(error?.code == .interrupted)
      #expect(try fixture.register.revision() == 0)
    }
    #expect(try fixture.register.importFiles(files).revision == 1)
  }
}
