import Letters
import Register

/// The way of a letter between its author and who approves it.
struct LetterWay {
  private let screen: LetterScreen
  private let register: Register
  private let now: Int

  init(_ screen: LetterScreen) {
    self.screen = screen
    register = screen.workplace.register
    now = screen.workplace.now()
  }

  /// Saves what the form holds, and hands the letter in.
  func submit() throws -> WebResponse {
    let fields = try screen.request.form()
    let remark = fields.text("remark") ?? ""
    return try finishing(fields) { (record) throws(RegisterError) in
      try register.submitLetter(
        record.id, version: record.version, remark: remark, by: screen.user, at: now)
    }
  }

  /// Saves what the form holds, and gives the letter up: in its history it is still there.
  func discard() throws -> WebResponse {
    try finishing(screen.request.form()) { (record) throws(RegisterError) in
      try register.discardLetter(record.id, version: record.version, by: screen.user, at: now)
    }
  }

  private func finishing(
    _ fields: FormFields, _ change: (LetterRecord) throws(RegisterError) -> LetterRecord
  ) throws -> WebResponse {
    let saving = LetterSaving(screen)
    let data = try saving.data(of: fields)
    let version = try LetterSaving.version(of: fields)
    do throws(RegisterError) {
      let record = try change(saving.save(data, version))
      return .seeOther(WebPath("letters", String(record.id)))
    } catch {
      // What was typed is in the form again.
      return try error.code == .letterChanged ? saving.response() : screen.refused(error)
    }
  }

  func giveBack() throws -> WebResponse {
    let fields = try screen.request.form()
    let version = try LetterSaving.version(of: fields)
    return try screen.changing { () throws(RegisterError) in
      try register.returnLetter(
        screen.letter.record.id, version: version, remark: fields.text("remark") ?? "",
        by: screen.user, at: now)
    }
  }

  /// Begins a correction, which becomes a letter of its own.
  func correct() throws -> WebResponse {
    try screen.changing { () throws(RegisterError) in
      try register.correctLetter(screen.letter.record.id, by: screen.user, at: now)
    }
  }
}
