import CivilDates
import Diagnostics
import JSON
import Letters
import Register

/// What a form holds where that is not what is kept: what somebody else overtook, or what was looked for in the register.
struct FormContent {
  var data: JSON
  var found: [String: FoundResources] = [:]
  /// What the user has to know before saving.
  var conflict: HTML = .nothing
}

/// A letter as it is written.
struct LetterEditor {
  private let screen: LetterScreen
  private let shown: ShownLetter
  private let content: FormContent?

  init(_ screen: LetterScreen, _ shown: ShownLetter, _ content: FormContent?) {
    self.screen = screen
    self.shown = shown
    self.content = content
  }

  func html() throws -> HTML {
    guard let kind = screen.letter.kind.kind else { return .nothing }
    let language = screen.language
    let fields = kind.definition.fields
    let data = content?.data ?? screen.letter.data
    let choices = try screen.previews.choices(for: kind, of: screen.letter, in: language)
    var view = FormView(
      FormWriter.values(of: data, fields),
      FieldMessages(shown.diagnostics, file: OpenLetter.file), choices, in: language, data: data)
    view.found = content?.found ?? [:]
    let inputs = view.html(fields)
    let version = String(screen.letter.record.version)
    let saved = Phrase.savedAt(PageTimes.time(screen.letter.record.changed))[language]
    let words: HTML = """
       data-saved="\(Phrase.savedAt("{}")[language])" data-unsaved="\(Phrase.notSaved[language])" data-saving="\(Phrase.saving[language])" data-restored="\(Phrase.restored[language])"
      """
    return Forms.post(
      to: WebPath("letters", screen.id), screen.request.visitor,
      attributes:
        " id=\"letter\" novalidate autocomplete=\"off\" data-letter=\"\(screen.id)\"\(words)",
      """
      <input type="hidden" name="version" id="version" value="\(version)">
      <div id="conflict" data-sync="content">\(content?.conflict)</div>
      <div class="actions saving"><button class="main" name="do" value="save">\(Phrase.save[language])</button>
      <span id="save-state" role="status" data-sync="content">\(saved)</span></div>
      <div id="summary" data-sync="content">\(view.summary)</div>
      <div id="fields">\(inputs)</div>
      \(FigureTable(screen, shown).html())
      \(decisions(language))
      """)
  }

  /// What can become of the letter; what was typed is saved with it.
  private func decisions(_ language: LetterLanguage) -> HTML {
    """
    <div class="card"><h2>\(Phrase.whatNext[language])</h2>
    \(Forms.field("remark", Phrase.remarkForApprover[language]))
    <div class="actions">
    <button class="main" formaction="\(WebPath("letters", screen.id, "submit").description)">\(Phrase.submitLetter[language])</button>
    <button class="danger" data-confirm="\(Phrase.discardSure[language])" formaction="\(WebPath("letters", screen.id, "discard").description)">\(Phrase.discardLetter[language])</button>
    </div></div>

    """
  }
}

/// What the register says of the letter's periods, which nobody types.
struct FigureTable {
  private let screen: LetterScreen
  private let shown: ShownLetter

  init(_ screen: LetterScreen, _ shown: ShownLetter) {
    self.screen = screen
    self.shown = shown
  }

  func html() -> HTML {
    guard screen.letter.kind.kind?.definition.figures.isEmpty == false else { return .nothing }
    let language = screen.language
    let rows = shown.figures.html { figure in
      let path = WebPath("letters", screen.id, "figures", figure.name)
      return """
        <tr><th scope="row"><a href="\(path.description)">\(figure.definition.label[language])</a></th>
        <td>\(figure.period.from.inFigures) – \(figure.period.to.inFigures)</td>
        <td class="number">\(figure.value)</td></tr>

        """
    }
    let asOf = shown.provenance.map {
      Phrase.figuresAsOf($0.asOf.inFigures, revision: $0.revision)[language]
    }
    let table: HTML =
      shown.figures.isEmpty
      ? "<p class=\"soft\">\(Phrase.figuresNeedDates[language])</p>"
      : """
      \(TableBox.begin(Phrase.figures[language]))<caption>\(asOf ?? "")</caption>
      <thead><tr><th scope="col">\(Phrase.figure[language])</th><th scope="col">\(Phrase.period[language])</th><th scope="col" class="number">\(Phrase.number[language])</th></tr></thead>
      <tbody>\(rows)</tbody>\(TableBox.end)
      """
    return """
      <section id="figures" data-sync="content"><h2>\(Phrase.figures[language])</h2>\(table)</section>

      """
  }
}
