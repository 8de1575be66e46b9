import Letters
import Register

/// What was written about a record: when, by whom, why, and what changed.
struct RecordHistory {
  /// Of a document that was linked to thousands of resources nobody reads every line.
  private static let mostChanges = 40

  let versions: [RecordVersion]
  let words: RecordWords

  var html: HTML {
    let language = words.language
    let headings = [Phrase.historyWhen, .historyWho, .historyWhy, .historyWhat]
    let rows = versions.enumerated().reversed().html { index, version in
      let revision = version.revision
      let reason: HTML = revision.reason.isEmpty ? .nothing : "<br>\(revision.reason)"
      let files = revision.files.joined(separator: ", ")
      let source: HTML = files.isEmpty ? .nothing : "<br><span class=\"soft\">\(files)</span>"
      return """
        <tr><td>\(moment(revision))</td>
        <td>\(revision.author.isEmpty ? Phrase.unknownAuthor[language] : revision.author)</td>
        <td>\(words.action(revision.action)[language])\(reason)\(source)</td>
        <td>\(index == 0 ? first(version) : changes(version.changes))</td></tr>

        """
    }
    return """
      <h2 id="history">\(Phrase.recordHistory[language])</h2>
      \(TableBox.begin(labelledBy: "history"))<thead><tr>\(headings.html { "<th scope=\"col\">\($0[language])</th>" })</tr></thead>
      <tbody>\(rows)</tbody>\(TableBox.end)

      """
  }

  private func moment(_ revision: Revision) -> String {
    revision.recordedAt.flatMap(PageTimes.text) ?? words.language.date(revision.recordedOn)
  }

  /// Of a new record nothing changed but its links: it stands above.
  private func first(_ version: RecordVersion) -> HTML {
    let links = version.changes.filter { $0.column == "resource" }
    return "\(Phrase.enteredFirst[words.language])\(links.isEmpty ? .nothing : changes(links))"
  }

  private func changes(_ changes: [RecordVersion.Change]) -> HTML {
    let items = changes.prefix(Self.mostChanges).html { change in
      let (before, after) = (
        words.value(change.before, of: change.column), words.value(change.after, of: change.column)
      )
      return
        "<li>\(Phrase.column(change.column)[words.language]): <del>\(before)</del> → <ins>\(after)</ins></li>"
    }
    let rest = changes.count - Self.mostChanges
    let more: HTML = rest > 0 ? "<li>\(Phrase.moreChanges(rest)[words.language])</li>" : .nothing
    return "<ul class=\"changes\">\(items)\(more)</ul>"
  }
}
