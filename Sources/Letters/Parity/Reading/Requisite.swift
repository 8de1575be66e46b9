/// What a paragraph is in a letter: its requisite, or its place in the text.
enum Requisite: String, Sendable, CaseIterable {
  /// The names of the body on its form, in both languages.
  case letterhead
  /// The letter's own number and date.
  case number
  case addressee
  /// The number and date of the letter that is answered.
  case reference
  /// What the letter is about, above its text.
  case heading
  case salutation
  case text
  case listItem
  case tableRow
  /// «Қосымша: …», «Приложение: …» under the text.
  case annexMark
  case signatory
  case executor
  /// The place for a signature's mark, and what else stands at the foot.
  case mark
  /// What stands above an annex.
  case annexHeading
}
