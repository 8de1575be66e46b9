import Diagnostics

extension ReferenceData {
  /// What letters of any office refer to: the reference data of the repository, as far as finished letters are checked by it.
  public static let builtIn: ReferenceData = {
    var reference = ReferenceData()
    for (name, text) in builtInFiles {
      _ = reference.read(name, Array(text.utf8), file: name)
    }
    return reference
  }()

  /// The files that are built in, without their comments.
  static let builtInFiles = [
    "acts.yaml": actsFile, "laws.yaml": lawsFile, "bodies.yaml": bodiesFile,
    "people.yaml": peopleFile, "glossary.yaml": glossaryFile,
    "abbreviations.yaml": abbreviationsFile, "style.yaml": styleFile,
  ]

  /// What is read beside the files of the letters' own reference data when finished letters are checked.
  static let filesOfChecks = ["laws.yaml", "abbreviations.yaml"]

  /// The lines of a file that say something to the program: what is built in of it.
  static func withoutComments(_ text: String) -> String {
    text.split(separator: "\n").filter { line in
      let first = line.first { $0 != " " }
      return first != nil && first != "#"
    }.joined(separator: "\n")
  }
}
