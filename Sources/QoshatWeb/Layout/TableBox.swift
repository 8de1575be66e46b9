/// What stands around a table, which scrolls sideways where the screen is narrow: with the keyboard too, which is why it takes the
/// focus and has a name.
enum TableBox {
  static func begin(_ label: String) -> HTML { begin("aria-label=\"\(label)\"" as HTML) }

  /// Named by the heading with the id `heading`.
  static func begin(labelledBy heading: String) -> HTML {
    begin("aria-labelledby=\"\(heading)\"" as HTML)
  }

  static let end: HTML = "</table></div>"

  private static func begin(_ name: HTML) -> HTML {
    "<div class=\"tablebox\" tabindex=\"0\" role=\"region\" \(name)><table \(name)>"
  }
}
