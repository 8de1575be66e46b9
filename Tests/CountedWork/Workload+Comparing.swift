import Diagnostics
import Letters
import TestSupport

extension Workload {
  /// Finished pairs that are compared, with a report of what was found.
  static let comparing = [
    comparing("figures of one paragraph", 5) { count, words in
      p((0..<count).map { "\(100 + 7 * $0) \(words.documents), " }.joined() + ".")
    },
    comparing("figures of one paragraph that differ", 5, exponent: few) { count, words in
      p(
        (0..<count).map { "\(100 + 7 * $0 + words.difference) \(words.documents), " }.joined() + "."
      )
    },
    comparing("figures, each in its sentence", 4) { count, words in
      p((0..<count).map { "Барлығы \(100 + 7 * $0) \(words.documents). " }.joined())
    },
    comparing("figures, each in brackets", 4) { count, words in
      p((0..<count).map { "\(words.documents) (\(100 + 7 * $0)), " }.joined() + ".")
    },
    comparing("figures, each in its paragraph", 6, exponent: few) { count, words in
      (0..<count).map { p("\(figure($0, of: count)) \(words.documents).") }.joined()
    },
    comparing("rows of two tables", 6, exponent: few) { count, _ in
      table(
        (0..<count).map {
          row([
            "\($0 + 1)", "https://n\(figure($0, of: count)).example/", "\(figure($0, of: count))",
          ])
        }, columns: 3)
    },
    comparing("words of one paragraph", 25) { count, words in
      p(repeated(words.resources, count / 5))
    },
    comparing("citations of one paragraph", 3) { count, words in
      p((1...count).map { words.act($0) }.joined(separator: ", ") + ".")
    },
    Workload("lines of two texts", 5, exponent: few) { count in
      let (kk, ru) = pair { words in
        let lines = (0..<count).map {
          "\($0 + 1). № \(figure($0, of: count)) \(words.documents).\n"
        }
        return Array((words.salutation + "\n" + lines.joined()).utf8)
      }
      return { _ = try check.findings(kk: kk, ru: ru) }
    },
    Workload("findings of a report", 6) { count in
      let (kk, ru) = pair { words in
        let lines = (0..<count).map {
          p("\(figure($0, of: count) + words.difference) \(words.documents).")
        }
        return TestDocument.bytes(body: p(words.salutation) + lines.joined())
      }
      let report = try check.report(kk, ru)
      return {
        _ = try report.annotated(.kk, in: .kk)
        _ = FindingsText(language: .ru, width: 100).rendered(report.findings)
      }
    },
  ]

  /// Up to eighty paragraphs, each is compared with each, and of up to fifty figures that differ likewise, so that few of them grow faster than many.
  private static let few = 1.5

  /// A figure that no smaller letter has: what was read of a paragraph is kept for the next one that is the same, and would not be counted again.
  private static func figure(_ index: Int, of count: Int) -> Int { 1000 * count + 7 * index }

  /// What a letter says in one of the languages.
  private struct Words: Sendable {
    let salutation: String
    let documents: String
    let resources: String
    let act: @Sendable (Int) -> String
    /// By how much its figures are other ones where the pair is to differ.
    let difference: Int

    static let kazakh = Words(
      salutation: "Құрметті депутаттар!", documents: "жоба әзірленді",
      resources: "интернет-ресурстар мен сілтемелер ",
      act: { "«Байланыс туралы» Қазақстан Республикасы Заңының \($0)-бабы" }, difference: 0)
    static let russian = Words(
      salutation: "Уважаемые депутаты!", documents: "проектов подготовлено",
      resources: "интернет-ресурсы и ссылки ",
      act: { "статья \($0) Закона Республики Казахстан «О связи»" }, difference: 1)
  }

  private static func comparing(
    _ name: String, _ size: Int, exponent: Double = 1.15,
    _ body: @escaping @Sendable (Int, Words) -> String
  ) -> Workload {
    Workload(name, size, exponent: exponent) { count in
      let (kk, ru) = pair { words in
        TestDocument.bytes(body: p(words.salutation) + body(count, words))
      }
      return { _ = try check.findings(kk: kk, ru: ru) }
    }
  }

  private static func pair(
    _ bytes: (Words) -> [UInt8]
  ) -> (kk: PairCheck.Document, ru: PairCheck.Document) {
    (
      PairCheck.Document(file: "kk", bytes: bytes(.kazakh)),
      PairCheck.Document(file: "ru", bytes: bytes(.russian))
    )
  }

  private static let check = PairCheck(.builtIn, .builtIn)
}
