/// Letters that HTML writes as `&name;` or `&#number;`.
extension String {
  /// The text with the letters in place of their entities; names beyond those of HTML 4 remain as they are.
  var unescaped: String {
    guard utf8.contains(UInt8(ascii: "&")) else { return self }
    let scalars = Array(unicodeScalars)
    var result = UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if scalars[index] == "&", let (letters, end) = Entities.read(scalars, after: index + 1) {
        result.append(contentsOf: letters.unicodeScalars)
        index = end
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return String(result)
  }
}

private enum Entities {
  /// The letters of the entity whose `&` stands before `start`, and where it ends.
  static func read(_ scalars: [Unicode.Scalar], after start: Int) -> (String, Int)? {
    guard start < scalars.count else { return nil }
    if scalars[start] == "#" { return number(scalars, after: start + 1) }
    var name = ""
    var end = start
    while end < scalars.count, name.utf8.count < 32, scalars[end].isASCII, scalars[end].isPythonWord
    {
      name.unicodeScalars.append(scalars[end])
      end += 1
    }
    if end < scalars.count, scalars[end] == ";", let letter = old[name] ?? newer[name] {
      return (String(Character(letter)), end + 1)
    }
    // The oldest names are known without a semicolon too, whatever follows them.
    while !name.isEmpty {
      if let letter = old[name] { return (String(Character(letter)), start + name.utf8.count) }
      name.removeLast()
    }
    return nil
  }

  private static func number(
    _ scalars: [Unicode.Scalar], after start: Int
  ) -> (String, Int)? {
    let isHexadecimal = start < scalars.count && (scalars[start] == "x" || scalars[start] == "X")
    var end = isHexadecimal ? start + 1 : start
    let first = end
    var code: UInt32 = 0
    while end < scalars.count, scalars[end].isASCII,
      let digit = Character(scalars[end]).hexDigitValue, isHexadecimal || digit < 10
    {
      code = min(code * (isHexadecimal ? 16 : 10) + UInt32(digit), 0x110000)
      end += 1
    }
    guard end > first else { return nil }
    if end < scalars.count, scalars[end] == ";" { end += 1 }
    return (letters(of: code), end)
  }

  /// What browsers show for a number: some are those of an old code page, and some nothing.
  private static func letters(of code: UInt32) -> String {
    switch code {
    case 0, 0x110000...: return "\u{FFFD}"
    case 0x0D: return "\r"
    case 0x80...0x9F:
      return String(Character(Unicode.Scalar(windows[Int(code) - 0x80]) ?? "\u{FFFD}"))
    case 0x01...0x08, 0x0B, 0x0E...0x1F, 0x7F, 0xFDD0...0xFDEF: return ""
    case _ where code & 0xFFFE == 0xFFFE: return ""
    default: return Unicode.Scalar(code).map { String(Character($0)) } ?? "\u{FFFD}"
    }
  }

  private static let windows: [UInt32] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]

  private static func table(_ text: String) -> [String: Unicode.Scalar] {
    var table: [String: Unicode.Scalar] = [:]
    for entry in text.split(whereSeparator: \.isWhitespace) {
      let parts = entry.split(separator: "=")
      guard parts.count == 2, let code = UInt32(parts[1], radix: 16) else { continue }
      table[String(parts[0])] = Unicode.Scalar(code)
    }
    return table
  }

  private static let old = table(
    """
    AElig=C6 AMP=26 Aacute=C1 Acirc=C2 Agrave=C0 Aring=C5 Atilde=C3 Auml=C4 COPY=A9 Ccedil=C7
    ETH=D0 Eacute=C9 Ecirc=CA Egrave=C8 Euml=CB GT=3E Iacute=CD Icirc=CE Igrave=CC Iuml=CF LT=3C
    Ntilde=D1 Oacute=D3 Ocirc=D4 Ograve=D2 Oslash=D8 Otilde=D5 Ouml=D6 QUOT=22 REG=AE THORN=DE
    Uacute=DA Ucirc=DB Ugrave=D9 Uuml=DC Yacute=DD aacute=E1 acirc=E2 acute=B4 aelig=E6 agrave=E0
    amp=26 aring=E5 atilde=E3 auml=E4 brvbar=A6 ccedil=E7 cedil=B8 cent=A2 copy=A9 curren=A4
    deg=B0 divide=F7 eacute=E9 ecirc=EA egrave=E8 eth=F0 euml=EB frac12=BD frac14=BC frac34=BE
    gt=3E iacute=ED icirc=EE iexcl=A1 igrave=EC iquest=BF iuml=EF laquo=AB lt=3C macr=AF micro=B5
    middot=B7 nbsp=A0 not=AC ntilde=F1 oacute=F3 ocirc=F4 ograve=F2 ordf=AA ordm=BA oslash=F8
    otilde=F5 ouml=F6 para=B6 plusmn=B1 pound=A3 quot=22 raquo=BB reg=AE sect=A7 shy=AD sup1=B9
    sup2=B2 sup3=B3 szlig=DF thorn=FE times=D7 uacute=FA ucirc=FB ugrave=F9 uml=A8 uuml=FC
    yacute=FD yen=A5 yuml=FF
    """)

  private static let newer = table(
    """
    Alpha=391 Beta=392 Chi=3A7 Dagger=2021 Delta=394 Epsilon=395 Eta=397 Gamma=393 Iota=399
    Kappa=39A Lambda=39B Mu=39C Nu=39D OElig=152 Omega=3A9 Omicron=39F Phi=3A6 Pi=3A0 Prime=2033
    Psi=3A8 Rho=3A1 Scaron=160 Sigma=3A3 Tau=3A4 Theta=398 Upsilon=3A5 Xi=39E Yuml=178 Zeta=396
    alefsym=2135 alpha=3B1 and=2227 ang=2220 apos=27 asymp=2248 bdquo=201E beta=3B2 bull=2022
    cap=2229 chi=3C7 circ=2C6 clubs=2663 cong=2245 crarr=21B5 cup=222A dArr=21D3 dagger=2020
    darr=2193 delta=3B4 diams=2666 empty=2205 emsp=2003 ensp=2002 epsilon=3B5 equiv=2261 eta=3B7
    euro=20AC exist=2203 fnof=192 forall=2200 frasl=2044 gamma=3B3 ge=2265 hArr=21D4 harr=2194
    hearts=2665 hellip=2026 image=2111 infin=221E int=222B iota=3B9 isin=2208 kappa=3BA lArr=21D0
    lambda=3BB lang=27E8 larr=2190 lceil=2308 ldquo=201C le=2264 lfloor=230A lowast=2217 loz=25CA
    lrm=200E lsaquo=2039 lsquo=2018 mdash=2014 minus=2212 mu=3BC nabla=2207 ndash=2013 ne=2260
    ni=220B notin=2209 nsub=2284 nu=3BD oelig=153 oline=203E omega=3C9 omicron=3BF oplus=2295
    or=2228 otimes=2297 part=2202 permil=2030 perp=22A5 phi=3C6 pi=3C0 piv=3D6 prime=2032
    prod=220F prop=221D psi=3C8 rArr=21D2 radic=221A rang=27E9 rarr=2192 rceil=2309 rdquo=201D
    real=211C rfloor=230B rho=3C1 rlm=200F rsaquo=203A rsquo=2019 sbquo=201A scaron=161 sdot=22C5
    sigma=3C3 sigmaf=3C2 sim=223C spades=2660 sub=2282 sube=2286 sum=2211 sup=2283 supe=2287
    tau=3C4 there4=2234 theta=3B8 thetasym=3D1 thinsp=2009 tilde=2DC trade=2122 uArr=21D1
    uarr=2191 upsih=3D2 upsilon=3C5 weierp=2118 xi=3BE zeta=3B6 zwj=200D zwnj=200C
    """)
}
