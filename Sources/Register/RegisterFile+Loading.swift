import Files

extension RegisterFile {
  /// No file of an import is longer.
  static let maximumLength = 256 << 20

  /// Reads the files that `paths` name, and the case data that lie beside a table of documents.
  ///
  /// A folder stands for its `*.csv`. A file of case data that a table names but that is not there is left for the
  /// import to report, with its row.
  ///
  /// - Throws: ``RegisterError/Code/missingFile``, ``RegisterError/Code/unreadableInput``, ``RegisterError/Code/permission``.
  public static func load(_ paths: [String]) throws(RegisterError) -> [RegisterFile] {
    var names: [String] = []
    for path in paths {
      switch FileSystem.kind(of: path) {
      case nil: throw .missingFile(path)
      case .file: names.append(path)
      case .folder: names += try tables(in: path)
      case .other: throw .notAFile(path)
      }
    }
    var loaded: [String: Int] = [:]
    var files: [RegisterFile] = []
    func load(_ name: String) throws(RegisterError) {
      guard loaded[name] == nil else { return }
      loaded[name] = files.count
      let bytes = try RegisterError.mapping { () throws(FileError) in
        try FileSystem.read(name, limit: maximumLength)
      }
      files.append(RegisterFile(name: name, bytes: bytes))
    }
    for name in names {
      try load(name)
    }
    for table in files where !table.isCaseData {
      for name in caseDataNames(of: table) where FileSystem.kind(of: name) == .file {
        try load(name)
      }
    }
    return files
  }

  /// Files that came without their folders, such as from a browser: case data get the paths by which the tables among the files
  /// ask for them.
  public static func filed(_ files: [RegisterFile]) -> [RegisterFile] {
    func name(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }
    let asked = Dictionary(
      grouping: files.filter { !$0.isCaseData }.flatMap(caseDataNames), by: name)
    return files.flatMap { file -> [RegisterFile] in
      guard file.isCaseData, let paths = asked[name(file.name)] else { return [file] }
      return Set(paths).sorted().map { RegisterFile(name: $0, bytes: file.bytes) }
    }
  }

  private static func tables(in folder: String) throws(RegisterError) -> [String] {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    let names = try RegisterError.mapping { () throws(FileError) in
      try FileSystem.names(in: folder)
    }
    let tables =
      names
      .filter { $0.lowercased().hasSuffix(".csv") && !$0.hasPrefix(".") }
      .map { prefix + $0 }
      .filter { FileSystem.kind(of: $0) == .file }
    guard !tables.isEmpty else { throw .nothingToImport(folder) }
    return tables
  }

  /// The paths of the case data that a table of documents names; none for any other file.
  private static func caseDataNames(of file: RegisterFile) -> [String] {
    guard case .success(let text) = DecodedText.decoded(file.bytes) else { return [] }
    var parser = CSVParser(text.bytes)
    guard case .row(let first) = parser.next(),
      case .success(let header) = TableHeader.recognized(in: first.cells),
      let column = header.position(of: "case")
    else { return [] }
    var names: [String] = []
    while let item = parser.next() {
      guard case .row(let row) = item, row.cells.count == header.width else { continue }
      let name = RowReader.trimmed(FormulaGuard.removed(from: row.cells[column].text))
      guard CaseDataName.isJSON(name), let path = CaseDataName.path(of: name, beside: file.name)
      else {
        continue
      }
      names.append(path)
    }
    return names
  }
}
