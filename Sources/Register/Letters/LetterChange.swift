import Cryptography
import GRDB
import JSON

/// One change of a letter inside its transaction: who makes it, when, and what the letter was.
struct LetterChange {
  /// How long, in seconds, what one person saves is one event of the history.
  private static let savingWindow = 600

  let letter: LetterRecord
  let user: User
  let now: Int
  let database: Database

  /// Refuses a version that is not the newest one: what was decided was decided about another letter.
  init(
    _ id: Int, version: Int, _ user: User, _ now: Int, in database: Database
  ) throws {
    guard let letter = try Register.letter(id, in: database) else {
      throw RegisterError.unknownLetter(id)
    }
    guard letter.version == version else { throw RegisterError.letterChanged(letter) }
    self.letter = letter
    self.user = user
    self.now = now
    self.database = database
  }

  /// Refuses who may not write on the letter, and a letter on which nobody may.
  func requireWritable() throws {
    guard letter.state.isOpen else { throw RegisterError.wrongState(letter) }
    guard letter.isWritable(by: user) else { throw RegisterError.roleNeeded(.approver) }
  }

  /// Refuses a letter that does not wait to be approved, and who may not approve any.
  func requireDecidable() throws {
    try user.require(.approver)
    guard letter.state == .submitted else { throw RegisterError.wrongState(letter) }
  }

  /// Where there are accounts, nobody approves what they wrote on.
  func requireOthers() throws {
    guard let account = user.account else { return }
    let isOwn = try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM letter_event WHERE letter = ? AND account = ?
            AND action IN ('created', 'saved', 'uploaded', 'removed', 'submitted'))
        """,
      arguments: [letter.id, account])
    if isOwn == true { throw RegisterError.ownLetter(letter.id) }
  }

  /// Sets columns of the letter besides its version and time, and notes what was done; returns the letter as it is now.
  func write(
    _ action: LetterAction, _ columns: [String: String], remark: String = ""
  ) throws -> LetterRecord {
    let names = columns.keys.sorted()
    let assignments = names.map { "\($0) = ?, " }.joined()
    let values: [(any DatabaseValueConvertible)?] = names.map { columns[$0] } + [now, letter.id]
    try database.execute(
      sql:
        "UPDATE letter SET \(assignments)version = version + 1, changed = max(changed, ?) WHERE id = ?",
      arguments: StatementArguments(values))
    guard let written = try Register.letter(letter.id, in: database) else {
      throw RegisterError.unknownLetter(letter.id)
    }
    let isKept = action == .saved ? try replaceSaving(of: written) : false
    if !isKept {
      let data = written.data == letter.data ? nil : written.data
      try Self.note(action, of: written, data: data, remark, user, now, in: database)
    }
    return written
  }

  /// Puts what is saved in the place of what the same person saved just before.
  private func replaceSaving(of written: LetterRecord) throws -> Bool {
    try database.execute(
      sql: """
        UPDATE letter_event SET moment = max(moment, :now), version = :version, data = :data
        WHERE id = (SELECT max(id) FROM letter_event WHERE letter = :letter)
          AND action = 'saved' AND account IS :account AND name = :name AND began > :earliest
        """,
      arguments: [
        "now": now, "version": written.version, "data": written.data, "letter": letter.id,
        "account": user.account, "name": user.name, "earliest": now - Self.savingWindow,
      ])
    return database.changesCount > 0
  }

  static func note(
    _ action: LetterAction, of letter: LetterRecord, data: String?, _ remark: String, _ user: User,
    _ now: Int, in database: Database
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO letter_event (letter, began, moment, account, name, action, remark, version, data)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        letter.id, now, now, user.account, user.name, action.rawValue, remark, letter.version, data,
      ])
  }

  /// Puts originals in the place of those that are there; one language at a time if only one is given.
  func put(_ originals: [LetterOriginal.Content]) throws {
    for original in originals {
      try database.execute(
        sql: "DELETE FROM letter_original WHERE letter = ? AND language = ?",
        arguments: [letter.id, original.language.rawValue])
      try database.execute(
        sql: """
          INSERT INTO letter_original (letter, language, docx, text, sha256, is_uploaded, file_name,
            moment, account, name)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          letter.id, original.language.rawValue, Blob.value(original.docx), original.text,
          SHA256.hexadecimal(of: original.docx), original.isUploaded, original.fileName, now,
          user.account, user.name,
        ])
    }
  }

  /// Refuses what no form leaves behind: data must be an object of JSON, on which everything else is built.
  static func check(_ data: String, title: String) throws(RegisterError) {
    guard case .object? = try? JSON(parsing: data), !title.utf8.contains(0) else {
      throw .brokenData
    }
  }
}
