import Diagnostics
import Jinja
import Language

/// A Kazakh word that takes endings one filter after another: `{{ body | көптік | тәуелдік | барыс }}`.
///
/// It remembers its stem, since the endings follow the sound of that and not the letters of the last ending.
final class KazakhWordValue: CustomValue {
  let text: String
  let stem: KazakhStem
  private let suffixes: [KazakhSuffix]
  private let lexicon: ReadingLexicon

  private init(
    _ stem: KazakhStem, _ suffixes: [KazakhSuffix], _ text: String, _ lexicon: ReadingLexicon
  ) {
    self.stem = stem
    self.suffixes = suffixes
    self.text = text
    self.lexicon = lexicon
  }

  /// The word of a value, with `added` after the endings that it has.
  ///
  /// - Throws: a fault where the language does not have them in this order.
  static func adding(
    _ added: [KazakhSuffix], to value: Value, _ arguments: borrowing Arguments,
    _ lexicons: GrammarLexicons
  ) throws(Fault) -> Value {
    let word = try word(of: value, arguments, lexicons)
    let suffixes = word.suffixes + added
    guard
      let text = Kazakh.attach(suffixes, to: word.stem, lexicon: word.lexicon)
    else {
      let stem = word.stem.text
      throw Fault(
        "E129",
        Message(
          kk: "`\(arguments.callee)`: «\(stem)» сөзіне бұл жалғау осы ретпен қосылмайды",
          ru: "`\(arguments.callee)`: к «\(stem)» это окончание в таком порядке не присоединяется",
          en: "`\(arguments.callee)`: «\(stem)» does not take this ending in this order"))
    }
    return .custom(KazakhWordValue(word.stem, suffixes, text, word.lexicon))
  }

  /// Text that follows a word and whose form the word decides: «ресурс пен».
  static func text(
    _ value: Value, _ arguments: borrowing Arguments, _ lexicons: GrammarLexicons,
    _ compose: (String) -> String
  ) throws(Fault) -> Value {
    let word = try word(of: value, arguments, lexicons)
    return .custom(KazakhWordValue(word.stem, word.suffixes, compose(word.text), word.lexicon))
  }

  private static func word(
    of value: Value, _ arguments: borrowing Arguments, _ lexicons: GrammarLexicons
  ) throws(Fault) -> KazakhWordValue {
    let text: String
    switch value {
    case .custom(let custom as KazakhWordValue): return custom
    case .string(let string): text = string
    case .integer(let number): text = Figure(number).text
    case .custom(let custom) where custom.items == nil: text = custom.text
    default: throw .type(of: value, in: arguments.callee)
    }
    return KazakhWordValue(
      KazakhStem(text, lexicon: lexicons.kazakh), [], text, lexicons.kazakh)
  }

  /// What the reader should look at: a reading that was guessed.
  static func remark(on value: Value) -> Fault? {
    guard case .custom(let custom as KazakhWordValue) = value else { return nil }
    guard let guess = GuessedReading(custom.stem, form: custom.text) else { return nil }
    return Fault(GuessedReading.rule, guess.message, hint: guess.hint)
  }
}
