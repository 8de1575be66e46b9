/// Who is signed in, and how to leave.
enum VisitorMenu {
  static func html(for visitor: Visitor) -> HTML {
    guard visitor.access > .everyone else { return .nothing }
    guard visitor.account != nil else { return "<span class=\"name\">\(visitor.name)</span>" }
    let leave = Forms.post(
      to: WebPath("sign-out"), visitor, "<button>\(Phrase.signOut[visitor.language])</button>")
    return
      "<a class=\"name\" href=\"\(WebPath("account").description)\">\(visitor.name)</a>\(leave)"
  }
}
