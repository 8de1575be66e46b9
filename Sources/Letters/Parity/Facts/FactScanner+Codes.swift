import Language

extension FactScanner {
  /// What stands after №: «№ ДС-343», «№ 14-06/2219».
  mutating func reference() {
    position += 1
    if isMark(position, "№") { position += 1 }
    // «№ 1 қосымша», «приложение № 1» are places.
    if isNumber(position), language == .kk, sense(position + 1)?.level == .annex,
      let number = plainNumber(position)
    {
      return add(.place, .place(.annex, String(number)), position..<position + 2)
    }
    let start = position
    guard let end = codeEnd(start) else { return }
    let value = CodeText.canonical(tokens[start..<end].map(\.text))
    guard value.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return }
    add(.reference, .code(value), start..<end)
  }

  /// Letters and figures without spaces: «COVID-19», «А4», «45/23», «219-III».
  mutating func code() -> Bool {
    let first = position
    guard let end = codeEnd(first), end > first + 1 else { return false }
    let parts = first..<end
    let numbers = parts.filter { tokens[$0].kind == .number }
    let words = parts.filter { tokens[$0].kind == .word }
    guard !numbers.isEmpty else { return false }
    if words.isEmpty {
      // «10-15» and «10–15» are two numbers, «11-2» is not; a point makes a decimal or several of them a code.
      let marks = parts.filter { tokens[$0].kind == .mark }
      if marks.allSatisfy({ isMark($0, ".") }) {
        if marks.count < 2 { return false }
      } else if marks.allSatisfy(isHyphen), numbers.count == 2,
        let from = plainNumber(numbers[0]), let to = plainNumber(numbers[1]), from < to
      {
        return false
      }
    } else if tokens[first].kind == .number {
      // An ending or a whole word: «15-тен», «24-часовой».
      guard let word = words.first, words.count == 1 || numbers.count > 1,
        tokens[word].text.unicodeScalars.first.map({ $0.properties.isUppercase }) ?? false
      else { return false }
      if sense(word)?.thing != nil, !isHyphen(first + 1) { return false }
    } else if !tokens[first].isCapitalized, words.count == 1, numbers.count == 1,
      !isHyphen(first + 1)
    {
      // «стр.5» and the like are no code.
      guard tokens[first].text.unicodeScalars.count < 3, isJoined(first + 1), isNumber(first + 1)
      else { return false }
    } else if !tokens[first].isCapitalized, isHyphen(first + 1),
      tokens[first].text.unicodeScalars.count > 2
    {
      // «хаттары-38» is a dash without its spaces.
      return false
    } else if tokens[first].kind == .word, isMark(first + 1, ".") {
      return false
    }
    var texts = tokens[parts].map(\.text)
    var range = text.range(first...end - 1)
    // «P2P-аударым»: the common word behind the hyphen is translated.
    if let last = texts.last,
      let hyphen = last.firstIndex(where: { $0 == "-" || $0 == "\u{2011}" }),
      last[last.index(after: hyphen)...].unicodeScalars.first?.properties.isLowercase ?? false
    {
      texts[texts.count - 1] = String(last[..<hyphen])
      range = range.lowerBound..<range.upperBound - last[hyphen...].utf8.count
    }
    add(.code, .code(CodeText.canonical(texts)), parts) { $0.range = range }
    position = afterSuffix(position)
    return true
  }

  /// The end of words and figures that follow each other without a space, with marks between them.
  private func codeEnd(_ first: Int) -> Int? {
    guard let head = token(first), head.kind == .word || head.kind == .number else { return nil }
    var index = first + 1
    while let token = token(index), token.gap == .none {
      if token.kind == .word || token.kind == .number {
        index += 1
      } else if isHyphen(index) || token.isMark("/") || token.isMark("."), isJoined(index + 1),
        let next = self.token(index + 1), next.kind == .word || next.kind == .number
      {
        // A Kazakh or Russian ending belongs to the sentence.
        if isHyphen(index), next.kind == .word, !next.isCapitalized, isEndOfCode(index + 2) {
          break
        }
        index += 2
      } else {
        break
      }
    }
    return index
  }

  private func isEndOfCode(_ index: Int) -> Bool {
    guard let token = token(index), token.gap == .none else { return true }
    return token.kind == .mark && !isHyphen(index) && !token.isMark("/")
  }

  /// «N 84» and «No 84», as some programs write the number sign.
  func latinNumberSign() -> Bool {
    let token = tokens[position]
    guard token.text == "N" || token.text == "No", let next = self.token(position + 1) else {
      return false
    }
    return next.kind == .number && next.gap != .none
  }

  /// «1)» within a sentence.
  mutating func numberedLabel() -> Bool {
    guard isMark(position + 1, ")"), isJoined(position + 1),
      let number = plainNumber(position, length: 2),
      position == 0 || isMark(position - 1, ":") || isMark(position - 1, ";")
        || isMark(position - 1, ",") || tokens[position].gap == .line
    else { return false }
    add(.label, .label(String(number)), position..<position + 1)
    position += 1
    return true
  }

  /// «egov.kz-те»: an address with an ending.
  mutating func hostWithSuffix() -> Bool {
    let first = position
    guard isASCIIWord(first), isMark(first + 1, "."), isJoined(first + 1), isJoined(first + 2),
      let last = token(first + 2), last.kind == .word
    else { return false }
    let domain = last.lowercased.prefix { $0.isASCII && $0.isLetter }
    guard domain.count > 1,
      domain.utf8.count == last.lowercased.utf8.count
        || last.lowercased.dropFirst(domain.count).first == "-"
    else { return false }
    add(.address, .address(tokens[first].lowercased + "." + domain), first..<first + 3)
    return true
  }

  private func isASCIIWord(_ index: Int) -> Bool {
    tokens[index].text.utf8.allSatisfy { $0 < 0x80 }
  }

  // MARK: Telephones

  /// «8 (7172) 74-03-55», «+7 701 123 45 67», «74-05-12», «тел. 745600».
  mutating func phone() -> Bool {
    let first = position
    var index = first
    var digits = ""
    var groups = 0
    var hasOnlyHyphens = true
    if isMark(index, "+") { index += 1 }
    var end = index
    while let token = token(index) {
      // What stands in another cell of a table is another number.
      if groups > 0, token.gap == .line { break }
      if token.kind == .number {
        guard !token.text.utf8.contains(UInt8(ascii: ",")) else { break }
        for scalar in token.text.unicodeScalars where scalar.isFigure {
          digits.unicodeScalars.append(scalar)
        }
        if token.text.unicodeScalars.contains(where: \.isSpaceOfText) { hasOnlyHyphens = false }
        groups += 1
        end = index + 1
      } else if isHyphen(index), isJoined(index), isJoined(index + 1), isNumber(index + 1) {
        index += 1
        continue
      } else if token.isMark("("), isNumber(index + 1), isMark(index + 2, ")") {
        hasOnlyHyphens = false
      } else if token.isMark(")"), isNumber(index - 1), isMark(index - 2, "("), index - 2 >= first {
      } else {
        break
      }
      index += 1
      if let next = self.token(index), next.kind == .number, next.gap != .none {
        hasOnlyHyphens = false
      }
      if digits.utf8.count >= 11 { break }
    }
    let isInternational =
      (digits.utf8.count == 11
        && (digits.hasPrefix("7") && isMark(first, "+") || digits.hasPrefix("8")
          || digits.hasPrefix("77")))
      && groups > 2
    let isLocal =
      hasOnlyHyphens && groups > 2 && (5...7).contains(digits.utf8.count)
      && (first..<end).allSatisfy {
        tokens[$0].kind == .mark || (2...3).contains(tokens[$0].text.utf8.count)
      }
    let isCity =
      isMark(first - 1, "(")
      || groups > 2 && (digits.utf8.count == 10 && tokens[first].text.utf8.count > 2)
    let isNamed = followsPhoneWord(first) && (3...11).contains(digits.utf8.count)
    guard isInternational || isLocal || isNamed || isCity && digits.utf8.count == 10 else {
      return false
    }
    if digits.utf8.count == 11 { digits.removeFirst() }
    add(.phone, .phone(digits), first..<end)
    return true
  }

  private func followsPhoneWord(_ first: Int) -> Bool {
    var index = first - 1
    while isMark(index, ".") || isMark(index, ":") || isMark(index, "№") || isDash(index) {
      index -= 1
    }
    if isWord(
      index, "тел", "телефон", "телефоны", "телефону", "телефона", "факс", "внутр", "ішкі", "моб",
      "ұялы")
    {
      return true
    }
    // «Исп.: Жунусова Б., 745600»
    guard isMark(first - 1, ","), isWord(0, "орындаған", "орындаушы", "орынд", "исп", "исполнитель")
    else { return false }
    return true
  }
}

/// Codes in one spelling.
enum CodeText {
  /// Capitals with plain hyphens, letters that look alike as the same, the zero-width and the spaces left out.
  static func canonical(_ parts: [String]) -> String {
    var text = ""
    for scalar in parts.joined().unicodeScalars where !scalar.isSpaceOfText && scalar != "\u{AD}" {
      if scalar.isHyphen {
        text.append("-")
      } else if scalar.isASCII {
        text += scalar.properties.uppercaseMapping
      } else {
        let capital = scalar.properties.uppercaseMapping
        text += lookalikes[capital] ?? capital
      }
    }
    return text
  }

  /// Cyrillic capitals that look like Latin ones.
  private static let lookalikes: [String: String] = [
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C",
    "Т": "T", "У": "Y",
    "Х": "X", "І": "I", "Ү": "Y", "Һ": "H", "Ѕ": "S", "Ј": "J",
  ]
}

/// Addresses of the web and of electronic mail in one spelling.
enum CanonicalAddress {
  /// Without the scheme and the last slash, the host in small letters.
  static func text(_ address: String) -> String {
    var rest = Substring(address)
    for scheme in ["https://", "http://"] where rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
      break
    }
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    var path = rest.dropFirst(host.count)
    if path == "/" { path = "" }
    return host.lowercased() + path
  }
}
