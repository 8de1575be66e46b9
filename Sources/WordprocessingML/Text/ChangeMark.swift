/// How text shows what was inserted or deleted, where it shows both.
enum ChangeMark {
  /// What stands before and after a change of the kind, or `nil` for what is none.
  static func pair(of element: WordElement) -> (open: String, close: String)? {
    switch element {
    case .ins, .moveTo: ("{+", "+}")
    case .del, .moveFrom: ("[-", "-]")
    default: nil
    }
  }

  static func around(_ text: String, of element: WordElement) -> String {
    pair(of: element).map { $0.open + text + $0.close } ?? text
  }
}
