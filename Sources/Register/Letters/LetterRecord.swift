import GRDB

/// What a list says of a letter; its data, which may be long, are not among it.
public struct LetterOutline: Hashable, Sendable, Identifiable {
  /// The number of the letter.
  public let id: Int
  /// The letter kind, as its folder is called.
  public let kind: String
  public let state: LetterState
  /// What people know it by, as it was given with the data; may be empty.
  public let title: String
  /// Larger by one after each change: who writes says which version was seen.
  public let version: Int
  /// The account that began it; `nil` where there were no accounts.
  public let author: Int?
  /// The name of who began it.
  public let authorName: String
  /// When it was begun.
  public let created: Int
  /// When it was changed last.
  public let changed: Int
  /// What was said when it was last submitted, returned or approved.
  public let remark: String
  /// The approved letter that this one corrects.
  public let supersedes: Int?
  /// The correction of this letter that was begun or approved.
  public let correction: Int?
  /// The id of the document that it became in the register, or will be again as a correction.
  public let document: String?

  static let columns = """
    letter.id, kind, state, title, version, author, author_name, created, changed, remark,
    supersedes, document,
    (SELECT id FROM letter AS other
      WHERE other.supersedes = letter.id AND other.state <> 'discarded') AS correction
    """

  init(row: Row) throws {
    id = row["id"]
    kind = row["kind"]
    state = try row.value("state") { LetterState(rawValue: $0) }
    title = row["title"]
    version = row["version"]
    author = row["author"]
    authorName = row["author_name"]
    created = row["created"]
    changed = row["changed"]
    remark = row["remark"]
    supersedes = row["supersedes"]
    correction = row["correction"]
    document = row["document"]
  }
}

/// A letter with what was typed into it.
@dynamicMemberLookup
public struct LetterRecord: Hashable, Sendable, Identifiable {
  /// All but the data; each of its members is a member of the letter, too.
  public let outline: LetterOutline
  /// The case data, a JSON object exactly as typed: also what is wrong, or not finished.
  public let data: String

  /// The number of the letter.
  public var id: Int { outline.id }

  /// A member of the outline.
  public subscript<Value>(dynamicMember member: KeyPath<LetterOutline, Value>) -> Value {
    outline[keyPath: member]
  }

  static let columns = LetterOutline.columns + ", data"

  init(row: Row) throws {
    outline = try LetterOutline(row: row)
    data = row["data"]
  }

  /// Whether somebody may write on it as it is now: its author, and who may approve letters.
  public func isWritable(by user: User) -> Bool {
    outline.state.isOpen && (user.account == outline.author || user.role >= .approver)
  }
}

/// Something that was done to a letter.
public struct LetterEvent: Hashable, Sendable, Identifiable {
  /// Larger for later ones.
  public let id: Int
  /// When it began: of what one person saved within ten minutes only the last is kept.
  public let began: Int
  /// When it was done.
  public let moment: Int
  /// Whose account did it.
  public let account: Int?
  /// The name of who did it.
  public let name: String
  public let action: LetterAction
  /// What was said, or the names of the files.
  public let remark: String
  /// The version of the letter after it.
  public let version: Int
  /// The data of that moment.
  public let data: String
}

/// One of the two originals of a letter.
public struct LetterOriginal: Hashable, Sendable {
  /// What an original is made of.
  public struct Content: Hashable, Sendable {
    public var language: OfficialLanguage
    /// The Word document.
    public var docx: [UInt8]
    /// The plain text of it.
    public var text: String
    /// Whether somebody edited it in Word; else the program made it of the data.
    public var isUploaded: Bool
    /// The name of the file that was uploaded, or under which it is downloaded.
    public var fileName: String

    /// An original as it is to be kept.
    public init(
      _ language: OfficialLanguage, docx: [UInt8], text: String, isUploaded: Bool, fileName: String
    ) {
      self.language = language
      self.docx = docx
      self.text = text
      self.isUploaded = isUploaded
      self.fileName = fileName
    }
  }

  public let content: Content
  /// The SHA-256 of the Word document, 64 hexadecimal digits.
  public let sha256: String
  /// When it was uploaded or approved.
  public let moment: Int
  /// Whose account did it.
  public let account: Int?
  /// The name of who did it.
  public let name: String
}
