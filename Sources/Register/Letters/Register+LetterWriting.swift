import GRDB

/// Writing, and the way to the approver. Each change is on the disk when it returns; of two people who change one version
/// of a letter the second is told, with the letter of the first.
extension Register {
  /// Begins a letter.
  ///
  /// - Throws: ``RegisterError/Code/brokenData``, or what the disk refuses.
  public func createLetter(
    kind: String, data: String = "{}", title: String = "", by user: User, at now: Int
  ) throws(RegisterError) -> LetterRecord {
    try LetterChange.check(data, title: title)
    return try write { database in
      try Self.insertLetter(
        kind: kind, data: data, title: title, supersedes: nil, document: nil, user, now,
        in: database)
    }
  }

  /// Keeps what was typed, whatever is wrong with it.
  ///
  /// What is the same as before is no change and no version.
  ///
  /// - Returns: the letter with its new version.
  /// - Throws: ``RegisterError/Code/letterChanged`` with the letter of whoever was faster, ``RegisterError/Code/wrongState``,
  ///   ``RegisterError/Code/unknownLetter``, ``RegisterError/Code/roleNeeded`` for who is neither the author nor an approver,
  ///   ``RegisterError/Code/brokenData``, or what the disk refuses.
  public func saveLetter(
    _ id: Int, version: Int, data: String, title: String, by user: User, at now: Int
  ) throws(RegisterError) -> LetterRecord {
    try LetterChange.check(data, title: title)
    return try change(id, version, user, now) { change in
      try change.requireWritable()
      let letter = change.letter
      if letter.data == data, letter.title == title { return letter }
      return try change.write(.saved, ["data": data, "title": title])
    }
  }

  /// Puts documents that were edited in Word in the place of those that the program would make; of one language, or of both.
  ///
  /// - Throws: as ``saveLetter(_:version:data:title:by:at:)``.
  public func putOriginals(
    _ originals: [LetterOriginal.Content], ofLetter id: Int, version: Int, by user: User,
    at now: Int
  ) throws(RegisterError) -> LetterRecord {
    try change(id, version, user, now) { change in
      try change.requireWritable()
      try change.put(originals)
      let names = originals.map { "\($0.language.rawValue): \($0.fileName)" }
      return try change.write(.uploaded, [:], remark: names.joined(separator: ", "))
    }
  }

  /// Takes the uploaded documents away, so that the letter is made of its data again.
  ///
  /// - Throws: as ``saveLetter(_:version:data:title:by:at:)``.
  public func removeOriginals(
    ofLetter id: Int, version: Int, by user: User, at now: Int
  ) throws(RegisterError) -> LetterRecord {
    try change(id, version, user, now) { change in
      try change.requireWritable()
      try change.database.execute(
        sql: "DELETE FROM letter_original WHERE letter = ?", arguments: [id])
      guard change.database.changesCount > 0 else { return change.letter }
      return try change.write(.removed, [:])
    }
  }

  /// Hands a letter to those who approve; nobody writes on it until it comes back.
  ///
  /// - Throws: as ``saveLetter(_:version:data:title:by:at:)``.
  public func submitLetter(
    _ id: Int, version: Int, remark: String = "", by user: User, at now: Int
  ) throws(RegisterError) -> LetterRecord {
    try change(id, version, user, now, as: .letterSubmitted) { change in
      try change.requireWritable()
      return try change.write(
        .submitted, ["state": LetterState.submitted.rawValue, "remark": remark], remark: remark)
    }
  }

  /// Gives up a letter that was not approved.
  ///
  /// - Throws: as ``saveLetter(_:version:data:title:by:at:)``.
  public func discardLetter(
    _ id: Int, version: Int, by user: User, at now: Int
  ) throws(RegisterError) -> LetterRecord {
    try change(id, version, user, now, as: .letterDiscarded) { change in
      try change.requireWritable()
      return try change.write(.discarded, ["state": LetterState.discarded.rawValue])
    }
  }

  /// Gives a letter back to its author, who is told why.
  ///
  /// - Throws: ``RegisterError/Code/remarkNeeded``, ``RegisterError/Code/roleNeeded`` for who may not approve,
  ///   ``RegisterError/Code/wrongState``, ``RegisterError/Code/letterChanged``, ``RegisterError/Code/unknownLetter``, or what
  ///   the disk refuses.
  public func returnLetter(
    _ id: Int, version: Int, remark: String, by user: User, at now: Int
  ) throws(RegisterError) -> LetterRecord {
    try change(id, version, user, now, as: .letterReturned) { change in
      try change.requireDecidable()
      guard remark.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
        throw RegisterError.remarkNeeded
      }
      return try change.write(
        .returned, ["state": LetterState.returned.rawValue, "remark": remark], remark: remark)
    }
  }

  /// Runs one change of one letter in a transaction, with a line in the audit log where it is more than writing.
  func change(
    _ id: Int, _ version: Int, _ user: User, _ now: Int, as action: AuditAction? = nil,
    _ body: (LetterChange) throws -> LetterRecord
  ) throws(RegisterError) -> LetterRecord {
    try write { database in
      let change = try LetterChange(id, version: version, user, now, in: database)
      let letter = try body(change)
      if let action {
        try Self.record(action, String(id), letter.title, user, now, in: database)
      }
      return letter
    }
  }

  static func insertLetter(
    kind: String, data: String, title: String, supersedes: Int?, document: String?, _ user: User,
    _ now: Int, in database: Database
  ) throws -> LetterRecord {
    try database.execute(
      sql: """
        INSERT INTO letter (kind, state, title, data, version, author, author_name, created, changed,
          supersedes, document)
        VALUES (?, 'draft', ?, ?, 1, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [kind, title, data, user.account, user.name, now, now, supersedes, document])
    let id = Int(database.lastInsertedRowID)
    guard let letter = try letter(id, in: database) else { throw RegisterError.unknownLetter(id) }
    try LetterChange.note(.created, of: letter, data: data, "", user, now, in: database)
    return letter
  }
}
