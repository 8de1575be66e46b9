import Diagnostics

/// Whether names in quotes are the same in both originals, and in the whole of a letter (`T3`).
struct NameComparison {
  let comparison: TermComparison
  private let spelling: SpellChecker?

  init(_ comparison: TermComparison, _ spelling: SpellChecker?) {
    self.comparison = comparison
    self.spelling = spelling
  }

  /// A quoted name that is no title of an act.
  struct Name {
    let language: LetterLanguage
    let paragraph: Int
    let quoted: QuotedName
    var text: String { quoted.text }
  }

  func findings() -> [Diagnostic] {
    let names = LetterLanguage.allCases.map { language in
      comparison.letters[language].paragraphs.flatMap { paragraph -> [Name] in
        guard paragraph.requisite != .letterhead, paragraph.requisite != .mark else { return [] }
        return comparison[language].names[paragraph.index].map {
          Name(language: language, paragraph: paragraph.index, quoted: $0)
        }
      }
    }
    var reported: [Range<Int>: Set<String>] = [:]
    func isNew(_ name: Name) -> Bool {
      reported[name.quoted.range, default: []].insert("\(name.language) \(name.paragraph)").inserted
    }
    var found: [Diagnostic] = []
    for (wrong, diagnostic) in renamed(names) + between(names[0], names[1]) + slips(names)
      + renderings(names[0], names[1])
    where isNew(wrong) {
      found.append(diagnostic)
    }
    return found
  }

  func place(_ name: Name) -> Place {
    let letter = comparison.letters[name.language]
    return letter.place(of: name.quoted.range, in: letter.paragraphs[name.paragraph])
  }

  func block(_ name: Name) -> Int? {
    comparison.pairs.block(of: name.paragraph, in: name.language)
  }

  // MARK: A system and its short form

  /// Names of information systems that are other ones than the letter's definition has.
  private func renamed(_ names: [[Name]]) -> [(Name, Diagnostic)] {
    comparison.pairs.pairs.flatMap { pair -> [(Name, Diagnostic)] in
      let definitions = [comparison.kk.definitions[pair.kk], comparison.ru.definitions[pair.ru]]
      guard let kk = definitions[0].quotedName, let ru = definitions[1].quotedName else {
        return []
      }
      return zip(LetterLanguage.allCases, names).flatMap { language, names in
        let definition = definitions[language == .kk ? 0 : 1]
        let right = language == .kk ? kk : ru
        return fullAndShort(definition, right, language, names)
          + uses(of: definition, right, language, names)
      }
    }
  }

  /// «Кибернадзор» ақпараттық жүйесі (бұдан әрі – «Киберқадағалау» АЖ)
  private func fullAndShort(
    _ definition: LetterDefinition, _ short: String, _ language: LetterLanguage, _ names: [Name]
  ) -> [(Name, Diagnostic)] {
    let tokens = comparison.letters[language].paragraphs[definition.paragraph].text.tokens
    guard
      let full = names.last(where: {
        $0.paragraph == definition.paragraph
          && $0.quoted.tokens.upperBound < definition.bracket.lowerBound
      }), definition.bracket.lowerBound - full.quoted.tokens.upperBound < 10,
      SystemNoun.stands(beside: full.quoted, in: tokens), full.text != short,
      let inner = names.first(where: {
        $0.paragraph == definition.paragraph
          && definition.bracket.contains($0.quoted.tokens.lowerBound)
      })
    else { return [] }
    // The one that the letter has elsewhere is right.
    let others = names.filter { name in
      name.quoted.range != full.quoted.range && name.quoted.range != inner.quoted.range
    }
    let isFullRight =
      others.contains { $0.text == full.text } && !others.contains { $0.text == short }
    let (wrong, right) = isFullRight ? (inner, full) : (full, inner)
    return [
      (
        wrong,
        Diagnostic(
          "T3",
          Message(
            kk: "жүйенің толық атауы – `\(full.text)`, қысқа атауы – `\(short)`",
            ru: "полное название системы – `\(full.text)`, а краткое – `\(short)`",
            en: "the system's full name is `\(full.text)`, its short one `\(short)`"),
          at: [place(wrong), place(right)])
      )
    ]
  }

  /// Another system's name where the other letter has the defined one.
  private func uses(
    of definition: LetterDefinition, _ name: String, _ language: LetterLanguage, _ names: [Name]
  ) -> [(Name, Diagnostic)] {
    let other: LetterLanguage = language == .kk ? .ru : .kk
    let index = comparison[language].definitions.firstIndex {
      $0.name == definition.name && $0.paragraph == definition.paragraph
    }
    guard let index, let partner = comparison.pairs.partner(of: index, in: language) else {
      return []
    }
    return comparison.letters.blocks.indices.flatMap { block -> [(Name, Diagnostic)] in
      func count(_ index: Int, _ language: LetterLanguage) -> Int {
        comparison[language].uses[index].count {
          comparison.pairs.block(of: $0.paragraph, in: language) == block
        }
      }
      let missing = count(partner, other) - count(index, language)
      guard missing > 0 else { return [] }
      let strange = names.filter { candidate in
        self.block(candidate) == block && candidate.text != name
          && !isDefined(candidate, language)
          && SystemNoun.stands(
            beside: candidate.quoted,
            in: comparison.letters[language].paragraphs[candidate.paragraph].text.tokens,
            isShort: true)
      }
      return strange.prefix(missing).map { candidate in
        (
          candidate,
          Diagnostic(
            "T3",
            Message(
              kk: "`\(candidate.text)`: хатта бұл жүйе `\(name)` деп анықталған",
              ru: "`\(candidate.text)`: в письме эта система определена как `\(name)`",
              en: "`\(candidate.text)`: the letter defines this system as `\(name)`"),
            at: [place(candidate), comparison.place(definition, in: language)])
        )
      }
    }
  }

  private func isDefined(_ name: Name, _ language: LetterLanguage) -> Bool {
    comparison[language].definitions.contains { $0.quotedName == name.text }
  }

  // MARK: The two originals

  /// Names of a block that are spelled in another way in the other language.
  private func between(_ kk: [Name], _ ru: [Name]) -> [(Name, Diagnostic)] {
    let (kkBlocks, ruBlocks) = (kk.map(block), ru.map(block))
    return comparison.letters.blocks.indices.flatMap { block -> [(Name, Diagnostic)] in
      guard kkBlocks.contains(block) || ruBlocks.contains(block) else { return [] }
      var left = zip(kk, kkBlocks).filter { $1 == block }.map(\.0)
      var right = zip(ru, ruBlocks).filter { $1 == block }.map(\.0)
      left.removeAll { name in
        guard
          let index = right.firstIndex(where: {
            NameSpelling.likeness(name.text, $0.text) == .same
              || NameSpelling.isInflected(name.text, $0.text)
          })
        else { return false }
        right.remove(at: index)
        return true
      }
      var found: [(Name, Diagnostic)] = []
      left.removeAll { name in
        guard
          let index = right.firstIndex(where: {
            NameSpelling.likeness(name.text, $0.text) == .slip
          })
        else { return false }
        found.append(different(name, right.remove(at: index), kk, ru))
        return true
      }
      left.removeAll { name in
        guard !name.quoted.isLatin, let index = right.firstIndex(where: { isOther(name, $0) })
        else { return false }
        found.append(different(name, right.remove(at: index), kk, ru))
        return true
      }
      // A name that is no Russian word is not a translation.
      if left.count == 1, right.count == 1, let name = left.first, let other = right.first,
        !name.quoted.isLatin, !other.quoted.isLatin, !isTranslation(other)
      {
        left = []
        right = []
        let (wrong, difference) = different(name, other, kk, ru)
        var diagnostic = difference
        diagnostic.severity = .warning
        found.append((wrong, diagnostic))
      }
      // A Latin name is not translated.
      let latin = left.filter(\.quoted.isLatin)
      let others = right.filter(\.quoted.isLatin)
      for (name, other) in zip(latin, others) { found.append(different(name, other, kk, ru)) }
      let lonely = (latin.dropFirst(others.count) + others.dropFirst(latin.count)).filter {
        !isElsewhere($0)
      }
      // Where one name is left on either side, one stands for the other.
      let rest = left.filter { !$0.quoted.isLatin } + right.filter { !$0.quoted.isLatin }
      if let name = lonely.first, let other = rest.first, lonely.count == 1, rest.count == 1,
        name.language != other.language
      {
        let (kk, ru) = name.language == .kk ? (name, other) : (other, name)
        return found + [different(kk, ru, [kk], [ru])]
      }
      return found + lonely.map { ($0, alone($0)) }
    }
  }

  /// Whether two names that are not the same cannot be translations of each other: the Russian one is in Kazakh letters, or they
  /// are names of companies that begin or end alike.
  private func isOther(_ kk: Name, _ ru: Name) -> Bool {
    guard !ru.quoted.isLatin else { return false }
    if NameSpelling.hasKazakhLetters(ru.text) { return true }
    func words(_ name: Name) -> [Substring] { name.text.split(separator: " ") }
    guard isCompany(kk), isCompany(ru), words(kk).count == words(ru).count else { return false }
    return zip(words(kk), words(ru)).contains { left, right in
      left.count > 3 && NameSpelling.likeness(String(left), String(right)) == .same
    }
  }

  /// Whether a Russian name may be the translation of a Kazakh one: all its words are Russian.
  private func isTranslation(_ name: Name) -> Bool {
    guard let spelling else { return true }
    return TokenizedText(name.text).tokens.allSatisfy {
      $0.kind != .word || $0.text.unicodeScalars.count < 4
        || spelling.accepts($0.lowercased, in: .ru)
    }
  }

  /// Whether the form of a company stands beside a name.
  private func isCompany(_ name: Name) -> Bool {
    let tokens = comparison.letters[name.language].paragraphs[name.paragraph].text.tokens
    let index =
      name.language == .kk ? name.quoted.tokens.upperBound + 1 : name.quoted.tokens.lowerBound - 2
    guard tokens.indices.contains(index), let form = tokens[index].abbreviation else {
      return false
    }
    return ["ЖШС", "АҚ", "ЖК", "ТОО", "АО", "ИП"].contains(form)
  }

  private func different(
    _ left: Name, _ right: Name, _ kk: [Name], _ ru: [Name]
  ) -> (Name, Diagnostic) {
    // A spelling that stands elsewhere as well is the right one.
    func isElsewhere(_ name: Name) -> Bool {
      (kk + ru).contains { other in
        (other.language, other.paragraph, other.quoted.range)
          != (name.language, name.paragraph, name.quoted.range)
          && NameSpelling.likeness(other.text, name.text) == .same
      }
    }
    let (wrong, other) = isElsewhere(left) && !isElsewhere(right) ? (right, left) : (left, right)
    return (
      wrong,
      Diagnostic(
        "T3",
        Message(
          kk: "атаулар әртүрлі: `\(left.text)` және `\(right.text)`",
          ru: "названия различаются: `\(left.text)` и `\(right.text)`",
          en: "the names differ: `\(left.text)` and `\(right.text)`"),
        at: [place(wrong), place(other)])
    )
  }

  private func alone(_ name: Name) -> Diagnostic {
    Diagnostic(
      "T3",
      Message(
        kk: "`\(name.text)` атауы тек \(name.language == .kk ? "қазақша" : "орысша") хатта бар",
        ru:
          "название `\(name.text)` есть только в \(name.language == .kk ? "казахском" : "русском") письме",
        en:
          "the name `\(name.text)` stands only in the \(name.language == .kk ? "Kazakh" : "Russian") letter"
      ), at: [place(name)])
  }

  /// Whether the other letter has the name as often, with or without quotes, wherever it stands.
  private func isElsewhere(_ name: Name) -> Bool {
    func count(_ language: LetterLanguage) -> Int {
      comparison.letters[language].paragraphs.reduce(0) { count, paragraph in
        count + paragraph.text.text.ranges(of: name.text).count
      }
    }
    return count(name.language) == count(name.language == .kk ? .ru : .kk)
  }

  // MARK: One letter

  /// Two names of one letter that are nearly the same.
  private func slips(_ names: [[Name]]) -> [(Name, Diagnostic)] {
    names.flatMap { names -> [(Name, Diagnostic)] in
      var seen: [String: (count: Int, first: Name)] = [:]
      for name in names { seen[name.text, default: (0, name)].count += 1 }
      let texts = seen.values.sorted {
        ($0.first.paragraph, $0.first.quoted.range.lowerBound) < (
          $1.first.paragraph, $1.first.quoted.range.lowerBound
        )
      }
      var found: [(Name, Diagnostic)] = []
      for (index, one) in texts.enumerated() {
        for other in texts.dropFirst(index + 1) where isSlip(one.first.text, other.first.text) {
          let (wrong, right) = one.count < other.count ? (one, other) : (other, one)
          found.append(
            (
              wrong.first,
              Diagnostic(
                "T3",
                Message(
                  kk: "`\(wrong.first.text)`: хаттың басқа жерінде – `\(right.first.text)`",
                  ru: "`\(wrong.first.text)`: в другом месте письма – `\(right.first.text)`",
                  en: "`\(wrong.first.text)`: elsewhere in the letter `\(right.first.text)`"),
                at: [place(wrong.first), place(right.first)])
            ))
        }
      }
      return found
    }
  }

  private func isSlip(_ left: String, _ right: String) -> Bool {
    // «Алатау-1» and «Алатау-2» are two, and words that are quoted take endings.
    guard !left.contains(where: \.isNumber), !right.contains(where: \.isNumber),
      left.first?.isUppercase ?? false, right.first?.isUppercase ?? false,
      !left.hasPrefix(right), !right.hasPrefix(left)
    else { return false }
    let (one, other) = (Array(left.lowercased()), Array(right.lowercased()))
    guard min(one.count, other.count) > 4 else { return false }
    let common = zip(one, other).prefix { $0 == $1 }.count
    return one == other || one.distance(to: other) == 1 && common + 1 < max(one.count, other.count)
  }
}
