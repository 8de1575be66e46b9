import XML

/// Properties that are on or off, and that styles turn off again where two of them turn them on (ECMA-376 part 1, §17.7.3).
struct Toggles: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  static let bold = Toggles(rawValue: 1)
  static let italic = Toggles(rawValue: 1 << 1)
  static let caps = Toggles(rawValue: 1 << 2)
  static let smallCaps = Toggles(rawValue: 1 << 3)
  static let strike = Toggles(rawValue: 1 << 4)
  static let doubleStrike = Toggles(rawValue: 1 << 5)
  static let outline = Toggles(rawValue: 1 << 6)
  static let shadow = Toggles(rawValue: 1 << 7)
  static let raised = Toggles(rawValue: 1 << 8)
  static let hidden = Toggles(rawValue: 1 << 9)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init?(_ element: WordElement) {
    switch element {
    case .b: self = .bold
    case .i: self = .italic
    case .caps: self = .caps
    case .smallCaps: self = .smallCaps
    case .strike: self = .strike
    case .dstrike: self = .doubleStrike
    case .outline: self = .outline
    case .shadow: self = .shadow
    case .emboss, .imprint: self = .raised
    case .vanish: self = .hidden
    default: return nil
    }
  }
}

/// What text looks like, as far as one place says so; `nil` where nothing is said.
struct RunFormat: Hashable, Sendable {
  enum Position: Hashable, Sendable { case line, superscript, `subscript` }

  /// Which of the toggles are said, and which of those are on.
  var said: Toggles = []
  var on: Toggles = []
  var font: String?
  var wideFont: String?
  var complexFont: String?
  /// In half-points.
  var size: Int?
  var complexSize: Int?
  var color: Color?
  var highlight: Shading?
  var shading: Shading?
  var underline: String?
  var underlineColor: Color?
  var position: Position?
  /// Above the line, in half-points.
  var rise: Int?
  /// Between letters, in twentieths of a point.
  var spacing: Int?
  var isKerned: Bool?
  var language: String?
  var complexLanguage: String?
  var isRightToLeft: Bool?
  var border: Border?

  init() {}

  /// Reads `w:rPr`.
  init(_ properties: XMLTree.NodeID, in tree: WordTree, _ theme: Theme) {
    for node in tree.tree.children(of: properties) { read(node, in: tree, theme) }
  }

  private mutating func read(_ node: XMLTree.NodeID, in tree: WordTree, _ theme: Theme) {
    let element = tree.element(node)
    switch element {
    case .rFonts: readFonts(node, in: tree, theme)
    case .sz: size = tree.halfPoints(node).map { max($0, 1) }
    case .szCs: complexSize = tree.halfPoints(node).map { max($0, 1) }
    case .color: color = Color("val", theme: "theme", of: node, in: tree, theme)
    case .highlight:
      highlight =
        tree.attribute("val", of: node).flatMap { Color.highlight($0) }
        .map { .fill($0) } ?? Shading.none
    case .shd: shading = Shading(node, in: tree, theme)
    case .u:
      underline = tree.attribute("val", of: node) ?? "single"
      underlineColor = Color("color", theme: "theme", of: node, in: tree, theme)
    case .vertAlign:
      switch tree.attribute("val", of: node) {
      case "superscript": position = .superscript
      case "subscript": position = .subscript
      default: position = .line
      }
    case .position: rise = tree.halfPoints(node)
    case .spacing: spacing = tree.length("val", of: node)
    case .kern: isKerned = (tree.halfPoints(node) ?? 0) > 0
    case .lang:
      language = tree.attribute("val", of: node) ?? language
      complexLanguage = tree.attribute("bidi", of: node) ?? complexLanguage
    case .rtl: isRightToLeft = tree.isOn(node)
    case .bdr: border = Border(node, in: tree, theme)
    default:
      guard let toggle = Toggles(element) else { return }
      said.insert(toggle)
      if tree.isOn(node) { on.insert(toggle) } else { on.remove(toggle) }
    }
  }

  /// A font of the theme goes before one that is named beside it (ECMA-376 part 1, §17.3.2.26).
  private mutating func readFonts(_ node: XMLTree.NodeID, in tree: WordTree, _ theme: Theme) {
    func font(_ name: String, _ themed: String) -> String? {
      tree.attribute(themed, of: node).flatMap { theme.font($0) } ?? tree.attribute(name, of: node)
    }
    self.font = font("hAnsi", "hAnsiTheme") ?? font("ascii", "asciiTheme") ?? self.font
    wideFont = font("eastAsia", "eastAsiaTheme") ?? wideFont
    complexFont = font("cs", "cstheme") ?? complexFont
  }

  /// This, with the other's in place of what it does not say.
  func over(_ other: RunFormat) -> RunFormat {
    var format = self
    format.on = on.union(other.on.subtracting(said))
    format.said = said.union(other.said)
    format.font = font ?? other.font
    format.wideFont = wideFont ?? other.wideFont
    format.complexFont = complexFont ?? other.complexFont
    format.size = size ?? other.size
    format.complexSize = complexSize ?? other.complexSize
    format.color = color ?? other.color
    format.highlight = highlight ?? other.highlight
    format.shading = shading ?? other.shading
    format.underline = underline ?? other.underline
    format.underlineColor = underline == nil ? other.underlineColor : underlineColor
    format.position = position ?? other.position
    format.rise = rise ?? other.rise
    format.spacing = spacing ?? other.spacing
    format.isKerned = isKerned ?? other.isKerned
    format.language = language ?? other.language
    format.complexLanguage = complexLanguage ?? other.complexLanguage
    format.isRightToLeft = isRightToLeft ?? other.isRightToLeft
    format.border = border ?? other.border
    return format
  }
}
