extension RussianPersonName {
  /// The gender that the parts of a name tell, the surest first; `nil` if none does.
  static func gender(
    surname: String, first: String, patronymic: String, _ names: RussianNames
  ) -> RussianGender? {
    genderOfPatronymic(patronymic.lowercased()) ?? genderOfFirst(first.lowercased(), names)
      ?? genderOfSurname(surname.lowercased())
  }

  private static func genderOfPatronymic(_ lower: String) -> RussianGender? {
    let masculine = ["вич", "ич", "ыч", "улы", "ұлы", "уулу", "оглы", "оғлы", "оглу"]
    let feminine = ["вна", "чна", "шна", "кызы", "қызы", "гызы", "қызі"]
    if masculine.contains(where: lower.hasSuffix) { return .masculine }
    return feminine.contains(where: lower.hasSuffix) ? .feminine : nil
  }

  /// Of names alone those count that only men or only women bear.
  private static func genderOfFirst(
    _ lower: String, _ names: RussianNames
  ) -> RussianGender? {
    let last = lower.split(separator: "-").last.map(String.init) ?? lower
    if names.men.contains(last) || ["бек", "бай", "слав"].contains(where: last.hasSuffix) {
      return .masculine
    }
    let isWoman =
      names.women.contains(last) || ["гуль", "гүл", "бике"].contains(where: last.hasSuffix)
    return isWoman ? .feminine : nil
  }

  private static func genderOfSurname(_ lower: String) -> RussianGender? {
    let last = lower.split(separator: "-").last.map(String.init) ?? lower
    let masculine = ["ский", "цкий", "ской", "цкой", "ый"]
    let feminine = ["ская", "цкая"]
    if masculine.contains(where: last.hasSuffix) { return .masculine }
    if feminine.contains(where: last.hasSuffix) { return .feminine }
    if RussianNameForms.isPossessive(last[...]) { return .masculine }
    let isFeminine =
      last.hasSuffix("а") && RussianNameForms.isPossessive(last.dropLast())
      && !RussianNameForms.nounsInIna.contains(last)
    return isFeminine ? .feminine : nil
  }
}
