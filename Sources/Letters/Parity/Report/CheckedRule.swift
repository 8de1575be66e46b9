public import Diagnostics

/// A rule that finished letters must keep: what it is called, and where it is explained.
public enum CheckedRule: String, Sendable, CaseIterable {
  case n1, n2, n3, n4, n5, n6, n7, n8, n9
  case t1, t2, t3, t4, t5, t6
  case l1, l2, l3, l4
  case s1, s2, s3, s4, s5, s6
  case y1, y2, y3, y4, y5, y6, y7, y8
  case g1, g2, g3, g4, g5, g6, g7
  case o1

  /// Rules that are about one thing and explained on one page.
  public enum Group: String, Sendable, CaseIterable {
    case numeric, terms, legal, structure, typography, grammar
  }

  /// The rule with this id; `nil` if there is none.
  public init?(id: String) { self.init(rawValue: id.lowercased()) }

  /// The stable id: `N1`.
  public var id: String { rawValue.uppercased() }

  public var group: Group {
    switch rawValue.first {
    case "n": .numeric
    case "t": .terms
    case "l": .legal
    case "s": .structure
    case "y": .typography
    default: .grammar
    }
  }

  /// The name of a rule and its page; of ids that are no rules of letters, only where they are explained.
  public static func description(of id: String) -> RuleDescription? {
    guard let rule = CheckedRule(id: id) else { return nil }
    let page = "docs/rules/\(rule.group.rawValue)"
    return RuleDescription(
      id: rule.id, name: rule.name,
      page: Message(kk: "\(page).kk.md", ru: "\(page).ru.md", en: "\(page).ru.md"))
  }
}

extension CheckedRule.Group {
  public var name: Message {
    switch self {
    case .numeric: Message(kk: "Сандар", ru: "Числа", en: "Numbers")
    case .terms: Message(kk: "Терминдер", ru: "Термины", en: "Terms")
    case .legal:
      Message(kk: "Актілер мен органдар", ru: "Акты и органы", en: "Acts and bodies")
    case .structure: Message(kk: "Хаттың құрылымы", ru: "Строение письма", en: "Structure")
    case .typography: Message(kk: "Ресімдеу", ru: "Оформление", en: "Typography")
    case .grammar:
      Message(
        kk: "Грамматика және емле", ru: "Грамматика и правописание", en: "Grammar and spelling")
    }
  }
}

extension CheckedRule {
  /// What the rule is about, in a few words.
  public var name: Message {
    switch self {
    case .n1:
      Message(
        kk: "сыңары жоқ сан немесе күн", ru: "число или дата без пары",
        en: "a number or date without counterpart")
    case .n2:
      Message(
        kk: "бір сан әртүрлі нәрсеге қатысты", ru: "одно число относится к разному",
        en: "a number counts something else")
    case .n3: Message(kk: "қосынды дұрыс емес", ru: "сумма не сходится", en: "a sum is wrong")
    case .n4:
      Message(
        kk: "бөлік бүтіннен үлкен", ru: "часть больше целого", en: "a part exceeds its whole")
    case .n5:
      Message(
        kk: "аталғаны айтылған саннан көп немесе аз",
        ru: "перечислено больше или меньше, чем сказано",
        en: "a list does not have the stated length")
    case .n6:
      Message(
        kk: "үлгіге қолмен терілген сан", ru: "число набрано в шаблоне от руки",
        en: "a number typed into a template")
    case .n7:
      Message(
        kk: "санның бірлігі түсіп қалған", ru: "пропала единица числа", en: "a unit is dropped")
    case .n8:
      Message(
        kk: "күні көрсетілмеген «бүгін»", ru: "«на сегодняшний день» без даты",
        en: "“today” without a date")
    case .n9:
      Message(
        kk: "дайындалған және жіберілген құжаттар аралас",
        ru: "смешаны подготовленные и направленные документы",
        en: "prepared and sent documents are mixed")
    case .t1:
      Message(
        kk: "терминнің орнына басқа сөз", ru: "другое слово вместо термина",
        en: "another word for a term")
    case .t2:
      Message(
        kk: "қысқа атаудың анықтамасы", ru: "определение краткого названия", en: "a defined term")
    case .t3:
      Message(
        kk: "атау екі хатта әртүрлі", ru: "название в двух письмах различается",
        en: "a name differs between the languages")
    case .t4:
      Message(kk: "қысқарту", ru: "сокращение", en: "an abbreviation")
    case .t5:
      Message(
        kk: "құжат түрлері әртүрлі бөлінген", ru: "документы разделены по-разному",
        en: "documents are sorted in two ways")
    case .t6:
      Message(
        kk: "қысқа атаудың бас әрпі", ru: "прописная буква краткого названия",
        en: "capitals of a term")
    case .l1:
      Message(
        kk: "актіге сілтеме екі хатта әртүрлі", ru: "ссылки на акт в двух письмах различаются",
        en: "an act differs between the languages")
    case .l2:
      Message(
        kk: "актінің ресми емес атауы", ru: "неофициальное название акта",
        en: "not the official title of an act")
    case .l3:
      Message(
        kk: "акт хаттың күні қолданыста емес", ru: "акт не действует в день письма",
        en: "an act out of force")
    case .l4:
      Message(
        kk: "органның атауы хаттың күні қолданыста емес",
        ru: "название органа не действует в день письма",
        en: "a body's name of another time")
    case .s1:
      Message(
        kk: "сыңары жоқ абзац немесе деректеме", ru: "абзац или реквизит без пары",
        en: "a block without counterpart")
    case .s2: Message(kk: "тізім тармақтары", ru: "пункты списка", en: "items of a list")
    case .s3:
      Message(
        kk: "кіріс хатқа сілтеме", ru: "ссылка на входящее письмо", en: "incoming reference")
    case .s4:
      Message(
        kk: "қол қоюшы немесе орындаушы", ru: "подписавший или исполнитель",
        en: "signatory or executor")
    case .s5:
      Message(
        kk: "адресат немесе қосымша белгісі", ru: "адресат или отметка о приложении",
        en: "addressee or annex mark")
    case .s6:
      Message(
        kk: "сыңары жоқ мекенжай немесе телефон", ru: "адрес или телефон без пары",
        en: "an address without counterpart")
    case .y1: Message(kk: "тырнақшалар", ru: "кавычки", en: "quotation marks")
    case .y2: Message(kk: "сызықша мен дефис", ru: "тире и дефис", en: "dash and hyphen")
    case .y3: Message(kk: "№ белгісі", ru: "знак №", en: "the sign №")
    case .y4: Message(kk: "бос орындар", ru: "пробелы", en: "spaces")
    case .y5:
      Message(kk: "жалғаудың жазылуы", ru: "написание окончаний", en: "how a suffix is joined")
    case .y6:
      Message(kk: "басқа әліпбидің әріптері", ru: "буквы другого алфавита", en: "mixed scripts")
    case .y7: Message(kk: "тізім белгілері", ru: "знаки списка", en: "bullets")
    case .y8:
      Message(
        kk: "басқа тілдегі сөздер", ru: "слова другого языка", en: "text in the other language")
    case .g1:
      Message(
        kk: "сан есімнен кейінгі көпше түр", ru: "множественное число после числительного",
        en: "plural after a numeral")
    case .g2:
      Message(
        kk: "жалғаудың үндестігі", ru: "созвучие окончаний", en: "vowel harmony of suffixes")
    case .g3:
      Message(
        kk: "орысша сан есімнен кейінгі зат есім", ru: "русское существительное при числе",
        en: "form of a counted word")
    case .g4:
      Message(
        kk: "орысша баяндауыштың қиысуы", ru: "согласование сказуемого",
        en: "agreement of the predicate")
    case .g5: Message(kk: "күннің жазылуы", ru: "запись даты", en: "form of a date")
    case .g6:
      Message(
        kk: "сөз тіркесіндегі септік пен қиысу", ru: "падеж и согласование в словосочетании",
        en: "agreement of words")
    case .g7:
      Message(
        kk: "артық немесе қайталанған сөз", ru: "лишнее или повторенное слово",
        en: "a stray or doubled word")
    case .o1: Message(kk: "емле", ru: "правописание", en: "spelling")
    }
  }
}
