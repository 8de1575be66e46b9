import Cryptography
import Letters

/// Who asks for a page.
struct Visitor: Sendable {
  /// The account; `nil` for the only user of a server without accounts, and for who has not signed in.
  var account: Int?
  /// The name that histories show.
  var name: String
  var access: Access
  var language: LetterLanguage
  /// The secret of this browser, known to it by a cookie; empty for a program and for who has none yet.
  var token: String

  /// What a form of this visitor carries. It comes from the token alone, so that a page that was open while the server
  /// started anew can still be sent.
  var formToken: String {
    token.isEmpty ? "" : SHA256.hexadecimal(of: Array("form \(token)".utf8))
  }
}
