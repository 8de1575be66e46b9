import Diagnostics
import Letters
import Register

/// How far a letter has come, above everything else.
struct LetterStatus {
  private let screen: LetterScreen

  init(_ screen: LetterScreen) { self.screen = screen }

  func html() -> HTML {
    let language = screen.language
    let letter = screen.letter.record
    var facts: [(String, HTML)] = [
      (Phrase.letterState[language], LetterBadge.html(letter.state, language)),
      (
        Phrase.letterAuthor[language],
        "\(letter.authorName), \(PageTimes.text(letter.created))"
      ),
    ]
    let title = LetterTitle.text(letter.title, in: language)
    if !title.isEmpty { facts.insert((Phrase.letterTitle[language], "\(title)"), at: 0) }
    if !letter.remark.isEmpty { facts.append((Phrase.remark[language], "<q>\(letter.remark)</q>")) }
    if let id = letter.supersedes {
      facts.append((Phrase.supersedes[language], link(WebPath("letters", String(id)), "№ \(id)")))
    }
    if let id = letter.correction {
      facts.append((Phrase.correction[language], link(WebPath("letters", String(id)), "№ \(id)")))
    }
    if letter.state.isFinal, let id = letter.document {
      facts.append(
        (Phrase.registerDocument[language], link(WebPath("register", "documents", id), id)))
    }
    let rows = facts.html { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" }
    let broken: HTML? =
      screen.letter.kind.kind == nil
      ? "<p class=\"notice error\">\(Phrase.brokenKind[language])</p>" : nil
    return "<dl class=\"facts\">\(rows)</dl>\(broken)"
  }

  private func link(_ path: WebPath, _ text: String) -> HTML {
    "<a href=\"\(path.description)\">\(text)</a>"
  }
}

/// What was done to a letter, and by whom.
struct LetterHistory {
  private let screen: LetterScreen

  init(_ screen: LetterScreen) { self.screen = screen }

  func html() throws -> HTML {
    let language = screen.language
    let events = try screen.workplace.register.events(ofLetter: screen.letter.record.id)
    let rows = events.reversed().html { event in
      """
      <tr><td>\(PageTimes.text(event.moment))</td><td>\(event.name)</td>
      <td>\(event.action.label[language.messages])</td><td>\(event.remark)</td></tr>

      """
    }
    let heads = [Phrase.moment, .person, .action, .remark].html {
      "<th scope=\"col\">\($0[language])</th>"
    }
    return """
      <details class="card"><summary>\(Phrase.history[language])</summary>
      \(TableBox.begin(Phrase.history[language]))<thead><tr>\(heads)</tr></thead><tbody>
      \(rows)</tbody>\(TableBox.end)</details>

      """
  }
}

/// A letter that its reader does not write on: what can be done with it.
struct LetterReading {
  private let screen: LetterScreen
  private let shown: ShownLetter

  init(_ screen: LetterScreen, _ shown: ShownLetter) {
    self.screen = screen
    self.shown = shown
  }

  func html() -> HTML {
    switch screen.letter.record.state {
    case .submitted where screen.request.visitor.access >= .approver: decision()
    case .approved where screen.letter.record.correction == nil: correction()
    default: .nothing
    }
  }

  private var version: HTML {
    "<input type=\"hidden\" name=\"version\" value=\"\(String(screen.letter.record.version))\">"
  }

  private func decision() -> HTML {
    let language = screen.language
    let errors = shown.diagnostics.filter { $0.severity == .error }.count
    let state: HTML =
      errors == 0
      ? "<p class=\"notice good\">\(Phrase.readyToApprove[language])</p>"
      : "<p class=\"notice error\">\(Phrase.notReady(errors)[language])</p>"
    let approve = Forms.post(
      to: WebPath("letters", screen.id, "approve"), screen.request.visitor,
      "\(version)\(Forms.button(Phrase.approveLetter[language], attributes: errors == 0 ? .nothing : " disabled"))"
    )
    let back = Forms.post(
      to: WebPath("letters", screen.id, "return"), screen.request.visitor,
      "\(version)\(Forms.field("remark", Phrase.returnRemark[language], isRequired: true))\(Forms.button(Phrase.returnLetter[language], isMain: false))"
    )
    return """
      <section class="card" aria-label="\(Phrase.decision[language])"><h2>\(Phrase.decision[language])</h2>\(state)
      \(approve)\(back)</section>
      \(FigureTable(screen, shown).html())
      """
  }

  private func correction() -> HTML {
    let language = screen.language
    let form = Forms.post(
      to: WebPath("letters", screen.id, "correct"), screen.request.visitor,
      Forms.button(Phrase.correctLetter[language], isMain: false))
    return "<div class=\"card\"><p>\(Phrase.approvedIsFixed[language])</p>\(form)</div>"
  }
}
