public import CivilDates
import GRDB

/// What an approved letter is in the register.
public struct ApprovedDocument: Hashable, Sendable {
  /// The id under which files and people know it; of a correction, that of the document it corrects.
  public var id: String
  public var kind: DocumentKind
  /// The day on which the draft was ready.
  public var preparedAt: CivilDate
  /// The day of the approval.
  public var agreedAt: CivilDate
  /// To whom it goes.
  public var addressee: String
  /// The day by which the addressee must act.
  public var deadline: CivilDate?
  /// What it rests on.
  public var legalBases: [LegalBasis]
  /// The resources that it names, which must be in the register.
  public var resources: [CanonicalURL]
  /// The case data, where they are others than the letter's: a document names its own resources, and not another's.
  public var caseData: String?

  /// A document as it enters the register, agreed.
  public init(
    id: String, kind: DocumentKind, preparedAt: CivilDate, agreedAt: CivilDate, addressee: String,
    deadline: CivilDate? = nil, legalBases: [LegalBasis] = [], resources: [CanonicalURL] = [],
    caseData: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.preparedAt = preparedAt
    self.agreedAt = agreedAt
    self.addressee = addressee
    self.deadline = deadline
    self.legalBases = legalBases
    self.resources = resources
    self.caseData = caseData
  }
}

extension Register {
  /// Approves a letter: its originals are kept and never change, its document enters the register with its links, and the
  /// letter that it corrects is superseded. All of it happens or nothing.
  ///
  /// A corrected document is agreed again, as if it had not been signed or sent yet; its number and its history stay.
  ///
  /// `originals` are what is approved, in both languages, made by the program or uploaded before; `document` is for kinds that
  /// ``DocumentKind`` knows, and only for those.
  ///
  /// - Throws: ``RegisterError/Code/ownLetter``, ``RegisterError/Code/roleNeeded``, ``RegisterError/Code/wrongState``,
  ///   ``RegisterError/Code/letterChanged``, ``RegisterError/Code/originalsNeeded``, ``RegisterError/Code/documentNeeded``,
  ///   what ``add(_:file:note:)`` and ``supersede(_:file:note:)`` throw, or what the disk refuses.
  public func approveLetter(
    _ id: Int, version: Int, originals: [LetterOriginal.Content], document: ApprovedDocument?,
    remark: String = "", by user: User, at now: Int
  ) throws(RegisterError) -> LetterRecord {
    try change(id, version, user, now, as: .letterApproved) { change in
      try change.requireDecidable()
      try change.requireOthers()
      let letter = change.letter
      guard originals.map(\.language.rawValue).sorted() == ["kk", "ru"],
        originals.allSatisfy({ !$0.docx.isEmpty })
      else { throw RegisterError.originalsNeeded(id) }
      guard DocumentKind(rawValue: letter.kind) == document?.kind, document?.id != "",
        letter.document == nil || letter.document == document?.id
      else { throw RegisterError.documentNeeded(letter) }
      try change.put(originals)
      if let document { try change.enter(document, remark: remark) }
      var columns = ["state": LetterState.approved.rawValue, "remark": remark]
      if let document, letter.document == nil { columns["document"] = document.id }
      let approved = try change.write(.approved, columns, remark: remark)
      if let former = letter.supersedes { try change.supersede(former) }
      return approved
    }
  }

  /// Begins the correction of an approved letter: a draft with its data, by which it is superseded once that is approved.
  ///
  /// - Throws: ``RegisterError/Code/wrongState`` for a letter that is not approved, ``RegisterError/Code/correctionOpen``,
  ///   ``RegisterError/Code/unlawfulStatus`` if its document was withdrawn, ``RegisterError/Code/unknownLetter``, or what the
  ///   disk refuses.
  public func correctLetter(
    _ id: Int, by user: User, at now: Int
  ) throws(RegisterError) -> LetterRecord {
    try write { database in
      guard let letter = try Self.letter(id, in: database) else {
        throw RegisterError.unknownLetter(id)
      }
      guard letter.state == .approved else { throw RegisterError.wrongState(letter) }
      guard letter.correction == nil else { throw RegisterError.correctionOpen(id) }
      if let document = letter.document,
        let status = try String.fetchOne(
          database, sql: "SELECT status FROM document WHERE external_id = ?", arguments: [document]
        ).flatMap({ DocumentStatus(rawValue: $0) }), status.next.isEmpty
      {
        throw RegisterError.unlawfulStatus(document, from: status, to: .agreed)
      }
      let correction = try Self.insertLetter(
        kind: letter.kind, data: letter.data, title: letter.title, supersedes: id,
        document: letter.document, user, now, in: database)
      try Self.record(
        .letterCorrected, String(id), "→ \(correction.id)", user, now, in: database)
      return correction
    }
  }
}

extension LetterChange {
  /// Writes the letter's document: a new one, or in the place of the one that the letter corrects.
  fileprivate func enter(_ document: ApprovedDocument, remark: String) throws {
    let isCorrection = letter.document != nil
    var change = try RegisterChange(
      database, isCorrection ? .edit : .add,
      RevisionNote(author: user.name, reason: remark, recordedOn: document.agreedAt))
    let number = isCorrection ? try change.document(document.id).record.number : ""
    let file = "letter-\(letter.id).json"
    let entry = RegisterEntry.document(
      DocumentRecord(
        id: document.id, kind: document.kind, status: .agreed, preparedAt: document.preparedAt,
        number: number, addressee: document.addressee, caseFile: file,
        caseData: document.caseData ?? letter.data,
        dates: [.agreed: document.agreedAt], deadline: document.deadline,
        legalBases: document.legalBases),
      resources: document.resources)
    if isCorrection {
      try change.supersede(entry, file: file)
    } else {
      try change.add(entry, file: file)
    }
    _ = try change.finish()
  }

  /// The correction of `former` is approved.
  fileprivate func supersede(_ former: Int) throws {
    guard let approved = try Register.letter(former, in: database) else {
      throw RegisterError.unknownLetter(former)
    }
    guard approved.state == .approved else { throw RegisterError.wrongState(approved) }
    let change = try LetterChange(former, version: approved.version, user, now, in: database)
    _ = try change.write(
      .superseded, ["state": LetterState.superseded.rawValue], remark: "→ \(letter.id)")
  }
}
