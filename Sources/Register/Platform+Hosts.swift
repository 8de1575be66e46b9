/// How a platform's addresses are told to be one.
///
/// The domains of one platform lead to the same accounts, over `https` and whatever stands before the domain for
/// telephones, old browsers or languages; a name of an account is the same in capitals.
extension Platform {
  /// The name as the platform writes it, the same in all languages.
  public var name: String {
    switch self {
    case .facebook: "Facebook"
    case .instagram: "Instagram"
    case .threads: "Threads"
    case .youtube: "YouTube"
    case .telegram: "Telegram"
    case .x: "X"
    case .tiktok: "TikTok"
    case .vk: "ВКонтакте"
    case .odnoklassniki: "Одноклассники"
    case .whatsapp: "WhatsApp"
    }
  }

  /// The domain under which the register keeps its addresses.
  var domain: String {
    switch self {
    case .facebook: "facebook.com"
    case .instagram: "instagram.com"
    case .threads: "threads.com"
    case .youtube: "youtube.com"
    case .telegram: "t.me"
    case .x: "x.com"
    case .tiktok: "tiktok.com"
    case .vk: "vk.com"
    case .odnoklassniki: "ok.ru"
    case .whatsapp: "wa.me"
    }
  }

  /// The platform whose accounts a host serves, and the domain of it.
  ///
  /// - Returns: `nil` also for the parts of a platform that serve something else, such as `maps.` or `support.`.
  static func recognized(host: String) -> (platform: Platform, domain: String, prefix: String)? {
    if let platform = addressDomains[host] { return (platform, host, "") }
    guard let dot = host.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    let prefix = String(host[..<dot])
    let domain = String(host[host.utf8.index(after: dot)...])
    guard let platform = addressDomains[domain] else { return nil }
    // An account of Telegram may stand before the domain.
    guard prefixes.contains(prefix) || domain == "t.me" || isLocale(prefix, of: platform) else {
      return nil
    }
    return (platform, domain, prefixes.contains(prefix) ? "" : prefix)
  }

  /// `ru-ru.facebook.com`.
  private static func isLocale(_ prefix: String, of platform: Platform) -> Bool {
    let bytes = Array(prefix.utf8)
    return platform == .facebook && bytes.count == 5 && bytes[2] == UInt8(ascii: "-")
  }

  private static let prefixes: Set<String> = ["www", "m", "mobile", "mbasic", "touch", "web"]

  private static let addressDomains: [String: Platform] = [
    "facebook.com": .facebook, "fb.com": .facebook,
    "instagram.com": .instagram, "instagr.am": .instagram,
    "threads.com": .threads, "threads.net": .threads,
    "youtube.com": .youtube, "youtube-nocookie.com": .youtube, "youtu.be": .youtube,
    "t.me": .telegram, "telegram.me": .telegram, "telegram.dog": .telegram,
    "x.com": .x, "twitter.com": .x, "tiktok.com": .tiktok,
    "vk.com": .vk, "vk.ru": .vk, "vkontakte.ru": .vk,
    "ok.ru": .odnoklassniki, "odnoklassniki.ru": .odnoklassniki,
    "wa.me": .whatsapp, "api.whatsapp.com": .whatsapp,
  ]
}
