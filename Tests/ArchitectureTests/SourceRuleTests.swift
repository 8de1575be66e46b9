import Testing

@Suite struct SourceRuleTests {
  @Test("A file would grow until nobody reads it to its end")
  func fileLengths() throws {
    for file in try SourceTree().files(in: "Sources") {
      #expect(file.lineCount <= 600, "\(file.path)")
    }
  }

  @Test("The program would end in the middle of a letter, or print between its results")
  func forbiddenWords() throws {
    let forbidden = /\btry!|\bfatalError\(|\bas!|\bTODO\b|\bFIXME\b|\bprint\(|@unchecked\b/
    for file in try SourceTree().files(in: "Sources") {
      let found = file.text.matches(of: forbidden).map { String($0.0) }
      // The generator of the example prints the names of the files it wrote, which is all it has to say.
      let allowed = file.path == "Sources/ExampleRegister/ExampleRegisterCommand.swift"
      #expect(found == (allowed ? ["print("] : []), "\(file.path)")
    }
  }

  @Test("A message would name a rule that no page explains, or a page a rule that does not exist")
  func documentedRules() throws {
    let tree = SourceTree()
    let id = /"((?:[EDRVOX]1\d\d)|(?:[NTSLYG]\d\d?)|O1)"/
    var ids: Set<String> = []
    for file in try tree.files(in: "Sources") {
      ids.formUnion(file.text.matches(of: id).map { String($0.1) })
    }
    #expect(ids.count > 50)
    func headings(of page: String) throws -> [String] {
      try tree.text(of: page).matches(of: /^### ([A-Z]\d+)\b/.anchorsMatchLineEndings())
        .map { String($0.1) }
    }
    var sections = try headings(of: "docs/diagnostics.md")
    for group in ["numeric", "terms", "legal", "structure", "typography", "grammar"] {
      let own = try headings(of: "docs/rules/\(group).ru.md")
      #expect(try headings(of: "docs/rules/\(group).kk.md") == own, "\(group)")
      sections += own
    }
    #expect(ids.subtracting(sections).sorted() == [], "without a section")
    #expect(Set(sections).subtracting(ids).sorted() == [], "without a rule")
    #expect(Set(sections).count == sections.count, "twice")
  }
}
