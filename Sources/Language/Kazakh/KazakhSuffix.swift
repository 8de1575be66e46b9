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
  /// Which in order: -ыншы, -інші, -ншы, -нші.
  case ordinal
}
