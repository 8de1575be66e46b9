import Diagnostics
import Language

/// G6: phrases whose parts do not agree: «Заңның 6-бапқа», «Қазақстан Республикасының Заңға», «шараларды қабылданды».
enum KazakhPhrases {
  static func findings(
    in paragraph: LetterParagraph, of language: LetterLanguage, _ knowledge: ParityKnowledge
  ) -> [TextFinding] {
    let check = PhraseCheck(text: paragraph.text, lexicon: knowledge.lexicons.kazakh)
    return paragraph.text.tokens.indices.compactMap(check.finding)
  }
}

private struct PhraseCheck {
  let text: TokenizedText
  let lexicon: ReadingLexicon

  private var tokens: [TokenizedText.Token] { text.tokens }

  func finding(at index: Int) -> TextFinding? {
    guard index > 0, tokens[index].kind == .word else { return nil }
    return article(index) ?? republic(index) ?? passive(index) ?? owner(index) ?? verb(index)
      ?? attention(index) ?? coordinated(index)
  }

  // MARK: Owner and owned

  /// «Заңның 6-бапқа», «6-баптың 1-тармаққа»: what belongs to an act has the ending of possession.
  private func article(_ index: Int) -> TextFinding? {
    let word = tokens[index].lowercased
    guard index > 2, tokens[index].gap == .none, tokens[index - 1].isHyphen,
      tokens[index - 1].gap == .none, tokens[index - 2].kind == .number,
      let stem = ["бап", "тармақ", "бөлік"].first(where: word.hasPrefix), word != "тармақша",
      isAct(before: index - 2)
    else { return nil }
    let ending = String(word.dropFirst(stem.count))
    guard ending.isEmpty || EndingTable.isEnding(ending) else { return nil }
    let meaning = EndingTable.meanings(of: ending).first ?? []
    let owned =
      meaning.first == .plural
      ? [.plural, .possessive(.third)] + meaning.dropFirst() : [.possessive(.third)] + meaning
    guard !meaning.contains(.possessive(.third)),
      let right = Kazakh.attach(owned, to: stem, lexicon: lexicon)
    else { return nil }
    let range = text.range((index - 2)...index)
    let words = text.words(in: range)
    return TextFinding(
      "G6",
      Message(
        kk: "ілік септігінен кейін тәуелдік жалғауы керек: `\(words)`",
        ru: "после родительного падежа нужно притяжательное окончание: `\(words)`",
        en: "after a genitive the possessive ending is needed: `\(words)`"),
      at: range, hint: .write(tokens[index - 2].text + "-" + right))
  }

  /// Whether the number at `index` follows the genitive of an act or of an article.
  private func isAct(before index: Int) -> Bool {
    var place = index - 1
    // «4 және 5-тармақтарына», «6, 7-баптарына»
    while place > 1, tokens[place].isMark(",") || tokens[place].lowercased == "және",
      tokens[place - 1].kind == .number
    {
      place -= 2
    }
    if place > 0, tokens[place].isMark(")") {
      guard let start = tokens[..<place].lastIndex(where: { $0.isMark("(") }), start > 0 else {
        return false
      }
      place = start - 1
    }
    guard place >= 0, tokens[place].kind == .word else { return false }
    let word = tokens[place].lowercased
    guard word.isGenitive else { return false }
    return [
      "заң", "кодекс", "бұйры", "қаулы", "қағида", "ереже", "бабы", "баптың", "тармағы",
      "тармақтың", "жарлы", "регламент",
      "конституция",
    ].contains(where: word.hasPrefix)
  }

  /// «Қазақстан Республикасының Заңға», «Қазақстан Республика Заңы».
  private func republic(_ index: Int) -> TextFinding? {
    guard index > 1 else { return nil }
    let republic = tokens[index - 1].lowercased
    guard tokens[index - 2].lowercased == "қазақстан", republic.hasPrefix("республика"),
      tokens[index].isCapitalized
    else { return nil }
    guard let form = KazakhNounForm(tokens[index].lowercased, lexicon),
      ["заң", "кодекс", "үкімет", "парламент", "президент", "конституция"].contains(form.stem)
    else { return nil }
    let isOwner = republic == "республикасы" || republic == "республикасының"
    if isOwner, !form.isPossessed, !form.isPlural {
      let owned = form.with([.possessive(.third)] + form.suffixes, lexicon)
      return phrase(index, right: capital(owned, as: tokens[index]))
    }
    if form.isPossessed,
      ["республика", "республикаға", "республиканы", "республикасына", "республикасын"].contains(
        republic)
    {
      return phrase(index - 1, right: "Республикасының")
    }
    return nil
  }

  private func phrase(_ index: Int, right: String) -> TextFinding {
    let words = tokens[index].text
    return TextFinding(
      "G6",
      Message(
        kk: "сөз тіркестегі басқа сөздермен қиыспайды: `\(words)`",
        ru: "слово не согласовано с другими в словосочетании: `\(words)`",
        en: "does not agree with its phrase: `\(words)`"), at: tokens[index].range,
      hint: .write(right))
  }

  // MARK: Verbs

  /// «шараларды қабылданды»: a passive has no object.
  private func passive(_ index: Int) -> TextFinding? {
    guard tokens[index].gap != .none, let isFinite = Self.passive(tokens[index].lowercased) else {
      return nil
    }
    // «бекітілген тәртіппен» belongs to what follows.
    if !isFinite {
      guard index + 1 == tokens.count || [".", ";", ","].contains(where: tokens[index + 1].isMark)
      else { return nil }
    }
    let before = tokens[index - 1]
    guard before.kind == .word, let form = KazakhNounForm(before.lowercased, lexicon),
      form.grammaticalCase == .accusative
    else { return nil }
    let words = text.words(in: text.range((index - 1)...index))
    return TextFinding(
      "G6",
      Message(
        kk: "ырықсыз етістегі етістікпен табыс септігі қолданылмайды: `\(words)`",
        ru: "при страдательном глаголе не бывает винительного падежа: `\(words)`",
        en: "a passive verb has no accusative: `\(words)`"),
      at: text.range((index - 1)...index),
      hint: .write(form.inCase(.nominative, lexicon) + " " + tokens[index].text))
  }

  /// Whether a word is a passive, and if so whether it ends a clause; `nil` if it is none.
  private static func passive(_ word: String) -> Bool? {
    for (ending, isFinite) in passiveEndings where word.hasSuffix(ending) {
      if passives.contains(String(word.dropLast(ending.count))) { return isFinite }
    }
    return nil
  }

  private static let passiveEndings = [
    ("ады", true), ("еді", true), ("ды", true), ("ді", true), ("уда", true), ("уде", true),
    ("ған", false), ("ген", false),
  ]

  private static let passives: WordSet = [
    "жіберіл", "қабылдан", "енгізіл", "айқындал", "белгілен", "анықтал", "әзірлен", "көздел",
    "бекітіл", "құрыл",
    "жүргізіл", "шектел", "жойыл", "өткізіл", "қарал", "орындал", "ұйымдастырыл", "көрсетіл",
    "дайындал", "ұсыныл",
    "тіркел", "жариялан", "келісіл", "толықтырыл", "орналастырыл", "бұғаттал", "жасал",
  ]

  /// «Министрліктің хабарлайды.»: the owner of nothing.
  private func owner(_ index: Int) -> TextFinding? {
    let before = tokens[index - 1]
    guard tokens[index].gap != .none, before.kind == .word, before.lowercased.isGenitive,
      tokens[index].text.utf8.count > 12,
      tokens[index].lowercased.hasAnySuffix(["йды", "йді", "ылды", "ілді", "ылады", "іледі"]),
      index + 1 == tokens.count || [".", ";"].contains(where: tokens[index + 1].isMark),
      let form = KazakhNounForm(before.lowercased, lexicon)
    else { return nil }
    let range = text.range((index - 1)...index)
    let words = text.words(in: range)
    return TextFinding(
      "G6",
      Message(
        kk: "ілік септігіндегі сөзден кейін тәуелдік жалғаулы сөз жоқ: `\(words)`",
        ru: "при родительном падеже нет определяемого слова: `\(words)`",
        en: "a genitive that owns nothing: `\(words)`"), at: range,
      hint: .write(
        capital(form.inCase(.nominative, lexicon), as: before) + " " + tokens[index].text))
  }

  /// `word` with a capital where `token` has one.
  private func capital(_ word: String, as token: TokenizedText.Token) -> String {
    token.isCapitalized ? word.prefix(1).uppercased() + word.dropFirst() : word
  }

  /// «көрсетуді тыйым салынған», «жүргізуге бас тарту»: verbs of two words with a case of their own.
  private func verb(_ index: Int) -> TextFinding? {
    guard index > 1,
      let needed = governed(by: index),
      // Of «сауалды жауап беруге міндеттеу» the object is another verb's.
      !tokens[index].lowercased.hasAnySuffix(["уға", "уге", "ып", "іп"])
    else { return nil }
    let before = tokens[index - 2]
    guard before.kind == .word, before.text.utf8.count > 6 else { return nil }
    let word = before.lowercased
    let isInfinitive = word.hasAnySuffix(
      needed == .dative ? ["уды", "уді"] : ["уды", "уді", "уға", "уге"])
    let form = KazakhNounForm(word, lexicon)
    let isWrong =
      isInfinitive || form?.grammaticalCase == .accusative && form?.isPlural == true
      || needed == .ablative && form?.grammaticalCase == .dative && endsPhrase(index)
    guard isWrong else { return nil }
    let stem = isInfinitive ? String(word.dropLast(2)) : nil
    let right =
      stem.map { Kazakh.inflect($0, case: needed, lexicon: lexicon) }
      ?? form?.inCase(needed, lexicon)
    let verbs = text.words(in: text.range((index - 1)...index))
    return TextFinding(
      "G6",
      Message(
        kk: "`\(verbs)` тіркесінің алдында \(needed.name.kk) керек: `\(before.text)`",
        ru: "перед `\(verbs)` нужен \(needed.name.ru): `\(before.text)`",
        en: "`\(verbs)` takes the \(needed.name.en): `\(before.text)`"),
      at: before.range, hint: right.map { .write($0) })
  }

  /// Of «клиентке бас тарту себебі хабарланады» the dative is another verb's: it is this one's only where nothing depends on it.
  private func endsPhrase(_ index: Int) -> Bool {
    guard tokens[index].lowercased.hasAnySuffix(["ту", "туы"]) else { return true }
    return index + 1 == tokens.count || tokens[index + 1].kind == .mark
  }

  private static let verbs: [(String, String, KazakhCase)] = [
    ("тыйым", "сал", .dative), ("бас", "тарт", .ablative), ("қол", "жеткіз", .dative),
    ("назар", "аудар", .dative), ("шағым", "жаса", .dative), ("жауап", "бер", .dative),
    ("рұқсат", "бер", .dative), ("кедергі", "келтір", .dative), ("ықпал", "ет", .dative),
    ("көмек", "көрсет", .dative),
  ]

  /// The case that a verb of two words takes.
  private func governed(by index: Int) -> KazakhCase? {
    let verbs = isFinite(index) ? Self.verbs + Self.finiteVerbs : Self.verbs
    return verbs.first { first, verb, _ in
      first == tokens[index - 1].lowercased && tokens[index].lowercased.hasPrefix(verb)
    }?.2
  }

  /// Verbs of two words before which an object of another verb may stand as well, unless they end their sentence.
  private static let finiteVerbs: [(String, String, KazakhCase)] = [
    ("жол", "бер", .dative), ("баға", "бер", .dative), ("мән", "бер", .dative),
    ("қолдау", "көрсет", .dative), ("қызмет", "көрсет", .dative), ("әсер", "ет", .dative),
    ("зиян", "келтір", .dative), ("нұқсан", "келтір", .dative), ("ден", "қой", .dative),
    ("қол", "қой", .dative), ("көз", "жеткіз", .dative), ("үлес", "қос", .dative),
    ("әкеп", "соқ", .dative), ("әкеп", "соғ", .dative), ("мониторинг", "жүргіз", .dative),
    ("тексеру", "жүргіз", .dative), ("талдау", "жаса", .dative), ("шектеу", "қой", .dative),
    ("сенім", "білдір", .dative), ("ие", "бол", .dative), ("бақылау", "жүргіз", .dative),
  ]

  /// Whether a verb in a form that ends sentences stands at the end of one.
  private func isFinite(_ index: Int) -> Bool {
    tokens[index].lowercased.hasAnySuffix(["ады", "еді", "йды", "йді", "ды", "ді", "ты", "ті"])
      && (index + 1 == tokens.count || [".", ";"].contains(where: tokens[index + 1].isMark))
  }

  /// «назарыңызды бұзушылықтарды аударған»: the attention is the object, and what it is drawn to a dative.
  private func attention(_ index: Int) -> TextFinding? {
    guard index > 1, tokens[index].lowercased.hasPrefix("аудар") else { return nil }
    let before = tokens[index - 1]
    guard before.kind == .word, !before.lowercased.hasPrefix("назар"),
      let form = KazakhNounForm(before.lowercased, lexicon), form.grammaticalCase == .accusative,
      tokens[max(0, index - 7)..<(index - 1)].reversed().prefix(while: { $0.kind == .word })
        .contains(
          where: {
            ["назарын", "назарларын", "назарыңызды", "назарларыңызды", "назарды", "назарымызды"]
              .contains($0.lowercased)
          })
    else { return nil }
    let verb = tokens[index].text
    return TextFinding(
      "G6", .needs(.dative, verb, before.text), at: before.range,
      hint: .write(form.inCase(.dative, lexicon)))
  }

  // MARK: Coordination

  /// «органдарға және ұйымдарды»: two nouns side by side in two cases.
  private func coordinated(_ index: Int) -> TextFinding? {
    guard index > 0, index + 2 < tokens.count, tokens[index].lowercased == "және",
      let first = KazakhNounForm(tokens[index - 1].lowercased, lexicon),
      let second = KazakhNounForm(tokens[index + 1].lowercased, lexicon),
      let left = first.grammaticalCase, let right = second.grammaticalCase,
      left != .nominative, right != .nominative, left != .genitive, right != .genitive,
      left != right, first.isPlural == second.isPlural,
      index + 3 == tokens.count || tokens[index + 3].kind == .mark
    else { return nil }
    let range = text.range((index - 1)...(index + 1))
    let words = text.words(in: range)
    return TextFinding(
      "G6",
      Message(
        kk: "бірыңғай мүшелердің септігі әртүрлі: `\(words)`",
        ru: "однородные члены стоят в разных падежах: `\(words)`",
        en: "coordinated nouns are in two cases: `\(words)`"), severity: .warning, at: range,
      hint: .write(
        first.inCase(right, lexicon) + " және " + tokens[index + 1].text))
  }
}
