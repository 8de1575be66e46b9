import CivilDates
import Language
import Testing

private typealias Place = LegalReference.Provision

private let communications = LegalAct(
  .law, title: .init(kazakh: "Байланыс туралы", russian: "О связи"), number: "567",
  date: CivilDate(year: 2004, month: 7, day: 5))

private let order = LegalAct(
  .order, title: .init(kazakh: "Қағидаларды бекіту туралы", russian: "Об утверждении Правил"),
  number: "84", date: CivilDate(year: 2019, month: 4, day: 29),
  issuer: .init(
    kazakh: "Қазақстан Республикасы Ақпарат және қоғамдық даму министрінің",
    russian: "Министра информации и общественного развития Республики Казахстан"))

private let criminalCode = LegalAct(
  .code, name: .init(kazakh: "Қылмыстық", russian: "Уголовный"), number: "226-V",
  date: CivilDate(year: 2014, month: 7, day: 3))

private let point = LegalReference(
  communications, [Place(.article, 6), Place(.paragraph, 1), Place(.subparagraph, 5)])

@Suite struct LegalReferenceTests {
  /// Which places have the genitive: with one too many, or one too few, the citation points nowhere.
  @Test(arguments: [
    ([], "«Байланыс туралы» Заңы", "Закон «О связи»"),
    ([Place(.article, 6)], "«Байланыс туралы» Заңының 6-бабы", "статья~6 Закона «О связи»"),
    (
      [Place(.article, 6), Place(.paragraph, 1)], "«Байланыс туралы» Заңының 6-бабының 1-тармағы",
      "пункт~1 статьи~6 Закона «О связи»"
    ),
    (
      [Place(.article, "17-1"), Place(.paragraph, 1), Place(.subparagraph, 5)],
      "«Байланыс туралы» Заңының 17-1-бабы 1-тармағының 5)~тармақшасы",
      "подпункт~5) пункта~1 статьи~17-1 Закона «О связи»"
    ),
    (
      [Place(.article, 6), Place(.paragraph, 1), Place(.subparagraph, 5), Place(.indent, 2)],
      "«Байланыс туралы» Заңының 6-бабы 1-тармағы 5)~тармақшасының екінші абзацы",
      "абзац второй подпункта~5) пункта~1 статьи~6 Закона «О связи»"
    ),
    (
      [Place(.article, 6), Place(.part, 1)], "«Байланыс туралы» Заңының 6-бабының бірінші бөлігі",
      "часть первая статьи~6 Закона «О связи»"
    ),
    (
      [Place(.section, 2), Place(.chapter, 5)], "«Байланыс туралы» Заңының 2-бөлімінің 5-тарауы",
      "глава~5 раздела~2 Закона «О связи»"
    ),
  ])
  func chainsOfEveryLength(places: [LegalReference.Provision], kazakh: String, russian: String) {
    let reference = LegalReference(communications, places)
    #expect(Kazakh.reference(reference, naming: .short) == noBreak(kazakh))
    #expect(Russian.reference(reference, naming: .short) == noBreak(russian))
  }

  @Test(arguments: [
    (KazakhCase.nominative, "сы"), (.genitive, "сының"), (.dative, "сына"), (.accusative, "сын"),
    (.locative, "сында"), (.ablative, "сынан"), (.instrumental, "сымен"),
  ])
  func kazakhCasesOfTheWhole(grammaticalCase: KazakhCase, ending: String) {
    #expect(
      Kazakh.reference(point, case: grammaticalCase, naming: .short)
        == noBreak("«Байланыс туралы» Заңының 6-бабы 1-тармағының 5)~тармақша" + ending))
  }

  @Test(arguments: [
    (RussianCase.nominative, "подпункт"), (.genitive, "подпункта"), (.dative, "подпункту"),
    (.accusative, "подпункт"), (.instrumental, "подпунктом"), (.prepositional, "подпункте"),
  ])
  func russianCasesOfTheWhole(grammaticalCase: RussianCase, first: String) {
    #expect(
      Russian.reference(point, case: grammaticalCase)
        == noBreak(first + "~5) пункта~1 статьи~6 Закона Республики Казахстан «О связи»"))
  }

  @Test(arguments: [
    (KazakhPostposition.accordingTo, "Заңының 6-бабына сәйкес"),
    (.onTheBasisOf, "Заңының 6-бабы негізінде"), (.by, "Заңының 6-бабы бойынша"),
    (.about, "Заңының 6-бабы туралы"), (.concerning, "Заңының 6-бабына қатысты"),
    (.after, "Заңының 6-бабынан кейін"), (.alongWith, "Заңының 6-бабымен қатар"),
  ])
  func postpositionsGovernTheirCase(postposition: KazakhPostposition, phrase: String) {
    let reference = LegalReference(communications, [Place(.article, 6)])
    #expect(
      Kazakh.reference(reference, postposition, naming: .short)
        == "«Байланыс туралы» " + phrase)
  }

  /// «С статьёй» stumbles; the preposition looks at the place that stands first.
  @Test(arguments: [
    (RussianPreposition.accordingTo, Place(.article, 6), "согласно статье~6 Закона"),
    (.inAccordanceWith, Place(.article, 6), "в соответствии со статьёй~6 Закона"),
    (.inAccordanceWith, Place(.article, 6, 7), "в соответствии со статьями~6 и 7 Закона"),
    (.inAccordanceWith, Place(.paragraph, 1, 2), "в соответствии с пунктами~1 и 2 Закона"),
    (.inAccordanceWith, Place(.part, 2), "в соответствии с частью второй Закона"),
    (.onTheBasisOf, Place(.article, 6), "на основании статьи~6 Закона"),
    (.onTheBasisOf, Place(.subparagraph, 1, 2, 5), "на основании подпунктов~1), 2) и 5) Закона"),
    (.byVirtueOf, Place(.chapter, 3), "в силу главы~3 Закона"),
    (.by, Place(.indent, 1), "по абзацу первому Закона"),
    (.about, Place(.indent, 1), "об абзаце первом Закона"),
    (.in, Place(.article, 6), "в статье~6 Закона"),
  ])
  func prepositionsGovernTheirCase(
    preposition: RussianPreposition, place: LegalReference.Provision, phrase: String
  ) {
    let reference = LegalReference(LegalAct(.law), [place])
    #expect(Russian.reference(reference, preposition, naming: .term) == noBreak(phrase))
  }

  @Test(arguments: [
    (Place(.paragraph, 1, 2), "1 және 2-тармақтарына", "пунктам~1 и 2"),
    (Place(.subparagraph, 1, 2, 5), "1), 2) және 5)~тармақшаларына", "подпунктам~1), 2) и 5)"),
    (Place(.paragraph, "1–3"), "1~– 3-тармақтарына", "пунктам~1~– 3"),
    (
      Place(.subparagraph, "1) – 3)", 7), "1)~– 3) және 7)~тармақшаларына",
      "подпунктам~1)~– 3) и 7)"
    ),
    (Place(.article, 6, "17-1"), "6 және 17-1-баптарына", "статьям~6 и 17-1"),
    (Place(.part, 1, 2), "бірінші және екінші бөліктеріне", "частям первой и второй"),
    (Place(.indent, "1–3"), "бірінші~– үшінші абзацтарына", "абзацам первому~– третьему"),
    (Place(.part, "1", "2-1"), "бірінші және 2-1-бөліктеріне", "частям первой и 2-1"),
  ])
  func severalPlaces(place: LegalReference.Provision, kazakh: String, russian: String) {
    let reference = LegalReference(LegalAct(.law), [place])
    #expect(
      Kazakh.reference(reference, case: .dative, naming: .term) == noBreak("Заңның " + kazakh))
    #expect(
      Russian.reference(reference, case: .dative, naming: .term) == noBreak(russian + " Закона"))
  }

  /// Placed under a place of several, the inner one belongs to all of them.
  @Test func severalPlacesCanBeOutermost() {
    let reference = LegalReference(
      LegalAct(.law), [Place(.article, 6, 7), Place(.paragraph, 1)])
    #expect(
      Kazakh.reference(reference, case: .dative, naming: .term)
        == "Заңның 6 және 7-баптарының 1-тармағына")
    #expect(
      Russian.reference(reference, case: .dative, naming: .term)
        == noBreak("пункту~1 статей~6 и 7 Закона"))
  }

  /// An act cited with another date, number or issuer is another act.
  @Test func actsInFull() {
    #expect(
      Kazakh.act(communications)
        == noBreak(
          "«Байланыс туралы» 2004~жылғы 5~шілдедегі №~567 Қазақстан Республикасының Заңы"))
    #expect(
      Russian.act(communications)
        == noBreak("Закон Республики Казахстан от 5~июля 2004~года №~567 «О связи»"))
    #expect(
      Kazakh.act(communications, case: .dative, naming: .issued)
        == "«Байланыс туралы» Қазақстан Республикасының Заңына")
    #expect(
      Russian.act(communications, case: .instrumental, naming: .issued)
        == "Законом Республики Казахстан «О связи»")
    #expect(
      Kazakh.act(order, case: .instrumental)
        == noBreak(
          "«Қағидаларды бекіту туралы» Қазақстан Республикасы Ақпарат және қоғамдық даму "
            + "министрінің 2019~жылғы 29~сәуірдегі №~84 бұйрығымен"))
    #expect(
      Russian.act(order, case: .instrumental)
        == noBreak(
          "приказом Министра информации и общественного развития Республики Казахстан "
            + "от 29~апреля 2019~года №~84 «Об утверждении Правил»"))
  }

  @Test func codesConstitutionsAndDecrees() {
    let article = LegalReference(criminalCode, [Place(.article, 307), Place(.part, 1)])
    #expect(
      Kazakh.reference(article, case: .locative)
        == "Қазақстан Республикасы Қылмыстық кодексінің 307-бабының бірінші бөлігінде")
    #expect(
      Russian.reference(article, .inAccordanceWith)
        == noBreak(
          "в соответствии с частью первой статьи~307 Уголовного кодекса Республики Казахстан"))
    #expect(
      Kazakh.act(criminalCode, case: .dative)
        == noBreak("Қазақстан Республикасының 2014~жылғы 3~шілдедегі №~226-V Қылмыстық кодексіне"))
    #expect(
      Russian.act(criminalCode, case: .dative)
        == noBreak("Уголовному кодексу Республики Казахстан от 3~июля 2014~года №~226-V"))
    let constitution = LegalReference(
      LegalAct(.constitution), [Place(.article, 20), Place(.paragraph, 2)])
    #expect(
      Kazakh.reference(constitution, .accordingTo)
        == "Қазақстан Республикасы Конституциясының 20-бабының 2-тармағына сәйкес")
    #expect(
      Russian.reference(constitution, .accordingTo)
        == noBreak("согласно пункту~2 статьи~20 Конституции Республики Казахстан"))
    #expect(Kazakh.act(LegalAct(.constitution)) == "Қазақстан Республикасының Конституциясы")
    let decree = LegalAct(
      .decree, number: "1", date: CivilDate(year: 2021, month: 9, day: 1))
    #expect(
      Kazakh.act(decree, case: .dative)
        == noBreak(
          "Қазақстан Республикасы Президентінің 2021~жылғы 1~қыркүйектегі №~1 Жарлығына"))
    #expect(
      Russian.act(decree, case: .genitive)
        == noBreak("Указа Президента Республики Казахстан от 1~сентября 2021~года №~1"))
    #expect(
      Russian.act(
        LegalAct(.constitutionalLaw, title: communications.title), case: .dative, naming: .issued)
        == "Конституционному закону Республики Казахстан «О связи»")
  }

  /// Rules are plural, and stand approved by an order.
  @Test func approvedRules() {
    let rules = LegalAct(
      .rules,
      name: .init(
        kazakh: "Байланыс қызметтерін көрсету", russian: "оказания услуг связи"))
    let approval = LegalAct(.order, number: "84", date: order.date, issuer: order.issuer)
    let reference = LegalReference(rules, approvedBy: approval, [Place(.paragraph, 5)])
    #expect(
      Kazakh.reference(reference, .accordingTo, naming: .full)
        == noBreak(
          "Қазақстан Республикасы Ақпарат және қоғамдық даму министрінің 2019~жылғы 29~сәуірдегі "
            + "№~84 бұйрығымен бекітілген Байланыс қызметтерін көрсету қағидаларының 5-тармағына сәйкес"
        ))
    #expect(
      Russian.reference(reference, .accordingTo, naming: .full)
        == noBreak(
          "согласно пункту~5 Правил оказания услуг связи, утверждённых приказом Министра информации "
            + "и общественного развития Республики Казахстан от 29~апреля 2019~года №~84"))
    #expect(Kazakh.act(LegalAct(.rules), case: .genitive, naming: .term) == "Қағидалардың")
    #expect(Russian.act(LegalAct(.rules), case: .genitive, naming: .term) == "Правил")
  }

  /// An annex hangs on its act in the dative in both languages.
  @Test func annexes() {
    let annex = LegalReference(LegalAct(.order), [Place(.annex, 1), Place(.paragraph, 5)])
    #expect(
      Kazakh.reference(annex, case: .dative, naming: .this)
        == "осы бұйрыққа 1-қосымшаның 5-тармағына")
    #expect(
      Russian.reference(annex, case: .dative, naming: .this)
        == noBreak("пункту~5 приложения~1 к настоящему приказу"))
    let only = LegalReference(LegalAct(.decree), [Place(.annex)])
    #expect(Kazakh.reference(only, .accordingTo, naming: .term) == "Жарлыққа қосымшаға сәйкес")
    #expect(Russian.reference(only, .accordingTo, naming: .term) == "согласно приложению к Указу")
  }

  /// Without the act the outermost place belongs to nobody.
  @Test func placesWithoutTheirAct() {
    let places = LegalReference(nil, [Place(.article, 6), Place(.paragraph, 1)])
    #expect(Kazakh.reference(places, case: .dative) == "6-баптың 1-тармағына")
    #expect(Russian.reference(places, case: .dative) == noBreak("пункту~1 статьи~6"))
    let article = LegalReference(nil, [Place(.article, 6)])
    #expect(Kazakh.reference(article, .accordingTo) == "6-бапқа сәйкес")
    let deep = LegalReference(
      nil, [Place(.article, 6), Place(.paragraph, 1), Place(.subparagraph, 2)])
    #expect(Kazakh.reference(deep) == noBreak("6-баптың 1-тармағының 2)~тармақшасы"))
    #expect(Kazakh.reference(LegalReference(nil, [Place(.article, "")])) == "бап")
    #expect(Kazakh.reference(LegalReference(nil)).isEmpty)
    #expect(Russian.reference(LegalReference(nil)).isEmpty)
  }

  /// The terms that a letter defines: «бұдан әрі – Заң».
  @Test func definedTerms() {
    let reference = LegalReference(communications, [Place(.article, 6)])
    #expect(Kazakh.reference(reference, .accordingTo, naming: .term) == "Заңның 6-бабына сәйкес")
    #expect(
      Russian.reference(reference, .accordingTo, naming: .term)
        == noBreak("согласно статье~6 Закона"))
    #expect(
      Kazakh.reference(reference, .accordingTo, naming: .this) == "осы Заңның 6-бабына сәйкес")
    #expect(
      Russian.reference(reference, .accordingTo, naming: .this)
        == noBreak("согласно статье~6 настоящего Закона"))
  }

  @Test func wordingsThatACheckAccepts() {
    #expect(
      Kazakh.acceptedReferences(point, naming: .short)
        == ["6-бабы", "6-бабының"].map {
          noBreak("«Байланыс туралы» Заңының \($0) 1-тармағының 5)~тармақшасы")
        })
    let part = LegalReference(LegalAct(.law), [Place(.article, 6), Place(.part, 1)])
    #expect(
      Kazakh.acceptedReferences(part, naming: .term)
        == ["Заңның 6-бабының бірінші бөлігі", "Заңның 6-бабының 1-бөлігі"])
    #expect(
      Russian.acceptedReferences(part, case: .instrumental, naming: .term)
        == [noBreak("частью первой статьи~6 Закона"), noBreak("частью~1 статьи~6 Закона")])
    let article = LegalReference(LegalAct(.law), [Place(.article, 6)])
    #expect(
      Russian.acceptedReferences(article, case: .instrumental, naming: .term)
        == [noBreak("статьёй~6 Закона"), noBreak("статьей~6 Закона")])
  }

  /// Titles come from registers with quotes of all kinds.
  @Test(arguments: [
    ("О связи", "«О связи»"), ("«О связи»", "«О связи»"), ("\"О связи\"", "«О связи»"),
    ("„О связи“", "«О связи»"), ("О фонде «Даму»", "«О фонде „Даму“»"),
    ("«А» и «Б»", "«„А“ и „Б“»"), ("«О фонде «Даму»»", "«О фонде „Даму“»"), ("«", "«„»"),
  ])
  func titlesAreQuotedOnce(title: String, quoted: String) {
    let act = LegalAct(.law, title: .init(kazakh: title, russian: title))
    #expect(Russian.act(act, naming: .short) == "Закон " + quoted)
    #expect(Kazakh.act(act, naming: .short) == quoted + " Заңы")
  }

  /// Every kind in every case must differ from its dictionary form somewhere: a kind that no rule declines would be
  /// printed as it is.
  @Test func everyKindIsDeclinedInBothLanguages() {
    for kind in LegalAct.Kind.allCases {
      let act = LegalAct(kind)
      #expect(Kazakh.act(act, case: .dative, naming: .term) != Kazakh.act(act, naming: .term))
      #expect(Russian.act(act, case: .dative, naming: .term) != Russian.act(act, naming: .term))
    }
    for level in LegalReference.Provision.Level.allCases {
      let reference = LegalReference(nil, [Place(level, 1)])
      #expect(Russian.reference(reference, case: .dative) != Russian.reference(reference))
      #expect(Kazakh.reference(reference, case: .dative) != Kazakh.reference(reference))
    }
  }

  /// The ordinals of parts as they are read, none of them twice.
  @Test func partsInWords() {
    func text(_ number: Int) -> String {
      Russian.reference(
        LegalReference(nil, [LegalReference.Provision(.part, [.init(String(number))])]),
        case: .genitive)
    }
    #expect(text(3) == "части третьей")
    #expect(text(21) == "части двадцать первой")
    #expect(text(30) == "части тридцатой")
    #expect(text(40) == "части сороковой")
    #expect(text(99) == "части девяносто девятой")
    #expect(text(100) == "части сотой")
    #expect(Set((1...99).map(text)).count == 99)
  }

  /// Both languages must point to the same place, whatever their order; and the last place of the Kazakh citation is
  /// declined like the noun alone.
  @Test func languagesNameTheSamePlaces() {
    let levels: [LegalReference.Provision.Level] = [
      .section, .chapter, .article, .paragraph, .subparagraph,
    ]
    let nouns = ["бөлім", "тарау", "бап", "тармақ", "тармақша"]
    for mask in 1..<32 {
      var places: [LegalReference.Provision] = []
      for (index, level) in levels.enumerated() where mask >> index & 1 == 1 {
        places.append(Place(level, .init(String(mask * 7 + index))))
      }
      let reference = LegalReference(communications, places)
      let russian = Russian.reference(reference, case: .dative, naming: .full)
      for grammaticalCase in KazakhCase.allCases {
        let kazakh = Kazakh.reference(reference, case: grammaticalCase, naming: .full)
        #expect(numbers(in: kazakh) == numbers(in: russian))
        let last = Kazakh.inflect(
          nouns[Int.bitWidth - 1 - mask.leadingZeroBitCount],
          possessive: .third, case: grammaticalCase)
        #expect(kazakh.hasSuffix(last))
      }
    }
  }

  private func numbers(in text: String) -> [Int] {
    text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }.sorted()
  }
}
