import Diagnostics
import Language

// What an explanation calls the terms of Kazakh grammar, in the reader's language.

extension KazakhCase {
  var name: Message {
    switch self {
    case .nominative: Message(kk: "атау", ru: "атау (именительный)", en: "nominative")
    case .genitive: Message(kk: "ілік", ru: "ілік (родительный)", en: "genitive")
    case .dative: Message(kk: "барыс", ru: "барыс (дательный)", en: "dative")
    case .accusative: Message(kk: "табыс", ru: "табыс (винительный)", en: "accusative")
    case .locative: Message(kk: "жатыс", ru: "жатыс (местный)", en: "locative")
    case .ablative: Message(kk: "шығыс", ru: "шығыс (исходный)", en: "ablative")
    case .instrumental: Message(kk: "көмектес", ru: "көмектес (творительный)", en: "instrumental")
    }
  }
}

extension KazakhStem.Kind {
  var name: Message {
    switch self {
    case .word: Message(kk: "сөз", ru: "слово", en: "word")
    case .figures: Message(kk: "цифрмен жазылған сан", ru: "число цифрами", en: "figures")
    case .unit: Message(kk: "өлшем белгісі", ru: "единица или знак", en: "unit")
    case .abbreviation: Message(kk: "қысқартылған сөз", ru: "сокращение", en: "abbreviation")
    case .latinName: Message(kk: "латынша атау", ru: "название латиницей", en: "Latin name")
    case .quotation: Message(kk: "тырнақшадағы атау", ru: "название в кавычках", en: "quoted name")
    }
  }
}

extension KazakhReading {
  var description: Message {
    let sound: Message =
      switch final {
      case .vowel: Message(kk: "дауысты дыбыс", ru: "гласный", en: "vowel")
      case .glide: Message(kk: "и, у, ю", ru: "и, у, ю", en: "и, у, ю")
      case .rhotic: Message(kk: "р, й", ru: "р, й", en: "р, й")
      case .lateral: Message(kk: "л", ru: "л", en: "л")
      case .nasal: Message(kk: "м, н, ң", ru: "м, н, ң", en: "м, н, ң")
      case .buzzing: Message(kk: "з, ж", ru: "з, ж", en: "з, ж")
      case .other: Message(kk: "басқа дауыссыз", ru: "прочий согласный", en: "another consonant")
      }
    let isBack = harmony == .back
    return Message(
      kk: "\(isBack ? "жуан" : "жіңішке"), соңы: \(sound.kk)",
      ru: "\(isBack ? "твёрдое" : "мягкое"), в конце: \(sound.ru)",
      en: "\(isBack ? "back" : "front"), at the end: \(sound.en)")
  }
}

extension KazakhStem.Source {
  var name: Message {
    switch self {
    case .lexicon:
      Message(kk: "оқылу сөздігі", ru: "словарь чтений", en: "the reading lexicon")
    case .numeral:
      Message(
        kk: "санның соңғы сөзі", ru: "последнее слово числа", en: "the number's last spoken word")
    case .spelling: Message(kk: "жазылуы", ru: "написание", en: "spelling")
    case .pronouncedWord:
      Message(
        kk: "қысқарған сөз тұтас оқылады", ru: "сокращение читается как слово",
        en: "the abbreviation is pronounced as a word")
    case .letterName:
      Message(
        kk: "соңғы әріптің аты", ru: "название последней буквы", en: "the name of the last letter")
    case .latinSpelling:
      Message(
        kk: "латынша жазылуы бойынша жорамал", ru: "догадка по латинскому написанию",
        en: "a guess from Latin spelling")
    }
  }
}

extension KazakhHarmonyRule {
  var name: Message {
    switch self {
    case .lastVowel: Message(kk: "соңғы дауысты", ru: "последний гласный", en: "the last vowel")
    case .softEnding:
      Message(
        kk: "кірме сөздің жіңішке айтылатын соңы", ru: "мягкое окончание заимствования",
        en: "a borrowed ending that sounds soft")
    case .softSign: Message(kk: "соңғы ь", ru: "ь на конце", en: "a final ь")
    case .finalKha: Message(kk: "соңғы х", ru: "х на конце", en: "a final х")
    case .softVowel: Message(kk: "ё не э", ru: "ё или э", en: "ё or э")
    case .uvular: Message(kk: "қ не ғ", ru: "қ или ғ", en: "қ or ғ")
    case .frontI: Message(kk: "соңғы дауысты и", ru: "последний гласный и", en: "a last vowel и")
    case .closedYu:
      Message(kk: "тұйық буындағы ю", ru: "ю в закрытом слоге", en: "ю in a closed syllable")
    case .closedU:
      Message(kk: "тұйық буындағы у", ru: "у в закрытом слоге", en: "у in a closed syllable")
    case .openU:
      Message(
        kk: "соңғы у, ю – алдыңғы дауысты бойынша", ru: "у, ю на конце – по гласному перед ними",
        en: "a final у or ю sounds like the vowel before it")
    case .surname:
      Message(
        kk: "-ов, -ев, -ин тегі", ru: "фамилия на -ов, -ев, -ин", en: "a surname in -ов, -ев, -ин")
    case .noVowel: Message(kk: "дауысты жоқ", ru: "гласных нет", en: "no vowel")
    }
  }
}
