import Diagnostics
import HTTPTypes
import JSON
import Letters
import Register

/// One letter, for one visitor: to be written on, to be decided about, or to be read.
struct LetterScreen {
  let workplace: Workplace
  let previews: LetterPreviews
  let request: WebRequest
  let letter: OpenLetter
  let user: User

  init(_ workplace: Workplace, _ previews: LetterPreviews, _ request: WebRequest) throws {
    guard let record = try workplace.register.letter(request.number("id")) else {
      throw WebFailure.notFound
    }
    self.workplace = workplace
    self.previews = previews
    self.request = request
    letter = try OpenLetter(record, in: workplace)
    user = try workplace.user(of: request)
  }

  private init(_ screen: LetterScreen, _ record: LetterRecord) throws {
    workplace = screen.workplace
    previews = screen.previews
    request = screen.request
    letter = try OpenLetter(record, in: workplace)
    user = screen.user
  }

  var language: LetterLanguage { request.language }

  var id: String { String(letter.record.id) }

  /// The same for the letter as it is now.
  func with(_ record: LetterRecord) throws -> LetterScreen { try LetterScreen(self, record) }

  var isWritable: Bool { letter.record.isWritable(by: user) && letter.kind.kind != nil }

  func shown() throws -> ShownLetter { try previews.shown(letter, in: language) }

  // MARK: Pages

  /// The page of the letter; `notice` is said on top, and `content` is in the form where that is not what is kept.
  func response(
    notice: HTML = .nothing, content: FormContent? = nil, status: HTTPResponse.Status = .ok
  ) throws -> WebResponse {
    let shown = try shown()
    let kind = letter.kind.kind?.definition.name[language] ?? letter.record.kind
    let main =
      try isWritable
      ? LetterEditor(self, shown, content).html() : LetterReading(self, shown).html()
    let history = try LetterHistory(self).html()
    var page = Page(
      "\(kind) № \(id)", in: .letters, isWide: true,
      "\(notice)\(LetterStatus(self).html())<div class=\"letter\"><div class=\"letter-main\">\(main)\(LetterDocuments(self).html())\(history)</div>\(view(shown))</div>"
    )
    page.scripts = [.letters]
    return page.response(to: request, status: status)
  }

  /// Both originals beside each other, and what was found in them.
  private func view(_ shown: ShownLetter) -> HTML {
    // Without its kind there is nothing to show of a letter that has no documents yet.
    let frames = LetterLanguage.allCases.filter { shown.pages[$0] != nil }.html { version in
      let title = Phrase.original(in: version)
      let path = WebPath(
        "letters", id, "preview", version.rawValue,
        query: ["version": String(letter.record.version)])
      let whole = WebPath("letters", id, "preview", version.rawValue)
      let open = Phrase.openApart[language]
      return """
        <div><h2>\(title[language]) <a class="apart" href="\(whole.description)" target="_blank" aria-label="\(open): \(title[language])">\(open)</a></h2>
        <div class="frame"><iframe class="letter" name="preview-\(version.rawValue)" data-preview="\(version.rawValue)" title="\(title[language])" src="\(path.description)"></iframe></div></div>

        """
    }
    return """
      <div class="letter-view"><div class="pair">\(frames)</div>
      \(LetterFindings(self, shown).html())</div>

      """
  }

  /// The page of one original, for a frame.
  func preview() throws -> WebResponse {
    guard let version = LetterLanguage(rawValue: request.parameter("language")) else {
      throw WebFailure.notFound
    }
    guard let bytes = try shown().pages[version] else { throw WebFailure.notFound }
    var response = WebResponse.html(HTML(trusted: String(decoding: bytes, as: UTF8.self)))
    response.headers[.contentSecurityPolicy] = SecurityHeaders.letterPolicy
    return response
  }

  /// Where a letter goes, if what was asked of it was refused: the page, with the reason.
  func refused(_ error: RegisterError) throws -> WebResponse {
    guard error.cause == .refused else { throw error }
    guard let record = try workplace.register.letter(letter.record.id) else { throw error }
    let text = error.message[language.messages]
    return try with(record).response(
      notice: "<p class=\"notice error\" role=\"alert\">\(text)</p>", status: .conflict)
  }

  /// Runs a change of the letter; what the rules forbid becomes a page that says so.
  func changing(_ change: () throws(RegisterError) -> LetterRecord) throws -> WebResponse {
    do throws(RegisterError) {
      return .seeOther(WebPath("letters", String(try change().id)))
    } catch {
      return try refused(error)
    }
  }
}

/// What was found in the originals, beside them.
struct LetterFindings {
  private let screen: LetterScreen
  private let shown: ShownLetter

  init(_ screen: LetterScreen, _ shown: ShownLetter) {
    self.screen = screen
    self.shown = shown
  }

  func html() -> HTML {
    let language = screen.language
    let messages = FieldMessages(shown.diagnostics, file: OpenLetter.file)
    let isForm = screen.isWritable
    let items = shown.diagnostics.enumerated().filter { _, diagnostic in
      // What stands at a field is told there.
      !isForm || messages.others.contains(diagnostic)
    }.html { item($0.offset, $0.element) }
    let text =
      items.isEmpty
      ? "<p class=\"soft\">\(shown.diagnostics.isEmpty ? Phrase.noFindings[language] : Phrase.noOtherFindings[language])</p>"
      : "<ul class=\"findings\">\(items)</ul>" as HTML
    return """
      <section id="findings" tabindex="0" data-sync="content" aria-label="\(Phrase.findings[language])"><h2>\(Phrase.findings[language])</h2>
      \(text)</section>

      """
  }

  private func item(_ index: Int, _ diagnostic: Diagnostic) -> HTML {
    let language = screen.language
    let places = diagnostic.places.html { place -> HTML in
      guard let version = place.language.flatMap({ LetterLanguage(rawValue: $0) }) else {
        return place.block.map { "<li><code>\($0)</code></li>" } ?? .nothing
      }
      let name = Phrase.name(of: version)
      let path =
        WebPath("letters", screen.id, "preview", version.rawValue).description + "#finding-\(index)"
      let words: HTML = place.text.isEmpty ? .nothing : " <q>\(place.text)</q>"
      return
        "<li><a href=\"\(path)\" target=\"preview-\(version.rawValue)\">\(name[language])</a>\(words)</li>"
    }
    return Findings.item(diagnostic, places: places, in: language)
  }
}
