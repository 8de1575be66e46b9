/// A Russian noun: gender, animacy and its twelve forms.
public struct RussianNoun: Hashable, Sendable {
  public let gender: RussianGender
  /// Whether it names a living being, whose accusative is like the genitive: «вижу депутата».
  public let isAnimate: Bool
  /// Whether it is declined like an adjective: «служащий», «уполномоченный», «данные».
  public var isAdjectival: Bool {
    let genitive = plural[RussianCase.genitive.index]
    return (genitive.hasSuffix("ых") || genitive.hasSuffix("их"))
      && plural[RussianCase.prepositional.index] == genitive && !isIndeclinable
  }

  private let singular: [String]
  private let plural: [String]
  /// After 2, 3, 4 where that is not the genitive singular: «2 служащих», «2 суток».
  let fewForm: String?
  /// The plural after numbers where it differs: «5 лет», «к 5 человекам».
  let countedPlural: [String]?

  /// A noun whose forms are given in the order of ``RussianCase/allCases``.
  ///
  /// Returns `nil` unless there are six forms of each number.
  ///
  /// - Parameters:
  ///   - gender: the gender.
  ///   - isAnimate: whether it names a living being.
  ///   - singular: six forms; of a noun without a singular repeat the plural.
  ///   - plural: six forms.
  ///   - fewForm: the form after 2, 3, 4, if it is not the genitive singular.
  ///   - countedPlural: six forms of the plural after numbers, if they are not those of the plural.
  public init?(
    gender: RussianGender, isAnimate: Bool = false,
    singular: [String], plural: [String], fewForm: String? = nil, countedPlural: [String]? = nil
  ) {
    guard singular.count == 6, plural.count == 6, countedPlural?.count ?? 6 == 6 else { return nil }
    self.init(
      gender, isAnimate: isAnimate, unchecked: singular, plural, fewForm: fewForm,
      countedPlural: countedPlural)
  }

  init(
    _ gender: RussianGender, isAnimate: Bool, unchecked singular: [String], _ plural: [String],
    fewForm: String? = nil, countedPlural: [String]? = nil
  ) {
    self.gender = gender
    self.isAnimate = isAnimate
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

  /// Whether it never changes: «казино», «тенге».
  public var isIndeclinable: Bool { Set(singular + plural).count == 1 }

  /// The dictionary form.
  public var lemma: String { singular[0] }

  /// What all its forms begin with.
  var stem: String {
    (singular + plural + (countedPlural ?? [])).reduce(lemma) { $0.commonPrefix(with: $1) }
  }

  /// The form that stands after 2, 3, 4 in the nominative.
  var afterFew: String { fewForm ?? self[.singular, .genitive] }

  /// The form of the plural that stands after numbers.
  func counted(_ grammaticalCase: RussianCase) -> String {
    (countedPlural ?? plural)[grammaticalCase.index]
  }

  /// The noun with `prefix` before every form: «интернет-» and «ресурс».
  func prefixed(_ prefix: String) -> RussianNoun { mapped { prefix + $0 } }

  /// The noun with a capital letter, or its forms as they are.
  func capitalised(_ isCapital: Bool) -> RussianNoun {
    isCapital ? mapped { $0.prefix(1).uppercased() + $0.dropFirst() } : self
  }

  /// The noun with the capitals of `word`, which is its dictionary form: «Премьер-Министр», «ЗАКОН».
  func capitalised(as word: String) -> RussianNoun {
    let isCapital = word.count > 1 && word.allSatisfy { !$0.isLowercase }
    let lemma = lemma
    return mapped { form in
      let shared = zip(form, lemma).prefix { $0 == $1 }.count
      let start = zip(form.prefix(shared), word).map { letter, model in
        model.isUppercase ? letter.uppercased() : String(letter)
      }.joined()
      let rest = form.dropFirst(shared)
      return start + (isCapital ? rest.uppercased() : String(rest))
    }
  }

  /// The noun with е for every ё.
  func withoutYo() -> RussianNoun { mapped(Russian.withoutYo) }

  /// The noun as one that lives, or does not: the accusatives are those of the genitive or the nominative.
  func replacingLife(_ isAnimate: Bool) -> RussianNoun {
    guard isAnimate != self.isAnimate, !isIndeclinable else { return self }
    let source: RussianCase = isAnimate ? .genitive : .nominative
    func replaced(_ forms: [String]) -> [String] {
      var forms = forms
      forms[RussianCase.accusative.index] = forms[source.index]
      return forms
    }
    // «Судья» has an accusative of its own.
    let hasOwn = gender != .masculine || singular[0].hasSuffix("а") || singular[0].hasSuffix("я")
    return RussianNoun(
      gender, isAnimate: isAnimate,
      unchecked: hasOwn && !isPluralOnly ? singular : replaced(singular),
      replaced(plural), fewForm: fewForm, countedPlural: countedPlural.map(replaced))
  }

  private func mapped(_ change: (String) -> String) -> RussianNoun {
    RussianNoun(
      gender, isAnimate: isAnimate, unchecked: singular.map(change), plural.map(change),
      fewForm: fewForm.map(change), countedPlural: countedPlural?.map(change))
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
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
