import DocxTemplate
import OfficePackage

extension LetterKind {
  /// Every value that the two documents of a letter print.
  func explanation(
    by finder: SourceFinder, annexSheets: [LetterLanguage: Int]
  ) throws(LetterRefusal) -> [ExplainedValue] {
    do throws(OfficePackageError) {
      var printed: [LetterLanguage: [PrintedValue]] = [:]
      for (language, template) in templates {
        let values = finder.context.values(
          in: language, annexSheets: annexSheets[language] ?? 1)
        printed[language] = try template.printedValues(values)
      }
      return ValuePairs(kk: printed[.kk] ?? [], ru: printed[.ru] ?? []).explained(by: finder)
    } catch {
      throw LetterRefusal(reason: .unreadable, diagnostics: [error.diagnostic(file: id)])
    }
  }
}
