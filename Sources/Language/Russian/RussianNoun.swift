/// A Russian noun: gender, animacy and its twelve forms.
public struct RussianNoun: Hashable, Sendable {
  public let gender: RussianGender
  /// Whether it names a living being, whose accusative is like the genitive: «вижу депутата».
  public let isAnimate: Bool
  /// Whether it is declined like an adjective: «служащий», «уполномоченный».
  public let isAdjectival: Bool
  private let singular: [String]
  private let plural: [String]
  /// After 2, 3, 4 where that is not the genitive singular: «2 служащих», «2 суток».
  private let fewForm: String?
  /// The plural after numbers where it differs: «5 лет», «к 5 человекам».
  private let countedPlural: [String]?

  /// A noun whose forms are given in the order of ``RussianCase/allCases``.
  ///
  /// Returns `nil` unless there are six forms of each number.
  ///
  /// - Parameters:
  ///   - gender: the gender.
  ///   - isAnimate: whether it names a living being.
  ///   - isAdjectival: whether it is declined like an adjective.
  ///   - singular: six forms; of a noun without a singular repeat the plural.
  ///   - plural: six forms.
  ///   - fewForm: the form after 2, 3, 4, if it is not the genitive singular.
  ///   - countedPlural: six forms of the plural after numbers, if they are not those of the plural.
  public init?(
    gender: RussianGender, isAnimate: Bool = false, isAdjectival: Bool = false,
    singular: [String], plural: [String], fewForm: String? = nil, countedPlural: [String]? = nil
  ) {
    guard singular.count == 6, plural.count == 6, countedPlural?.count ?? 6 == 6 else { return nil }
    self.init(
      gender, isAnimate: isAnimate, isAdjectival: isAdjectival,
      unchecked: singular, plural, fewForm: fewForm, countedPlural: countedPlural)
  }

  init(
    _ gender: RussianGender, isAnimate: Bool, isAdjectival: Bool = false,
    unchecked singular: [String], _ plural: [String], fewForm: String? = nil,
    countedPlural: [String]? = nil
  ) {
    self.gender = gender
    self.isAnimate = isAnimate
    self.isAdjectival = isAdjectival
    self.singular = singular
    self.plural = plural
    self.fewForm = fewForm
    self.countedPlural = countedPlural
  }

  /// The form of a number and case.
  public subscript(number: GrammaticalNumber, case: RussianCase) -> String {
    (number == .singular ? singular : plural)[`case`.index]
  }

  /// Whether it has no singular: «сутки», «данные», which «одни» and «двое» count.
  public var isPluralOnly: Bool { singular[0] == plural[0] && singular[0] != singular[1] }

  /// The dictionary form.
  public var lemma: String { singular[0] }

  /// The form that stands after 2, 3, 4 in the nominative.
  var afterFew: String { fewForm ?? self[.singular, .genitive] }

  /// The form of the plural that stands after numbers.
  func counted(_ grammaticalCase: RussianCase) -> String {
    (countedPlural ?? plural)[grammaticalCase.index]
  }

  /// The noun with `prefix` before every form: «интернет-» and «ресурс».
  func prefixed(_ prefix: String) -> RussianNoun {
    RussianNoun(
      gender, isAnimate: isAnimate, isAdjectival: isAdjectival,
      unchecked: singular.map { prefix + $0 }, plural.map { prefix + $0 },
      fewForm: fewForm.map { prefix + $0 }, countedPlural: countedPlural?.map { prefix + $0 })
  }

  /// The noun with other forms of the plural, whose accusative follows from animacy.
  func replacingPlural(_ forms: [String]) -> RussianNoun {
    var plural = forms
    plural[RussianCase.accusative.index] = forms[isAnimate ? 1 : 0]
    return RussianNoun(
      gender, isAnimate: isAnimate, isAdjectival: isAdjectival, unchecked: singular, plural,
      fewForm: fewForm, countedPlural: countedPlural)
  }

  /// The noun with another nominative singular, which an inanimate accusative repeats.
  func replacingNominative(_ word: String) -> RussianNoun {
    var singular = singular
    singular[RussianCase.nominative.index] = word
    if !isAnimate { singular[RussianCase.accusative.index] = word }
    return RussianNoun(gender, isAnimate: isAnimate, unchecked: singular, plural)
  }

  /// The noun with a capital letter, or its forms as they are.
  func capitalised(_ isCapital: Bool) -> RussianNoun {
    guard isCapital else { return self }
    func capital(_ form: String) -> String { form.prefix(1).uppercased() + form.dropFirst() }
    return RussianNoun(
      gender, isAnimate: isAnimate, isAdjectival: isAdjectival,
      unchecked: singular.map(capital), plural.map(capital),
      fewForm: fewForm.map(capital), countedPlural: countedPlural?.map(capital))
  }
}

extension RussianCase {
  /// The place of the case in a paradigm.
  var index: Int {
    switch self {
    case .nominative: 0
    case .genitive: 1
    case .dative: 2
    case .accusative: 3
    case .instrumental: 4
    case .prepositional: 5
    }
  }
}
