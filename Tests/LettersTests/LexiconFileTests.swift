import Diagnostics
import Files
import Glibc
import Language
import Testing

@testable import Letters

/// The lexicons that are built in are those that people read and edit as files.
@Suite struct LexiconFileTests {
  private static let readings = "\(Example.root)/templates/reference/lexicon.yaml"
  private static let names = "\(Example.root)/templates/reference/names.yaml"
  private static let nouns = "\(Example.root)/templates/reference/nouns.yaml"

  /// A word entered in the file but not built in would be read otherwise wherever the templates are not at hand.
  @Test func readingsAreBuiltInAsTheyStandInTheFile() throws {
    let bytes = try FileSystem.read(Self.readings)
    let (entries, diagnostics) = GrammarLexicons.readings(bytes, file: "lexicon.yaml")
    #expect(diagnostics.isEmpty)
    let lexicon = ReadingLexicon(entries)
    try record(
      "Kazakh/ReadingLexicon+BuiltIn.swift",
      Self.source(
        of: "ReadingLexicon", from: "lexicon.yaml", lexicon.table, bytes.fingerprint))
    #expect(lexicon.table == ReadingLexicon.builtIn.table, "run `make lexicon`")
    #expect(bytes.fingerprint == ReadingLexicon.builtInSource, "run `make lexicon`")
    #expect(entries.count == lexicon.all.count, "a token stands twice in lexicon.yaml")
  }

  /// As for readings: a noun entered in the file but not built in.
  @Test func nounsAreBuiltInAsTheyStandInTheFile() throws {
    let bytes = try FileSystem.read(Self.nouns)
    var reader = NounsReader(file: "nouns.yaml")
    let sections = reader.entries(bytes)
    #expect(reader.yaml.diagnostics.isEmpty)
    for (section, entries) in sections {
      try record(
        "Russian/Lexicon/RussianLexicon+\(section.prefix(1).uppercased() + section.dropFirst()).swift",
        Self.source(
          of: "RussianLexicon", from: "nouns.yaml", RussianLexicon.table(of: entries),
          section == "nouns" ? bytes.fingerprint : nil, name: section + "Table"))
    }
    let entries = sections.flatMap(\.entries)
    let lexicon = RussianLexicon(entries)
    #expect(lexicon.table == RussianLexicon.builtIn.table, "run `make lexicon`")
    #expect(bytes.fingerprint == RussianLexicon.builtInSource, "run `make lexicon`")
    #expect(entries.count == lexicon.count, "a noun stands twice in nouns.yaml")
    _ = try RussianLexicon(table: lexicon.table)
  }

  /// As for readings: a name entered in the file but not built in.
  @Test func namesAreBuiltInAsTheyStandInTheFile() throws {
    let bytes = try FileSystem.read(Self.names)
    var reader = NamesReader(file: "names.yaml")
    let names = reader.names(bytes)
    #expect(reader.yaml.diagnostics.isEmpty)
    try record(
      "Russian/Names/RussianNames+BuiltIn.swift",
      Self.source(of: "RussianNames", from: "names.yaml", names.table, bytes.fingerprint))
    #expect(names.table == RussianNames.builtIn.table, "run `make lexicon`")
    #expect(bytes.fingerprint == RussianNames.builtInSource, "run `make lexicon`")
    #expect(names.men.isDisjoint(with: names.women))
  }

  /// A ministry's file that is not built in would check letters otherwise where the templates are not at hand.
  @Test(arguments: ReferenceData.builtInFiles.keys.sorted())
  func referenceIsBuiltInAsItStandsInTheFile(name: String) throws {
    let text = String(
      decoding: try FileSystem.read("\(Example.root)/templates/reference/\(name)"), as: UTF8.self)
    let lines = ReferenceData.withoutComments(text)
    let stem = String(name.dropLast(5))
    try record(
      "Reference/BuiltIn/ReferenceData+\(stem.prefix(1).uppercased() + stem.dropFirst()).swift",
      """
      // Written from templates/reference/\(name) by `make lexicon`; a test compares the two.

      extension ReferenceData {
        static let \(stem)File = \"""
      \(lines.split(separator: "\n").map { "    " + $0 + "\n" }.joined())    \"""
      }

      """, of: "Letters")
    #expect(ReferenceData.builtInFiles[name] == lines, "run `make lexicon`")
    var reference = ReferenceData()
    #expect(reference.read(name, Array(text.utf8), file: name) == [])
  }

  /// A family that declines its name in its own way must be written so, and a first name that nobody knew told.
  @Test func aProjectOverridesNames() throws {
    var lexicons = GrammarLexicons.builtIn
    let own = """
      surnames:
        - {name: Заяц, gender: masculine, forms: [Заяц, Зайца, Зайцу, Зайца, Зайцем, Зайце], provenance: attested}
        - {name: Шуба, unchanging: true, provenance: attested}
      women: [Мөлдір]
      """
    #expect(lexicons.read("names.yaml", Array(own.utf8), file: "names.yaml").isEmpty)
    func name(_ surname: String, _ first: String = "", _ gender: RussianGender? = nil) throws
      -> RussianPersonName
    {
      try RussianPersonName(
        surname: surname, first: first, gender: gender, names: lexicons.names)
    }
    #expect(try name("Заяц", "", .masculine).form(.surname, case: .dative) == "Зайцу")
    #expect(try name("ЗАЯЦ", "", .masculine).form(.surname, case: .dative) == "ЗАЙЦУ")
    #expect(try name("Заяц", "", .feminine).form(.surname, case: .dative) == "Заяц")
    #expect(try name("Шуба", "", .masculine).form(.surname, case: .dative) == "Шуба")
    #expect(try name("Ким", "Мөлдір").gender == .feminine)
    #expect(try name("Лев", "Илья").form(.full, case: .dative) == "Льву Илье")
    #expect(throws: RussianPersonName.Failure.self) {
      try RussianPersonName(surname: "Ким", first: "Мөлдір")
    }
  }

  /// An office that writes «ЖШС-нің» says so in its own file, and everything else stays.
  @Test func aProjectOverridesWhatIsBuiltIn() throws {
    var lexicons = GrammarLexicons.builtIn
    let own = """
      abbreviations:
        - {token: ЖШС, reading: "F,V", provenance: house-style}
      words:
        - {token: дауыс, stem: даус, provenance: norm}
      """
    #expect(lexicons.read("lexicon.yaml", Array(own.utf8), file: "lexicon.yaml").isEmpty)
    #expect(Kazakh.inflect("ЖШС", case: .genitive, lexicon: lexicons.kazakh) == "ЖШС-нің")
    #expect(Kazakh.inflect("дауыс", possessive: .third, lexicon: lexicons.kazakh) == "даусы")
    #expect(Kazakh.inflect("АҚШ", case: .dative, lexicon: lexicons.kazakh) == "АҚШ-қа")
  }

  /// A slip in the file must be told with its line, not read as something else.
  @Test(arguments: [
    ("abbreviations: [{token: ЖШС, provenance: norm}]", "abbreviations[0].reading"),
    ("units: [{token: км, reading: F, provenance: norm}]", "units[0].reading"),
    ("words: [{token: халық, stem: халқ}]", "words[0].provenance"),
    ("words: [{token: халық, sten: халқ, provenance: norm}]", "words[0].sten"),
    ("words: [{token: акт, head: иә, provenance: norm}]", "words[0].head"),
    ("brands: []", "brands"), ("words: 7", "words"),
  ])
  func mistakesInTheFileAreTold(yaml: String, path: String) {
    var lexicons = GrammarLexicons.builtIn
    let diagnostics = lexicons.read("lexicon.yaml", Array(yaml.utf8), file: "lexicon.yaml")
    #expect(diagnostics.map { $0.places.first?.block } == [path])
    // What is missing has no line.
    let isMissing = path.hasSuffix(".provenance") || path == "abbreviations[0].reading"
    #expect(diagnostics.first?.places.first?.line == (isMissing ? nil : 1))
    #expect(lexicons.kazakh["ЖШС"] == ReadingLexicon.builtIn["ЖШС"])
  }

  private static func source(
    of type: String, from file: String, _ table: String, _ fingerprint: UInt64?,
    name: String = "builtInTable"
  ) -> String {
    let source = fingerprint.map {
      """
        /// Tells the file that this was written from by its bytes.
        public static let builtInSource: UInt64 = 0x\(String($0, radix: 16))


      """
    }
    return """
      // Written from templates/reference/\(file) by `make lexicon`; a test compares the two.

      extension \(type) {
      \(source ?? "")  static let \(name) = \"""
      \(table.split(separator: "\n").map { "    " + $0 + "\n" }.joined())    \"""
      }

      """
  }

  private func record(_ name: String, _ source: String, of target: String = "Language") throws {
    guard getenv("RECORD_LEXICON") != nil else { return }
    var files = FileSet()
    try files.add(Array(source.utf8), as: "\(Example.root)/Sources/\(target)/\(name)")
    try files.commit()
    Issue.record("recorded \(name); build again")
  }
}
