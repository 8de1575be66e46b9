import Diagnostics
import HTTPTypes
import Letters
import Register

/// The accounts of the house: who there is, who is let in, and as what.
struct PeoplePages {
  private let workplace: Workplace

  init(_ workplace: Workplace) { self.workplace = workplace }

  func add(to routes: inout Routes) {
    routes.get("/people", .administrator) { try list(for: $0) }
    routes.post("/people", .administrator) { try add($0) }
    routes.get("/people/{id}", .administrator) { try person(for: $0) }
    routes.post("/people/{id}", .administrator) { try change($0) }
    routes.post("/people/{id}/invitation", .administrator) { try invite($0) }
    routes.post("/people/{id}/state", .administrator) { try setState($0) }
  }

  // MARK: All of them

  private func list(
    for request: WebRequest, error: RegisterError? = nil, typed: FormFields = FormFields()
  ) throws -> WebResponse {
    let language = request.language
    let accounts = try workplace.register.accounts()
    guard !accounts.isEmpty else {
      return Page(
        Phrase.people[language], in: .people,
        "<p class=\"notice\">\(Phrase.noAccounts[language])</p><pre>qoshat account add LOGIN --name NAME --role administrator</pre>"
      ).response(to: request)
    }
    let rows = accounts.html { account in
      """
      <tr><th scope="row"><a href="\(WebPath("people", String(account.id)).description)">\(account.login)</a></th>
      <td>\(account.name)</td><td>\(account.role.label[language.messages])</td><td>\(Self.state(account, language))</td></tr>

      """
    }
    let heads = [Phrase.login, .personName, .role, .accountState].html {
      "<th scope=\"col\">\($0[language])</th>"
    }
    let form = Forms.post(
      to: WebPath("people"), request.visitor,
      """
      \(Forms.field("login", Phrase.login[language], value: typed["login"] ?? "", help: Phrase.loginHelp[language], isRequired: true, attributes: " autocapitalize=\"none\" spellcheck=\"false\" autocomplete=\"off\""))
      \(Forms.field("name", Phrase.personName[language], value: typed["name"] ?? "", isRequired: true, attributes: " autocomplete=\"off\""))
      \(PersonFields.roles(typed["role"].flatMap { Role(rawValue: $0) } ?? .author, language))
      \(PersonFields.languages(typed["language"] ?? "kk", language))
      <div class="actions">\(Forms.button(Phrase.invite[language]))</div>
      """)
    return Page(
      Phrase.people[language], in: .people,
      """
      \(error.map { PersonFields.refusal($0, language) })
      <p class="actions"><a class="button" href="\(WebPath("log").description)">\(Phrase.auditLog[language])</a></p>
      \(TableBox.begin(Phrase.people[language]))<thead><tr>\(heads)</tr></thead><tbody>
      \(rows)</tbody>\(TableBox.end)
      <div class="card"><h2>\(Phrase.newAccount[language])</h2>\(form)</div>
      """
    ).response(to: request, status: error == nil ? .ok : .unprocessableContent)
  }

  static func state(_ account: Account, _ language: LetterLanguage) -> HTML {
    let (look, phrase): (String, Phrase) =
      if !account.isActive {
        (" bad", .accountDisabled)
      } else if account.hasPassword {
        (" good", .accountActive)
      } else {
        (" warn", .accountInvited)
      }
    return "<span class=\"state\(look)\">\(phrase[language])</span>"
  }

  private func add(_ request: WebRequest) throws -> WebResponse {
    let fields = try request.form()
    let role = Role(rawValue: fields["role"] ?? "")
    let language = OfficialLanguage(rawValue: fields["language"] ?? "")
    guard let role, let language else { throw WebFailure.badRequest }
    let user = try workplace.user(of: request)
    do throws(RegisterError) {
      let added = try workplace.register.addAccount(
        login: fields.text("login") ?? "", name: fields.text("name") ?? "", role: role,
        language: language, by: user, at: workplace.now())
      return linkPage(added.account, added.invitation, request)
    } catch {
      guard error.cause == .refused else { throw error }
      return try list(for: request, error: error, typed: fields)
    }
  }

  // MARK: One of them

  private func account(_ request: WebRequest) throws -> Account {
    guard let account = try workplace.register.account(request.number("id")) else {
      throw WebFailure.notFound
    }
    return account
  }

  private func person(
    for request: WebRequest, error: RegisterError? = nil
  ) throws -> WebResponse {
    let language = request.language
    let account = try account(request)
    let path = String(account.id)
    let form = Forms.post(
      to: WebPath("people", path), request.visitor,
      """
      \(Forms.field("name", Phrase.personName[language], value: account.name, isRequired: true, attributes: " autocomplete=\"off\""))
      \(PersonFields.roles(account.role, language))
      \(PersonFields.languages(account.language.rawValue, language))
      <div class="actions">\(Forms.button(Phrase.save[language]))</div>
      """)
    let link = account.hasPassword ? Phrase.resetPassword : Phrase.inviteAgain
    let invite =
      account.isActive
      ? Forms.post(
        to: WebPath("people", path, "invitation"), request.visitor,
        "<p>\(Phrase.linkHelp[language])</p><div class=\"actions\">\(Forms.button(link[language], isMain: false))</div>"
      ) : .nothing
    let state = Forms.post(
      to: WebPath("people", path, "state"), request.visitor,
      """
      <input type="hidden" name="state" value="\(account.isActive ? "disabled" : "active")">
      <div class="actions">\(Forms.button((account.isActive ? Phrase.disable : Phrase.enable)[language], isMain: false, attributes: account.isActive ? " class=\"danger\"" : ""))</div>
      """)
    return Page(
      account.login, in: .people,
      """
      \(error.map { PersonFields.refusal($0, language) })
      <p>\(Self.state(account, language)) <a href="\(WebPath("log", query: ["account": path]).description)">\(Phrase.auditLog[language])</a></p>
      <div class="card">\(form)</div>
      <div class="card"><h2>\(Phrase.access[language])</h2>\(invite)\(state)</div>
      <p class="actions"><a class="button" href="\(WebPath("people").description)">\(Phrase.back[language])</a></p>
      """
    ).response(to: request, status: error == nil ? .ok : .unprocessableContent)
  }

  private func change(_ request: WebRequest) throws -> WebResponse {
    let fields = try request.form()
    return try changing(request) { account in
      account.name = fields.text("name") ?? ""
      account.role = Role(rawValue: fields["role"] ?? "") ?? account.role
      account.language = OfficialLanguage(rawValue: fields["language"] ?? "") ?? account.language
    }
  }

  private func setState(_ request: WebRequest) throws -> WebResponse {
    let isActive = try request.form()["state"] == "active"
    return try changing(request) { $0.isActive = isActive }
  }

  private func changing(
    _ request: WebRequest, _ change: (inout Account) -> Void
  ) throws -> WebResponse {
    let account = try account(request)
    let user = try workplace.user(of: request)
    do throws(RegisterError) {
      try workplace.register.changeAccount(account.id, by: user, at: workplace.now(), change)
    } catch {
      guard error.cause == .refused else { throw error }
      return try person(for: request, error: error)
    }
    return .seeOther(WebPath("people", String(account.id)))
  }

  private func invite(_ request: WebRequest) throws -> WebResponse {
    let account = try account(request)
    let user = try workplace.user(of: request)
    do throws(RegisterError) {
      let invitation = try workplace.register.invite(account.id, by: user, at: workplace.now())
      return linkPage(account, invitation, request)
    } catch {
      guard error.cause == .refused else { throw error }
      return try person(for: request, error: error)
    }
  }

  /// Shows a link, this once.
  private func linkPage(
    _ account: Account, _ invitation: Invitation, _ request: WebRequest
  ) -> WebResponse {
    let language = request.language
    return Page(
      Phrase.invitation[language], in: .people,
      """
      <p class="notice good" role="status">\(Phrase.linkMade(for: account.name)[language])</p>
      <div class="card">
      \(Forms.field("link", Phrase.link[language], value: request.origin + invitation.path, help: Phrase.linkEnds(PageTimes.text(invitation.expires))[language], attributes: " readonly"))
      </div>
      <p class="actions"><a class="button" href="\(WebPath("people").description)">\(Phrase.back[language])</a></p>
      """
    ).response(to: request)
  }
}
