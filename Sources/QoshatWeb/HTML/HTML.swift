import XML

/// Markup of a page. What is put into it by interpolation is text and is escaped, unless it is markup itself:
///
///     let name: String = "<b>"
///     let cell: HTML = "<td title=\"\(name)\">\(name)</td>"    // &lt;b&gt; in both places
struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
  private(set) var text: String

  init(stringLiteral text: String) { self.text = text }

  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// Markup that was made elsewhere in this program, such as the page of a document.
  init(trusted text: String) { self.text = text }

  static let nothing: HTML = ""

  var isEmpty: Bool { text.isEmpty }

  static func + (one: HTML, other: HTML) -> HTML { HTML(trusted: one.text + other.text) }

  static func += (one: inout HTML, other: HTML) { one.text += other.text }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }

    mutating func appendInterpolation(_ value: String) { text += HTML.escaped(value) }

    mutating func appendInterpolation(_ value: Substring) { text += HTML.escaped(String(value)) }

    mutating func appendInterpolation(_ value: Int) { text += String(value) }

    mutating func appendInterpolation(_ markup: HTML) { text += markup.text }

    mutating func appendInterpolation(_ markup: HTML?) { text += markup?.text ?? "" }

    mutating func appendInterpolation(_ markup: [HTML]) { for item in markup { text += item.text } }
  }

  /// Text that means itself between tags and in an attribute between double quotes.
  static func escaped(_ text: String) -> String { XMLEscaping.attribute(text) }
}

extension Sequence {
  /// The markup of each element, one behind the other.
  func html(_ markup: (Element) throws -> HTML) rethrows -> HTML {
    try reduce(into: HTML.nothing) { $0 += try markup($1) }
  }
}
