import Language
import Testing

@Suite struct KazakhWordTests {
  /// The changes of a stem before a suffix: a fault reads «бұйрықы», «халықы», «процессті».
  @Test(arguments: [
    ("бұйрық", "бұйрығы"), ("министрлік", "министрлігі"), ("бап", "бабы"), ("банк", "банкі"),
    ("тип", "типі"), ("принцип", "принципі"), ("телескоп", "телескопы"), ("тарап", "тарапы"),
    ("автомобиль", "автомобилі"), ("процесс", "процесі"), ("халық", "халқы"), ("мүлік", "мүлкі"),
    ("қауіп", "қаупі"), ("әріп", "әрпі"), ("орын", "орны"), ("кәсіпорын", "кәсіпорны"),
    ("тарих", "тарихы"), ("акт", "актісі"), ("объект", "объектісі"), ("съезд", "съезі"),
    ("су", "суы"), ("қаулы", "қаулысы"), ("Бап", "Бабы"), ("КОМИТЕТТІК", "КОМИТЕТТІГі"),
  ])
  func thirdPersonPossessive(stem: String, form: String) {
    #expect(Kazakh.inflect(stem, possessive: .third) == form)
  }

  @Test(arguments: [
    ("процесс", KazakhCase.genitive, "процестің"), ("журналист", .genitive, "журналистің"),
    ("журналист", .dative, "журналистке"), ("съезд", .dative, "съезге"),
    ("съезд", .accusative, "съезді"), ("акт", .dative, "актіге"),
    ("объект", .genitive, "объектінің"),
    ("гараж", .instrumental, "гаражбен"), ("тәртіп", .instrumental, "тәртіппен"),
    ("заң", .ablative, "заңнан"), ("акт", .nominative, "акт"),
  ])
  func stemsBeforeConsonants(stem: String, grammaticalCase: KazakhCase, form: String) {
    #expect(Kazakh.inflect(stem, case: grammaticalCase) == form)
  }

  @Test func pluralsOfChangedStems() {
    #expect(Kazakh.inflect("журналист", number: .plural) == "журналистер")
    #expect(Kazakh.inflect("акт", number: .plural, case: .genitive) == "актілердің")
    #expect(Kazakh.inflect("процесс", number: .plural) == "процестер")
  }

  /// Cases after a possessive have forms of their own: «заңыға» for «заңына» is a beginner's mistake.
  @Test func casesAfterPossessives() {
    let forms = KazakhCase.allCases.map { Kazakh.inflect("заң", possessive: .third, case: $0) }
    #expect(forms == ["заңы", "заңының", "заңына", "заңын", "заңында", "заңынан", "заңымен"])
    #expect(Kazakh.inflect("жоба", possessive: .firstSingular, case: .dative) == "жобама")
    #expect(Kazakh.inflect("жоба", possessive: .secondInformal, case: .dative) == "жобаңа")
    #expect(
      Kazakh.inflect("бағдарлама", possessive: .firstPlural, case: .instrumental)
        == "бағдарламамызбен")
    #expect(Kazakh.inflect("сауал", possessive: .secondFormal, case: .accusative) == "сауалыңызды")
    #expect(
      Kazakh.inflect("зал", number: .plural, possessive: .third, attributive: true)
        == "залдарындағы")
  }

  /// Suffixes stack in one order only; a template that has them in another must be told, not obeyed.
  @Test func suffixesStackInOrder() {
    #expect(
      Kazakh.attach([.plural, .possessive(.third), .case(.dative)], to: "шара") == "шараларына")
    #expect(Kazakh.attach([.attributive, .plural, .case(.dative)], to: "сайт") == "сайттағыларға")
    #expect(Kazakh.attach([.temporal], to: "күн") == "күнгі")
    #expect(Kazakh.attach([.similative], to: "тас") == "тастай")
    #expect(Kazakh.attach([.belonging], to: "аталар") == "аталардікі")
    #expect(Kazakh.attach([.ordinal(.spoken), .case(.genitive)], to: "бес") == "бесіншінің")
    #expect(Kazakh.attach([], to: "бес") == "бес")
    #expect(Kazakh.attach([.case(.dative), .plural], to: "зал") == nil)
    #expect(Kazakh.attach([.possessive(.third), .plural], to: "зал") == nil)
    #expect(Kazakh.attach([.case(.dative), .attributive], to: "зал") == nil)
  }

  /// -дағы is built on the locative, so asking for both must not double it.
  @Test func attributiveReplacesTheLocative() {
    #expect(Kazakh.inflect("орган", case: .locative, attributive: true) == "органдағы")
    #expect(Kazakh.inflect("орган", case: .dative, attributive: true) == "органдағыға")
  }

  /// Names of bodies and acts are stored with their possessive ending and must go on from there.
  @Test(arguments: [
    ("Қаржы министрлігі", "Қаржы министрлігіне"),
    ("Мемлекеттік кірістер комитеті", "Мемлекеттік кірістер комитетіне"),
    ("«Ойын бизнесі туралы» Заңы", "«Ойын бизнесі туралы» Заңына"),
    ("Алматы облысы", "Алматы облысына"), ("Парламент депутаттары", "Парламент депутаттарына"),
    ("отбасы", "отбасына"), ("ауа райы", "ауа райына"), ("Алматы", "Алматыға"),
    ("төлем қызметтерін көрсетуші", "төлем қызметтерін көрсетушіге"),
    ("«Кибернадзор» ақпараттық жүйесі", "«Кибернадзор» ақпараттық жүйесіне"),
    ("кісі", "кісіге"), ("жоғары кеңсе", "жоғары кеңсеге"),
  ])
  func possessedHeadsKeepTheirEnding(stem: String, dative: String) {
    #expect(Kazakh.inflect(stem, case: .dative) == dative)
  }

  @Test func possessedHeadsCanChangeNumberAndOwner() {
    #expect(
      Kazakh.inflect("Алматы қаласының соты", number: .plural, case: .dative)
        == "Алматы қаласының соттарына")
    #expect(Kazakh.inflect("Қазақстан Заңы", number: .plural) == "Қазақстан Заңдары")
    #expect(Kazakh.inflect("Қаржы министрлігі", possessive: .firstPlural) == "Қаржы министрлігіміз")
    #expect(Kazakh.inflect("Қаржы министрлігі", possessive: .third) == "Қаржы министрлігі")
    #expect(Kazakh.inflect("отбасы", possessive: .firstSingular) == "отбасым")
    #expect(
      Kazakh.inflect(possessed: "Семей қаласының ауасы", case: .ablative)
        == "Семей қаласының ауасынан")
  }

  @Test func onlyTheLastWordChanges() {
    #expect(Kazakh.inflect("интернет-ресурс", number: .plural) == "интернет-ресурстар")
    #expect(Kazakh.inflect("хабарлама хат", number: .plural) == "хабарлама хаттар")
  }

  /// An empty value must stay visible as a gap, not become a suffix standing alone.
  @Test func nothingTakesNoSuffix() {
    #expect(Kazakh.inflect("", number: .plural, possessive: .third, case: .dative) == "")
    #expect(Kazakh.inflect(" ", case: .dative) == " ")
  }

  /// A value is whatever a file contains; a row of marks must not exhaust the stack.
  @Test func anyTextIsAnalysed() {
    for mark in [".", "»", "».", "« ", "-", "1 ", "ь", "«.» "] {
      let text = String(repeating: mark, count: 20_000)
      #expect(Kazakh.inflect(text, case: .dative).hasPrefix(text.prefix(100)))
    }
  }

  @Test func particlesFollowTheWord() {
    #expect(Kazakh.particle(.with, after: "ресурс") == "пен")
    #expect(Kazakh.particle(.with, after: "ресурстар") == "мен")
    #expect(Kazakh.particle(.with, after: "наурыз") == "бен")
    #expect(Kazakh.particle(.with, after: "акт") == "пен")
    #expect(Kazakh.particle(.also, after: "хат") == "та")
    #expect(Kazakh.particle(.also, after: "сілтеме") == "де")
    #expect(Kazakh.particle(.question, after: "орган") == "ба")
    #expect(Kazakh.particle(.question, after: "сілтеме") == "ме")
    #expect(Kazakh.particle(.question, after: "хат") == "па")
    #expect(Kazakh.particle(.with, after: "8") == "бен")
  }

  @Test func listsEndInJane() {
    #expect(Kazakh.list(["БП", "ІІМ", "МСМ", "ҚМА"]) == "БП, ІІМ, МСМ және ҚМА")
    #expect(Kazakh.list(["БП", "ІІМ"]) == "БП және ІІМ")
    #expect(Kazakh.list(["БП"]) == "БП")
    #expect(Kazakh.list([]) == "")
  }
}
