import CivilDates
import Testing

@testable import Register

/// A house with an author, a second one, and two who approve; nobody needs a password here.
struct House {
  let fixture: RegisterFixture
  let author, colleague, approver, chief: User

  var register: Register { fixture.register }

  init() throws {
    fixture = try RegisterFixture()
    let register = fixture.register
    func user(_ login: String, _ role: Role) throws -> User {
      User(
        try register.addAccount(
          login: login, name: login.uppercased(), role: role, language: .kk, by: .local(), at: 100
        ).account)
    }
    author = try user("author", .author)
    colleague = try user("colleague", .author)
    approver = try user("approver", .approver)
    chief = try user("chief", .administrator)
  }

  func begin(
    _ kind: String = "warning", _ data: String = "{\"number\": 1}", by user: User? = nil,
    at now: Int = 1000
  ) throws -> LetterRecord {
    try register.createLetter(
      kind: kind, data: data, title: "Хат", by: user ?? author, at: now)
  }

  func submitted(_ kind: String = "warning", by user: User? = nil) throws -> LetterRecord {
    let letter = try begin(kind, by: user)
    return try register.submitLetter(
      letter.id, version: letter.version, by: user ?? author, at: 1100)
  }

  func approve(
    _ letter: LetterRecord, _ document: ApprovedDocument?, by user: User? = nil
  ) throws -> LetterRecord {
    try register.approveLetter(
      letter.id, version: letter.version, originals: Self.originals(), document: document,
      by: user ?? approver, at: 1200)
  }

  func approved(_ id: String = "W-1") throws -> LetterRecord {
    try approve(submitted(), Self.document(id))
  }

  static func original(
    _ language: OfficialLanguage, _ bytes: [UInt8] = [0x50, 0x4B, 0, 255], isUploaded: Bool = false
  ) -> LetterOriginal.Content {
    LetterOriginal.Content(
      language, docx: bytes + Array(language.rawValue.utf8), text: "мәтін \(language.rawValue)",
      isUploaded: isUploaded, fileName: "W-1.\(language.rawValue).docx")
  }

  static func originals() -> [LetterOriginal.Content] { [original(.kk), original(.ru)] }

  static func document(
    _ id: String = "W-1", _ kind: DocumentKind = .warning, agreedAt: String = "2021-03-02",
    resources: [CanonicalURL] = []
  ) throws -> ApprovedDocument {
    ApprovedDocument(
      id: id, kind: kind, preparedAt: try day("2021-03-01"), agreedAt: try day(agreedAt),
      addressee: "ТОО «Алтын»", deadline: try day("2021-04-01"),
      legalBases: [LegalBasis(act: "media-law", article: "36")], resources: resources)
  }
}
