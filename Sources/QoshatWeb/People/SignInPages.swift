import Cryptography
import Diagnostics
import HTTPTypes
import Letters
import Register

/// The way in and out: with login and password, or by the link of an invitation.
struct SignInPages {
  private let workplace: Workplace
  private let sessions: Sessions
  private let limits = SignInLimits()

  /// Passwords are short.
  private static let largestForm = 16 << 10

  init(_ workplace: Workplace, _ sessions: Sessions) {
    self.workplace = workplace
    self.sessions = sessions
  }

  func add(to routes: inout Routes) {
    routes.get("/sign-in", .everyone) { request in
      if request.visitor.access > .everyone { return .seeOther(WebPath("letters")) }
      return signInPage(for: request, back: request.query["back"])
    }
    routes.post("/sign-in", .everyone, largestBody: Self.largestForm) { try signIn($0) }
    routes.post("/sign-out") { try signOut($0) }
    routes.get("/invitation/{token}", .everyone) { try invitationPage(for: $0) }
    routes.post("/invitation/{token}", .everyone, largestBody: Self.largestForm) {
      try acceptInvitation($0)
    }
  }

  // MARK: Login and password

  private func signInPage(
    for request: WebRequest, login: String = "", back: String?, error: Phrase? = nil
  ) -> WebResponse {
    let language = request.language
    let notice = error.map {
      "<p class=\"notice error\" role=\"alert\">\($0[language])</p>" as HTML
    }
    let form = Forms.post(
      to: WebPath("sign-in"), request.visitor,
      """
      <input type="hidden" name="back" value="\(back ?? "")">
      \(Forms.field("login", Phrase.login[language], value: login, isRequired: true, attributes: " autocomplete=\"username\" autocapitalize=\"none\" spellcheck=\"false\""))
      \(Forms.field("password", Phrase.password[language], type: "password", isRequired: true, attributes: " autocomplete=\"current-password\""))
      <div class="actions">\(Forms.button(Phrase.signIn[language]))</div>
      """)
    return Page(
      Phrase.signIn[language],
      "\(notice)<div class=\"card\">\(form)</div><p class=\"soft\">\(Phrase.forgotPassword[language])</p>"
    ).response(to: request, status: error == nil ? .ok : .unprocessableContent)
  }

  private func signIn(_ request: WebRequest) throws -> WebResponse {
    let fields = try request.form()
    let login = fields.text("login") ?? ""
    let now = workplace.now()
    try limits.begin(login: login, address: request.address, at: now)
    guard
      let account = try workplace.register.signIn(
        login: login, password: fields["password"] ?? "", address: request.address, at: now)
    else {
      return signInPage(
        for: request, login: login, back: fields["back"], error: Phrase.wrongPassword)
    }
    limits.succeeded(login: login, address: request.address)
    let back = fields["back"] ?? ""
    return try begin(account, request, path: WebPath.isLocal(back) ? back : "/letters")
  }

  /// Gives the browser a session, whose token nobody has seen before.
  private func begin(
    _ account: Account, _ request: WebRequest, path: String
  ) throws -> WebResponse {
    let now = workplace.now()
    if let former = try sessions.session(request.visitor.token) {
      try workplace.register.endSession(former, address: request.address, at: now)
    }
    let (_, token) = try workplace.register.beginSession(
      of: account.id, lifetime: Sessions.longest, at: now)
    let language = LetterLanguage(account.language)
    return .seeOther(path: path).with(sessions.cookie(token.text)).with(sessions.cookie(language))
  }

  private func signOut(_ request: WebRequest) throws -> WebResponse {
    if let session = try sessions.session(request.visitor.token) {
      try workplace.register.endSession(
        session, address: request.address, at: workplace.now())
    }
    return .seeOther(WebPath("sign-in")).with(sessions.noCookie)
  }

  // MARK: Invitations

  private func invitationPage(
    for request: WebRequest, error: String? = nil
  ) throws -> WebResponse {
    let language = request.language
    let token = request.parameter("token")
    guard let (account, purpose) = try workplace.register.invitation(token, at: workplace.now())
    else {
      return Page(
        Phrase.invitation[language],
        "<p class=\"notice error\" role=\"alert\">\(Phrase.invitationOver[language])</p>"
      ).response(to: request, status: .notFound)
    }
    let lead = purpose == .invite ? Phrase.invitationLead : Phrase.resetLead
    let form = Forms.post(
      to: WebPath("invitation", token), request.visitor,
      """
      <p>\(account.name) (<span class="soft">\(account.login)</span>)</p>
      <input type="hidden" name="login" autocomplete="username" value="\(account.login)">
      \(NewPassword.fields(in: language, error: error))
      <div class="actions">\(Forms.button(Phrase.setPassword[language]))</div>
      """)
    return Page(
      Phrase.invitation[language],
      "<p class=\"lead\">\(lead[language])</p><div class=\"card\">\(form)</div>"
    ).response(to: request, status: error == nil ? .ok : .unprocessableContent)
  }

  private func acceptInvitation(_ request: WebRequest) throws -> WebResponse {
    let fields = try request.form()
    guard let password = NewPassword.value(of: fields) else {
      return try invitationPage(
        for: request, error: Phrase.passwordsDiffer[request.language])
    }
    let account: Account
    do throws(RegisterError) {
      account = try workplace.register.acceptInvitation(
        request.parameter("token"), password: password, address: request.address,
        at: workplace.now())
    } catch {
      guard error.cause == .refused else { throw error }
      return try invitationPage(
        for: request, error: error.message[request.language.messages])
    }
    return try begin(account, request, path: "/letters")
  }
}

/// A password that is chosen, typed twice.
enum NewPassword {
  static func fields(in language: LetterLanguage, error: String?) -> HTML {
    let attributes: HTML = " autocomplete=\"new-password\" minlength=\"12\""
    return Forms.field(
      "password", Phrase.newPassword[language], type: "password",
      help: Phrase.passwordHelp[language], error: error, isRequired: true, attributes: attributes)
      + Forms.field(
        "again", Phrase.passwordAgain[language], type: "password", isRequired: true,
        attributes: attributes)
  }

  /// The password; `nil` where it was typed in two ways.
  static func value(of fields: FormFields) -> String? {
    guard let password = fields["password"], password == fields["again"] else { return nil }
    return password
  }
}
