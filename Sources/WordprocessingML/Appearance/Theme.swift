import XML

/// The fonts and colours that a document calls by their part in its design (ECMA-376 part 1, §20.1.6).
struct Theme: Sendable {
  /// By the names that `w:asciiTheme` and its kin use, such as `minorHAnsi`.
  private var fonts: [String: String] = [:]
  /// By the names that `w:themeColor` uses.
  private var colors: [String: UInt32] = [:]

  init() {}

  init(_ tree: XMLTree) {
    var collection = ""
    for node in 0..<tree.count where tree.kind(of: node) == .element {
      let local = tree.name(of: node).local
      switch local {
      case "majorFont": collection = "major"
      case "minorFont": collection = "minor"
      case "latin", "ea", "cs":
        guard !collection.isEmpty, let face = tree.attribute("typeface", of: node), !face.isEmpty
        else { continue }
        let names =
          switch local {
          case "latin": ["Ascii", "HAnsi"]
          case "ea": ["EastAsia"]
          default: ["Bidi"]
          }
        for name in names where fonts[collection + name] == nil { fonts[collection + name] = face }
      case "fmtScheme": collection = ""
      case "srgbClr", "sysClr":
        guard let slot = tree.parent(of: node).map({ tree.name(of: $0).local }),
          let name = Self.slots[slot], colors[name] == nil
        else { continue }
        let value = tree.attribute(local == "sysClr" ? "lastClr" : "val", of: node)
        colors[name] = value.flatMap { Color.number($0) }
      default: continue
      }
    }
    for (alias, name) in Self.aliases { colors[alias] = colors[name] }
  }

  func font(_ name: String) -> String? { fonts[name] }

  /// A colour under its name in text or in drawings, made lighter or darker, by parts of 255.
  func color(_ name: String, tint: Int?, shade: Int?) -> UInt32? {
    guard let color = colors[name] ?? Self.slots[name].flatMap({ colors[$0] }) else { return nil }
    let parts = [16, 8, 0].map { shift -> UInt32 in
      var part = Double(color >> UInt32(shift) & 0xFF)
      if let tint { part = part * Double(tint) / 255 + 255 - Double(tint) }
      if let shade { part = part * Double(shade) / 255 }
      return UInt32(min(max(part.rounded(), 0), 255))
    }
    return parts.reduce(0) { $0 << 8 | $1 }
  }

  private static let slots = [
    "dk1": "dark1", "lt1": "light1", "dk2": "dark2", "lt2": "light2", "accent1": "accent1",
    "accent2": "accent2", "accent3": "accent3", "accent4": "accent4", "accent5": "accent5",
    "accent6": "accent6", "hlink": "hyperlink", "folHlink": "followedHyperlink",
  ]

  private static let aliases = [
    ("text1", "dark1"), ("text2", "dark2"), ("background1", "light1"), ("background2", "light2"),
    ("tx1", "dark1"), ("tx2", "dark2"), ("bg1", "light1"), ("bg2", "light2"),
  ]
}

/// A colour of text, a line or a background.
enum Color: Hashable, Sendable {
  /// Black on what is light, white on what is dark.
  case automatic
  case rgb(UInt32)

  /// What the attributes `local` and `w:theme…` of `node` say.
  init?(
    _ local: String, theme name: String, of node: XMLTree.NodeID, in tree: WordTree, _ theme: Theme
  ) {
    let value = tree.attribute(local, of: node)
    if let number = value.flatMap({ Self.number($0) }) {
      self = .rgb(number)
      return
    }
    func part(_ suffix: String) -> Int? {
      tree.attribute(name + suffix, of: node).flatMap { Int($0, radix: 16) }
        .map { min(max($0, 0), 255) }
    }
    let named = name == "themeFill" ? "themeFill" : "themeColor"
    if let color = tree.attribute(named, of: node).flatMap({
      theme.color($0, tint: part("Tint"), shade: part("Shade"))
    }) {
      self = .rgb(color)
    } else if value == "auto" {
      self = .automatic
    } else {
      return nil
    }
  }

  static func number(_ text: String) -> UInt32? {
    text.utf8.count == 6 ? UInt32(text, radix: 16) : nil
  }

  /// The colours of `w:highlight` (ECMA-376 part 1, §17.18.40).
  static func highlight(_ name: String) -> UInt32? {
    switch name {
    case "black": 0x000000
    case "blue": 0x0000FF
    case "cyan": 0x00FFFF
    case "darkBlue": 0x000080
    case "darkCyan": 0x008080
    case "darkGray": 0x808080
    case "darkGreen": 0x008000
    case "darkMagenta": 0x800080
    case "darkRed": 0x800000
    case "darkYellow": 0x808000
    case "green": 0x00FF00
    case "lightGray": 0xC0C0C0
    case "magenta": 0xFF00FF
    case "red": 0xFF0000
    case "white": 0xFFFFFF
    case "yellow": 0xFFFF00
    default: nil
    }
  }
}

/// What lies behind text, a paragraph or a cell (ECMA-376 part 1, §17.3.5).
enum Shading: Hashable, Sendable {
  case none
  case fill(UInt32)

  init?(_ node: XMLTree.NodeID, in tree: WordTree, _ theme: Theme) {
    let pattern = tree.attribute("val", of: node) ?? "clear"
    let fill = Color("fill", theme: "themeFill", of: node, in: tree, theme)
    let front = Color("color", theme: "theme", of: node, in: tree, theme)
    let share: Double
    switch pattern {
    case "nil": share = 0
    case "solid": share = 1
    case let name where name.hasPrefix("pct"):
      share = (Double(name.dropFirst(3)) ?? 0) / 100
    default: share = 0
    }
    guard pattern != "nil" else {
      self = .none
      return
    }
    func number(_ color: Color?, otherwise: UInt32) -> UInt32 {
      if case .rgb(let number) = color { number } else { otherwise }
    }
    if share == 0, fill == nil || fill == .automatic {
      self = .none
      return
    }
    let back = number(fill, otherwise: 0xFFFFFF)
    let ink = number(front, otherwise: 0)
    let mixed = [16, 8, 0].map { shift -> UInt32 in
      let part = { (color: UInt32) in Double(color >> UInt32(shift) & 0xFF) }
      return UInt32(
        (part(ink) * min(max(share, 0), 1) + part(back) * (1 - min(max(share, 0), 1))).rounded())
    }
    self = .fill(mixed.reduce(0) { $0 << 8 | $1 })
  }
}
