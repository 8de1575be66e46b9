/// What keeps short texts on one line.
public enum Typography {
  /// Returns `text` with no-break spaces and hyphens, for what must not be torn apart: «139-ға», «ИС «Кибернадзор»».
  public static func unbroken(_ text: String) -> String {
    String(
      text.map { character in
        switch character {
        case " ": "\u{A0}"
        case "-": "\u{2011}"
        default: character
        }
      })
  }
}
