/// A font with those that stand in for it, and what is known of its measures.
struct FontFamily: Hashable {
  enum Kind: Hashable { case serif, sans, fixed }

  let name: String
  let kind: Kind
  /// At single spacing, in ems.
  let lineHeight: Double
  private let others: [String]

  init(_ look: RunFormat) {
    let isComplex = look.isRightToLeft == true
    self.init(
      name: Self.safe((isComplex ? look.complexFont : nil) ?? look.font ?? "Times New Roman"),
      wide: look.wideFont.map(Self.safe))
  }

  private init(name: String, wide: String?) {
    self.name = name
    let known = Self.known[name.lowercased()]
    kind = known?.kind ?? Self.kind(of: name.lowercased())
    lineHeight = known?.height ?? 1.17
    others = [known?.substitute, wide == name ? nil : wide].compactMap { $0 }.filter { !$0.isEmpty }
  }

  var css: String {
    let generic =
      switch kind {
      case .serif: "serif"
      case .sans: "sans-serif"
      case .fixed: "monospace"
      }
    return ([name] + others).filter { !$0.isEmpty }.map { "\"\($0)\"" }
      .joined(separator: ",") + ",\(generic)"
  }

  /// How wide its letters are, against those of Times New Roman.
  var widthRatio: Double {
    switch kind {
    case .serif: 1
    case .sans: name.lowercased() == "calibri" || name.lowercased() == "carlito" ? 1.03 : 1.13
    case .fixed: 1.25
    }
  }

  /// A name that ends no string and no rule in a style sheet: letters, digits, spaces, hyphens.
  private static func safe(_ name: String) -> String {
    let kept = name.unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || " -_.".unicodeScalars.contains($0)
    }
    return String(String.UnicodeScalarView(kept.prefix(64)))
  }

  private static func kind(of name: String) -> Kind {
    if ["mono", "courier", "consolas", "fixed", "typewriter"].contains(where: name.contains) {
      return .fixed
    }
    let sans = [
      "sans", "arial", "helvetica", "gothic", "grotesk", "roboto", "inter", "lato", "open", "noto",
      "segoe", "aptos", "ubuntu", "futura", "franklin", "impact", "comic", "corbel", "candara",
    ]
    return sans.contains(where: name.contains) && !name.contains("serif") ? .sans : .serif
  }

  /// Fonts that documents use most, with those made to their measures that free systems have.
  private static let known: [String: (substitute: String, kind: Kind, height: Double)] = [
    "times new roman": ("Liberation Serif", .serif, 1.149),
    "times": ("Liberation Serif", .serif, 1.149),
    "liberation serif": ("Times New Roman", .serif, 1.149),
    "arial": ("Liberation Sans", .sans, 1.149),
    "helvetica": ("Liberation Sans", .sans, 1.149),
    "liberation sans": ("Arial", .sans, 1.149),
    "courier new": ("Liberation Mono", .fixed, 1.133),
    "liberation mono": ("Courier New", .fixed, 1.133),
    "calibri": ("Carlito", .sans, 1.221),
    "carlito": ("Calibri", .sans, 1.221),
    "calibri light": ("Carlito", .sans, 1.221),
    "cambria": ("Caladea", .serif, 1.172),
    "caladea": ("Cambria", .serif, 1.172),
    "verdana": ("DejaVu Sans", .sans, 1.215),
    "tahoma": ("DejaVu Sans", .sans, 1.207),
    "georgia": ("DejaVu Serif", .serif, 1.136),
    "segoe ui": ("Noto Sans", .sans, 1.33),
    "dejavu sans": ("Verdana", .sans, 1.164),
    "dejavu serif": ("Georgia", .serif, 1.164),
    "arial narrow": ("Liberation Sans Narrow", .sans, 1.149),
    "garamond": ("EB Garamond", .serif, 1.125),
    "trebuchet ms": ("Fira Sans", .sans, 1.161),
    "century gothic": ("URW Gothic", .sans, 1.226),
    "book antiqua": ("TeX Gyre Pagella", .serif, 1.25),
  ]
}
