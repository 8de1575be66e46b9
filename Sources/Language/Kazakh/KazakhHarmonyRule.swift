/// What in the spelling of a word told its harmony; an explanation names it.
public enum KazakhHarmonyRule: String, Hashable, Sendable, CaseIterable {
  /// The last vowel is plainly back or front: жоба, сілтеме.
  case lastVowel = "last-vowel"
  /// A borrowed ending that sounds soft whatever its vowel: банк, пункт, педагог.
  case softEnding = "soft-ending"
  /// A final ь softens: медаль.
  case softSign = "soft-sign"
  /// A final х hardens: цех.
  case finalKha = "final-kha"
  /// ё and э sound soft: костюмёр, поэт.
  case softVowel = "soft-vowel"
  /// қ or ғ stands in back words only: қазақи.
  case uvular
  /// и is front where nothing tells otherwise: тариф.
  case frontI = "front-i"
  /// A closed ю is front: костюм.
  case closedYu = "closed-yu"
  /// A closed у is back: институт.
  case closedU = "closed-u"
  /// An open у or ю sounds like the vowel before it: оқу, еру.
  case openU = "open-u"
  /// A surname in -ов, -ев sounds like the vowel before its ending, one in -ин, as a patronymic in -ич, soft.
  case surname
  /// No vowel at all: back.
  case noVowel = "no-vowel"
}
