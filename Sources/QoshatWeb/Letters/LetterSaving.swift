import CivilDates
import Diagnostics
import HTTPTypes
import JSON
import Letters
import Register

/// Keeps what a form holds, and does what its button says.
struct LetterSaving {
  private let screen: LetterScreen
  /// So many resources of a search are shown.
  private static let mostFound = 50

  init(_ screen: LetterScreen) { self.screen = screen }

  func response() throws -> WebResponse {
    let fields = try screen.request.form()
    var content = try FormContent(data: data(of: fields))
    let command = fields["do"] ?? "save"
    if let edit = FormEdit(command), let kind = screen.letter.kind.kind {
      content.data = edit.applied(to: content.data, kind.definition.fields)
    }
    try search(command, fields, &content)
    let record: LetterRecord
    let version = try Self.version(of: fields)
    do throws(RegisterError) {
      record = try save(content.data, version)
    } catch {
      return try error.code == .letterChanged ? overtaken(content) : refused(error)
    }
    return try saved(screen.with(record), content, command)
  }

  /// The version of the letter that the user saw.
  static func version(of fields: FormFields) throws(WebFailure) -> Int {
    guard let version = fields["version"].flatMap({ Int($0) }) else { throw .badRequest }
    return version
  }

  /// What the form holds as case data.
  func data(of fields: FormFields) throws -> JSON {
    guard let kind = screen.letter.kind.kind else { throw WebFailure.conflict }
    return FormReader.data(from: FormValues(fields), kind.definition.fields)
  }

  /// Saves the data of a form; the letter as it is then.
  func save(_ data: JSON, _ version: Int) throws(RegisterError) -> LetterRecord {
    try screen.workplace.register.saveLetter(
      screen.letter.record.id, version: version, data: data.serialized(),
      title: LetterTitle.text(of: data, screen.letter.kind.kind), by: screen.user,
      at: screen.workplace.now())
  }

  private var isForScript: Bool {
    screen.request.headers[.accept]?.contains("application/json") == true
  }

  // MARK: Answers

  private func saved(
    _ screen: LetterScreen, _ content: FormContent, _ command: String
  ) throws -> WebResponse {
    if isForScript { return try script(screen, content, isSaved: true) }
    guard content.found.isEmpty else { return try screen.response(content: content) }
    let anchor = FormEdit(command).map { "#" + WebPath.encoded($0.path.id) } ?? ""
    return .seeOther(path: WebPath("letters", screen.id).description + anchor)
  }

  /// Somebody else saved meanwhile: nothing is written, and nothing that was typed is lost.
  private func overtaken(_ content: FormContent) throws -> WebResponse {
    guard let record = try screen.workplace.register.letter(screen.letter.record.id) else {
      throw WebFailure.notFound
    }
    let screen = try screen.with(record)
    var content = content
    content.conflict = LetterConflict(screen, mine: content.data).html()
    if isForScript { return try script(screen, content, isSaved: false, status: .conflict) }
    return try screen.response(content: content, status: .conflict)
  }

  private func refused(_ error: RegisterError) throws -> WebResponse {
    guard isForScript, error.cause == .refused else { return try screen.refused(error) }
    let json: JSON = ["message": .string(error.message[screen.language.messages])]
    return .json(json.serialized(), status: .forbidden)
  }

  /// For the script of the page: the form as it is now, of which it takes what changed.
  private func script(
    _ screen: LetterScreen, _ content: FormContent, isSaved: Bool,
    status: HTTPResponse.Status = .ok
  ) throws -> WebResponse {
    let shown = try screen.shown()
    let html =
      try screen.isWritable
      ? LetterEditor(screen, shown, content).html() : LetterReading(screen, shown).html()
    let json: JSON = [
      "saved": .bool(isSaved),
      "version": .integer(screen.letter.record.version),
      "html": .string((html + LetterFindings(screen, shown).html()).text),
    ]
    return .json(json.serialized(), status: status)
  }

  // MARK: Resources of the register

  /// Looks for resources, or takes those that were ticked into the list.
  private func search(
    _ command: String, _ fields: FormFields, _ content: inout FormContent
  ) throws {
    let halves = command.split(separator: ":", maxSplits: 1)
    guard halves.count == 2, let path = FormPath(String(halves[1])) else { return }
    if command == path.searchName {
      guard let words = fields.text(path.searchName) else { return }
      var filter = RecordFilter()
      filter.search = words
      filter.limit = Self.mostFound + 1
      let found = try screen.workplace.register.resources(matching: filter)
      content.found[path.searchName] = FoundResources(
        words: words, resources: Array(found.prefix(Self.mostFound)),
        isCut: found.count > Self.mostFound)
    } else if command == path.pickName, let kind = screen.letter.kind.kind {
      var values = FormValues(fields)
      var lines = [values[path.member("list")]].filter { !$0.isEmpty }
      for text in fields.all(path.pickName) {
        guard let url = try? CanonicalURL(parsing: text),
          let resource = try screen.workplace.register.resource(url)
        else { continue }
        lines.append(Self.line(of: resource))
      }
      values[path] = ListSource.list.rawValue
      values[path.member("list")] = lines.joined(separator: "\n")
      content.data = FormReader.data(from: values, kind.definition.fields)
    }
  }

  private static func line(of resource: ResourceRecord) -> String {
    let cells = [
      resource.card.url, resource.card.title, resource.card.violation, resource.enteredAt.iso,
    ]
    return cells.map { $0.split { $0.isNewline || $0 == "\t" }.joined(separator: " ") }
      .joined(separator: "\t")
  }
}

/// Tells somebody what another has changed in the meantime.
struct LetterConflict {
  private let screen: LetterScreen
  private let mine: JSON

  init(_ screen: LetterScreen, mine: JSON) {
    self.screen = screen
    self.mine = mine
  }

  func html() -> HTML {
    let language = screen.language
    let fields = screen.letter.kind.kind?.definition.fields ?? []
    let theirs = screen.letter.data
    let different = fields.filter { field in
      (mine[field.name] ?? .null).plain != (theirs[field.name] ?? .null).plain
    }.html { "<li>\($0.label[language])</li>" }
    return """
      <div class="notice error" role="alert">
      <p>\(Phrase.overtaken[language])</p>
      <ul>\(different)</ul>
      <p><a href="\(WebPath("letters", screen.id).description)" target="_blank" rel="noopener">\(Phrase.showOther[language])</a></p>
      <button name="do" value="overwrite">\(Phrase.saveMine[language])</button>
      </div>

      """
  }
}
