import Language

/// What prepositions of several words govern: «в отношении», «по результатам», «в соответствии с».
enum RussianGovernment {
  /// The cases behind the words that end at `index`, if they are such a preposition.
  static func complex(endingAt index: Int, _ passage: RussianPassage) -> RussianForms? {
    guard let last = passage[index], last.kind == .word, ends.contains(last.word),
      let before = passage[index - 1], before.kind == .word
    else { return nil }
    let two = before.word + " " + last.word
    if let third = passage[index - 2], third.kind == .word,
      let cases = table[third.word + " " + two]
    {
      return cases
    }
    return table[two]
  }

  /// Last words of those that may also be a phrase of their own: «в области 146 пунктам возвращены названия».
  static let loose: WordSet = [
    "области", "сфере", "территории", "уровне", "части", "составе", "лице", "порядке", "силу",
    "вопросам", "вопросу", "факту",
    "фактам", "форме", "числе", "результате", "процессе", "состава", "числа", "сумму", "сумме",
    "объеме", "объёме", "причине", "базе",
    "условиях", "интересах", "качестве", "пределах", "счет", "счёт", "имя", "конца", "начала",
    "концу", "случаях", "рамки",
  ]

  private static let table: [String: RussianForms] = {
    var table: [String: RussianForms] = [:]
    for line in genitive.split(separator: ";") {
      table[line.split(whereSeparator: \.isWhitespace).joined(separator: " ")] = .genitive
    }
    for line in instrumental.split(separator: ";") {
      table[line.split(whereSeparator: \.isWhitespace).joined(separator: " ")] = .instrumental
    }
    table["по состоянию на"] = .accusative
    table["по отношению к"] = .dative
    table["применительно к"] = .dative
    for words in ["несмотря на", "невзирая на", "в ответ на", "в обмен на"] {
      table[words] = .accusative
    }
    table["вслед за"] = .instrumental
    return table
  }()

  /// The last words of all of them: few other words have to be joined to be looked for.
  private static let ends = WordSet(
    table.keys.compactMap { $0.split(separator: " ").last.map(String.init) })

  private static let genitive = """
    в отношении; на основании; в рамках; в целях; в течение; в ходе; по результатам; по итогам; в адрес; в сфере; в области;
    в части; в качестве; с учетом; с учётом; с целью; за счет; за счёт; со стороны; в силу; в пределах; в пользу; в интересах;
    по мере; по истечении; при помощи; с помощью; от имени; по поручению; по инициативе; в нарушение; в отсутствие; в условиях;
    в процессе; в присутствии; на имя; на базе; на предмет; за исключением; без учета; без учёта; с начала; до начала; со дня;
    с момента; во исполнение; в количестве; в размере; в сумме; в объеме; в объёме; в виде; в форме; в рамки; по вопросам;
    по вопросу; на территории; с территории; по факту; по фактам; по причине; из числа; в числе; в порядке; в лице; на уровне; в период;
    по окончании; по завершении; ввиду; не позднее; не ранее; не позже; путем; путём; на сумму; в составе; из состава; до конца; с конца; к концу;
    в случае; в случаях; в результате; при наличии; при отсутствии; при условии; во избежание; на протяжении; в преддверии;
    с участием; при участии; при содействии; при поддержке; под руководством; под председательством
    """

  private static let instrumental = """
    в соответствии с; в соответствии со; в связи с; в связи со; наряду с; наряду со; совместно с; совместно со;
    по согласованию с; по согласованию со; во взаимодействии с; во взаимодействии со; в сотрудничестве с;
    одновременно с; одновременно со; наравне с; наравне со; в сравнении с; по сравнению с; вместе с; вместе со; согласованно с
    """
}
