import Diagnostics
import Letters
import Register

/// What an import did, or would do.
struct ImportOutcome {
  private static let rowsShown = 200

  let report: ImportReport
  /// The files that wait; `nil` after the import.
  let upload: ImportUpload?
  let job: Job
  let visitor: Visitor

  private var language: LetterLanguage { visitor.language }

  var html: HTML { "\(head)\(tallies)\(warnings)\(start)\(refused)" }

  private var head: HTML {
    if report.isRejected {
      return
        "<p class=\"notice error\" role=\"status\">\(Phrase.importRejected[language])</p>"
    }
    guard upload != nil else {
      return "<p class=\"notice good\" role=\"status\">\(Phrase.importDone[language])</p>"
    }
    let text: Phrase = report.hasChanges ? .trialLead : .nothingNew
    return "<p class=\"notice\" role=\"status\">\(text[language])</p>"
  }

  private var tallies: HTML {
    let headings = [Phrase.table, .rowsAdded, .rowsReplaced, .rowsUnchanged, .rowsRefused]
    let rows = [
      (Phrase.resources, report.resources), (.documents, report.documents), (.links, report.links),
    ].html { name, tally in
      let numbers = [tally.added, tally.replaced, tally.unchanged, tally.refused].html {
        "<td class=\"number\">\(language.number($0))</td>"
      }
      return "<tr><th scope=\"row\">\(name[language])</th>\(numbers)</tr>"
    }
    return """
      \(TableBox.begin(Phrase.importCSV[language]))<thead><tr>\(headings.html { "<th scope=\"col\">\($0[language])</th>" })</tr></thead>
      <tbody>\(rows)</tbody>\(TableBox.end)

      """
  }

  private var warnings: HTML {
    let found = report.diagnostics.filter { $0.severity == .warning }
    let pending: HTML =
      report.pendingLinks > 0
      ? "<p class=\"notice warning\">\(Phrase.pendingLinks(language.number(report.pendingLinks))[language])</p>"
      : .nothing
    return found.isEmpty ? pending : pending + Findings.list(found, in: language)
  }

  private var start: HTML {
    guard let upload else { return .nothing }
    guard upload.isKept else {
      return "<p class=\"notice warning\">\(Phrase.uploadedFilesAreGone[language])</p>"
    }
    guard report.hasChanges else { return .nothing }
    let label: Phrase = report.refusedRows.isEmpty ? .startImport : .startImportOfGood
    return
      "<div class=\"actions\">\(Forms.post(to: WebPath("jobs", job.id, "import"), visitor, Forms.button(label[language])))</div>"
  }

  private var refused: HTML {
    let bad = report.refusedRows
    guard !bad.isEmpty else { return .nothing }
    let downloads = ImportTable.allCases.filter { table in bad.contains { $0.table == table } }
      .html { table in
        let path = WebPath("jobs", job.id, "refused", "\(table.rawValue).csv")
        return
          "<a class=\"button\" href=\"\(path.description)\">\(Phrase.downloadBadRows(table.phrase)[language])</a>"
      }
    let rows = bad.prefix(Self.rowsShown).html { row in
      let reasons = row.reasons.html { "<li>\($0[language.messages])</li>" }
      let text = row.values.filter { !$0.isEmpty }.joined(separator: "; ")
      return
        "<tr><th scope=\"row\">\(row.place)</th><td><ul class=\"changes\">\(reasons)</ul></td><td>\(text.count > 300 ? text.prefix(300) + "…" : text)</td></tr>\n"
    }
    let headings = [Phrase.place, .reason, .rowText].html {
      "<th scope=\"col\">\($0[language])</th>"
    }
    let more: HTML =
      bad.count > Self.rowsShown
      ? "<p class=\"soft\">\(Phrase.onlyFirst(Self.rowsShown)[language])</p>" : .nothing
    return """
      <h2 id="refused">\(Phrase.badRows[language]) (\(language.number(bad.count)))</h2>
      <p>\(Phrase.badRowsHelp[language])</p>
      <div class="actions">\(downloads)</div>
      \(TableBox.begin(labelledBy: "refused"))<thead><tr>\(headings)</tr></thead><tbody>
      \(rows)</tbody>\(TableBox.end)
      \(more)

      """
  }
}

extension ImportTable {
  var phrase: Phrase {
    switch self {
    case .resources: .resources
    case .documents: .documents
    case .links: .links
    }
  }
}
