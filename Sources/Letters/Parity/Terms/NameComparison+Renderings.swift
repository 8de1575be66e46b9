import Diagnostics

extension NameComparison {
  /// A system that one original calls by one name and the other by two: «Кибернадзор» and «Киберконтроль» for «Киберқадағалау».
  func renderings(_ kk: [Name], _ ru: [Name]) -> [(Name, Diagnostic)] {
    var seen: [String: [(kk: Name, ru: Name)]] = [:]
    var reversed: [String: [(kk: Name, ru: Name)]] = [:]
    for block in comparison.letters.blocks.indices {
      guard let left = onlySystem(of: kk, in: block), let right = onlySystem(of: ru, in: block)
      else { continue }
      seen[left.text, default: []].append((left, right))
      reversed[right.text, default: []].append((left, right))
    }
    return seen.values.compactMap { pairs in odd(pairs.map(\.ru)) }
      + reversed.values.compactMap { pairs in odd(pairs.map(\.kk)) }
  }

  /// The system that a block names, if it names one only.
  private func onlySystem(of names: [Name], in block: Int) -> Name? {
    let systems = names.filter { name in
      self.block(name) == block && !name.quoted.isLatin
        && SystemNoun.stands(
          beside: name.quoted,
          in: comparison.letters[name.language].paragraphs[name.paragraph].text.tokens)
    }
    return Set(systems.map(\.text)).count == 1 ? systems.first : nil
  }

  /// The name that is not the one of the other places; of two that stand once, the later.
  private func odd(_ names: [Name]) -> (Name, Diagnostic)? {
    let counts = names.reduce(into: [String: Int]()) { $0[$1.text, default: 0] += 1 }
    guard counts.count == 2,
      let right = names.max(by: { (counts[$0.text] ?? 0) < (counts[$1.text] ?? 0) }),
      let usual = names.first(where: { counts[$0.text] == counts[right.text] }),
      let wrong = names.first(where: { $0.text != usual.text })
    else { return nil }
    return (
      wrong,
      Diagnostic(
        "T3",
        Message(
          kk: "`\(wrong.text)`: бұл жүйе хаттың басқа жерінде `\(usual.text)` деп аталған",
          ru: "`\(wrong.text)`: в другом месте письма эта система названа `\(usual.text)`",
          en: "`\(wrong.text)`: elsewhere the letter calls this system `\(usual.text)`"),
        severity: .warning, at: [place(wrong), place(usual)])
    )
  }
}
