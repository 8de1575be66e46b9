/// Recognises words that already carry the possessive suffix of the third person, as the heads of official names do:
/// «Қаржы министрлігі», «депутаттар фракциясы». Their case endings differ: министрлігіне, not министрлігіге.
enum KazakhIzafet {
  static func analyse(
    _ letters: [Unicode.Scalar], isPhrase: Bool, whole: String
  ) -> (isPossessed: Bool, base: String?) {
    let word = String(letters: letters)
    if frozen.contains(where: whole.lowercased().hasSuffix) { return (true, nil) }
    if isPhrase, let base = heads[word] { return (true, base) }
    let isLong = letters.count >= 6
    if isLong, patronymics.contains(where: letters.ends) { return (true, nil) }
    if isLong, pluralEndings.contains(where: letters.ends) {
      return (true, String(letters: letters.dropLast()))
    }
    for (ending, plain) in [("лығы", "лық"), ("лігі", "лік"), ("дығы", "дық"), ("дігі", "дік")]
    where isLong && letters.ends(with: ending) {
      return (true, String(letters: letters.dropLast(4)) + plain)
    }
    return (false, nil)
  }

  /// Compounds that became words of their own.
  private static let frozen: Set<String> = ["отбасы", "ауа райы", "елбасы"]

  private static let patronymics = ["ұлы", "қызы"]

  private static let pluralEndings = [
    "лары", "лері", "дары", "дері", "тары", "тері",
  ]

  /// The possessed form of each noun that heads the name of a body, an act or a thing of the letters, with that noun.
  private static let heads: [String: String] = {
    var forms: [String: String] = [:]
    for noun in nouns {
      var form = KazakhForm(KazakhStem(noun, lexicon: .empty, assumingPossessed: false))
      form.append(.possessive(.third))
      forms[form.whole] = noun
    }
    return forms
  }()

  private static let nouns = [
    "агент", "агенттік", "академия", "айып", "акт", "арна", "аппарат", "аудан", "ауыл", "әдістеме",
    "әкім", "әкімдік", "бағдарлама", "банк", "бап", "басқарма", "бастық", "басшы", "баяндама",
    "бірлестік", "бөлім", "бөлік", "бұйрық", "бюро", "департамент", "депутат", "директор", "есеп",
    "жарғы", "жарлық", "жоба", "жоспар", "жүйе", "заң", "институт", "инспекция", "кеңес", "кеңсе",
    "келісім", "кодекс", "комиссия", "комитет", "компания", "көше", "корпорация", "қағида", "қала",
    "қаулы", "қауым", "қауымдастық", "қоғам", "қор", "қосымша", "қызмет", "мәжіліс", "мәртебе",
    "мәселе", "мекеме", "министр", "министрлік", "музей", "мүше", "нұсқама", "нұсқаулық", "облыс",
    "одақ", "округ", "орган", "орталық", "орынбасар", "өкім", "өкіл", "палата", "парламент",
    "партия", "платформа", "президент", "прокурор", "прокуратура", "регламент", "реестр",
    "республика", "сайт", "сауал", "секретариат", "сенат", "серіктестік", "сілтеме", "сот",
    "стандарт",
    "стратегия", "тізбе", "тізілім", "тіл", "төраға", "төрайым", "тұжырымдама", "университет",
    "ұйым", "ұсыным", "үкімет", "филиал", "фракция", "хабарлама", "хат", "шара", "шешім", "ереже",
    "желі", "тармақ", "тармақша", "тарау", "параграф", "бөлімше", "кәсіпорын", "қаражат", "құжат",
    "ай", "күн", "жыл", "ел", "іс", "жұмыс", "баға", "мерзім", "талап", "тәртіп", "құқық", "міндет",
    "дерек", "мекенжай", "деңгей", "нәтиже", "саясат",
  ]
}
