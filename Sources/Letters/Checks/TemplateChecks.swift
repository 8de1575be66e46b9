import Diagnostics
import DocxTemplate

/// What the two templates of a kind must have in common before any letter is made from them.
enum TemplateChecks {
  /// Figures that only one template prints (`N1`); numbers (`N6`) and unwanted terms (`T1`) typed into a template by hand.
  static func check(
    _ templates: [LetterLanguage: DocxTemplate], _ definition: KindDefinition,
    _ terms: [LetterLanguage: TermFinder]
  ) -> [Diagnostic] {
    figures(templates, definition)
      + LetterLanguage.allCases.flatMap { language -> [Diagnostic] in
        (templates[language]?.fixedText ?? []).flatMap { place -> [Diagnostic] in
          var place = place
          place.language = language.rawValue
          return typedNumber(place) + (terms[language]?.diagnostics(in: place) ?? [])
        }
      }
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

  private static func typedNumber(_ place: Place) -> [Diagnostic] {
    guard let number = NumberToken.all(in: place.text).first else { return [] }
    return [
      Diagnostic(
        "N6",
        Message(
          kk: "үлгіге сан қолмен терілген; сандар деректерден алынуы керек",
          ru: "в шаблоне число набрано от руки; числа должны браться из данных",
          en: "a number is typed into the template; numbers must come from the data"),
        at: [place.marking(number.range)])
    ]
  }
}
