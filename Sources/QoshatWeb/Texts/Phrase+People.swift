/// Accounts, signing in, and what people did.
extension Phrase {
  static let onlyUser = Phrase(kk: "Жалғыз пайдаланушы", ru: "Единственный пользователь")
}
