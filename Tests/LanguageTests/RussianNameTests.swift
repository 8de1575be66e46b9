import Language
import Testing

@Suite struct RussianNameTests {
  /// Genitive, dative, instrumental, prepositional; the accusative of men is the genitive.
  @Test(arguments: [
    "Тугжанов Тугжанова Тугжанову Тугжановым Тугжанове",
    "Құлгинов Құлгинова Құлгинову Құлгиновым Құлгинове", "Мусин Мусина Мусину Мусиным Мусине",
    "Птицын Птицына Птицыну Птицыным Птицыне", "Львов Львова Львову Львовым Львове",
    "Дарвин Дарвина Дарвину Дарвином Дарвине", "Мин Мина Мину Мином Мине",
    "Достоевский Достоевского Достоевскому Достоевским Достоевском",
    "Толстой Толстого Толстому Толстым Толстом", "Крутой Крутого Крутому Крутым Крутом",
    "Сухой Сухого Сухому Сухим Сухом", "Горький Горького Горькому Горьким Горьком",
    "Горячий Горячего Горячему Горячим Горячем", "Осадчий Осадчего Осадчему Осадчим Осадчем",
    "Синий Синего Синему Синим Синем", "Белый Белого Белому Белым Белом",
    "Цой Цоя Цою Цоем Цое", "Гай Гая Гаю Гаем Гае", "Палий Палия Палию Палием Палии",
    "Жумабай Жумабая Жумабаю Жумабаем Жумабае", "Карабой Карабоя Карабою Карабоем Карабое",
    "Сейтжан Сейтжана Сейтжану Сейтжаном Сейтжане", "Ким Кима Киму Кимом Киме",
    "Коваль Коваля Ковалю Ковалем Ковале", "Кулиш Кулиша Кулишу Кулишем Кулише",
    "Бабич Бабича Бабичу Бабичем Бабиче", "Кац Каца Кацу Кацем Каце",
    "Кравец Кравца Кравцу Кравцом Кравце", "Швец Швеца Швецу Швецом Швеце",
    "Коломиец Коломийца Коломийцу Коломийцем Коломийце",
    "Кузнец Кузнеца Кузнецу Кузнецом Кузнеце", "Заяц Заяца Заяцу Заяцем Заяце",
    "Бек Бека Беку Беком Беке", "Глинка Глинки Глинке Глинкой Глинке",
    "Берия Берии Берии Берией Берии", "Лапша Лапши Лапше Лапшой Лапше",
    "Шевченко Шевченко Шевченко Шевченко Шевченко", "Черных Черных Черных Черных Черных",
    "Дитрих Дитриха Дитриху Дитрихом Дитрихе", "Дюма Дюма Дюма Дюма Дюма",
    "Гарсиа Гарсиа Гарсиа Гарсиа Гарсиа", "Чавчавадзе Чавчавадзе Чавчавадзе Чавчавадзе Чавчавадзе",
    "Кемелұлы Кемелұлы Кемелұлы Кемелұлы Кемелұлы",
    "Бонч-Бруевич Бонч-Бруевича Бонч-Бруевичу Бонч-Бруевичем Бонч-Бруевиче",
    "Петров-Водкин Петрова-Водкина Петрову-Водкину Петровым-Водкиным Петрове-Водкине",
    "Новиков-Прибой Новикова-Прибоя Новикову-Прибою Новиковым-Прибоем Новикове-Прибое",
    "ТУГЖАНОВ ТУГЖАНОВА ТУГЖАНОВУ ТУГЖАНОВЫМ ТУГЖАНОВЕ",
  ])
  func surnamesOfMen(_ paradigm: String) throws {
    let forms = paradigm.split(separator: " ").map(String.init)
    let name = try RussianPersonName(surname: forms[0], gender: .masculine)
    let cases: [RussianCase] = [.nominative, .genitive, .dative, .instrumental, .prepositional]
    #expect(cases.map { name.form(.surname, case: $0) } == forms)
    #expect(
      name.form(.surname, case: .accusative) == forms[1] || forms[0].last == "а"
        || forms[0].last == "я")
  }

  /// Genitive, dative, accusative, instrumental.
  @Test(arguments: [
    "Тугжанова Тугжановой Тугжановой Тугжанову Тугжановой",
    "Мусина Мусиной Мусиной Мусину Мусиной",
    "Достоевская Достоевской Достоевской Достоевскую Достоевской",
    "Горячая Горячей Горячей Горячую Горячей", "Синяя Синей Синей Синюю Синей",
    "Ким Ким Ким Ким Ким", "Жумабай Жумабай Жумабай Жумабай Жумабай",
    "Коваль Коваль Коваль Коваль Коваль", "Глинка Глинки Глинке Глинку Глинкой",
    "Щербина Щербины Щербине Щербину Щербиной",
    "Петрова-Водкина Петровой-Водкиной Петровой-Водкиной Петрову-Водкину Петровой-Водкиной",
    "Тер-Петросян Тер-Петросян Тер-Петросян Тер-Петросян Тер-Петросян",
  ])
  func surnamesOfWomen(_ paradigm: String) throws {
    let forms = paradigm.split(separator: " ").map(String.init)
    let name = try RussianPersonName(surname: forms[0], gender: .feminine)
    let cases: [RussianCase] = [.nominative, .genitive, .dative, .accusative, .instrumental]
    #expect(cases.map { name.form(.surname, case: $0) } == forms)
  }

  /// Dative and instrumental of first names.
  @Test(arguments: [
    ("Ерлан", RussianGender.masculine, "Ерлану", "Ерланом"),
    ("Касым-Жомарт", .masculine, "Касым-Жомарту", "Касым-Жомартом"),
    ("Лев", .masculine, "Льву", "Львом"), ("Павел", .masculine, "Павлу", "Павлом"),
    ("Игорёк", .masculine, "Игорьку", "Игорьком"),
    ("Пётр", .masculine, "Петру", "Петром"), ("Илья", .masculine, "Илье", "Ильёй"),
    ("Никита", .masculine, "Никите", "Никитой"), ("Сергей", .masculine, "Сергею", "Сергеем"),
    ("Георгий", .masculine, "Георгию", "Георгием"), ("Игорь", .masculine, "Игорю", "Игорем"),
    ("Закария", .masculine, "Закарии", "Закарией"), ("Ералы", .masculine, "Ералы", "Ералы"),
    ("Мади", .masculine, "Мади", "Мади"), ("Айжан", .feminine, "Айжан", "Айжан"),
    ("Айгуль", .feminine, "Айгуль", "Айгуль"), ("Любовь", .feminine, "Любови", "Любовью"),
    ("Нинель", .feminine, "Нинели", "Нинелью"), ("Алия", .feminine, "Алие", "Алиёй"),
    ("Мария", .feminine, "Марии", "Марией"), ("Айша", .feminine, "Айше", "Айшой"),
    ("Наташа", .feminine, "Наташе", "Наташей"), ("Ольга", .feminine, "Ольге", "Ольгой"),
    ("Наталья", .feminine, "Наталье", "Натальей"), ("Сауле", .feminine, "Сауле", "Сауле"),
    ("Анна-Мария", .feminine, "Анне-Марии", "Анной-Марией"),
    ("Күлпәш", .feminine, "Күлпәш", "Күлпәш"),
  ])
  func firstNames(first: String, gender: RussianGender, dative: String, instrumental: String)
    throws
  {
    let name = try RussianPersonName(first: first, gender: gender)
    #expect(name.form(.given, case: .dative) == dative)
    #expect(name.form(.given, case: .instrumental) == instrumental)
  }

  @Test(arguments: [
    ("Саматович", "Саматовичу", "Саматовичем"), ("Ильич", "Ильичу", "Ильичом"),
    ("Саввич", "Саввичу", "Саввичем"), ("Кузьминична", "Кузьминичне", "Кузьминичной"),
    ("Ивановна", "Ивановне", "Ивановной"), ("Фаридаұлы", "Фаридаұлы", "Фаридаұлы"),
    ("Узакпайулы", "Узакпайулы", "Узакпайулы"), ("Ахметқызы", "Ахметқызы", "Ахметқызы"),
    ("Мамед оглы", "Мамед оглы", "Мамед оглы"),
  ])
  func patronymics(patronymic: String, dative: String, instrumental: String) throws {
    // The gender follows from the patronymic alone.
    let name = try RussianPersonName(first: "Жан", patronymic: patronymic)
    #expect(name.form(.given, case: .dative).hasSuffix(" " + dative))
    #expect(name.form(.given, case: .instrumental).hasSuffix(" " + instrumental))
  }

  @Test func formats() throws {
    let name = try RussianPersonName(surname: "Тугжанов", first: "Ерлан", patronymic: "Саматович")
    let dative = RussianPersonName.Format.allCases.map { name.form($0, case: .dative) }
    #expect(
      dative
        == [
          "Тугжанову Ерлану Саматовичу", "Ерлану Саматовичу Тугжанову", "Ерлану Саматовичу",
          "Тугжанову", "Тугжанову~Е.~С.", "Е.~С.~Тугжанову", "Тугжанову~Е.", "Е.~Тугжанову",
        ].map(noBreak))
    let president = try RussianPersonName(
      surname: "Токаев", first: "Касым-Жомарт", patronymic: "Кемелұлы")
    #expect(president.form(.initialsSurname) == noBreak("К.-Ж.~К.~Токаев"))
    #expect(president.form(.full, case: .genitive) == "Токаева Касым-Жомарта Кемелұлы")
  }

  /// Letters often have no more than initials; however they were typed they are printed alike.
  @Test func namesGivenWithInitials() throws {
    for first in ["Е. С.", "Е.С."] {
      let name = try RussianPersonName(surname: "Тугжанов", first: first)
      #expect(name.form(.surnameInitials, case: .dative) == noBreak("Тугжанову~Е.~С."))
      #expect(name.form(.initialSurname) == noBreak("Е.~Тугжанов"))
    }
    let double = try RussianPersonName(surname: "Токаев", first: "К.-Ж.", patronymic: "К.")
    #expect(double.form(.initialsSurname) == noBreak("К.-Ж.~К.~Токаев"))
  }

  /// A guess would be printed: «Киму А.» of a woman, «Ким А.» of a man.
  @Test func genderIsToldOrAskedFor() throws {
    func gender(_ surname: String, _ first: String = "", _ patronymic: String = "") throws
      -> RussianGender?
    {
      try RussianPersonName(surname: surname, first: first, patronymic: patronymic).gender
    }
    #expect(try gender("Ким", "", "Саматович") == .masculine)
    #expect(try gender("Ким", "", "Ахметқызы") == .feminine)
    #expect(try gender("Ким", "Айгуль") == .feminine)
    #expect(try gender("Ким", "Касым-Жомарт") == .masculine)
    #expect(try gender("Пак", "Нұрбек") == .masculine)
    #expect(try gender("Пак", "Назгуль") == .feminine)
    #expect(try gender("Балаева", "А. Г.") == .feminine)
    #expect(try gender("Смаилов", "А. А.") == .masculine)
    #expect(try gender("Жуковская") == .feminine)
    // The same forms for men and women: nothing to ask.
    #expect(try gender("Шевченко", "Е.") == nil)
    #expect(try gender("Глинка", "М. И.") == nil)
    #expect(throws: RussianPersonName.Failure.unknownGender(surname: "Ким", first: "А.")) {
      try gender("Ким", "А.")
    }
    #expect(throws: RussianPersonName.Failure.unknownGender(surname: "Алтын", first: "")) {
      try gender("Алтын")
    }
    #expect(throws: RussianPersonName.Failure.empty) { try RussianPersonName() }
    // What is given holds against what is told.
    let woman = try RussianPersonName(surname: "Мусин", gender: .feminine)
    #expect(woman.form(.surname, case: .dative) == "Мусин")
  }

  @Test func formsThatAnEditorAccepts() throws {
    let aigul = try RussianPersonName(surname: "Ким", first: "Айгуль")
    #expect(aigul.acceptedForms(.given, case: .dative) == ["Айгуль", "Айгули"])
    let ilya = try RussianPersonName(first: "Илья")
    #expect(ilya.acceptedForms(.given, case: .instrumental) == ["Ильёй", "Ильей"])
    let hare = try RussianPersonName(surname: "Заяц", gender: .masculine)
    #expect(hare.acceptedForms(.surname, case: .dative) == ["Заяцу", "Зайцу"])
    let tugzhanov = try RussianPersonName(surname: "Тугжанов")
    #expect(tugzhanov.acceptedForms(.surname, case: .dative) == ["Тугжанову"])
  }

  /// The position keeps its gender before a woman's name.
  @Test func positionsBeforeNames() throws {
    let balaeva = try RussianPersonName(surname: "Балаева", first: "А. Г.")
    #expect(
      Russian.titled(balaeva, position: "Министр", case: .dative)
        == noBreak("Министру Балаевой~А.~Г."))
    #expect(
      Russian.titled(
        balaeva, position: "Первый заместитель акима", .initialsSurname, case: .genitive)
        == noBreak("Первого заместителя акима А.~Г.~Балаевой"))
    #expect(
      Russian.titled(balaeva, position: "Исполняющий обязанности министра", case: .accusative)
        == noBreak("Исполняющего обязанности министра Балаеву~А.~Г."))
    #expect(
      Russian.titled(balaeva, position: "Управляющий делами", .surname, case: .dative)
        == "Управляющему делами Балаевой")
  }
}
