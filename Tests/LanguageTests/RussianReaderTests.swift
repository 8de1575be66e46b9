import Language
import Testing

/// What the checks of finished letters believe of a word must hold wherever it may stand.
@Suite struct RussianReaderTests {
  private static let reader = RussianReader(.builtIn)

  @Test("a form of a noun of the lexicon is not known as such")
  func nouns() {
    // Every seventh, so that each run reads other declensions than its neighbours in the table.
    for (index, entry) in RussianLexicon.builtIn.sorted.enumerated() where index % 7 == 3 {
      let noun = entry.noun
      let numbers: [GrammaticalNumber] = noun.isPluralOnly ? [.plural] : [.singular, .plural]
      for number in numbers {
        for grammaticalCase in RussianCase.allCases {
          let word = noun[number, grammaticalCase].lowercased()
          let form = RussianForms(number, noun.gender, grammaticalCase)
          for word in [word, Russian.withoutYo(word)] {
            #expect(
              Self.reader.reading(of: word).noun.contains(form),
              "\(word) \(number) \(grammaticalCase)")
          }
        }
      }
    }
  }

  @Test(
    "a form of an adjective or participle is read as another, or as none",
    arguments: [
      "государственный", "последний", "реагирующий", "уведомительный", "иностранный",
      "заблокированный",
      "электронный", "находящийся", "утверждённый", "правовой", "казахстанский", "действующий",
      "информационный", "внешний", "бывший", "запрещаемый", "закрытый", "новый", "общий", "рабочий",
      "высокий",
    ])
  func adjectives(_ word: String) throws {
    let adjective = try #require(RussianAdjective(word))
    for grammaticalCase in RussianCase.allCases {
      for gender in RussianGender.allCases {
        for isAnimate in [false, true] {
          for number in GrammaticalNumber.allCases {
            let form = adjective.form(number, gender, grammaticalCase, isAnimate: isAnimate)
            let reading = Self.reader.reading(of: Russian.withoutYo(form))
            guard !reading.modifier.isEmpty else {
              // «Новой», «общей»: where a noun could end so, nothing is claimed.
              #expect(!reading.isOnly(.noun), "\(form)")
              continue
            }
            #expect(
              reading.modifier.contains(RussianForms(number, gender, grammaticalCase)), "\(form)")
          }
        }
      }
    }
  }

  @Test(
    "a predicate is thought to agree with another subject",
    arguments: [
      ("запрещена", RussianGender.feminine, false), ("внесено", .neuter, false),
      ("утверждён", .masculine, false),
      ("направлены", .masculine, true), ("ведутся", .masculine, true),
      ("поступило", .neuter, false),
      ("должны", .feminine, true), ("согласовываются", .neuter, true),
      ("принята", .feminine, false),
    ])
  func predicates(word: String, gender: RussianGender, isPlural: Bool) {
    let reading = Self.reader.reading(of: Russian.withoutYo(word))
    #expect(reading.isOneOf(.predicate))
    #expect(
      reading.subject == RussianForms(isPlural ? .plural : .singular, gender, .nominative),
      "\(word)")
  }

  @Test(
    "a noun that looks like a predicate, or a gerund that looks like an adjective, is taken for it",
    arguments: [
      "страна", "смена", "замена", "планы", "органа", "члены", "отдела", "раздел", "правила",
      "начало", "дела",
      "принимая", "учитывая", "включая", "осуществляя", "рекомендую", "системой", "законом",
      "синонимом", "выбор",
    ])
  func lookalikes(_ word: String) {
    let reading = Self.reader.reading(of: word)
    #expect(!reading.isOneOf(.predicate), "\(word)")
    #expect(reading.modifier.isEmpty, "\(word)")
  }

  @Test(
    "a word in letters of another script, or one that nobody knows, is believed to be something")
  func unknown() {
    for word in ["google", "қаулы", "тугжанов", "бармаглот"] {
      #expect(Self.reader.reading(of: word).isOnly(.unknown), "\(word)")
    }
  }

  @Test("a ministry's own noun is not known")
  func ownNouns() throws {
    let own = try RussianLexicon(table: "хэштегер| ma attested - а у а ом е / ы ов ам ов ами ах")
    let reader = RussianReader(.builtIn.overridden(by: own))
    #expect(
      reader.reading(of: "хэштегерами").noun == RussianForms(.plural, .masculine, .instrumental))
    #expect(
      reader.reading(of: "предписаниями").noun == RussianForms(.plural, .neuter, .instrumental))
  }
}
