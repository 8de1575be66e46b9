/// One Kazakh suffix, in whichever of its forms the word before it asks for.
public enum KazakhSuffix: Hashable, Sendable {
  /// Several: -лар, -лер, -дар, -дер, -тар, -тер.
  case plural
  /// Somebody's: -ы, -сы, -мыз ….
  case possessive(KazakhPossessive)
  /// A case; the nominative has no ending.
  case `case`(KazakhCase)
  /// Being in or at: -дағы, -дегі, -тағы, -тегі.
  case attributive
  /// Of a time: -ғы, -гі, -қы, -кі («жылғы», «бүгінгі»).
  case temporal
  /// Like: -дай, -дей, -тай, -тей.
  case similative
  /// Belonging to, as a predicate: -нікі, -дікі, -тікі.
  case belonging
  /// Which in order, of numbers: -ыншы, -інші, -ншы, -нші. The bare hyphen is no suffix and is not attached.
  case ordinal(KazakhOrdinalStyle)
  /// So many together, of 1 to 7: екеу, 2-еу.
  case collective
}

extension KazakhSuffix {
  /// How far into a word the suffix leads (1 plural, 2 possessive, 3 case), or `nil` if the word is further already.
  ///
  /// After -дағы, -ғы, -дай, an ordinal or a collective the order begins again.
  func place(after reached: Int) -> Int? {
    switch self {
    case .plural: reached < 1 ? 1 : nil
    case .possessive: reached < 2 ? 2 : nil
    case .case(.nominative): reached < 3 ? reached : nil
    case .case: reached < 3 ? 3 : nil
    case .attributive, .temporal, .similative, .belonging: reached < 3 ? 0 : nil
    case .ordinal, .collective: reached == 0 ? 0 : nil
    }
  }
}
