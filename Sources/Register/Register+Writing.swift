public import CivilDates
import GRDB

extension Register {
  /// Adds records, all of them or none. `file` says where they were read, for people who look for the source of a record.
  ///
  /// - Returns: the revision that has them.
  /// - Throws: ``RegisterError/Code/alreadyInRegister``, ``RegisterError/Code/notInRegister`` for a resource or a reply that
  ///   is named but unknown, ``RegisterError/Code/contradiction``, or what the disk refuses.
  /// - Complexity: O(*n* log *m*) for *n* records and links in a register of *m*.
  @discardableResult
  public func add(
    _ entries: [RegisterEntry], file: String = "", note: RevisionNote = RevisionNote()
  ) throws(RegisterError) -> Int {
    try change(.add, note) { change in
      for entry in entries { try change.add(entry, file: file) }
    }
  }

  /// Puts records in the place of those with the same ids or addresses; the former ones stay in the history.
  ///
  /// A document's links become those of the entry. `version` is that of the ``HeldRecord`` from which the changes were made:
  /// a record that somebody has changed since is left as it is.
  ///
  /// - Returns: the revision that has them; the last one if the register has exactly these records already.
  /// - Throws: ``RegisterError/Code/notInRegister``, ``RegisterError/Code/changedMeanwhile``,
  ///   ``RegisterError/Code/numberGiven`` if a document had another number, ``RegisterError/Code/unlawfulStatus`` if it was withdrawn, ``RegisterError/Code/contradiction``, or what the disk refuses.
  @discardableResult
  public func supersede(
    _ entries: [RegisterEntry], of version: Int? = nil, file: String = "",
    note: RevisionNote = RevisionNote()
  ) throws(RegisterError) -> Int {
    try change(.edit, note) { change in
      for entry in entries { try change.supersede(entry, of: version, file: file) }
    }
  }

  /// Brings a document to its next status; `number` is for one that is registered and has none yet.
  ///
  /// - Returns: the revision that has it.
  /// - Throws: ``RegisterError/Code/notInRegister``; ``RegisterError/Code/unlawfulStatus`` for a status that cannot follow,
  ///   see ``DocumentStatus/next``; ``RegisterError/Code/tooEarly`` for a day before what happened last;
  ///   ``RegisterError/Code/numberNeeded``, ``RegisterError/Code/numberGiven``; or what the disk refuses.
  @discardableResult
  public func setStatus(
    of document: String, to status: DocumentStatus, on date: CivilDate, number: String? = nil,
    note: RevisionNote = RevisionNote()
  ) throws(RegisterError) -> Int {
    try change(.status, note) { change in
      let held = try change.document(document)
      guard held.record.status.next.contains(status) else {
        throw RegisterError.unlawfulStatus(document, from: held.record.status, to: status)
      }
      if let latest = held.record.dates.values.max(), date < latest {
        throw RegisterError.tooEarly(document, date, before: latest)
      }
      if let number, !number.isEmpty {
        guard status == .registered else {
          throw RegisterError.numberTooSoon(document, held.record.status)
        }
        guard held.record.number.isEmpty || held.record.number == number else {
          throw RegisterError.numberGiven(held.record.number, document: document)
        }
        try change.set(["number": number], on: held.row, of: .document)
      } else if status == .registered, held.record.number.isEmpty {
        throw RegisterError.numberNeeded(document)
      }
      try change.set(
        ["status": status.rawValue, status.dateColumn: date.iso], on: held.row, of: .document)
    }
  }

  /// Gives a document its registration number, once.
  ///
  /// A signed document becomes registered by it. One that came into the register without its number, though it
  /// was sent, keeps its status.
  ///
  /// - Returns: the revision that has it.
  /// - Throws: ``RegisterError/Code/notInRegister``, ``RegisterError/Code/numberGiven``, ``RegisterError/Code/tooEarly``,
  ///   ``RegisterError/Code/unlawfulStatus`` for a document that is not signed, or what the disk refuses.
  @discardableResult
  public func giveNumber(
    _ number: String, to document: String, on date: CivilDate, note: RevisionNote = RevisionNote()
  ) throws(RegisterError) -> Int {
    try change(.registration, note) { change in
      let held = try change.document(document)
      guard held.record.number.isEmpty else {
        throw RegisterError.numberGiven(held.record.number, document: document)
      }
      guard !number.isEmpty else { throw RegisterError.numberNeeded(document) }
      var values: [String: String] = ["number": number]
      switch held.record.status {
      case .signed:
        if let latest = held.record.dates.values.max(), date < latest {
          throw RegisterError.tooEarly(document, date, before: latest)
        }
        values["status"] = DocumentStatus.registered.rawValue
        values["registered_at"] = date.iso
      case .registered, .sent, .delivered, .executed:
        let before = [.draft, .agreed, .signed].compactMap { held.record.dates[$0] }.max()
        if let before, date < before {
          throw RegisterError.tooEarly(document, date, before: before)
        }
        if let sentAt = held.record.sentAt, date > sentAt {
          throw RegisterError.contradiction(document)
        }
        values["registered_at"] = date.iso
      case .draft, .agreed, .refused, .revoked:
        throw RegisterError.unlawfulStatus(document, from: held.record.status, to: .registered)
      }
      try change.set(values, on: held.row, of: .document)
    }
  }

  /// Runs `body` in a transaction of its own revision; without any change there is no revision either.
  private func change(
    _ action: RevisionAction, _ note: RevisionNote,
    _ body: (inout RegisterChange) throws -> Void
  ) throws(RegisterError) -> Int {
    do {
      var result = 0
      try pool.writeInTransaction { database in
        var change = try RegisterChange(database, action, note)
        try body(&change)
        result = try change.finish()
        return change.isEmpty ? .rollback : .commit
      }
      return result
    } catch {
      throw RegisterError(error, path: path)
    }
  }
}
