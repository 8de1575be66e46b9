/// Characters that count: the letters of a list, the digits of a script.
struct Alphabet: Hashable, Sendable {
  let characters: [Character]

  init(_ characters: String) { self.characters = Array(characters) }

  static let latin = Alphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  /// Without Ё, Й, Ъ, Ы and Ь, which Word leaves out of lists.
  static let russian = Alphabet("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ")

  /// Formats that write letters, by their names in the markup.
  static let lists = [
    "aiueo": Alphabet("ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"),
    "aiueoFullWidth": Alphabet("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"),
    "iroha": Alphabet("ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ"),
    "irohaFullWidth": Alphabet("イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"),
    "ganada": Alphabet("가나다라마바사아자차카타파하"),
    "chosung": Alphabet("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    "arabicAlpha": Alphabet("أبتثجحخدذرزسشصضطظعغفقكلمنهوي"),
    "arabicAbjad": Alphabet("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
    "hebrew2": Alphabet("אבגדהוזחטיכלמנסעפצקרשת"),
    "thaiLetters": Alphabet("กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"),
    "hindiVowels": Alphabet("अआइईउऊऋऌऍऎएऐऑऒओऔ"),
    "hindiConsonants": Alphabet("कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"),
    "chicago": Alphabet("*†‡§"),
  ]

  /// Formats that write one sign for each number and are used up by it.
  static let signs = [
    "decimalEnclosedCircle": Alphabet("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    "decimalEnclosedCircleChinese": Alphabet("①②③④⑤⑥⑦⑧⑨⑩"),
    "decimalEnclosedFullstop": Alphabet("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "decimalEnclosedParen": Alphabet("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "ideographEnclosedCircle": Alphabet("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "ideographTraditional": Alphabet("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": Alphabet("子丑寅卯辰巳午未申酉戌亥"),
  ]

  /// Formats that write decimal numbers with digits of their own.
  static let digits = [
    "decimalFullWidth": Alphabet("０１２３４５６７８９"),
    "decimalFullWidth2": Alphabet("０１２３４５６７８９"),
    "hindiNumbers": Alphabet("०१२३४५६७८९"),
    "thaiNumbers": Alphabet("๐๑๒๓๔๕๖๗๘๙"),
    "ideographDigital": Alphabet("〇一二三四五六七八九"),
    "japaneseDigitalTenThousand": Alphabet("〇一二三四五六七八九"),
    "taiwaneseDigital": Alphabet("○一二三四五六七八九"),
    "koreanDigital": Alphabet("영일이삼사오육칠팔구"),
    "koreanDigital2": Alphabet("零一二三四五六七八九"),
  ]

  /// A, B … Z, AA, BB …: Word repeats the letter.
  func repeated(_ number: Int) -> String {
    guard number > 0 else { return "" }
    let index = (number - 1) % characters.count
    // A list of letters that long is no list; the bound keeps a hostile start from filling memory.
    let count = min((number - 1) / characters.count + 1, 64)
    return String(repeating: characters[index], count: count)
  }

  func sign(_ number: Int) -> String? {
    characters.indices.contains(number - 1) ? String(characters[number - 1]) : nil
  }

  func digits(of number: Int) -> String {
    String(String(number).map { $0.wholeNumberValue.map { characters[$0] } ?? $0 })
  }
}
