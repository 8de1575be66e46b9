/// The cases of both languages with every name by which a template, a data file or a person calls them.
///
/// A row is one meaning; the languages differ in which of them they have.
private struct CaseName {
  let kazakh: KazakhCase?
  let russian: RussianCase?
  let names: [String]
}

private let caseNames: [CaseName] = [
  CaseName(
    kazakh: .nominative, russian: .nominative,
    names: ["атау", "именительный", "nominative", "nom", "atau"]),
  CaseName(
    kazakh: .genitive, russian: .genitive,
    names: ["ілік", "родительный", "genitive", "gen", "ilik"]),
  CaseName(
    kazakh: .dative, russian: .dative,
    names: ["барыс", "дательный", "dative", "dat", "barys"]),
  CaseName(
    kazakh: .accusative, russian: .accusative,
    names: ["табыс", "винительный", "accusative", "acc", "tabys"]),
  CaseName(
    kazakh: .locative, russian: nil, names: ["жатыс", "местный", "locative", "loc", "jatys"]),
  CaseName(
    kazakh: .ablative, russian: nil, names: ["шығыс", "исходный", "ablative", "abl", "shygys"]),
  CaseName(
    kazakh: .instrumental, russian: .instrumental,
    names: ["көмектес", "творительный", "instrumental", "ins", "komektes"]),
  CaseName(
    kazakh: nil, russian: .prepositional, names: ["предложный", "prepositional", "prep"]),
]

/// The rows by their names.
private let casesByName = Dictionary(
  caseNames.flatMap { row in row.names.map { ($0, row) } }, uniquingKeysWith: { first, _ in first })

/// The row called `name`, which may carry the word for "case": «барыс септік», «дательный падеж».
private func caseName(_ name: String) -> CaseName? {
  if let row = casesByName[name] { return row }
  let word = name.lowercased().split(whereSeparator: \.isWhitespace).first.map(String.init)
  return word.flatMap { casesByName[$0] }
}

extension KazakhCase {
  /// The case that Kazakh («барыс»), Russian («дательный») or English ("dative") grammar calls `name`, in letters
  /// of any case; `nil` if Kazakh has no such case.
  public init?(name: String) {
    guard let found = caseName(name)?.kazakh else { return nil }
    self = found
  }

  /// What Kazakh grammar calls the case: «барыс».
  public var kazakhName: String { caseNames.first { $0.kazakh == self }?.names.first ?? rawValue }
}

extension RussianCase {
  /// The case that Russian («родительный»), Kazakh («ілік») or English ("genitive") grammar calls `name`, in letters
  /// of any case; `nil` if Russian has no such case.
  public init?(name: String) {
    guard let found = caseName(name)?.russian else { return nil }
    self = found
  }

  /// What Russian grammar calls the case: «родительный».
  public var russianName: String {
    caseNames.first { $0.russian == self }?.names.first { $0.hasSuffix("ный") } ?? rawValue
  }
}

extension RussianGender {
  /// The gender called `name` in Russian («женский», «ж») or English ("feminine", "f"); `nil` for anything else.
  public init?(name: String) {
    switch name.lowercased() {
    case "мужской", "м", "masculine", "m": self = .masculine
    case "женский", "ж", "feminine", "f": self = .feminine
    case "средний", "с", "neuter", "n": self = .neuter
    default: return nil
    }
  }

  /// What Russian grammar calls the gender: «женский».
  public var russianName: String {
    switch self {
    case .masculine: "мужской"
    case .feminine: "женский"
    case .neuter: "средний"
    }
  }
}
