/// An address of a platform in the form that all its spellings share, and what it names.
///
/// Where path and parameters name an account, a video or a post for certain, everything else is dropped: it only says
/// how the visitor came. Where they do not, the address is a page and keeps its parameters.
struct PlatformAddress {
  let platform: Platform
  var scope: ObjectScope
  /// Path segments, none of them empty.
  var segments: [String]
  var query: [String]

  /// Returns `nil` for an address of no platform.
  init?(_ parts: AddressParts) {
    guard parts.port.isEmpty, let (platform, domain, prefix) = Platform.recognized(host: parts.host)
    else { return nil }
    self.platform = platform
    segments = parts.path.split(separator: "/").map(String.init)
    if segments.isEmpty { segments = Self.segments(ofRoute: parts.route) }
    query = parts.query.filter { !Self.isTracking($0) }
    scope = .page
    if platform == .telegram, !prefix.isEmpty { segments.insert(prefix, at: 0) }
    if domain == "youtu.be", segments.count == 1 { segments.insert("v", at: 0) }
    if segments.isEmpty, query.isEmpty {
      scope = .site
      return
    }
    switch platform {
    case .facebook: readFacebook()
    case .instagram: readInstagram()
    case .threads: readThreads()
    case .youtube: readYouTube()
    case .telegram: readTelegram()
    case .x: readX()
    case .tiktok: readTikTok()
    case .vk: readVK()
    case .odnoklassniki: readOdnoklassniki()
    case .whatsapp: readWhatsApp()
    }
  }

  /// Writes the address into `parts`.
  func apply(to parts: inout AddressParts) {
    parts.scheme = "https"
    parts.host = platform.domain
    parts.path = "/" + segments.joined(separator: "/")
    parts.query = query
    parts.route = ""
  }

  /// The address names something for certain: by these segments and parameters, and nothing else.
  mutating func settle(_ scope: ObjectScope, _ segments: [String], query: [String] = []) {
    self.scope = scope
    self.segments = segments
    self.query = query
  }

  /// The value of a parameter.
  func parameter(_ name: String) -> String? {
    query.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
  }

  /// An account's name; platforms do not tell capitals apart in it. Escapes keep theirs.
  static func name(_ segment: String) -> String {
    var escape = 0
    return String(
      decoding: segment.utf8.map { byte in
        if byte == UInt8(ascii: "%") {
          escape = 2
        } else if escape > 0 {
          escape -= 1
        } else if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
          return byte + 32
        }
        return byte
      }, as: UTF8.self)
  }

  /// The code of a video, which can stand in a path as in a parameter.
  static func isCode(_ text: String) -> Bool {
    text != "videoseries" && !text.isEmpty
      && text.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF)
      }
  }

  /// Platforms once wrote `#!/name`.
  private static func segments(ofRoute route: String) -> [String] {
    guard route.hasPrefix("#!/") else { return [] }
    return route.dropFirst(3).prefix { $0 != "?" }.split(separator: "/")
      .filter { $0 != "." && $0 != ".." }
      .map(String.init)
  }

  static func isNumber(_ text: some StringProtocol) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Names of pages of the platform itself are no accounts.
  static func isAccount(_ segment: String, except pages: Set<String>) -> Bool {
    !segment.hasSuffix(".php") && !pages.contains(name(segment))
  }

  /// Of the platforms' own parameters, those that say how the visitor came.
  private static func isTracking(_ parameter: String) -> Bool {
    let name = name(String(parameter.prefix { $0 != "=" }))
    return name.hasPrefix("__") || tracking.contains(name)
  }

  private static let tracking: Set<String> = [
    "ref", "fref", "hc_ref", "refid", "ref_src", "ref_url", "sfnsn", "paipv", "rdid", "share_url",
    "locale", "_rdr", "_rdc", "hl", "si", "feature", "pp", "ab_channel", "from",
    "is_from_webapp", "sender_device", "_t", "_r", "is_copy_url", "lang",
  ]
}
