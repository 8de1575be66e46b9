/// The text with no-break spaces where it is written with ~, so that they can be seen in expectations.
func noBreak(_ text: String) -> String { text.replacing("~", with: "\u{A0}") }
