public import Diagnostics
public import Language

/// A Kazakh abbreviation or Latin name whose reading neither the lexicon nor a rule knows: somebody should look at it.
public struct GuessedReading: Sendable {
  /// The rule's id.
  public static let rule = "E128"

  /// What was chosen, and what came of it.
  public let message: Message
  /// Where the right reading is entered.
  public let hint: Message

  /// `nil` if the reading of `stem` was not guessed.
  ///
  /// - Parameters:
  ///   - stem: the word.
  ///   - form: what was made of it, to be shown.
  public init?(_ stem: KazakhStem, form: String) {
    guard stem.source.isGuess else { return nil }
    let word = stem.word
    let notation = stem.reading.notation
    message = Message(
      kk: "«\(word)» қалай оқылатыны белгісіз, жорамал: \(notation) – «\(form)»",
      ru: "неизвестно, как читается «\(word)», выбрано: \(notation) – «\(form)»",
      en: "how «\(word)» is read is not known, chosen: \(notation) – «\(form)»")
    hint = Message(
      kk: "оқылуын `reference/lexicon.yaml` файлына жазыңыз",
      ru: "впишите чтение в `reference/lexicon.yaml`",
      en: "enter the reading in `reference/lexicon.yaml`")
  }
}
