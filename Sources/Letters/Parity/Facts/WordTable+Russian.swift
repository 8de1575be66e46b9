import Language

extension WordTable {
  static let russian: WordTable = {
    var table = WordTable()
    for row in CountedThing.rows {
      table.add(row.ru, .russianNoun) { $0.thing = row.thing }
    }
    for row in CountedThing.qualifiers {
      table.add(row.ru, .russianAdjective) { $0.qualifier = row.qualifier }
    }
    for (index, month) in russianMonths.enumerated() {
      table.add(month, month.hasPrefix("ма") && index == 4 ? .nothing : .russianNoun) {
        $0.month = index + 1
      }
    }
    for (index, month) in russianMonthAdjectives.enumerated() {
      table.add(month, .russianAdjective) { $0.month = index + 1 }
    }
    table.add("год", .russianNoun) { $0.calendar = .year }
    table.add("г гг", .nothing) { $0.calendar = .year }
    table.add("месяц", .russianNoun) { $0.calendar = .month }
    table.add("квартал", .russianNoun) { $0.calendar = .quarter }
    table.add("полугоди", .russianNoun) { $0.calendar = .halfYear }
    table.addRussianNumerals()
    for (level, stems) in russianLevels {
      table.add(stems, .russianNoun) { $0.level = level }
    }
    for (level, stems) in russianShortLevels {
      table.add(stems, .nothing) { $0.level = level }
    }
    for (kind, stems) in russianActs {
      table.add(stems, .russianNoun) { $0.act = kind }
    }
    return table
  }()

  private mutating func addRussianNumerals() {
    for (value, forms) in Self.russianNumerals {
      add(forms, .nothing) {
        $0.numeral = .value(value)
        $0.isVague = value < 2
      }
    }
    add("оба обе обоих обеих обоим обеим обоими обеими", .nothing) {
      $0.numeral = .value(2)
      $0.isVague = true
    }
    for (value, stem) in Self.russianOrdinals {
      add(stem, .russianAdjective) {
        $0.numeral = .value(value)
        $0.isOrdinal = true
      }
    }
    add(
      "третий третья третье третьи третьего третьему третьим третьем третьей третью третьих третьими",
      .nothing
    ) {
      $0.numeral = .value(3)
      $0.isOrdinal = true
    }
    add("тысяч", .russianNoun) { $0.numeral = .scale(3) }
    add("тыс", .nothing) { $0.numeral = .scale(3) }
    add("миллион", .russianNoun) { $0.numeral = .scale(6) }
    add("млн", .nothing) { $0.numeral = .scale(6) }
    add("миллиард", .russianNoun) { $0.numeral = .scale(9) }
    add("млрд", .nothing) { $0.numeral = .scale(9) }
    add("триллион", .russianNoun) { $0.numeral = .scale(12) }
    add("трлн", .nothing) { $0.numeral = .scale(12) }
  }

  private static let russianMonthAdjectives = [
    "январск", "февральск", "мартовск", "апрельск", "майск", "июньск", "июльск", "августовск",
    "сентябрьск", "октябрьск", "ноябрьск", "декабрьск",
  ]

  private static let russianMonths = [
    "январ", "феврал", "март", "апрел", "май мая маю маем мае", "июн", "июл", "август", "сентябр",
    "октябр", "ноябр",
    "декабр",
  ]

  private static let russianNumerals: [(Int, String)] = [
    (0, "ноль нуля нулю нолю нулем"),
    (1, "один одна одно одни одного одной одному одну одним одном одних одними"),
    (2, "два две двух двум двумя двое двоих двоим"),
    (3, "три трех трем тремя трое троих троим"),
    (4, "четыре четырех четырем четырьмя четверо четверых"),
    (5, "пять пяти пятью пятеро пятерых"), (6, "шесть шести шестью шестеро"),
    (7, "семь семи семеро"),
    (8, "восемь восьми восемью восьмью"), (9, "девять девяти девятью"),
    (10, "десять десяти десятью"),
    (11, "одиннадцать одиннадцати одиннадцатью"), (12, "двенадцать двенадцати двенадцатью"),
    (13, "тринадцать тринадцати тринадцатью"), (14, "четырнадцать четырнадцати четырнадцатью"),
    (15, "пятнадцать пятнадцати пятнадцатью"), (16, "шестнадцать шестнадцати шестнадцатью"),
    (17, "семнадцать семнадцати семнадцатью"), (18, "восемнадцать восемнадцати восемнадцатью"),
    (19, "девятнадцать девятнадцати девятнадцатью"), (20, "двадцать двадцати двадцатью"),
    (30, "тридцать тридцати тридцатью"), (40, "сорок сорока"),
    (50, "пятьдесят пятидесяти пятьюдесятью"), (60, "шестьдесят шестидесяти шестьюдесятью"),
    (70, "семьдесят семидесяти семьюдесятью"),
    (80, "восемьдесят восьмидесяти восемьюдесятью восьмьюдесятью"), (90, "девяносто девяноста"),
    (100, "сто ста"), (200, "двести двухсот двумстам двумястами двухстах"),
    (300, "триста трехсот тремстам тремястами трехстах"),
    (400, "четыреста четырехсот четыремстам четырьмястами четырехстах"),
    (500, "пятьсот пятисот пятистам пятьюстами пятистах"),
    (600, "шестьсот шестисот шестистам шестьюстами шестистах"),
    (700, "семьсот семисот семистам семьюстами семистах"),
    (800, "восемьсот восьмисот восьмистам восемьюстами восьмистах"),
    (900, "девятьсот девятисот девятистам девятьюстами девятистах"),
  ]

  private static let russianOrdinals: [(Int, String)] = [
    (1, "перв"), (2, "втор"), (4, "четверт"), (5, "пят"), (6, "шест"), (7, "седьм"), (8, "восьм"),
    (9, "девят"),
    (10, "десят"), (11, "одиннадцат"), (12, "двенадцат"), (13, "тринадцат"), (14, "четырнадцат"),
    (15, "пятнадцат"),
    (16, "шестнадцат"), (17, "семнадцат"), (18, "восемнадцат"), (19, "девятнадцат"),
    (20, "двадцат"),
    (30, "тридцат"), (40, "сороков"), (50, "пятидесят"), (60, "шестидесят"), (70, "семидесят"),
    (80, "восьмидесят"),
    (90, "девяност"), (100, "сот"),
  ]

  private static let russianLevels: [(LegalReference.Provision.Level, String)] = [
    (.annex, "приложени"), (.section, "раздел"), (.chapter, "глав"), (.article, "статей стать"),
    (.paragraph, "пункт"), (.subparagraph, "подпункт"), (.part, "част"), (.indent, "абзац"),
  ]

  private static let russianShortLevels: [(LegalReference.Provision.Level, String)] = [
    (.article, "ст"), (.paragraph, "п пп"), (.subparagraph, "подп"), (.part, "ч"), (.chapter, "гл"),
    (.indent, "абз"),
  ]

  private static let russianActs: [(LegalAct.Kind, String)] = [
    (.constitution, "конституци"), (.code, "кодекс"), (.law, "закон"), (.decree, "указ"),
    (.resolution, "постановлени"), (.order, "приказ"), (.decision, "решени"),
    (.disposition, "распоряжени"),
    (.rules, "правил"), (.regulations, "положени"), (.instruction, "инструкци"),
    (.method, "методик"),
    (.standard, "стандарт"),
  ]
}
