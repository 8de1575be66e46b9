/// The words that are too few to follow rules: prepositions, conjunctions, pronouns, numerals, adverbs and some verbs.
enum RussianLittleWords {
  static let all: [String: RussianReading] = {
    var words: [String: RussianReading] = [:]
    func add(_ list: String, _ kinds: RussianReading.Kinds, _ subject: RussianForms = []) {
      for word in list.split(whereSeparator: \.isWhitespace) {
        var reading = words[String(word)] ?? RussianReading([])
        reading.kinds.formUnion(kinds)
        reading.subject.formUnion(subject)
        words[String(word)] = reading
      }
    }
    for (list, cases) in prepositions {
      for word in list.split(separator: " ") {
        var reading = RussianReading(.preposition)
        reading.governed = cases
        words[String(word)] = reading
      }
    }
    for line in determiners.split(separator: "\n") { addDeterminer(line, &words) }
    add(conjunctions, .conjunction)
    add(particles, .particle)
    add(pronouns, .pronoun)
    add(adverbs, .adverb)
    add("нельзя можно надо нужно необходимо возможно невозможно целесообразно вправе нет", .adverb)
    add(numerals(), .numeral)
    add("есть", [.presentVerb, .infinitive])
    add("быть", .infinitive)
    add(
      "истек истёк внес внёс вынес вынёс принес принёс нанес нанёс понес понёс смог привлек привлёк вырос возрос прошел прошёл произошел произошёл вошел вошёл",
      .pastVerb,
      RussianForms.masculine.intersection(.nominative))
    add("был", .pastVerb, RussianForms.masculine.intersection(.nominative))
    add("была", .pastVerb, RussianForms.feminine.intersection(.nominative))
    add("было", .pastVerb, RussianForms.neuter.intersection(.nominative))
    add("были", .pastVerb, RussianForms.plural.intersection(.nominative))
    add(singularVerbs, .presentVerb, RussianForms.singular.intersection(.nominative))
    add(pluralVerbs, .presentVerb, RussianForms.plural.intersection(.nominative))
    add("просим сообщим направим уточним прошу сообщаю", .presentVerb)
    return words
  }()

  /// Nouns that do not change before a hyphen.
  static let joined: Set<String> = [
    "интернет-", "веб-", "онлайн-", "медиа-", "бизнес-", "чат-", "штрих-", "премьер-", "вице-",
    "экс-", "пресс-", "арт-",
    "кибер-", "смс-", "видео-", "аудио-", "фото-", "телеграм-", "ютуб-", "контакт-", "колл-",
    "топ-", "пиар-", "тест-",
    "блок-", "генерал-", "интернет-казино-", "аккаунт-", "шоу-", "спорт-", "порно-", "спам-",
    "фишинг-", "рекламо-",
  ]

  /// Beginnings of compounds that are written as one word.
  static let beginnings = [
    "видео", "аудио", "фото", "медиа", "кибер", "теле", "радио", "авто", "мото", "мини", "микро",
    "макро", "мега", "мульти", "супер", "гипер", "био", "эко", "агро", "гидро", "электро", "энерго",
    "тепло", "водо", "нефте", "газо", "крипто", "веб", "интернет", "анти", "контр", "псевдо",
  ]

  /// What governs what; «по» and «с» have cases that only some nouns take, which the checks know.
  private static let prepositions: [(String, RussianForms)] = [
    (
      "без безо для до из изо от ото у около после кроме вместо среди против помимо ради вокруг внутри вне возле из-за "
        + "из-под касательно ввиду вследствие насчет насчёт накануне посредством относительно взамен наподобие вроде свыше",
      .genitive
    ),
    ("к ко благодаря вопреки согласно навстречу", .dative),
    ("через сквозь про", .accusative),
    ("над надо перед передо между", .instrumental),
    ("при о об обо", .prepositional),
    ("в во на", [.accusative, .prepositional]),
    ("за под подо", [.accusative, .instrumental]),
    ("с со", [.genitive, .instrumental]),
    ("по", [.dative, .accusative, .prepositional]),
  ]

  private static let conjunctions = """
    и или либо а но что чтобы если когда как где поскольку однако зато хотя пока ибо нежели чем будто то так
    """
  private static let particles = "не ни же ли бы лишь только даже уже еще ещё ведь вот именно"
  private static let pronouns = """
    он она оно они его ее её их ему ей им ими нем нём ней них него нее неё нему ним ними ею мы нас нам нами вы вас вам \
    вами я меня мне мной себя себе собой что чего чему чем чём кто кого кому кем ком это ничего никто никого нечто ничто \
    некто все всё всего всем всеми всех тем том того тому
    """
  private static let adverbs = """
    также тоже уже еще более менее больше меньше ранее раньше позднее позже далее вновь вместе полностью ежегодно \
    сегодня завтра вчера ныне теперь сейчас всегда никогда здесь там тут туда сюда куда откуда везде всюду впервые вскоре \
    опять снова наиболее наименее очень весьма слишком достаточно почти примерно приблизительно затем потом поэтому потому \
    тогда итого много мало немного вполне крайне особо особенно прежде сперва сначала вначале наконец наряду вплоть вовремя \
    рядом по-прежнему по-другому по-разному по-настоящему во-первых во-вторых в-третьих строго намного впрочем наверное напротив \
    отчасти чуть впоследствии вручную напрямую зачастую вплотную впустую вдвое втрое онлайн офлайн частично целиком дистанционно временно круглосуточно ежедневно \
    ежемесячно ежеквартально еженедельно подряд незамедлительно немедленно обратно отдельно вперед назад вовсе впредь \
    якобы соответственно устно письменно
    """
  private static let singularVerbs = """
    может будет просит входит содержит проводит вносит ведет ведёт несет несёт подлежит принадлежит состоит составит \
    влечет влечёт ставит пишет стоит выносит покажет выходит приводит достигнет носит противоречит относит наносит \
    приносит вводит выводит зависит примет направит обеспечит следит вступит приходит происходит сообщит получит производит находит допустит заслужит
    """
  private static let pluralVerbs = """
    могут будут просят входят содержат проводят вносят ведут несут подлежат принадлежат состоят составят примут направят \
    влекут ставят пишут стоят выносят покажут выходят проходят приводят носят противоречат наносят приносят \
    вводят зависят обеспечат следят вступят приходят происходят сообщат получат производят находят
    """

  /// Masculine, feminine, neuter, plural: six cases each.
  private static let determiners = """
    этот этого этому этот этим этом|эта этой этой эту этой этой|- этого этому - этим этом|эти этих этим эти этими этих
    тот - - тот - -|та той той ту той той|то - - то - -|те тех - те теми тех
    наш нашего нашему наш нашим нашем|наша нашей нашей нашу нашей нашей|наше нашего нашему наше нашим нашем|наши наших нашим наши нашими наших
    ваш вашего вашему ваш вашим вашем|ваша вашей вашей вашу вашей вашей|ваше вашего вашему ваше вашим вашем|ваши ваших вашим ваши вашими ваших
    свой своего своему свой своим своем|своя своей своей свою своей своей|свое своего своему свое своим своем|свои своих своим свои своими своих
    весь - - весь - -|вся всей всей всю всей всей|- - - - - -|- - - - - -
    какой какого какому какой каким каком|какая какой какой какую какой какой|какое какого какому какое каким каком|какие каких каким какие какими каких
    такой такого такому такой таким таком|такая такой такой такую такой такой|такое такого такому такое таким таком|такие таких таким такие такими таких
    который которого которому который которым котором|которая которой которой которую которой которой|которое которого которому которое которым котором|которые которых которым которые которыми которых
    один одного одному один одним одном|одна одной одной одну одной одной|одно одного одному одно одним одном|одни одних одним одни одними одних
    чей чьего чьему чей чьим чьем|чья чьей чьей чью чьей чьей|чье чьего чьему чье чьим чьем|чьи чьих чьим чьи чьими чьих
    """

  private static func addDeterminer(_ line: Substring, _ words: inout [String: RussianReading]) {
    let genders: [(GrammaticalNumber, RussianGender)] = [
      (.singular, .masculine), (.singular, .feminine), (.singular, .neuter), (.plural, .masculine),
    ]
    for (forms, gender) in zip(line.split(separator: "|"), genders) {
      for (form, grammaticalCase) in zip(forms.split(separator: " "), RussianCase.allCases)
      where form != "-" {
        var reading = words[String(form)] ?? RussianReading([])
        reading.kinds.insert(.determiner)
        reading.modifier.insert(RussianForms(gender.0, gender.1, grammaticalCase))
        // A living thing's accusative is its genitive.
        if grammaticalCase == .genitive, gender.1 == .masculine {
          reading.modifier.insert(RussianForms(gender.0, gender.1, .accusative))
        }
        words[String(form)] = reading
      }
    }
  }

  /// Every form of the numerals of one word.
  private static func numerals() -> String {
    let numbers =
      Array(2...20) + Array(stride(from: 30, through: 90, by: 10))
      + Array(stride(from: 100, through: 900, by: 100))
    var words: Set<String> = [
      "несколько", "нескольких", "нескольким", "несколькими", "оба", "обе", "обоих", "обеих",
    ]
    for number in numbers {
      for grammaticalCase in RussianCase.allCases {
        for gender in number == 2 ? [RussianGender.masculine, .feminine] : [.masculine] {
          let word = Russian.words(number, case: grammaticalCase, gender: gender)
          words.insert(word)
          words.insert(Russian.withoutYo(word))
        }
      }
    }
    for number in 1...9 {
      for grammaticalCase in RussianCase.allCases {
        for (group, factor) in [
          ("тысяч", 1000), ("миллион", 1_000_000), ("миллиард", 1_000_000_000),
        ] {
          let all = Russian.words(number * factor, case: grammaticalCase)
          if let word = all.split(separator: " ").last, word.hasPrefix(group) {
            words.insert(String(word))
          }
        }
      }
    }
    return words.joined(separator: " ")
  }
}
