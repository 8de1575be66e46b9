public import Diagnostics

/// Findings about a pair as a person reads them in a terminal: those of one place together, what the two originals say side by side.
///
///     letter.kk.docx                                   │ letter.ru.docx
///     list item, paragraph 12                          │ list item, paragraph 11
///     error N1: the number 3137 stands in the Kazakh text but not in the Russian
///       … оның ішінде 3137 интернет-ресурсқа           │   … в том числе 3317 интернет-ресурсов
///                     ^^^^                             │                 ^^^^
public struct FindingsText: Sendable {
  private let language: MessageLanguage
  private let width: Int
  private let isColored: Bool

  /// Lines have at most `width` characters; words are marked by colours, or by carets under them.
  public init(language: MessageLanguage, width: Int = 100, isColored: Bool = false) {
    self.language = language
    self.width = min(max(width, 40), 400)
    self.isColored = isColored
  }

  /// The findings, and a last line that counts them.
  public func rendered(_ findings: [Diagnostic]) -> String {
    var groups: [(key: GroupKey, findings: [Diagnostic])] = []
    var indices: [GroupKey: Int] = [:]
    for finding in findings {
      let key = GroupKey(finding)
      if let index = indices[key] {
        groups[index].findings.append(finding)
      } else {
        indices[key] = groups.count
        groups.append((key, [finding]))
      }
    }
    let texts = groups.map { key, findings in
      key.sides.isEmpty
        ? findings.map { $0.rendered(in: language) + "\n" }.joined() : text(of: findings, key)
    }
    // Where no letter could be read, there is nothing to count.
    let isCompared = findings.isEmpty || findings.contains { CheckedRule(id: $0.rule) != nil }
    return (texts + (isCompared ? [summary(of: findings) + "\n"] : [])).joined(separator: "\n")
  }

  /// The paragraphs that a finding is about, one of each original.
  private struct GroupKey: Hashable {
    struct Paragraph: Hashable {
      let file: String?
      let part: String?
      let number: Int?
      let language: LetterLanguage
    }

    let sides: [Paragraph]

    init(_ finding: Diagnostic) {
      sides = LetterLanguage.allCases.compactMap { language in
        finding.places.first { $0.language == language.rawValue }.map {
          Paragraph(file: $0.file, part: $0.part, number: $0.paragraph, language: language)
        }
      }
    }

    func holds(_ place: Place) -> Bool {
      sides.contains {
        $0.language.rawValue == place.language && $0.number == place.paragraph
          && $0.part == place.part && $0.file == place.file
      }
    }
  }

  // MARK: Groups

  /// Where the two columns part.
  private static let rule = " │ "

  /// A terminal that is too narrow for two columns shows one text below the other.
  private var isParted: Bool { width >= 72 }

  private func text(of findings: [Diagnostic], _ key: GroupKey) -> String {
    let firsts = key.sides.compactMap { side in
      findings.first?.places.first { $0.language == side.language.rawValue }
    }
    let column = firsts.count > 1 && isParted ? (width - Self.rule.count) / 2 : width
    let heads = firsts.map { place in
      [
        file(of: place).shortened(to: column), place.requisitePosition(in: language),
      ].flatMap { $0.wrapped(to: column) }
    }
    var lines = columns(heads, column, Self.bold)
    for finding in findings {
      let label = "\(finding.severity.label[language]) \(finding.rule)"
      let color = finding.severity == .error ? Self.red : Self.yellow
      let message = indented("\(label): \(Excerpt.visible(finding.message[language]))", "")
      lines.append(colored(label, color) + message[0].dropFirst(label.count))
      lines += message.dropFirst()
      lines += columns(
        key.sides.map { excerpt(of: finding, $0.language, key, column) }, column, nil)
      for place in finding.places where !key.holds(place) {
        let words = Message.quotation(Excerpt.visible(place.text), in: language)
        let head = [file(of: place), place.requisitePosition(in: language)]
          .filter { !$0.isEmpty }.joined(separator: ", ")
        lines += indented("\(Message.also[language])\(head): \(words)", "  ")
      }
      if let hint = finding.hint { lines += indented(Excerpt.visible(hint[language]), "  = ") }
      if let allowed = finding.allowed {
        lines += indented(Message.allowed[language] + Excerpt.visible(allowed), "  = ")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A text in lines, the first after `prefix` and the others as far in.
  private func indented(_ text: String, _ prefix: String) -> [String] {
    let indent = prefix.isEmpty ? "    " : String(repeating: " ", count: prefix.count)
    return text.wrapped(to: width - indent.count).enumerated().map { index, line in
      (index == 0 ? prefix : indent) + line
    }
  }

  private func file(of place: Place) -> String {
    let file = place.file.map { Excerpt.visible($0) } ?? ""
    guard let line = place.line else { return file }
    return file + ":\(line)" + (place.column.map { ":\($0)" } ?? "")
  }

  /// Lines of one or two texts: side by side, or one below the other.
  private func columns(_ texts: [[String]], _ column: Int, _ color: String?) -> [String] {
    func paint(_ line: String) -> String { color.map { colored(line, $0) } ?? line }
    guard texts.count > 1, isParted else { return texts.flatMap { $0 }.map(paint) }
    return (0..<(texts.map(\.count).max() ?? 0)).map { index in
      let left = texts[0].indices.contains(index) ? texts[0][index] : ""
      let right = texts[1].indices.contains(index) ? texts[1][index] : ""
      let gap = String(repeating: " ", count: max(0, column - Self.visibleCount(left)))
      let line = paint(left) + gap + Self.rule + paint(right)
      return right.isEmpty ? String(line.reversed().drop { $0 == " " }.reversed()) : line
    }
  }

  private func excerpt(
    of finding: Diagnostic, _ side: LetterLanguage, _ key: GroupKey, _ column: Int
  ) -> [String] {
    let places = finding.places.filter { $0.language == side.rawValue && key.holds($0) }
    guard let first = places.first, !first.excerpt.isEmpty else { return [] }
    // A paragraph that is wrong as a whole is known by its beginning, and needs no marks.
    let isWhole = first.marked == 0..<first.excerpt.utf8.count && first.marked.count > column
    let excerpt = Excerpt(
      first.excerpt, marked: isWhole ? [] : places.map(\.marked), width: column - 2)
    return excerpt.lines.flatMap { line -> [String] in
      guard line.isMarked.contains(true) else { return ["  " + line.text] }
      if isColored {
        let color = finding.severity == .error ? Self.red : Self.yellow
        return [
          "  " + line.stretches.map { $1 ? colored($0, color + Self.underline) : $0 }.joined()
        ]
      }
      let carets = line.isMarked.map { $0 ? "^" : " " }.joined()
      return ["  " + line.text, "  " + String(carets.reversed().drop { $0 == " " }.reversed())]
    }
  }

  // MARK: Colours

  private static let red = "\u{1B}[31m"
  private static let yellow = "\u{1B}[33m"
  private static let bold = "\u{1B}[1m"
  private static let underline = "\u{1B}[1;4m"

  private func colored(_ text: String, _ color: String) -> String {
    isColored && !text.isEmpty ? color + text + "\u{1B}[0m" : text
  }

  private static func visibleCount(_ text: String) -> Int {
    var count = 0
    var isCode = false
    for character in text {
      if character == "\u{1B}" {
        isCode = true
      } else if !isCode {
        count += 1
      } else if character == "m" {
        isCode = false
      }
    }
    return count
  }

  // MARK: Summary

  /// «errors: 3 (N1 – 2, S3 – 1); warnings: 1 (Y4)»
  private func summary(of findings: [Diagnostic]) -> String {
    let errors = findings.filter { $0.severity == .error }
    let warnings = findings.filter { $0.severity == .warning && $0.allowed == nil }
    var parts = [
      Message(kk: "қателер", ru: "ошибки", en: "errors")[language] + ": " + counts(errors),
      Message(kk: "ескертулер", ru: "предупреждения", en: "warnings")[language] + ": "
        + counts(warnings),
    ]
    var reasons: [(rule: String, reason: String)] = []
    for finding in findings {
      guard let reason = finding.allowed,
        !reasons.contains(where: { $0 == (finding.rule, reason) })
      else { continue }
      reasons.append((finding.rule, reason))
    }
    for (rule, reason) in reasons {
      let count = findings.count { $0.rule == rule && $0.allowed == reason }
      parts.append("\(Message.allowed[language])\(rule) – \(count) (\(Excerpt.visible(reason)))")
    }
    return parts.joined(separator: "; ")
  }

  private func counts(_ findings: [Diagnostic]) -> String {
    guard !findings.isEmpty else { return "0" }
    let rules = Dictionary(grouping: findings, by: \.rule).mapValues(\.count)
      .sorted { $0.key < $1.key }.map { "\($0.key) – \($0.value)" }
    return "\(findings.count) (\(rules.joined(separator: ", ")))"
  }
}

extension String {
  /// The end of a path that is too long for a line.
  fileprivate func shortened(to width: Int) -> String {
    count > width ? "…" + suffix(width - 1) : self
  }

  /// The text in lines of at most `width` characters, cut at spaces.
  fileprivate func wrapped(to width: Int) -> [String] {
    Excerpt.lines(of: map { ($0, false) }, width: width).map(\.text)
  }
}
