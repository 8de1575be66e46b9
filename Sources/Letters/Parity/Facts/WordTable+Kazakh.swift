import Language

extension WordTable {
  static let kazakh: WordTable = {
    var table = WordTable()
    for row in CountedThing.rows {
      table.add(row.kk, .kazakh) { $0.thing = row.thing }
    }
    // «15 жастағы», which is no «жас маман».
    table.add("жастағы жасқа жастан жасар жаста жасындағы жасында", .nothing) {
      $0.thing = CountedThing("years", .time)
    }
    for row in CountedThing.qualifiers {
      table.add(row.kk, .nothing) { $0.qualifier = row.qualifier }
    }
    for (index, month) in kazakhMonths.enumerated() {
      table.add(month, .kazakh) { $0.month = index + 1 }
    }
    table.add("жыл", .kazakh) { $0.calendar = .year }
    table.add("ж жж", .nothing) { $0.calendar = .year }
    table.add("ай", .kazakh) { $0.calendar = .month }
    table.add("тоқсан", .kazakh) { $0.calendar = .quarter }
    table.add("жартыжылдық жартыжылдығ", .kazakh) { $0.calendar = .halfYear }
    table.addKazakhNumerals()
    for (level, stems) in kazakhLevels {
      table.add(stems, .kazakh) { $0.level = level }
    }
    for (kind, stems) in kazakhActs {
      table.add(stems, .kazakh) { $0.act = kind }
    }
    return table
  }()

  private mutating func addKazakhNumerals() {
    for (value, word) in Self.kazakhNumerals {
      add(word, .kazakhOrdinal) {
        $0.numeral = .value(value)
        $0.isVague = value < 2
      }
    }
    for (index, word) in ["біреу", "екеу", "үшеу", "төртеу", "бесеу", "алтау", "жетеу"].enumerated()
    {
      add(word, .kazakh) {
        $0.numeral = .value(index + 1)
        $0.isVague = index < 2
      }
    }
    // What is spelled like another word with a possessive or a case keeps to these forms.
    add("он онға оннан онның оныншы", .nothing) { $0.numeral = .value(10) }
    add("жүз жүзге жүзден жүздің жүзінші", .nothing) { $0.numeral = .hundred }
    add("мың", .kazakhOrdinal) { $0.numeral = .scale(3) }
    add("миллион млн", .kazakhOrdinal) { $0.numeral = .scale(6) }
    add("миллиард млрд", .kazakhOrdinal) { $0.numeral = .scale(9) }
    add("триллион трлн", .kazakhOrdinal) { $0.numeral = .scale(12) }
    add("бірге бірден бірі бірінің біріне бірін бірімен үшін алтын жетін елді ретінде", .nothing) {
      _ in
    }
  }

  private static let kazakhMonths = [
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек қыркүйег",
    "қазан", "қараша",
    "желтоқсан",
  ]

  private static let kazakhNumerals = [
    (0, "нөл"), (1, "бір"), (2, "екі"), (3, "үш"), (4, "төрт"), (5, "бес"), (6, "алты"),
    (7, "жеті"), (8, "сегіз"),
    (9, "тоғыз"), (20, "жиырма"), (30, "отыз"), (40, "қырық қырқ"), (50, "елу"), (60, "алпыс"),
    (70, "жетпіс"),
    (80, "сексен"), (90, "тоқсан"),
  ]

  private static let kazakhLevels: [(LegalReference.Provision.Level, String)] = [
    (.annex, "қосымша"), (.section, "бөлім"), (.chapter, "тарау"), (.article, "бап баб"),
    (.paragraph, "тармақ тармағ"), (.subparagraph, "тармақша"), (.part, "бөлік бөліг"),
    (.indent, "абзац"),
  ]

  /// «2.1-т.», «5-б.»
  static func kazakhShortLevel(_ word: String) -> LegalReference.Provision.Level? {
    switch word {
    case "б": .article
    case "т", "тарм": .paragraph
    case "тш", "тармақш": .subparagraph
    default: nil
    }
  }

  private static let kazakhActs: [(LegalAct.Kind, String)] = [
    (.constitution, "конституция"), (.code, "кодекс"), (.law, "заң"), (.decree, "жарлық жарлығ"),
    (.resolution, "қаулы"), (.order, "бұйрық бұйрығ"), (.decision, "шешім"), (.disposition, "өкім"),
    (.rules, "қағида"), (.regulations, "ереже"), (.instruction, "нұсқаулық нұсқаулығ"),
    (.method, "әдістеме"),
    (.standard, "стандарт"),
  ]
}
