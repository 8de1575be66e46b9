import TestSupport

/// Well-formed documents made up of everything that XML has but document types.
enum RandomXML {
  static func document(using random: inout SeededGenerator) -> String {
    element(depth: 5, using: &random)
  }

  private static func element(depth: Int, using random: inout SeededGenerator) -> String {
    let prefix = pick(["", "", "n:", "ә:"], &random)
    let name = prefix + pick(["a", "b", "w.p", "қатар", "_x-1"], &random)
    var attributes = ""
    for candidate in ["b", "xml:space", "n:c", "ә:ә"] where Bool.random(using: &random) {
      attributes += " \(candidate)=\(pick(["\"", "'"], &random, text(using: &random)))"
    }
    if Bool.random(using: &random) { attributes += pick([" xmlns='urn:x'", " xmlns=''"], &random) }
    var content = ""
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      switch Int.random(in: 0..<(depth > 0 ? 7 : 4), using: &random) {
      case 0: content += text(using: &random)
      case 1: content += "<!--" + pick(["", " x ", "ұ<&>"], &random) + "-->"
      case 2: content += "<?p" + pick(["", " x", " <&>"], &random) + "?>"
      case 3: content += "<![CDATA[" + pick(["", "<&>", "]]", " \n"], &random) + "]]>"
      default: content += element(depth: depth - 1, using: &random)
      }
    }
    return "<\(name) xmlns:n='urn:n' xmlns:ә='urn:ә'\(attributes)>\(content)</\(name)>"
  }

  private static func text(using random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...5, using: &random)).map { _ in
      pick(
        ["Қ", "хат", " ", "\n", "\r\n", "\t", "&amp;", "&lt;", "&#13;", "&#10;", "&#x1F600;", "]"],
        &random)
    }.joined()
  }

  private static func pick(_ choices: [String], _ random: inout SeededGenerator) -> String {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  private static func pick(
    _ quotes: [String], _ random: inout SeededGenerator, _ value: String
  ) -> String {
    let quote = pick(quotes, &random)
    return quote + value + quote
  }
}
