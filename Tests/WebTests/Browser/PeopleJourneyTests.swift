import Letters
import Register
import Testing

@testable import QoshatWeb

/// How people come in, in a real browser.
@Suite(.enabled(if: Browser.isInstalled), .serialized)
struct PeopleJourneyTests {
  @Test(
    "An administrator could not let somebody in, or the guest not come in, with the keyboard or a screen reader",
    arguments: LetterLanguage.allCases)
  func invitation(language: LetterLanguage) async throws {
    let server = try await TestServer()
    let site = "http://127.0.0.1:\(server.port)"
    _ = try server.workplace.register.addAccount(
      login: "admin", name: "Әкімші Администраторова", role: .administrator,
      language: OfficialLanguage(rawValue: language.rawValue) ?? .kk,
      password: PeopleTests.password, by: .local(), at: 1_639_400_000)
    let browser = try Browser(language: language.rawValue)
    func look(_ name: String) throws {
      try browser.picture("\(name)-\(language)")
      try browser.expectNoBarriers()
    }
    func signIn(_ password: String) throws {
      try browser.fill("[id='field-login']", "admin")
      try browser.fill("[id='field-password']", password)
      try browser.press(Phrase.signIn[language])
    }
    try browser.open("\(site)/letters")
    try browser.wait("the sign-in") { try browser.address.contains("/sign-in") }
    try look("sign-in")
    try signIn("басқа құпиясөз")
    try browser.wait("the refusal") { try browser.has("[role=alert]") }
    try look("sign-in-refused")
    try signIn(PeopleTests.password)
    try browser.wait("the letters") { try browser.address.hasSuffix("/letters") }

    try browser.open("\(site)/people")
    try look("people")
    try browser.fill("[id='field-login']", "s.akhmetova")
    try browser.fill("[id='field-name']", "С. Ахметова")
    try browser.press(Phrase.invite[language])
    try browser.wait("the link") { try browser.has("[id='field-link']") }
    try look("people-invited")
    let link = try browser.value("[id='field-link']")
    try browser.open("\(site)/people/2")
    try look("person")
    try browser.open("\(site)/log")
    try look("log")
    try browser.open("\(site)/account")
    try look("account")
    try browser.open("\(site)/letters/999")
    try look("not-found")

    let guest = try Browser(language: language.rawValue)
    try guest.open(link)
    try guest.picture("invitation-\(language)")
    try guest.expectNoBarriers()
    try guest.fill("[id='field-password']", PeopleTests.password)
    try guest.fill("[id='field-again']", PeopleTests.password)
    try guest.press(Phrase.setPassword[language])
    try guest.wait("the letters") { try guest.address.hasSuffix("/letters") }
    try guest.expectNoBarriers()
    try guest.open(link)
    try guest.wait("the link to be over") { try guest.has("[role=alert]") }
  }
}
