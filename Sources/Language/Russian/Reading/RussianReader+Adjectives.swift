extension RussianReader {
  /// Reads `word` as an adjective or participle, where its ending and what stands before that leave no doubt.
  ///
  /// «Страной» ends like «главной»: such words are adjectives only with a suffix that no noun has.
  func readAdjective(_ spelled: RussianSpelling, _ reading: inout RussianReading) {
    var word = spelled
    let isReflexive = word.ends(with: "ся")
    if isReflexive { word = word.dropping(2) }
    guard word.count > 3 else { return }
    for ending in AdjectiveEnding.all where word.ends(with: ending.letters) {
      let stem = word.dropping(ending.letters.count)
      guard !stem.ends(with: "метаданн") else { return }
      let isActive = stem.ends(withOneOf: AdjectiveStems.active)
      guard !isReflexive || isActive else { return }
      let isSure =
        switch ending.need {
        case .none: stem.count > 1
        case .notNoun:
          stem.count > 1 && (reading.nouns.isEmpty || reading.nouns.contains(where: \.isAdjectival))
        case .soft: isActive || stem.ends(withOneOf: AdjectiveStems.soft)
        case .sibilant: isActive || stem.ends(withOneOf: AdjectiveStems.soft + AdjectiveStems.hardI)
        case .suffix:
          (stem.ends(withOneOf: AdjectiveStems.suffixes) && stem.count > 2
            && (!stem.ends(withOneOf: AdjectiveStems.ambiguous)
              || stem.ends(withOneOf: AdjectiveStems.inIm))
            || AdjectiveStems.short.contains(stem) || isActive)
            && (reading.nouns.isEmpty || AdjectiveStems.besideNouns.contains(stem))
        case .noGerund:
          (stem.ends(withOneOf: AdjectiveStems.suffixes + AdjectiveStems.active)
            || AdjectiveStems.short.contains(stem))
            && !word.ends(with: "пуская")
            && (!stem.ends(with: "им") || stem.ends(withOneOf: AdjectiveStems.inIm))
        }
      guard isSure else { return }
      // The stress is never on the endings of «социальный», as it is on those of «правовой».
      reading.modifier =
        word.ends(with: "ой") && stem.ends(withOneOf: AdjectiveStems.unstressed)
        ? ending.forms.intersection(.feminine) : ending.forms
      reading.kinds.insert(
        isActive && !AdjectiveStems.notActive.contains(stem)
          || stem.ends(withOneOf: AdjectiveStems.passive)
            && !stem.ends(withOneOf: AdjectiveStems.notPassive)
          ? .participle : .adjective)
      if isReflexive { reading.kinds.insert(.reflexive) }
      return
    }
  }
}

/// An ending of the adjectives and what must stand before it.
private struct AdjectiveEnding: Sendable {
  enum Need {
    /// No other word ends so.
    case none
    /// Nouns that end so are known.
    case notNoun
    /// The stem is that of a soft adjective or an active participle.
    case soft
    /// So, or it ends in a hissing or velar consonant.
    case sibilant
    /// An adjective's suffix.
    case suffix
    /// An adjective's suffix, and no gerund ends so.
    case noGerund
  }

  let letters: RussianEnding
  let need: Need
  let forms: RussianForms

  private init(_ letters: RussianEnding, _ need: Need, _ forms: RussianForms) {
    self.letters = letters
    self.need = need
    self.forms = forms
  }

  private static func forms(
    _ genders: RussianForms, _ cases: RussianForms
  ) -> RussianForms { genders.intersection(cases) }

  private static let notFeminine: RussianForms = [.masculine, .neuter]
  private static let feminineOblique = forms(
    .feminine, [.genitive, .dative, .instrumental, .prepositional])
  private static let direct: RussianForms = [.nominative, .accusative]
  private static let genitives = forms(notFeminine, .genitive)
    .union(forms(.masculine, .accusative))
  private static let instrumentals = forms(notFeminine, .instrumental)
    .union(forms(.plural, .dative))
  private static let genitivePlurals = forms(.plural, [.genitive, .accusative, .prepositional])

  /// Longer ones first.
  static let all: [AdjectiveEnding] = [
    AdjectiveEnding("ого", .notNoun, genitives),
    AdjectiveEnding("его", .sibilant, genitives),
    AdjectiveEnding("ому", .notNoun, forms(notFeminine, .dative)),
    AdjectiveEnding("ему", .soft, forms(notFeminine, .dative)),
    AdjectiveEnding("ыми", .none, forms(.plural, .instrumental)),
    AdjectiveEnding("ими", .sibilant, forms(.plural, .instrumental)),
    AdjectiveEnding("ый", .none, forms(.masculine, direct)),
    AdjectiveEnding("ий", .sibilant, forms(.masculine, direct)),
    AdjectiveEnding("ой", .suffix, feminineOblique.union(forms(.masculine, direct))),
    AdjectiveEnding("ей", .soft, feminineOblique),
    AdjectiveEnding("ая", .noGerund, forms(.feminine, .nominative)),
    AdjectiveEnding("яя", .soft, forms(.feminine, .nominative)),
    AdjectiveEnding("ую", .suffix, forms(.feminine, .accusative)),
    AdjectiveEnding("юю", .soft, forms(.feminine, .accusative)),
    AdjectiveEnding("ое", .none, forms(.neuter, direct)),
    AdjectiveEnding("ее", .soft, forms(.neuter, direct)),
    AdjectiveEnding("ые", .none, forms(.plural, direct)),
    AdjectiveEnding("ие", .sibilant, forms(.plural, direct)),
    AdjectiveEnding("ых", .none, genitivePlurals),
    AdjectiveEnding("их", .sibilant, genitivePlurals),
    AdjectiveEnding("ым", .none, instrumentals),
    AdjectiveEnding("им", .sibilant, instrumentals),
    AdjectiveEnding("ом", .suffix, forms(notFeminine, .prepositional)),
    AdjectiveEnding("ем", .soft, forms(notFeminine, .prepositional)),
  ]
}

extension RussianAdjective {
  /// The adjective of which `word` is any form; `nil` if no ending of an adjective is found.
  ///
  /// Its own masculine may be misspelled where the stress tells it: «другий»; all other forms are right.
  public init?(anyForm word: String) {
    guard var spelling = RussianSpelling(word) else { return nil }
    let isReflexive = spelling.ends(with: "ся")
    if isReflexive { spelling = spelling.dropping(2) }
    guard let ending = AdjectiveEnding.all.first(where: { spelling.ends(with: $0.letters) }),
      spelling.count > ending.letters.count + 1
    else { return nil }
    let stem = spelling.dropping(ending.letters.count)
    let isSoft =
      stem.ends(withOneOf: AdjectiveStems.soft + AdjectiveStems.active)
      || stem.ends(withOneOf: RussianEnding.list("г к х ж ч ш щ"))
    self.init(stem.text + (isSoft ? "ий" : "ый") + (isReflexive ? "ся" : ""))
  }
}

/// How the stems of adjectives and participles end.
private enum AdjectiveStems {
  static let active = RussianEnding.list("ющ ущ ящ ащ вш едш тигш ибш несш влекш мерш")
  static let passive = RussianEnding.list("нн ят ыт нут ем им ом ерт")
  /// Adjectives whose stem ends like a participle's.
  static let notPassive = RussianEnding.list(
    "ственн онн странн аконн менн ценн длинн ранн знаком весом громадн")
  /// Adjectives that were participles.
  static let notActive: Set<RussianSpelling> = Set(
    "настоящ следующ текущ будущ бывш предыдущ существующ надлежащ предстоящ".split(separator: " ")
      .compactMap { RussianSpelling($0) })
  static let soft = RussianEnding.list(
    "последн предпоследн средн передн задн соседн прежн внешн внутренн нижн верхн крайн нынешн "
      + "сегодняшн домашн вчерашн завтрашн тогдашн летн вечерн утренн древн дальн ближн поздн ранн "
      + "зимн весенн осенн лишн рабоч горяч проч хорош свеж чуж летуч высш низш лучш худш больш меньш старш младш бывш общ будущ текущ "
      + "следующ ейш айш искренн дочерн сторонн")
  /// Stems whose forms nouns have as well: «в другом» and «с другом».
  static let besideNouns: Set<RussianSpelling> = Set(
    "друг русск рабоч данн уполномоченн ответственн основн".split(separator: " ")
      .compactMap { RussianSpelling($0) })
  /// Stems too short for a suffix.
  static let short: Set<RussianSpelling> = Set(
    ("ин сам так как нов прав лев прям стар сетев прост пуст непуст част остр жив быстр мал низк узк "
      + "жестк коротк котор некотор тепл пол цел сер един особ прошл").split(separator: " ")
      .compactMap {
        RussianSpelling($0)
      })
  static let hardI = RussianEnding.list(
    "ск цк ок ик зк тк гк лк рк дк бк пк вк тих сух друг строг мног дорог кратк")
  /// Stems that are no gerund's with -ая: «допустимая» as against «принимая».
  static let inIm = RussianEnding.list("одим стим висим чим овим мним ратим")
  /// «Синонимом» ends like «применимом».
  static let ambiguous = RussianEnding.list("им дем тем лем рем хем")
  static let unstressed = RussianEnding.list(
    "альн тельн енн анн янн онн ивн ичн ическ ирн орн арн озн")
  static let suffixes = RussianEnding.list(
    "лн енн анн янн онн инн ственн тельн льн вн чн жн шн ян ск цк йн стн дн зн рн сн тн пн мн бн гн кн хн "
      + "нов ков лов ров сов тов дов пов зов мов бов фов гов йов цев щев шев жев чев нев лев "
      + "ем им ыт нут ют ерв втор треть четверт ят шест седьм восьм девят десят юридическ друг мног "
      + "больш высок широк глубок тяжк легк редк кратк строг нов прав лев прям перв пол цел бел смел кажд люб общ скор рабоч проч бывш"
  )
}
