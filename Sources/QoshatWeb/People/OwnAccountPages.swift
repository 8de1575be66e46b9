import Diagnostics
import HTTPTypes
import Letters
import Register

/// What everybody may change of the own account: name, language, password; and where it is signed in.
struct OwnAccountPages {
  private let workplace: Workplace
  private let sessions: Sessions

  init(_ workplace: Workplace, _ sessions: Sessions) {
    self.workplace = workplace
    self.sessions = sessions
  }

  func add(to routes: inout Routes) {
    routes.get("/account") { try page(for: $0) }
    routes.post("/account") { try change($0) }
    routes.post("/account/password") { try changePassword($0) }
    routes.post("/account/sessions") { try signOutElsewhere($0) }
  }

  private func session(_ request: WebRequest) throws -> Session {
    guard let session = try sessions.session(request.visitor.token) else {
      throw WebFailure.notFound
    }
    return session
  }

  private func page(
    for request: WebRequest, notice: HTML = .nothing, passwordError: String? = nil,
    oldError: String? = nil
  ) throws -> WebResponse {
    let language = request.language
    let account = try session(request).account
    let count = try workplace.register.sessions(of: account, at: workplace.now()).count
    let facts: HTML = """
      <dl class="facts"><dt>\(Phrase.login[language])</dt><dd>\(account.login)</dd>
      <dt>\(Phrase.role[language])</dt><dd>\(account.role.label[language.messages])</dd></dl>
      """
    let own = Forms.post(
      to: WebPath("account"), request.visitor,
      """
      \(Forms.field("name", Phrase.personName[language], value: account.name, isRequired: true, attributes: " autocomplete=\"name\""))
      \(PersonFields.languages(account.language.rawValue, language))
      <div class="actions">\(Forms.button(Phrase.save[language]))</div>
      """)
    let password = Forms.post(
      to: WebPath("account", "password"), request.visitor,
      """
      \(Forms.field("old", Phrase.oldPassword[language], type: "password", error: oldError, isRequired: true, attributes: " autocomplete=\"current-password\""))
      \(NewPassword.fields(in: language, error: passwordError))
      <div class="actions">\(Forms.button(Phrase.setPassword[language]))</div>
      """)
    let elsewhere = Forms.post(
      to: WebPath("account", "sessions"), request.visitor,
      "<p>\(Phrase.sessionCount(count)[language])</p><div class=\"actions\">\(Forms.button(Phrase.signOutElsewhere[language], isMain: false))</div>"
    )
    let isWrong = passwordError != nil || oldError != nil
    return Page(
      Phrase.ownAccount[language],
      """
      \(notice)<div class="card">\(facts)\(own)</div>
      <div class="card"><h2>\(Phrase.changePassword[language])</h2>\(password)</div>
      <div class="card"><h2>\(Phrase.signedInPlaces[language])</h2>\(elsewhere)</div>
      """
    ).response(to: request, status: isWrong ? .unprocessableContent : .ok)
  }

  private func change(_ request: WebRequest) throws -> WebResponse {
    let fields = try request.form()
    let account = try session(request).account
    let chosen = OfficialLanguage(rawValue: fields["language"] ?? "") ?? account.language
    do throws(RegisterError) {
      try workplace.register.changeAccount(
        account.id, by: User(account, address: request.address), at: workplace.now()
      ) {
        $0.name = fields.text("name") ?? ""
        $0.language = chosen
      }
    } catch {
      guard error.cause == .refused else { throw error }
      return try page(for: request, notice: PersonFields.refusal(error, request.language))
    }
    let language = LetterLanguage(rawValue: chosen.rawValue) ?? request.language
    return .seeOther(WebPath("account")).with(sessions.cookie(language))
  }

  private func changePassword(_ request: WebRequest) throws -> WebResponse {
    let fields = try request.form()
    let language = request.language
    let session = try session(request)
    guard try workplace.register.isPassword(fields["old"] ?? "", of: session.account.id) else {
      return try page(for: request, oldError: Phrase.wrongOldPassword[language])
    }
    guard let password = NewPassword.value(of: fields) else {
      return try page(for: request, passwordError: Phrase.passwordsDiffer[language])
    }
    do throws(RegisterError) {
      try workplace.register.setPassword(
        password, of: session.account.id, keeping: session.id,
        by: User(session.account, address: request.address), at: workplace.now())
    } catch {
      guard error.cause == .refused else { throw error }
      return try page(for: request, passwordError: error.message[language.messages])
    }
    let done: HTML =
      "<p class=\"notice good\" role=\"status\">\(Phrase.passwordChanged[language])</p>"
    return try page(for: request, notice: done)
  }

  private func signOutElsewhere(_ request: WebRequest) throws -> WebResponse {
    let session = try session(request)
    try workplace.register.endSessions(
      of: session.account.id, except: session.id,
      by: User(session.account, address: request.address), at: workplace.now())
    return .seeOther(WebPath("account"))
  }
}

/// Fields that pages of accounts share.
enum PersonFields {
  static func languages(_ selected: String, _ language: LetterLanguage) -> HTML {
    Forms.choice(
      "language", Phrase.pageLanguage[language],
      options: [("kk", Phrase.kazakh[language]), ("ru", Phrase.russian[language])],
      selected: selected)
  }

  static func roles(_ selected: Role, _ language: LetterLanguage) -> HTML {
    Forms.choice(
      "role", Phrase.role[language],
      options: Role.allCases.map { ($0.rawValue, $0.label[language.messages]) },
      selected: selected.rawValue)
  }

  static func refusal(_ error: RegisterError, _ language: LetterLanguage) -> HTML {
    "<p class=\"notice error\" role=\"alert\">\(error.message[language.messages])</p>"
  }
}
