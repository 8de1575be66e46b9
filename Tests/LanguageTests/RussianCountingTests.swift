import Language
import Testing

@Suite struct RussianCountingTests {
  /// CLDR's rule for integers, written out on the decimal digits rather than by arithmetic.
  private func category(_ number: Int) -> RussianPluralCategory {
    let digits = String(number)
    if digits.hasSuffix("11") || digits.hasSuffix("12") || digits.hasSuffix("13")
      || digits.hasSuffix("14")
    {
      return .many
    }
    if digits.hasSuffix("1") { return .one }
    return ["2", "3", "4"].contains(where: digits.hasSuffix) ? .few : .many
  }

  @Test func categoriesFollowCLDR() {
    for number in 0...10_000 {
      #expect(RussianPluralCategory(number) == category(number), "\(number)")
      #expect(RussianPluralCategory(-number) == category(number), "-\(number)")
    }
    #expect(RussianPluralCategory(Figure(significand: 20, decimals: 1)) == .fraction)
  }

  /// The numbers on which letters go wrong, in the nominative: «22 предписаний», «11 предписание».
  @Test func prescriptionsInTheNominative() throws {
    let noun = try #require(Russian.noun("предписание"))
    let expected: [(Int, String)] = [
      (0, "предписаний"), (1, "предписание"), (2, "предписания"), (4, "предписания"),
      (5, "предписаний"), (10, "предписаний"), (11, "предписаний"), (12, "предписаний"),
      (14, "предписаний"), (20, "предписаний"), (21, "предписание"), (22, "предписания"),
      (25, "предписаний"), (100, "предписаний"), (101, "предписание"), (111, "предписаний"),
      (112, "предписаний"), (121, "предписание"), (139, "предписаний"), (1000, "предписаний"),
      (2204, "предписания"), (2534, "предписания"),
    ]
    for (number, form) in expected {
      #expect(Russian.agreeing(noun, with: number) == form)
      #expect(Russian.count(number, noun) == Figure(number).text + "\u{A0}" + form)
      #expect(Russian.agreeing(noun, with: number, case: .accusative) == form)
    }
  }

  /// In the other cases only 1, 21, 101 … differ from the rest: «в отношении 22 ссылки» is the usual mistake.
  @Test func linksInTheObliqueCases() throws {
    let noun = try #require(Russian.noun("ссылка"))
    let numbers = [
      0, 1, 2, 4, 5, 10, 11, 12, 14, 20, 21, 22, 25, 100, 101, 111, 112, 121, 139, 2204, 2534,
    ]
    for number in numbers {
      let isOne = [1, 21, 101, 121].contains(number)
      let forms = [RussianCase.genitive, .dative, .instrumental, .prepositional].map {
        Russian.agreeing(noun, with: number, case: $0)
      }
      #expect(
        forms
          == (isOne
            ? ["ссылки", "ссылке", "ссылкой", "ссылке"]
            : ["ссылок", "ссылкам", "ссылками", "ссылках"]),
        "\(number)")
    }
  }

  /// After thousands and millions the noun is genitive in every case: «к 2000 предписаний».
  @Test func thousandsGovernTheGenitive() throws {
    let noun = try #require(Russian.noun("предписание"))
    for number in [1000, 2000, 21_000, 1_000_000] {
      for grammaticalCase in RussianCase.allCases {
        #expect(Russian.agreeing(noun, with: number, case: grammaticalCase) == "предписаний")
      }
    }
    #expect(Russian.agreeing(noun, with: 2100, case: .dative) == "предписаниям")
  }

  /// Adjectives have a rule of their own after 2 to 4, different for feminines.
  @Test func adjectivesAgree() throws {
    let letter = try #require(Russian.noun("письмо"))
    let link = try #require(Russian.noun("ссылка"))
    func letters(_ number: Int, _ grammaticalCase: RussianCase) -> String? {
      Russian.count(number, letter, adjective: "рекомендательное", case: grammaticalCase)
    }
    #expect(letters(1, .nominative) == noBreak("1~рекомендательное письмо"))
    #expect(letters(22, .nominative) == noBreak("22~рекомендательных письма"))
    #expect(letters(5, .accusative) == noBreak("5~рекомендательных писем"))
    #expect(letters(22, .dative) == noBreak("22~рекомендательным письмам"))
    #expect(letters(21, .instrumental) == noBreak("21~рекомендательным письмом"))
    #expect(letters(3000, .dative) == noBreak("3000~рекомендательных писем"))
    #expect(Russian.count(2, link, adjective: "новая") == noBreak("2~новые ссылки"))
    #expect(
      Russian.count(1, link, adjective: "новая", case: .accusative) == noBreak("1~новую ссылку"))
    #expect(Russian.count(2, link, adjective: "сайт") == nil)
  }

  /// Living beings: «уведомить 2 депутатов», but «уведомить 22 депутата».
  @Test func animateAccusative() throws {
    let deputy = try #require(Russian.noun("депутат"))
    func accusative(_ number: Int) -> String {
      Russian.agreeing(deputy, with: number, case: .accusative)
    }
    #expect(accusative(1) == "депутата")
    #expect(accusative(2) == "депутатов")
    #expect(accusative(22) == "депутата")
    #expect(accusative(5) == "депутатов")
    #expect(Russian.agreeing(deputy, with: 2) == "депутата")
  }

  @Test func nounsWithOtherFormsAfterNumbers() throws {
    let year = try #require(Russian.noun("год"))
    let human = try #require(Russian.noun("человек"))
    let day = try #require(Russian.noun("сутки"))
    let official = try #require(Russian.noun("служащий"))
    #expect([1, 2, 5].map { Russian.agreeing(year, with: $0) } == ["год", "года", "лет"])
    #expect(Russian.agreeing(year, with: 5, case: .dative) == "годам")
    #expect(Russian.agreeing(year, with: 5, case: .genitive) == "лет")
    #expect(
      [1, 2, 5].map { Russian.agreeing(human, with: $0) } == ["человек", "человека", "человек"])
    #expect(Russian.agreeing(human, with: 5, case: .dative) == "человекам")
    #expect([1, 2, 5].map { Russian.agreeing(day, with: $0) } == ["сутки", "суток", "суток"])
    #expect(
      [1, 2, 5].map { Russian.agreeing(official, with: $0) } == [
        "служащий", "служащих", "служащих",
      ])
  }

  /// The counted things of the letters, as phrases.
  @Test(arguments: [
    (4656, "интернет-ресурс и ссылка", RussianCase.dative, "4656~интернет-ресурсам и ссылкам"),
    (2673, "интернет-ресурс и ссылка", .genitive, "2673~интернет-ресурсов и ссылок"),
    (1, "интернет-ресурс и ссылка", .genitive, "1~интернет-ресурса и ссылки"),
    (4, "государственный орган", .instrumental, "4~государственными органами"),
    (172, "проект реагирующих документов", .nominative, "172~проекта реагирующих документов"),
    (88, "проект реагирующих документов", .nominative, "88~проектов реагирующих документов"),
    (19, "предупредительное письмо", .nominative, "19~предупредительных писем"),
    (10, "рабочий день", .genitive, "10~рабочих дней"),
    (2, "проект\u{A0}№\u{A0}5", .nominative, "2~проекта~№~5"),
    (12_500, "запись", .nominative, "12~500~записей"),
  ])
  func phrases(number: Int, phrase: String, grammaticalCase: RussianCase, counted: String) throws {
    let phrase = try #require(RussianPhrase(phrase))
    #expect(Russian.count(number, phrase, case: grammaticalCase) == noBreak(counted))
  }

  @Test func phrasesThatCannotBeReadAreRefused() {
    #expect(RussianPhrase("") == nil)
    #expect(RussianPhrase("ссылка и") == nil)
    #expect(RussianPhrase("новый и") == nil)
  }

  @Test func fractionsTakeTheGenitiveSingular() throws {
    let percent = try #require(RussianPhrase("процент"))
    let figure = Figure(significand: 125, decimals: 1)
    for grammaticalCase in RussianCase.allCases {
      #expect(Russian.count(figure, percent, case: grammaticalCase) == noBreak("12,5~процента"))
    }
  }

  /// «Подготовлено 21 проект» and «направлен 1 ссылка» are what readers notice first.
  @Test(arguments: [
    ("подготовлен", 21, RussianGender.masculine, "подготовлен"),
    ("подготовлен", 172, .masculine, "подготовлено"), ("направлен", 1, .feminine, "направлена"),
    ("направлен", 2, .feminine, "направлено"), ("внесен", 31, .neuter, "внесено"),
    ("внесен", 11, .neuter, "внесено"), ("поступил", 1, .feminine, "поступила"),
    ("поступил", 5, .masculine, "поступило"),
    ("был подготовлен", 2, .masculine, "было подготовлено"),
    ("не направлен", 1, .feminine, "не направлена"), ("нашелся", 1, .feminine, "нашлась"),
    ("пришел", 2, .masculine, "пришло"), ("принес", 2, .masculine, "принесло"),
    ("закрыт", 0, .masculine, "закрыто"), ("должен", 1, .feminine, "должна"),
    ("необходим", 3, .feminine, "необходимо"), ("внесён", 1, .feminine, "внесена"),
    ("внесен в реестр", 1, .feminine, "внесена в реестр"),
    ("должен быть направлен", 1, .feminine, "должна быть направлена"),
    ("направлен и зарегистрирован", 5, .feminine, "направлено и зарегистрировано"),
    ("получен, проверен и закрыт", 1, .neuter, "получено, проверено и закрыто"),
    ("признан незаконным", 1, .feminine, "признана незаконной"),
    ("своевременно исполнен", 1, .neuter, "своевременно исполнено"),
    ("направлен заказным письмом", 1, .feminine, "направлена заказным письмом"),
    ("зарегистрировался", 2, .neuter, "зарегистрировалось"),
  ])
  func predicates(masculine: String, number: Int, gender: RussianGender, form: String) {
    #expect(Russian.predicate(masculine, number: number, gender: gender) == form)
  }

  /// Both predicates are right with a number; a checker must not report the other.
  @Test func predicatesThatAnEditorAccepts() throws {
    let project = try #require(RussianPhrase("проект"))
    let day = try #require(RussianPhrase("сутки"))
    func predicates(_ number: Int, _ masculine: String = "подготовлен") -> [String] {
      Russian.acceptedPredicates(masculine, number: Figure(number), project)
    }
    #expect(predicates(172) == ["подготовлено", "подготовлены"])
    #expect(predicates(3, "поступил") == ["поступило", "поступили"])
    #expect(predicates(3, "нашелся") == ["нашлось", "нашлись"])
    #expect(predicates(3, "должен") == ["должно", "должны"])
    #expect(predicates(21) == ["подготовлен"])
    #expect(Russian.predicate("прошел", number: Figure(1), day) == "прошли")
    #expect(
      Russian.predicate("выполнен", number: Figure(significand: 25, decimals: 1), project)
        == "выполнено")
  }

  @Test func countsThatAnEditorAccepts() throws {
    let link = try #require(RussianPhrase("новая ссылка"))
    let letter = try #require(RussianPhrase("новое письмо"))
    #expect(
      Russian.acceptedCounts(Figure(2), link)
        == [noBreak("2~новые ссылки"), noBreak("2~новых ссылки")])
    #expect(Russian.acceptedCounts(Figure(2), letter) == [noBreak("2~новых письма")])
    #expect(Russian.acceptedCounts(Figure(5), link) == [noBreak("5~новых ссылок")])
    let report = try #require(RussianPhrase("отчет"))
    #expect(
      Russian.acceptedCounts(Figure(5), report).map { String($0.dropFirst(2)) }
        == ["отчетов", "отчётов"])
  }

  /// «Рабочие сутки» have no singular to agree with.
  @Test func adjectivesOfNounsWithoutASingular() throws {
    let days = try #require(RussianPhrase("полный сутки"))
    #expect(Russian.count(1, days) == noBreak("1~полные сутки"))
    #expect(Russian.count(2, days) == noBreak("2~полных суток"))
    #expect(Russian.count(21, days, case: .dative) == noBreak("21~полным суткам"))
    let data = try #require(RussianPhrase("персональные данные"))
    #expect(data.form(.plural, .instrumental) == "персональными данными")
    #expect(Russian.count(5, data) == noBreak("5~персональных данных"))
    // A plural whose singular is not known cannot be counted.
    #expect(RussianPhrase("документы") == nil)
    #expect(RussianPhrase("новые ссылки") == nil)
    #expect(RussianPhrase("предписание органа")?.form(.singular, .dative) == "предписанию органа")
    let half = Figure(significand: 15, decimals: 1)
    #expect(Russian.count(half, days) == noBreak("1,5~полных суток"))
  }
}
