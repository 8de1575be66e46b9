import CivilDates
import Diagnostics
import HTTPTypes
import JSON
import Letters
import Register

/// Makes a letter final: its originals are kept as they are, and it becomes a document of the register.
struct LetterApproval {
  private let screen: LetterScreen

  init(_ screen: LetterScreen) { self.screen = screen }

  func response() throws -> WebResponse {
    let version = try LetterSaving.version(of: screen.request.form())
    // What is approved is what the approver saw.
    guard version == screen.letter.record.version else { throw WebFailure.conflict }
    let originals: [LetterOriginal.Content]
    do throws(RefusedLetter) {
      originals = try LetterOriginals(screen).checked()
    } catch {
      return try refused(error.diagnostics)
    }
    let (document, missing) = try document()
    guard missing.isEmpty else { return try refusedFor(missing) }
    return try screen.changing { () throws(RegisterError) in
      try screen.workplace.register.approveLetter(
        screen.letter.record.id, version: version, originals: originals,
        document: document, by: screen.user, at: screen.workplace.now())
    }
  }

  private func refused(_ diagnostics: [Diagnostic]) throws -> WebResponse {
    try screen.response(
      notice: """
        <div class="notice error" role="alert"><p>\(Phrase.cannotApprove[screen.language])</p>
        \(Findings.list(diagnostics.filter { $0.severity == .error }, in: screen.language))</div>
        """, status: .conflict)
  }

  private func refusedFor(_ missing: [String]) throws -> WebResponse {
    let items = missing.html { "<li>\($0)</li>" }
    return try screen.response(
      notice: """
        <div class="notice error" role="alert"><p>\(Phrase.resourcesNotInRegister[screen.language])</p>
        <ul>\(items)</ul></div>
        """, status: .conflict)
  }

  /// What the letter is in the register, and the addresses that it lists and the register does not have; nothing for kinds
  /// that the register does not keep.
  private func document() throws -> (document: ApprovedDocument?, missing: [String]) {
    let record = screen.letter.record
    guard let kind = DocumentKind(rawValue: record.kind) else { return (nil, []) }
    let data = screen.letter.asked
    let (resources, missing) = try resources(data)
    let today = screen.workplace.today()
    let prepared = screen.letter.day(today)
    let receivers = LetterTitle.receivers(
      data["addressees"] ?? .null, screen.letter.kind.kind, .ru)
    let id = record.document ?? "L-\(prepared.year)-\(record.id)"
    let document = ApprovedDocument(
      id: id, kind: kind,
      preparedAt: prepared, agreedAt: max(prepared, today),
      addressee: receivers.joined(separator: "; "),
      deadline: data["replyBy"]?.string.flatMap { CivilDate(iso: $0) }, resources: resources,
      caseData: Self.caseData(data, of: id).serialized())
    return (document, missing)
  }

  /// The case data as the document has them: its resources are its own, though they were taken from another document.
  private static func caseData(_ data: JSON, of document: String) -> JSON {
    guard case .object(let members) = data else { return data }
    return .object(
      members.map { member in
        guard member.name == "resources", case .object = member.value else { return member }
        return JSON.Member("resources", ["document": .string(document)])
      })
  }

  private func resources(_ data: JSON) throws -> ([CanonicalURL], missing: [String]) {
    let register = screen.workplace.register
    switch data["resources"] {
    case .object?:
      let id = data["resources"]?["document"]?.string ?? ""
      return (try register.resources(of: id).map(\.canonicalURL), [])
    case .array(let rows)?:
      var known: [CanonicalURL] = []
      var missing: [String] = []
      for text in rows.compactMap({ $0["url"]?.string }) {
        if let url = try? CanonicalURL(parsing: text), try register.resource(url) != nil {
          known.append(url)
        } else {
          missing.append(text)
        }
      }
      return (known, missing)
    default: return ([], [])
    }
  }
}

/// The two originals of a letter that is not approved yet: those that were uploaded, or made of its data.
struct LetterOriginals {
  private let screen: LetterScreen

  init(_ screen: LetterScreen) { self.screen = screen }

  /// Both originals, without an error in them.
  func checked() throws(RefusedLetter) -> [LetterOriginal.Content] {
    let letter = screen.letter
    guard let kind = letter.kind.kind else {
      throw RefusedLetter(diagnostics: letter.kind.diagnostics)
    }
    guard letter.hasOriginals else { return try made(of: kind) }
    let findings = UploadedPair(letter, kind, screen.workplace.register).findings()
    guard !findings.hasErrors else { throw RefusedLetter(diagnostics: findings) }
    return letter.originals.map(\.content)
  }

  private func made(of kind: LetterKind) throws(RefusedLetter) -> [LetterOriginal.Content] {
    let made: RenderedLetter
    do throws(LetterRefusal) {
      made = try kind.render(
        screen.letter.asked, file: OpenLetter.file, register: screen.workplace.register,
        listing: .documentsAndBodies
      ).letter
    } catch {
      throw RefusedLetter(diagnostics: error.diagnostics)
    }
    let name = "\(screen.letter.record.kind)-\(screen.id)"
    return OfficialLanguage.allCases.compactMap { language in
      made.documents[LetterLanguage(language)].map { document in
        LetterOriginal.Content(
          language, docx: document.docx, text: document.text, isUploaded: false,
          fileName: "\(name).\(language.rawValue).docx")
      }
    }
  }
}
