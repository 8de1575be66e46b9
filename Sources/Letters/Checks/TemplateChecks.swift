import Diagnostics
import DocxTemplate

/// What the two templates of a kind must have in common before any letter is made from them.
enum TemplateChecks {
  /// Figures that only one template prints (`N1`), and numbers typed into a template by hand (`N6`).
  static func check(
    _ templates: [LetterLanguage: DocxTemplate], _ definition: KindDefinition
  ) -> [Diagnostic] {
    figures(templates, definition) + typedNumbers(templates)
  }

  private static func figures(
    _ templates: [LetterLanguage: DocxTemplate], _ definition: KindDefinition
  ) -> [Diagnostic] {
    func printed(_ language: LetterLanguage) -> Set<String> {
      Set(
        (templates[language]?.references ?? []).compactMap {
          $0.count > 1 && $0[0] == "figures" ? $0[1] : nil
        })
    }
    let kk = printed(.kk)
    let ru = printed(.ru)
    return definition.figures.filter { kk.contains($0.name) != ru.contains($0.name) }.map {
      figure in
      let isKazakh = kk.contains(figure.name)
      return Diagnostic(
        "N1",
        Message(
          kk:
            "`\(figure.name)` көрсеткіші (\(figure.label.kk)) тек \(isKazakh ? "қазақша" : "орысша") үлгіде бар",
          ru:
            "показатель `\(figure.name)` (\(figure.label.ru)) есть только в \(isKazakh ? "казахском" : "русском") шаблоне",
          en:
            "the figure `\(figure.name)` stands only in the \(isKazakh ? "Kazakh" : "Russian") template"
        ),
        at: [
          Place(
            file: templates[isKazakh ? .ru : .kk]?.file, language: isKazakh ? "ru" : "kk",
            block: "figures.\(figure.name)")
        ])
    }
  }

  private static func typedNumbers(_ templates: [LetterLanguage: DocxTemplate]) -> [Diagnostic] {
    LetterLanguage.allCases.flatMap { language -> [Diagnostic] in
      let places =
        templates[language]?.fixedText { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        ?? []
      return places.map { place in
        var place = place
        place.language = language.rawValue
        return Diagnostic(
          "N6",
          Message(
            kk: "үлгіге сан қолмен терілген; сандар деректерден алынуы керек",
            ru: "в шаблоне число набрано от руки; числа должны браться из данных",
            en: "a number is typed into the template; numbers must come from the data"),
          at: [place])
      }
    }
  }
}
