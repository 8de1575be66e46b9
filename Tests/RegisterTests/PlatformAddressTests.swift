import Testing

@testable import Register

@Suite struct PlatformAddressTests {
  @Test(
    "One account, video or post would be counted as often as its address has spellings",
    arguments: PlatformCases.spellings)
  func spellings(_ spellings: [String], _ expected: String, _ scope: ObjectScope) throws {
    for spelling in spellings + [expected] {
      let url = try CanonicalURL(parsing: spelling)
      #expect(url.text == expected, "\(spelling)")
      #expect(url.scope == scope, "\(spelling)")
      #expect(url.platform != nil)
    }
  }

  @Test("Two objects of a platform would be counted as one", arguments: PlatformCases.different)
  func different(_ one: String, _ other: String) throws {
    #expect(try CanonicalURL(parsing: one) != CanonicalURL(parsing: other))
  }

  @Test("A page would be taken for a whole site, or another site for a platform")
  func otherSites() throws {
    let cases: [(String, ObjectScope)] = [
      ("https://casino.example", .site), ("https://casino.example/?utm_source=x", .site),
      ("https://casino.example:8443/", .site), ("https://casino.example/?a=1", .page),
      ("https://casino.example/slots", .page), ("https://casino.example//", .page),
      ("https://casino.example/#!/slots", .page), ("https://facebook.com.example/", .site),
      ("https://notfacebook.com/x", .page), ("https://youtube.example/watch?v=abc", .page),
    ]
    for (text, scope) in cases {
      let url = try CanonicalURL(parsing: text)
      #expect(url.scope == scope, "\(text)")
      let kept = try CanonicalURL(parsing: text).text
      #expect(kept == text || scope == .site, "\(text)")
      #expect(url.scope.isWithinSite == (scope != .site))
    }
  }

  @Test("An address of a platform would change each time it is read back from a file")
  func idempotence() throws {
    var random = SplitMix(state: 5)
    let hosts = [
      "facebook.com", "m.facebook.com", "instagram.com", "youtube.com", "youtu.be", "t.me",
      "s.t.me",
      "x.com", "tiktok.com", "vk.com", "ok.ru", "wa.me", "api.whatsapp.com", "threads.net",
    ]
    let words = [
      "s", "pg", "p", "reel", "watch", "v", "embed", "joinchat", "+x", "%2Bx", "%2B7", "@Name",
      "Name",
      "..", "status", "12", "wall-1_2", "c", "groups", "posts", "videos", "profile.php", "send", "",
      "a&b", "%D0%96", "people", "channel", "public5", "topic", "profile", "group", "stories", "#!",
      "?v=a", "?id=5", "?phone=+7", "?w=wall-1_2%2Fx", "?phone=..", "&v=b", "?z=a", "=",
    ]
    var recognized = 0
    for _ in 0..<30_000 {
      var text = "https://" + hosts[random.number(below: hosts.count)]
      for _ in 0..<random.number(below: 6) {
        text += "/" + words[random.number(below: words.count)]
      }
      guard let once = try? CanonicalURL(parsing: text) else { continue }
      if once.scope != .page { recognized += 1 }
      let twice = try CanonicalURL(parsing: once.text)
      #expect(twice == once, "\(text)")
      #expect(twice.scope == once.scope, "\(text)")
    }
    #expect(recognized > 3000)
  }
}

enum PlatformCases {
  static let spellings: [([String], String, ObjectScope)] = [
    (
      ["http://www.facebook.com/", "https://m.facebook.com?ref=x", "https://FB.com"],
      "https://facebook.com/", .site
    ),
    (
      [
        "https://m.facebook.com/Casino.KZ/", "https://ru-ru.facebook.com/casino.kz?__tn__=%2Cd",
        "http://fb.com/casino.kz#x", "https://www.facebook.com/pg/casino.kz",
      ], "https://facebook.com/casino.kz", .account
    ),
    (
      ["https://facebook.com/profile.php?id=100&sk=about", "https://facebook.com/people/A-B/100/"],
      "https://facebook.com/100", .account
    ),
    (
      ["https://facebook.com/casino/videos/title/55/", "https://facebook.com/watch/?v=55&ref=x"],
      "https://facebook.com/watch?v=55", .video
    ),
    (
      ["https://facebook.com/groups/Casino/permalink/7/"],
      "https://facebook.com/groups/casino/posts/7", .post
    ),
    (["https://www.facebook.com/groups/Casino"], "https://facebook.com/groups/casino", .channel),
    (
      ["https://www.instagram.com/Casino_KZ/?igsh=abc&hl=ru", "http://instagr.am/casino_kz"],
      "https://instagram.com/casino_kz", .account
    ),
    (
      ["https://instagram.com/reel/CxY/?utm_source=x", "https://instagram.com/casino/p/CxY/"],
      "https://instagram.com/p/CxY", .post
    ),
    (
      [
        "https://youtu.be/dQw4w9WgXcQ?si=x&t=5", "https://m.youtube.com/watch?app=m&v=dQw4w9WgXcQ",
        "https://www.youtube.com/shorts/dQw4w9WgXcQ", "https://youtube.com/live/dQw4w9WgXcQ",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0",
      ], "https://youtube.com/watch?v=dQw4w9WgXcQ", .video
    ),
    (
      ["https://www.youtube.com/@Casino/videos", "https://youtube.com/@casino/featured?sub=1"],
      "https://youtube.com/@casino", .channel
    ),
    (
      ["https://www.youtube.com/channel/UCaB/about"], "https://youtube.com/channel/UCaB", .channel
    ),
    (
      ["https://telegram.me/Casino", "https://t.me/s/casino", "http://casino.t.me/"],
      "https://t.me/casino", .account
    ),
    (
      ["https://t.me/s/Casino/12?single", "https://telegram.dog/casino/12?comment=3"],
      "https://t.me/casino/12", .post
    ),
    (
      ["https://t.me/joinchat/AbC", "https://t.me/%2BAbC"], "https://t.me/+AbC", .channel
    ),
    (
      ["https://twitter.com/Casino?s=20", "https://mobile.twitter.com/#!/casino"],
      "https://x.com/casino", .account
    ),
    (
      ["https://twitter.com/casino/status/99/photo/1", "https://x.com/i/web/status/99?t=x&s=09"],
      "https://x.com/i/status/99", .post
    ),
    (
      ["https://m.tiktok.com/@Casino/video/5?is_from_webapp=1&x=y"],
      "https://tiktok.com/@casino/video/5", .video
    ),
    (
      ["https://vk.com/feed?w=wall-1_22", "https://m.vk.ru/wall-1_22?reply=5"],
      "https://vk.com/wall-1_22", .post
    ),
    (
      ["https://vk.com/video?z=video-1_22%2Fpl_x", "https://vk.com/video-1_22"],
      "https://vk.com/video-1_22", .video
    ),
    (["https://vkontakte.ru/public77"], "https://vk.com/club77", .channel),
    (["https://www.odnoklassniki.ru/profile/5?st=x"], "https://ok.ru/profile/5", .account),
    (
      ["https://api.whatsapp.com/send?phone=%2B77010000000&text=x", "https://wa.me/+77010000000"],
      "https://wa.me/77010000000", .account
    ),
    (["https://www.threads.net/@Casino"], "https://threads.com/@casino", .account),
  ]

  static let different: [(String, String)] = [
    ("https://youtube.com/watch?v=aB", "https://youtube.com/watch?v=Ab"),
    ("https://youtube.com/channel/UCa", "https://youtube.com/channel/UCA"),
    ("https://t.me/+AbC", "https://t.me/+abc"), ("https://t.me/casino/1", "https://t.me/casino/2"),
    ("https://instagram.com/p/aB", "https://instagram.com/p/Ab"),
    ("https://vk.com/wall-1_2", "https://vk.com/wall1_2"),
    (
      "https://facebook.com/story.php?id=1&story_fbid=2",
      "https://facebook.com/story.php?id=1&story_fbid=3"
    ),
    ("https://web.telegram.org/k/#@one", "https://web.telegram.org/k/#@two"),
    ("https://casino.example/?ref=1", "https://casino.example/?ref=2"),
    ("https://casino.example/", "https://www.casino.example/"),
    ("https://casino.example/", "http://casino.example/"),
  ]
}
