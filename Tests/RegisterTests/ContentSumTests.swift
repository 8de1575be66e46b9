import Testing

@testable import Register

@Suite struct ContentSumTests {
  private static func fixture(
    _ status: String = "draft", url: String = "https://a.test/"
  ) throws -> RegisterFixture {
    let fixture = try RegisterFixture()
    try load(status, url, into: fixture)
    return fixture
  }

  private static func load(
    _ status: String, _ url: String, into fixture: RegisterFixture,
    _ options: ImportOptions = ImportOptions()
  ) throws {
    try fixture.load(
      .resources("\(url);2021-02-01;interior-ministry;is"),
      RegisterFile(
        "documents.csv",
        "\(RegisterFile.documentHeader)\nW-1;warning;\(status);2021-03-01;;;Кому;\n"),
      RegisterFile("links.csv", "\(RegisterFile.linkHeader)\nW-1;\(url)\n"), options: options)
  }

  @Test("A register that was made anew of the same tables would be taken for another one")
  func equal() throws {
    let (first, second) = (try Self.fixture(), try Self.fixture())
    #expect(try first.register.contentSum(at: 1) == second.register.contentSum(at: 1))
  }

  @Test("A register with other data would be taken for the same one")
  func different() throws {
    let fixtures = [
      try Self.fixture(), try Self.fixture("agreed"), try Self.fixture(url: "https://b.test/"),
      try RegisterFixture(),
    ]
    let sums = try fixtures.map { fixture in
      try fixture.register.contentSum(at: fixture.register.revision())
    }
    #expect(Set(sums).count == 4)
  }

  @Test("What was written later would change what the register was before")
  func past() throws {
    let fixture = try Self.fixture()
    let sum = try fixture.register.contentSum(at: 1)
    try Self.load(
      "agreed", "https://a.test/", into: fixture, ImportOptions(onDifference: .replace))
    #expect(try fixture.register.revision() == 2)
    #expect(try fixture.register.contentSum(at: 1) == sum)
    #expect(try fixture.register.contentSum(at: 2) != sum)
    let agreed = try Self.fixture("agreed")
    #expect(try fixture.register.contentSum(at: 2) == agreed.register.contentSum(at: 1))
  }
}
