extension FactScanner {
  // MARK: Figures alone

  /// «15.12.2021», «2021-12-15», «15/12/2021».
  mutating func numericDate() -> Bool {
    let first = position
    guard let (head, middle, tail) = threeNumbers(first) else { return false }
    let separator = tokens[first + 1].text
    let year: Int
    let day: Int
    if separator != "." && separator != "/", head.length == 4 {
      (year, day) = (head.value, tail.value)
    } else if separator == "." || separator == "/",
      tail.length == 4 || tail.length == 2 && separator == "."
    {
      (year, day) = (tail.length == 2 ? 2000 + tail.value : tail.value, head.value)
    } else {
      return false
    }
    guard (1800...2199).contains(year), middle.length <= 2, (1...12).contains(middle.value),
      (1...39).contains(day)
    else { return false }
    // «15.12.2021 ж.», «15.12.2021 г.»
    let noun = isYearNoun(first + 5) ? afterStop(first + 6) : first + 5
    add(.date, .date(year: year, month: middle.value, day: day), first..<noun) {
      $0.isSure = head.length == 4 || tail.length != 2
    }
    position = afterSuffix(position)
    return true
  }

  private typealias Part = (value: Int, length: Int)

  /// Three numbers with the same mark between them and no space.
  private func threeNumbers(_ first: Int) -> (Part, Part, Part)? {
    guard first + 4 < tokens.count, tokens[first + 1].kind == .mark,
      tokens[first + 3].kind == .mark,
      tokens[first + 1].text == tokens[first + 3].text
        || isHyphen(first + 1) && isHyphen(first + 3),
      tokens[first + 1].text == "." || tokens[first + 1].text == "/" || isHyphen(first + 1),
      tokens[(first + 1)...(first + 4)].allSatisfy({ $0.gap == .none }),
      !(isMark(first + 5, tokens[first + 1].mark) && isJoined(first + 5) && isNumber(first + 6)
        && isJoined(first + 6))
    else { return nil }
    var parts: [Part] = []
    for index in stride(from: first, through: first + 4, by: 2) {
      guard let value = plainNumber(index, length: 4) else { return nil }
      parts.append((value, tokens[index].text.utf8.count))
    }
    return (parts[0], parts[1], parts[2])
  }

  // MARK: Times

  /// «14:30», «15.00-де», «в 15 часов».
  mutating func clock() -> Bool {
    let first = position
    guard let hour = plainNumber(first, length: 2), hour <= 24 else { return false }
    if let minute = minutes(after: first) {
      let suffix = afterSuffix(first + 3)
      let isClock =
        isMark(first + 1, ":") || isWord(suffix, "ч", "час", "часов", "сағат")
        || isClockWord(first - 1) && isMark(first + 1, ".") && isWholeMinute(minute)
      guard isClock else { return false }
      add(.time, .time(hour: hour, minute: minute), first..<first + 3)
      position = suffix
      return true
    }
    guard language == .ru, isWord(first - 1, "в", "к"),
      isWord(first + 1, "час", "часа", "часов", "часам", "ч")
    else { return false }
    let noun = afterStop(first + 2)
    if let minute = plainNumber(noun, length: 2), minute < 60,
      isWord(noun + 1, "минут", "минуты", "минута", "минуту", "мин")
    {
      add(.time, .time(hour: hour, minute: minute), first..<afterStop(noun + 2))
    } else {
      add(.time, .time(hour: hour, minute: 0), first..<noun)
    }
    return true
  }

  /// «сағат 15-те», «сағат 15.00-де».
  mutating func clockAfterNoun() -> Bool {
    let first = position + 1
    guard language == .kk, let hour = plainNumber(first, length: 2), hour <= 24 else {
      return false
    }
    position = first
    if let minute = minutes(after: first) {
      add(.time, .time(hour: hour, minute: minute), first..<first + 3)
    } else {
      guard !isJoined(first + 1) || isHyphen(first + 1) || tokens[first + 1].kind == .mark else {
        return false
      }
      add(.time, .time(hour: hour, minute: 0), first..<first + 1)
    }
    position = afterSuffix(position)
    return true
  }

  private func minutes(after index: Int) -> Int? {
    guard isMark(index + 1, ":") || isMark(index + 1, "."), isJoined(index + 1),
      isJoined(index + 2), tokens[index + 2].text.utf8.count == 2,
      let minute = plainNumber(index + 2), minute < 60,
      !(isMark(index + 3, ".") && isJoined(index + 3) && isNumber(index + 4) && isJoined(index + 4))
    else { return nil }
    return minute
  }

  private func isClockWord(_ index: Int) -> Bool {
    language == .kk
      ? isWord(index, "сағат") : isWord(index, "в", "с", "до", "к", "по", "часов")
  }

  private func isWholeMinute(_ minute: Int) -> Bool { minute % 5 == 0 }

  // MARK: Years

  /// «2021 жылғы …», «2021 года», «2021–2023 жылдары»: one year or several, and of Kazakh ones the days and months that follow.
  mutating func years() -> Bool {
    let first = position
    guard yearNumber(first) != nil, let (numbers, noun) = yearList(first) else { return false }
    let end = afterStop(noun + 1)
    if numbers.count == 1, let year = yearNumber(first), language == .kk {
      position = end
      if kazakhDate(of: year, from: first) { return true }
      position = first
    }
    for number in numbers {
      guard let year = yearNumber(number) else { continue }
      add(.year, .year(year), number..<number + 1)
    }
    position = end
    return true
  }

  /// The four-figure numbers before a word for "year".
  private func yearList(_ first: Int) -> (numbers: [Int], noun: Int)? {
    var numbers = [first]
    var index = afterSuffix(first + 1)
    while !isYearNoun(index) {
      if isHyphen(index), isYearNoun(index + 1) { return (numbers, index + 1) }
      guard
        isDash(index) || isMark(index, ",") || isMark(index, "/")
          || isWord(index, "и", "по", "до", "және", "мен", "бен", "пен"),
        yearNumber(index + 1) != nil, numbers.count < 8
      else { return nil }
      numbers.append(index + 1)
      index = afterSuffix(index + 2)
    }
    return (numbers, index)
  }

  /// What a Kazakh year leads: «2021 жылғы 15 желтоқсан», «2021 жылғы IV тоқсан», «2021 жылғы қаңтар».
  private mutating func kazakhDate(of year: Int, from first: Int) -> Bool {
    let count = facts.count
    var start = position
    if isQuote(start), isNumber(start + 1) { start += 1 }
    position = start
    lastYear = (year, start)
    guard
      days() || (sense(position)?.month != nil && month())
        || (sense(position)?.numeral != nil || romanNumeral(position) != nil
          || plainNumber(position) != nil) && quarter()
    else {
      lastYear = nil
      return false
    }
    guard facts.count > count else { return false }
    facts[count].tokens = first..<facts[count].tokens.upperBound
    facts[count].range = tokens[first].range.lowerBound..<facts[count].range.upperBound
    return true
  }

  private func isQuote(_ index: Int) -> Bool {
    isMark(index, "«") || isMark(index, "\"") || isMark(index, "“") || isMark(index, "»")
      || isMark(index, "”")
  }

  // MARK: Days

  /// «15 декабря 2021 года», «4 – 15 қараша», «1, 5 и 10 ноября».
  mutating func days() -> Bool {
    let first = position
    guard let (days, monthIndex) = dayList(first), let month = sense(monthIndex)?.month else {
      return false
    }
    var end = monthIndex + 1
    var year = inheritedYear(first)
    var ownYear: Int?
    if let number = yearNumber(end), hasYear(after: monthIndex, at: end) {
      ownYear = number
      let noun = isYearNoun(end + 1) ? afterStop(end + 2) : end + 1
      end = noun
    }
    year = ownYear ?? year
    let start = facts.count
    for (index, day) in days {
      let isLast = index == days.last?.index
      guard let value = plainNumber(index, length: 2) else { continue }
      _ = day
      add(
        .date, .date(year: year, month: month, day: value),
        index..<(isLast ? end : index + 1))
    }
    close(from: start, first, year, ownYear)
    return true
  }

  /// The days before the name of a month.
  private func dayList(_ first: Int) -> (days: [(index: Int, day: Int)], month: Int)? {
    var days: [(index: Int, day: Int)] = []
    var index = first
    while days.count < 16 {
      guard let day = plainNumber(index, length: 2), day > 0 else { return nil }
      days.append((index, day))
      // «38 нұсқаманың 17-сін шілдеде»: no day.
      if afterSuffix(index + 1) > index + 1, isPossessiveSuffix(index + 2), language == .kk,
        token(index + 2)?.lowercased.hasSuffix("н") ?? false
      {
        return nil
      }
      index = afterSuffix(index + 1)
      // «15» желтоқсан
      if isQuote(index), isQuote(index - 2) { index += 1 }
      if sense(index)?.month != nil { return (days, index) }
      guard
        isDash(index) || isMark(index, ",")
          || isWord(index, "и", "по", "до", "и/или", "және", "мен", "бен", "пен", "или")
      else { return nil }
      index += 1
      if isQuote(index) { index += 1 }
    }
    return nil
  }

  /// Whether a four-figure number behind a month is its year.
  private func hasYear(after month: Int, at index: Int) -> Bool {
    switch language {
    case .ru:
      return isYearNoun(index + 1) || tokens[index].gap != .line && sense(index + 1)?.thing == nil
    case .kk:
      // «15 желтоқсан 2021 жыл», but «15 желтоқсанда 2021 жылғы бюджет».
      return sense(month)?.ending.isEmpty == true && isYearNoun(index + 1)
        && sense(index + 1)?.ending.contains(.attributive) == false
    }
  }

  /// The year that a date before gives to the one at `index`: «2021 жылғы 1 қаңтардан 15 желтоқсанға дейін».
  private func inheritedYear(_ index: Int) -> Int? {
    guard let (year, end) = lastYear, language == .kk, areConnected(end, index) else { return nil }
    return year
  }

  /// Whether nothing but what joins two dates stands between two places.
  private func areConnected(_ end: Int, _ start: Int) -> Bool {
    guard end <= start, start - end < 4 else { return false }
    return (end..<start).allSatisfy {
      isDash($0) || isMark($0, ",") || isQuote($0)
        || isWord(
          $0, "и", "с", "со", "по", "до", "и/или", "или", "бастап", "және", "мен", "бен", "пен",
          "айы", "ай")
    }
  }

  /// Gives the year of dates or months to those without one beside them.
  private mutating func close(from start: Int, _ first: Int, _ year: Int?, _ ownYear: Int?) {
    if let year {
      lastYear = (year, position)
      if language == .ru, !undated.isEmpty, areConnected(undatedEnd, first) {
        for index in undated { facts[index].value = facts[index].value.inYear(year) }
      }
      undated = []
    } else {
      if !areConnected(undatedEnd, first) { undated = [] }
      undated += start..<facts.count
      undatedEnd = position
    }
  }

  // MARK: Months and quarters

  /// A month without a day, of a year or without: «қаңтар – қыркүйек», «в декабре 2021 года».
  mutating func month() -> Bool {
    let first = position
    guard let sense = sense(first), let month = sense.month else { return false }
    var end = first + 1
    var year = inheritedYear(first)
    var ownYear: Int?
    if let number = yearNumber(end), isYearNoun(end + 1), hasYear(after: first, at: end) {
      ownYear = number
      end = afterStop(end + 2)
    }
    year = ownYear ?? year
    if year == nil, isSeason(first) { return false }
    let isNamed = tokens[first].isCapitalized && year == nil
    let isSure = year != nil || !isNamed && isMonthContext(first)
    let start = facts.count
    for number in [sense.firstMonth, month].compactMap(\.self) {
      add(.month, .month(year: year, month: number), first..<end) { $0.isSure = isSure }
    }
    if sense.firstMonth != nil,
      let hyphen = tokens[first].text.utf8.firstIndex(where: { $0 < 0x80 || $0 == 0xE2 })
    {
      // «қаңтар-қыркүйек»: each month has its part of the word.
      let end =
        tokens[first].range.lowerBound
        + tokens[first].text.utf8.distance(from: tokens[first].text.utf8.startIndex, to: hyphen)
      facts[start].range = facts[start].range.lowerBound..<end
      facts[start + 1].range = end..<facts[start + 1].range.upperBound
    }
    if self.sense(position)?.calendar == .month { position += 1 }
    close(from: start, first, year, ownYear)
    return true
  }

  /// «Жылыту маусымына»: the word for June is also that for a season.
  private func isSeason(_ index: Int) -> Bool {
    guard language == .kk, sense(index)?.month == 6, sense(index)?.firstMonth == nil,
      !isMonthContext(index), !isYearNoun(index - 1), !isWholeCell(index)
    else { return false }
    return sense(index - 2)?.month == nil && sense(index + 2)?.month == nil
  }

  /// A month that has a cell of a table to itself, as in a table of months.
  private func isWholeCell(_ index: Int) -> Bool {
    let next = token(index + 1)
    return (index == 0 || tokens[index].gap == .line) && next?.gap == .line
  }

  private func isMonthContext(_ index: Int) -> Bool {
    switch language {
    case .kk: return sense(index + 1)?.calendar == .month
    case .ru:
      return isWord(
        index - 1, "в", "с", "за", "по", "до", "к", "на", "начала", "конца", "начале", "конце")
    }
  }

  /// «IV тоқсан», «во втором квартале 2022 года», «I–III кварталы», «2023 жылғы I жартыжылдық».
  mutating func quarter() -> Bool {
    let first = position
    var numbers: [(number: Int, index: Int)] = []
    var index = first
    while numbers.count < 4, let number = quarterNumber(index) {
      numbers.append((number, index))
      index = afterSuffix(index + 1)
      if isHyphen(index), isJoined(index), let unit = sense(index + 1)?.calendar, unit != .year {
        index += 1
      }
      if let unit = sense(index)?.calendar, unit == .quarter || unit == .halfYear {
        return addQuarters(numbers, noun: index, unit)
      }
      guard
        isDash(index) || isMark(index, ",") || isWord(index, "и", "по", "және", "мен", "бен", "пен")
      else { return false }
      index += 1
    }
    return false
  }

  private mutating func addQuarters(
    _ numbers: [(number: Int, index: Int)], noun: Int, _ unit: WordSense.CalendarUnit
  ) -> Bool {
    let first = position
    var end = noun + 1
    var year = inheritedYear(first)
    if let number = yearNumber(end), isYearNoun(end + 1), language == .ru {
      year = number
      end = afterStop(end + 2)
    }
    for (number, index) in numbers {
      let isLast = index == numbers.last?.index
      add(
        unit == .quarter ? .quarter : .halfYear,
        unit == .quarter
          ? .quarter(year: year, number: number) : .halfYear(year: year, number: number),
        index..<(isLast ? end : index + 1))
    }
    if let year { lastYear = (year, position) }
    return true
  }

  private func quarterNumber(_ index: Int) -> Int? {
    if let roman = romanNumeral(index) { return roman < 5 ? roman : nil }
    if let number = plainNumber(index, length: 1) { return (1...4).contains(number) ? number : nil }
    guard let sense = sense(index), sense.isOrdinal, case .value(let value)? = sense.numeral,
      (1...4).contains(value)
    else { return nil }
    return value
  }
}

extension FactValue {
  /// The same day, month or quarter of a year, if it has none.
  func inYear(_ year: Int) -> FactValue {
    switch self {
    case .date(year: nil, let month, let day): .date(year: year, month: month, day: day)
    case .month(year: nil, let month): .month(year: year, month: month)
    case .quarter(year: nil, let number): .quarter(year: year, number: number)
    case .halfYear(year: nil, let number): .halfYear(year: year, number: number)
    default: self
    }
  }
}
