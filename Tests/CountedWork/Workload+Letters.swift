import DocxTemplate
import OfficePackage
import WordprocessingML

extension Workload {
  /// What is done for each letter of a batch.
  static let letters = [
    Workload("letters of one template", 1) { count in
      let template = try reply.get()
      let data = (0..<count).map(ReplyTemplate.data)
      return { for letter in data { try fill(template, letter) } }
    },
    Workload("templates", sizes: [1]) { count in
      let document = ReplyTemplate.document()
      return { for _ in 0..<count { _ = try compiled(document) } }
    },
    Workload("texts of letters", sizes: [1]) { count in
      let letters = try (0..<count).map { try filled(reply.get(), ReplyTemplate.data($0)) }
      return {
        for letter in letters { _ = try WordDocument(OfficePackage(reading: letter)).plainText() }
      }
    },
  ]

  private static let reply = Result { try compiled(ReplyTemplate.document()) }
}
