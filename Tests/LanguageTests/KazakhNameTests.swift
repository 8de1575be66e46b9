import Language
import Testing

@Suite struct KazakhNameTests {
  /// Abbreviations are read, not spelled by their vowels: «ІІМ-ға» and «АЖ-ге» are wrong in every ministry.
  @Test(arguments: [
    ("АЖ", "АЖ-ға"), ("ІІМ", "ІІМ-ге"), ("МСМ", "МСМ-ге"), ("ҚМА", "ҚМА-ға"), ("БП", "БП-ға"),
    ("ТМД", "ТМД-ға"), ("АҚШ", "АҚШ-қа"), ("МКК", "МКК-ге"), ("ЕО", "ЕО-ға"), ("ҚазҰУ", "ҚазҰУ-ға"),
    ("НАТО", "НАТО-ға"), ("ЮНЕСКО", "ЮНЕСКО-ға"), ("МАГАТЭ", "МАГАТЭ-ге"), ("ЮНИСЕФ", "ЮНИСЕФ-ке"),
    ("ЕҚЫҰ", "ЕҚЫҰ-ға"), ("БАҚ", "БАҚ-қа"), ("ТЖМ", "ТЖМ-ге"), ("АҚДМ", "АҚДМ-ге"),
    ("«Қазпошта» АҚ", "«Қазпошта» АҚ-ға"), ("«Киберқадағалау» АЖ", "«Киберқадағалау» АЖ-ға"),
    ("БП, ІІМ, МСМ және ҚМА", "БП, ІІМ, МСМ және ҚМА-ға"), ("Мемдум", "Мемдумға"),
    ("5G", "5G-ге"), ("97а", "97а-ға"), ("IT-компания", "IT-компанияға"),
    ("ПАРЛАМЕНТ", "ПАРЛАМЕНТке"), ("IT", "IT-ге"), ("SMS", "SMS-ке"), ("URL", "URL-ге"),
    ("NASA", "NASA-ға"), ("ҒА", "ҒА-на"),
  ])
  func abbreviationsAreRead(stem: String, dative: String) {
    #expect(Kazakh.inflect(stem, case: .dative) == dative)
  }

  /// Names of platforms stand in every second letter; the suffix follows the closing quotation mark.
  @Test(arguments: [
    ("«Instagram»", "«Instagram»-ға"), ("«Facebook»", "«Facebook»-ке"), ("Telegram", "Telegram-ға"),
    ("«TikTok»", "«TikTok»-қа"), ("«102»", "«102»-ге"), ("«КОВИД-19»", "«КОВИД-19»-ға"),
    ("«Қазпошта»", "«Қазпошта»-ға"), ("Wi-Fi", "Wi-Fi-ға"), ("«т.б.»", "«т.б.»-ға"),
    ("«Nur Otan»", "«Nur Otan»-ға"),
    ("«Қоғам және біз»", "«Қоғам және біз»-ге"), ("Chrome", "Chrome-ға"), ("Netflix", "Netflix-ке"),
    (
      "«Facebook», «Instagram» әлеуметтік желілері", "«Facebook», «Instagram» әлеуметтік желілеріне"
    ),
  ])
  func quotedAndLatinNames(stem: String, dative: String) {
    #expect(Kazakh.inflect(stem, case: .dative) == dative)
  }

  /// Surnames are read by the vowel before their ending, patronymics are already possessed, initials stay put.
  @Test(arguments: [
    ("Тоғжанов", "Тоғжановқа"), ("Е. Тоғжанов", "Е. Тоғжановқа"), ("Медведев", "Медведевке"),
    ("Тұрғанбаев", "Тұрғанбаевқа"), ("Әуезов", "Әуезовке"), ("Тұрғанбаев Ә.", "Тұрғанбаевқа Ә."),
    ("Тұрғанбаев Ә. Б.", "Тұрғанбаевқа Ә. Б."), ("Юсупов", "Юсуповқа"), ("Пушкин", "Пушкинге"),
    ("Ғалин", "Ғалинге"), ("Тоғжанова", "Тоғжановаға"), ("Кемелұлы", "Кемелұлына"),
    ("Сейітқызы", "Сейітқызына"), ("Қ. К. Тоқаев", "Қ. К. Тоқаевқа"), ("Соловьев", "Соловьевке"),
    ("Киев", "Киевке"), ("Айгүл", "Айгүлге"), ("Игорь", "Игорьге"), ("А.", "А.-ға"),
    ("т.б.", "т.б.-ға"),
  ])
  func personNames(stem: String, dative: String) {
    #expect(Kazakh.inflect(stem, case: .dative) == dative)
  }

  /// Where usage is divided a check must accept both forms and the letter must write one.
  @Test func dividedUsageIsAccepted() {
    #expect(Kazakh.acceptedForms("ЖШС", case: .genitive) == ["ЖШС-ның", "ЖШС-нің"])
    #expect(Kazakh.acceptedForms("БАҚ", case: .genitive) == ["БАҚ-тың", "БАҚ-ның"])
    #expect(Kazakh.acceptedForms("педагог", number: .plural) == ["педагогтер", "педагогтар"])
    #expect(Kazakh.acceptedForms("Ахметов", case: .genitive) == ["Ахметовтің", "Ахметовтың"])
    #expect(Kazakh.acceptedForms("Тоғжанов", case: .genitive) == ["Тоғжановтың"])
    #expect(Kazakh.acceptedForms("ЖШС") == ["ЖШС"])
  }

  /// An office's own entry must win over the starter lexicon and the rules.
  @Test func theLexiconCanBeOverridden() throws {
    let reading = try #require(KazakhReading(notation: "F, V"))
    let own = ReadingLexicon([.init("ЖШС", .abbreviation, reading, provenance: .houseStyle)])
    let lexicon = ReadingLexicon.builtIn.overridden(by: own)
    #expect(Kazakh.inflect("ЖШС", case: .genitive, lexicon: lexicon) == "ЖШС-нің")
    #expect(Kazakh.inflect("АҚШ", case: .genitive, lexicon: lexicon) == "АҚШ-тың")
    #expect(Kazakh.inflect("АҚШ", case: .genitive, lexicon: .empty) == "АҚШ-ның")
    #expect(lexicon["ЖШС"]?.provenance == .houseStyle)
    #expect(lexicon.all.count == ReadingLexicon.builtIn.all.count)
  }

  /// A word of which an office decides the harmony is changed like any other word, in compounds and with a capital.
  @Test func theLexiconDecidesWords() throws {
    let reading = try #require(KazakhReading(notation: "B,K"))
    let lexicon = ReadingLexicon([.init("педагог", .word, reading, provenance: .houseStyle)])
    #expect(Kazakh.inflect("педагог", number: .plural, lexicon: lexicon) == "педагогтар")
    #expect(Kazakh.inflect("Педагог", number: .plural, lexicon: lexicon) == "Педагогтар")
    #expect(
      Kazakh.inflect("дәрігер-педагог", case: .dative, lexicon: lexicon) == "дәрігер-педагогқа")
  }

  /// The explanation shows where a reading comes from, and which readings somebody should confirm.
  @Test func stemsExplainThemselves() {
    #expect(KazakhStem("АЖ").source == .lexicon)
    #expect(KazakhStem("ЖОЛ").source == .pronouncedWord)
    #expect(KazakhStem("ҚТК").source == .letterName)
    #expect(KazakhStem("Bloomberg").source == .latinSpelling)
    #expect(KazakhStem("139").source == .numeral)
    #expect(KazakhStem("хат").source == .spelling)
    #expect(KazakhStem("ҚТК").source.isGuess && !KazakhStem("АЖ").source.isGuess)
    #expect(KazakhStem("«Instagram»").kind == .quotation && KazakhStem("«Instagram»").joint == "-")
    #expect(KazakhStem("Қаржы министрлігі").isPossessed)
    #expect(KazakhReading(notation: "B") == nil && KazakhReading(notation: "X,V") == nil)
  }
}
