public import Diagnostics

/// Why the register could not do what was asked; the caller decides by ``cause`` and ``code``, people read ``message``.
public struct RegisterError: Error, Hashable, Sendable {
  /// Who can mend it.
  public enum Cause: Sendable, Hashable {
    /// The call itself lacks something.
    case usage
    /// A file that we were given is missing, unreadable or not what it should be.
    case input
    /// The machine: rights, space, locks.
    case environment
    /// What was asked is against the rules of the register, which is as it was.
    case refused
  }

  /// The kind of failure.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Name: String, Sendable {
      case missingFile, notADatabase, notARegister, newerSchema, damaged
      case alreadyExists, locked, diskFull, permission, inputOutput, failed
      case unreadableInput, missingOptions
      case unknownRevision
      case alreadyInRegister, notInRegister, unlawfulStatus, tooEarly, numberNeeded, numberGiven
      case contradiction
      case changedMeanwhile, interrupted
      case loginTaken, wrongLogin, nameNeeded, unknownAccount, lastAdministrator, roleNeeded
      case weakPassword, invitationOver
      case unknownLetter, letterChanged, wrongState, ownLetter, remarkNeeded, originalsNeeded
      case documentNeeded, correctionOpen, brokenData
    }
    private let name: Name

    /// There is no file of this name.
    public static let missingFile = Code(name: .missingFile)
    /// The file is not a database of SQLite.
    public static let notADatabase = Code(name: .notADatabase)
    /// The file is a database that something else made.
    public static let notARegister = Code(name: .notARegister)
    /// A newer version of this program has changed the register's tables.
    public static let newerSchema = Code(name: .newerSchema)
    /// The database is damaged.
    public static let damaged = Code(name: .damaged)
    /// A new register would overwrite a file.
    public static let alreadyExists = Code(name: .alreadyExists)
    /// Another program held the register longer than we wait.
    public static let locked = Code(name: .locked)
    /// No space is left.
    public static let diskFull = Code(name: .diskFull)
    /// The file or its folder may not be read or written by this user.
    public static let permission = Code(name: .permission)
    /// The disk failed to read or write.
    public static let inputOutput = Code(name: .inputOutput)
    /// Anything else the database refused.
    public static let failed = Code(name: .failed)
    /// A file of an import is not a table we know; the diagnostics say which and why.
    public static let unreadableInput = Code(name: .unreadableInput)
    /// A plain card file needs to be told the body and the date.
    public static let missingOptions = Code(name: .missingOptions)
    /// A record of this id or address is there, and can only be superseded.
    public static let alreadyInRegister = Code(name: .alreadyInRegister)
    /// There is no record of this id or address.
    public static let notInRegister = Code(name: .notInRegister)
    /// A document cannot come to this status from the one that it has.
    public static let unlawfulStatus = Code(name: .unlawfulStatus)
    /// An event would lie before one that came earlier.
    public static let tooEarly = Code(name: .tooEarly)
    /// A document is registered by giving it a number.
    public static let numberNeeded = Code(name: .numberNeeded)
    /// A number is given once.
    public static let numberGiven = Code(name: .numberGiven)
    /// The parts of a record contradict each other.
    public static let contradiction = Code(name: .contradiction)

    /// Somebody changed the record after it was looked at.
    public static let changedMeanwhile = Code(name: .changedMeanwhile)
    /// The caller stopped what was under way.
    public static let interrupted = Code(name: .interrupted)

    /// The register has no write of this number.
    public static let unknownRevision = Code(name: .unknownRevision)

    /// Another account has this login.
    public static let loginTaken = Code(name: .loginTaken)
    /// A login is of 2 to 64 Latin letters, digits and `. _ @ -`.
    public static let wrongLogin = Code(name: .wrongLogin)
    /// An account has the name of a person, on one line.
    public static let nameNeeded = Code(name: .nameNeeded)
    /// There is no such account, or it is disabled.
    public static let unknownAccount = Code(name: .unknownAccount)
    /// Nobody would be left who can keep accounts.
    public static let lastAdministrator = Code(name: .lastAdministrator)
    /// It takes another role to do this.
    public static let roleNeeded = Code(name: .roleNeeded)
    /// A password is too short, or guessed first.
    public static let weakPassword = Code(name: .weakPassword)
    /// A link was used, is over, or never was one.
    public static let invitationOver = Code(name: .invitationOver)

    /// There is no letter of this number.
    public static let unknownLetter = Code(name: .unknownLetter)
    /// Somebody else has changed the letter meanwhile; ``RegisterError/letter`` has it as it is now.
    public static let letterChanged = Code(name: .letterChanged)
    /// A letter in this state does not take this; ``RegisterError/letter`` has it as it is now.
    public static let wrongState = Code(name: .wrongState)
    /// Nobody approves a letter that they wrote on.
    public static let ownLetter = Code(name: .ownLetter)
    /// Who returns a letter says why.
    public static let remarkNeeded = Code(name: .remarkNeeded)
    /// A letter is approved with both of its originals.
    public static let originalsNeeded = Code(name: .originalsNeeded)
    /// A letter of this kind enters the register when it is approved, and one of another kind does not.
    public static let documentNeeded = Code(name: .documentNeeded)
    /// A correction of the letter has been begun or approved.
    public static let correctionOpen = Code(name: .correctionOpen)
    /// The data of a letter are no JSON object.
    public static let brokenData = Code(name: .brokenData)

    /// The name of the code, such as `locked`.
    public var description: String { name.rawValue }
  }

  /// The kind of failure, for programs.
  public let code: Code
  /// Who can mend it; exit codes follow from it.
  public let cause: Cause
  /// The failure in words.
  public let message: Message
  /// The file that it is about.
  public let path: String?
  /// The database's or system's own words, for support; never values of the register.
  public let detail: String?
  /// What is wrong with the files of an import, each at its place.
  public let diagnostics: [Diagnostic]

  /// The letter as it is in the register, where that is why it was refused.
  public let letter: LetterRecord?

  /// The error as it is told to people: what is wrong with the files of an import, or with the register's own file.
  public var findings: [Diagnostic] {
    guard diagnostics.isEmpty else { return diagnostics }
    return [
      Diagnostic(
        rule, message, at: path.map { [Place(file: $0)] } ?? [],
        hint: detail.map { Message(kk: $0, ru: $0, en: $0) })
    ]
  }

  private var rule: String {
    if cause != .refused { return "R100" }
    if Self.accountCodes.contains(code) { return "R138" }
    return Self.letterCodes.contains(code) ? "R139" : "R130"
  }

  init(
    _ code: Code, _ cause: Cause, _ message: Message, path: String? = nil, detail: String? = nil,
    diagnostics: [Diagnostic] = [], letter: LetterRecord? = nil
  ) {
    self.code = code
    self.cause = cause
    self.message = message
    self.path = path
    self.detail = detail
    self.diagnostics = diagnostics
    self.letter = letter
  }
}
