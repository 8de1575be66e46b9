import Diagnostics
import WordprocessingML

extension PairCheck {
  /// Checks two finished documents, given in either order, and keeps them beside what was found.
  ///
  /// - Throws: `PairCheckError` where a file holds no text, or both are in one language.
  public func report(
    _ first: Document, _ second: Document
  ) throws(PairCheckError) -> PairReport {
    let contents = [try content(of: first), try content(of: second)]
    let documents = [first, second]
    var shares: [Double] = []
    for (content, document) in zip(contents, documents) {
      guard let share = content.shareOfKazakhLetters else {
        throw PairCheckError(diagnostic: Self.empty(document.file))
      }
      shares.append(share)
    }
    guard abs(shares[0] - shares[1]) >= Self.leastDifference else {
      let isKazakh = shares[0] + shares[1] > 2 * Self.leastDifference
      throw PairCheckError(
        diagnostic: Self.oneLanguage(documents.map(\.file), isKazakh), isUsage: true)
    }
    let kk = shares[0] > shares[1] ? 0 : 1
    let letters = [
      contents[kk].letter(.kk, file: documents[kk].file),
      contents[1 - kk].letter(.ru, file: documents[1 - kk].file),
    ]
    return PairReport(
      kk: PairReport.Side(document: documents[kk], letter: letters[0]),
      ru: PairReport.Side(document: documents[1 - kk], letter: letters[1]),
      findings: findings(letters[0], letters[1]))
  }

  /// By how much of the letters of its alphabet a Kazakh text differs from a Russian one, at the least: official Kazakh has
  /// 12 to 17 % of letters that Russian lacks, and Russian letters with Kazakh names have 1 %.
  private static let leastDifference = 0.03

  private static func empty(_ file: String) -> Diagnostic {
    Diagnostic(
      "D121",
      Message(
        kk: "файлда хаттың мәтіні жоқ", ru: "в файле нет текста письма",
        en: "the file holds no text of a letter"), at: [Place(file: file)])
  }

  private static func oneLanguage(_ files: [String], _ isKazakh: Bool) -> Diagnostic {
    Diagnostic(
      "O103",
      isKazakh
        ? Message(
          kk: "екі файл да қазақша; біреуі орысша болуы керек",
          ru: "оба файла на казахском языке; один должен быть на русском",
          en: "both files are in Kazakh; one must be in Russian")
        : Message(
          kk: "екі файл да орысша; біреуі қазақша болуы керек",
          ru: "оба файла на русском языке; один должен быть на казахском",
          en: "both files are in Russian; one must be in Kazakh"),
      at: files.map { Place(file: $0) })
  }
}

extension PairCheck.Content {
  /// How many of the letters are ones that only Kazakh has; `nil` without letters.
  var shareOfKazakhLetters: Double? {
    var letters = 0
    var kazakh = 0
    func count(_ text: String) {
      for scalar in text.unicodeScalars where scalar.isLetterOfWord {
        letters += 1
        if Self.kazakhLetters.contains(scalar) { kazakh += 1 }
      }
    }
    switch self {
    case .blocks(let blocks): for block in blocks { count(block.text) }
    case .text(let text): count(text)
    }
    return letters == 0 ? nil : Double(kazakh) / Double(letters)
  }

  private static let kazakhLetters = Set("әғқңөұүһіӘҒҚҢӨҰҮҺІ".unicodeScalars)
}
