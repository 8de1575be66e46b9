// How each platform writes the addresses of its accounts, channels, videos and posts.

extension PlatformAddress {
  mutating func readFacebook() {
    let pages: Set<String> = [
      "groups", "watch", "events", "marketplace", "gaming", "help", "login", "share", "sharer",
      "hashtag", "search", "reel", "stories", "photo", "people", "pages", "pg", "policies",
      "plugins",
    ]
    if segments == ["profile.php"], let id = parameter("id"), Self.isNumber(id) {
      return settle(.account, [id])
    }
    if segments == ["watch"], let id = parameter("v"), Self.isNumber(id) {
      return settle(.video, ["watch"], query: ["v=" + id])
    }
    if ["story.php", "permalink.php", "photo.php", "photo"].contains(segments.first) {
      scope = .post
      return
    }
    if segments.count == 3, segments[0] == "people", Self.isNumber(segments[2]) {
      return settle(.account, [segments[2]])
    }
    while segments.count > 1, segments[0] == "pg" { segments.removeFirst() }
    guard segments.count > 1, let first = segments.first else {
      if let first = segments.first, Self.isAccount(first, except: pages) {
        settle(.account, [Self.name(first)])
      }
      return
    }
    if first == "groups" {
      let group = ["groups", Self.name(segments[1])]
      if segments.count == 2 { return settle(.channel, group) }
      if segments.count == 4, ["posts", "permalink"].contains(segments[2]) {
        return settle(.post, group + ["posts", segments[3]])
      }
      return
    }
    if first == "reel", segments.count == 2 { return settle(.video, segments) }
    guard Self.isAccount(first, except: pages) else { return }
    segments[0] = Self.name(first)
    if segments[1] == "videos", let id = segments.last, Self.isNumber(id) {
      return settle(.video, ["watch"], query: ["v=" + id])
    }
    if segments[1] == "posts", segments.count > 2 { settle(.post, segments) }
    if segments[1] == "photos", segments.count > 2 { settle(.post, segments) }
  }

  mutating func readInstagram() {
    let posts: Set<String> = ["p", "reel", "reels", "tv"]
    let pages: Set<String> = ["explore", "accounts", "stories", "direct", "about", "legal"]
    guard let first = segments.first else { return }
    if segments.count == 2, posts.contains(first) { return settle(.post, ["p", segments[1]]) }
    if segments.count == 3, posts.contains(segments[1]), !posts.contains(first) {
      return settle(.post, ["p", segments[2]])
    }
    if first == "stories", segments.count == 3 {
      return settle(.post, ["stories", Self.name(segments[1]), segments[2]])
    }
    if segments.count == 1, Self.isAccount(first, except: pages.union(posts)) {
      settle(.account, [Self.name(first)])
    }
  }

  mutating func readThreads() {
    guard let first = segments.first, first.hasPrefix("@") else { return }
    if segments.count == 1 { return settle(.account, [Self.name(first)]) }
    if segments.count == 3, segments[1] == "post" {
      settle(.post, [Self.name(first), "post", segments[2]])
    }
  }

  mutating func readYouTube() {
    let players: Set<String> = ["embed", "shorts", "live", "v", "e"]
    let tabs: Set<String> = [
      "featured", "videos", "shorts", "streams", "playlists", "community", "about",
    ]
    guard let first = segments.first else { return }
    if segments == ["watch"], let id = parameter("v"), Self.isCode(id) {
      return settle(.video, ["watch"], query: ["v=" + id])
    }
    if segments.count == 2, players.contains(first), Self.isCode(segments[1]) {
      return settle(.video, ["watch"], query: ["v=" + segments[1]])
    }
    if first == "post", segments.count == 2 { return settle(.post, segments) }
    let length =
      first.hasPrefix("@") ? 1 : ["channel", "c", "user"].contains(first) ? 2 : segments.count + 1
    guard segments.count >= length else { return }
    let isTab = segments.count == length + 1 && tabs.contains(segments[length])
    guard segments.count == length || isTab else { return }
    // The code after `channel` tells capitals apart, names do not.
    settle(.channel, segments[..<length].map { first == "channel" ? $0 : Self.name($0) })
  }

  mutating func readTelegram() {
    let pages: Set<String> = [
      "share", "addstickers", "addemoji", "addtheme", "proxy", "socks", "login", "iv", "bg",
      "setlanguage", "invoice", "contact", "boost", "giftcode", "confirmphone", "nft", "m",
    ]
    while segments.count > 1, segments[0] == "s" { segments.removeFirst() }
    if segments.count == 2, segments[0] == "joinchat" { segments = ["+" + segments[1]] }
    guard let first = segments.first else { return }
    if first.hasPrefix("%2B") { segments[0] = "+" + first.dropFirst(3) }
    if segments[0].hasPrefix("+") {
      // Digits are a telephone, anything else an invitation.
      let isTelephone = Self.isNumber(segments[0].dropFirst())
      return settle(isTelephone ? .account : .channel, [segments[0]])
    }
    if first == "c", segments.count > 1, Self.isNumber(segments[1]) {
      return settle(segments.count > 2 ? .post : .channel, segments)
    }
    guard Self.isAccount(first, except: pages.union(["c", "s", "joinchat"])) else { return }
    segments[0] = Self.name(first)
    if segments.count == 1 { return settle(.account, segments) }
    if segments.dropFirst().allSatisfy({ Self.isNumber($0) }) { settle(.post, segments) }
  }

  mutating func readX() {
    let pages: Set<String> = [
      "home", "search", "hashtag", "i", "explore", "intent", "share", "settings", "login", "tos",
      "privacy",
    ]
    guard let first = segments.first else { return }
    // The number alone names the post, whatever account stands before it.
    if let status = segments.firstIndex(where: { $0 == "status" || $0 == "statuses" }), status > 0,
      status + 1 < segments.count, Self.isNumber(segments[status + 1])
    {
      return settle(.post, ["i", "status", segments[status + 1]])
    }
    if segments.count == 1, Self.isAccount(first, except: pages) {
      settle(.account, [Self.name(first)])
    }
  }

  mutating func readTikTok() {
    guard let first = segments.first, first.hasPrefix("@") else { return }
    if segments.count == 1 { return settle(.account, [Self.name(first)]) }
    guard segments.count == 3 else { return }
    let path = [Self.name(first), segments[1], segments[2]]
    if segments[1] == "video" { settle(.video, path) }
    if segments[1] == "photo" { settle(.post, path) }
  }

  mutating func readVK() {
    let pages: Set<String> = [
      "feed", "im", "video", "videos", "search", "login", "app", "away.php", "share.php", "clips",
      "music", "market", "groups", "friends", "about", "dev", "support",
    ]
    // A window over another page: `feed?w=wall-1_2`, `video?z=video-1_2%2Fpl`.
    let window = (parameter("w") ?? parameter("z"))?.components(before: "%2F")
    guard let shown = window ?? (segments.count == 1 ? segments[0] : nil) else { return }
    let name = Self.name(shown)
    let letters = String(name.prefix { $0.isASCII && $0.isLetter })
    let rest = name.dropFirst(letters.count)
    let numbers = rest.drop { $0 == "-" }.split(separator: "_", omittingEmptySubsequences: false)
    let isNumbered = !numbers.isEmpty && numbers.allSatisfy { Self.isNumber($0) }
    switch (letters, isNumbered ? numbers.count : 0) {
    case ("wall", 2...), ("photo", 2...), ("topic", 2...): settle(.post, [name])
    case ("video", 2...), ("clip", 2...): settle(.video, [name])
    case ("club", 1), ("public", 1): settle(.channel, ["club" + rest])
    default:
      guard window == nil, Self.isAccount(name, except: pages) else { return }
      settle(.account, [name])
    }
  }

  mutating func readOdnoklassniki() {
    let pages: Set<String> = [
      "video", "live", "group", "groups", "profile", "dk", "games", "game", "music", "feed",
    ]
    guard let first = segments.first else { return }
    if segments.count == 1 {
      if Self.isAccount(first, except: pages) { settle(.account, [Self.name(first)]) }
      return
    }
    guard Self.isNumber(segments[1]) else { return }
    let isTopic = segments.count == 4 && ["topic", "statuses"].contains(segments[2])
    switch (first, segments.count) {
    case ("video", 2), ("live", 2): settle(.video, ["video", segments[1]])
    case ("group", 2): settle(.channel, segments)
    case ("profile", 2): settle(.account, segments)
    case ("group", 4) where isTopic, ("profile", 4) where isTopic: settle(.post, segments)
    default: return
    }
  }

  mutating func readWhatsApp() {
    let sent = segments == ["send"] ? parameter("phone") : nil
    guard segments.count == 1, let phone = sent ?? segments.first else { return }
    let digits = phone.hasPrefix("%2B") ? phone.dropFirst(3) : phone.drop { $0 == "+" }
    if Self.isNumber(digits) { settle(.account, [String(digits)]) }
  }
}

extension String {
  /// What stands before the first `mark`, or all of it.
  fileprivate func components(before mark: String) -> String {
    firstRange(of: mark).map { String(self[..<$0.lowerBound]) } ?? self
  }
}
