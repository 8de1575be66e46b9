/// The seven cases (септіктер) of Kazakh.
public enum KazakhCase: String, Hashable, Sendable, CaseIterable {
  /// Атау: who, what.
  case nominative
  /// Ілік: whose.
  case genitive
  /// Барыс: to whom, where to.
  case dative
  /// Табыс: whom, what.
  case accusative
  /// Жатыс: where, when.
  case locative
  /// Шығыс: from where, since when.
  case ablative
  /// Көмектес: with what.
  case instrumental
}
