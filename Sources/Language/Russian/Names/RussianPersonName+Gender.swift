extension RussianPersonName {
  /// The gender that the parts of a name tell, the surest first; `nil` if none does.
  static func gender(surname: String, first: String, patronymic: String) -> RussianGender? {
    genderOfPatronymic(patronymic.lowercased()) ?? genderOfFirst(first.lowercased())
      ?? genderOfSurname(surname.lowercased())
  }

  private static func genderOfPatronymic(_ lower: String) -> RussianGender? {
    let masculine = ["вич", "ич", "ыч", "улы", "ұлы", "уулу", "оглы", "оғлы", "оглу"]
    let feminine = ["вна", "чна", "шна", "кызы", "қызы", "гызы", "қызі"]
    if masculine.contains(where: lower.hasSuffix) { return .masculine }
    return feminine.contains(where: lower.hasSuffix) ? .feminine : nil
  }

  /// Of names alone those count that only men or only women bear.
  private static func genderOfFirst(_ lower: String) -> RussianGender? {
    let last = lower.split(separator: "-").last.map(String.init) ?? lower
    if men.contains(last) || ["бек", "бай", "слав"].contains(where: last.hasSuffix) {
      return .masculine
    }
    let isWoman = women.contains(last) || ["гуль", "гүл", "бике"].contains(where: last.hasSuffix)
    return isWoman ? .feminine : nil
  }

  private static func genderOfSurname(_ lower: String) -> RussianGender? {
    let last = lower.split(separator: "-").last.map(String.init) ?? lower
    let masculine = ["ский", "цкий", "ской", "цкой", "ый"]
    let feminine = ["ская", "цкая"]
    if masculine.contains(where: last.hasSuffix) { return .masculine }
    if feminine.contains(where: last.hasSuffix) { return .feminine }
    if RussianNameForms.isPossessive(last[...]) { return .masculine }
    let isFeminine =
      last.hasSuffix("а") && RussianNameForms.isPossessive(last.dropLast())
      && !RussianNameForms.nounsInIna.contains(last)
    return isFeminine ? .feminine : nil
  }

  private static let men: Set<String> = [
    "александр", "алексей", "анатолий", "андрей", "антон", "аркадий", "артем", "артём", "борис",
    "вадим", "валентин", "валерий", "василий", "виктор", "виталий", "владимир", "владислав",
    "вячеслав", "геннадий", "георгий", "григорий", "данил", "даниил", "денис", "дмитрий",
    "евгений", "егор", "иван", "игорь", "илья", "кирилл", "константин", "лев", "леонид", "максим",
    "марат", "михаил", "никита", "николай", "олег", "павел", "пётр", "петр", "роман", "руслан",
    "сергей", "станислав", "степан", "тимофей", "тимур", "федор", "фёдор", "юрий", "яков",
    "ярослав", "абай", "азамат", "айбек", "айдар", "айдос", "алихан", "алмаз", "алмат", "арман",
    "аскар", "асхат", "ахмет", "бакыт", "бакытжан", "багдат", "бауыржан", "бахыт", "бекзат",
    "берик", "бауржан", "болат", "галым", "галымжан", "ганибек", "дамир", "данияр", "дархан",
    "даулет", "дидар", "ерболат", "ербол", "ержан", "ерлан", "ермек", "жанибек", "жандос",
    "жомарт", "жумабай", "канат", "касым", "кайрат", "марлен", "медет", "мурат", "мухтар",
    "нурбол", "нурлан", "нурсултан", "нуржан", "олжас", "рахим", "ринат", "рустам", "рустем",
    "сабит", "самат", "санжар", "серик", "серикбай", "султан", "талгат", "тимурлан", "темирлан",
    "тохтар", "ерсултан", "дінмұхамед", "динмухамед", "мұрат", "нұрлан", "нұрсұлтан", "серікбай",
    "серік", "қанат", "қайрат", "қасым", "асқар", "бақытжан", "әлихан",
  ]

  private static let women: Set<String> = [
    "александра", "алла", "алёна", "алена", "алина", "анастасия", "анна", "антонина", "валентина",
    "валерия", "варвара", "вера", "вероника", "виктория", "галина", "дарья", "диана", "евгения",
    "екатерина", "елена", "елизавета", "жанна", "зинаида", "зоя", "инна", "ирина", "карина",
    "кристина", "ксения", "лариса", "лидия", "людмила", "любовь", "маргарита", "марина", "мария",
    "надежда", "наталия", "наталья", "нина", "оксана", "ольга", "полина", "раиса", "светлана",
    "софия", "софья", "тамара", "татьяна", "ульяна", "юлия", "яна", "аида", "айгерим",
    "айгуль", "айжан", "айнур", "айсулу", "айша", "акмарал", "алия", "альфия", "алтынай", "анар",
    "асель", "асем", "бахытгуль", "бибигуль", "ботагоз", "галия", "гаухар", "гульжан",
    "гульмира", "гульнар", "гульнара", "дариға", "дарига", "динара", "жамиля", "жанар",
    "зарина", "зауре", "зульфия", "индира", "камила", "карлыгаш", "куралай", "кулян",
    "лаура", "лейла", "ляззат", "мадина", "майра", "макпал", "маржан", "меруерт", "назгуль",
    "рабига", "роза", "сабина", "салтанат", "сания", "сауле", "толкын", "шолпан",
    "шынар", "эльмира", "әйгерім", "айгүл", "гүлнар", "гүлнара", "әсел", "ақмарал",
  ]
}
