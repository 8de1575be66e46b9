import HTTPTypes

/// What the browser is told not to do with a page.
enum SecurityHeaders {
  /// Nothing from elsewhere, no script or style in the markup, no form to another site, no frame of another site around it.
  static let pagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    + "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
    + "frame-ancestors 'none'"

  /// For the page of a letter, which carries its own styles, runs nothing, and stands in a frame of ours.
  static let letterPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; "
    + "form-action 'none'; frame-ancestors 'self'; "
    + "sandbox allow-same-origin allow-top-navigation-by-user-activation"

  static func add(to headers: inout HTTPFields) {
    if headers[.contentSecurityPolicy] == nil { headers[.contentSecurityPolicy] = pagePolicy }
    headers[.xContentTypeOptions] = "nosniff"
    headers[.referrerPolicy] = "same-origin"
    headers[.crossOriginOpenerPolicy] = "same-origin"
    headers[.crossOriginResourcePolicy] = "same-origin"
    headers[.permissionsPolicy] = "camera=(), geolocation=(), microphone=(), payment=()"
    if headers[.xFrameOptions] == nil {
      let isFramed = headers[.contentSecurityPolicy] == letterPolicy
      headers[.xFrameOptions] = isFramed ? "SAMEORIGIN" : "DENY"
    }
    // Letters and lists of cases do not stay on a shared computer.
    if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
  }
}

extension HTTPField.Name {
  static let referrerPolicy = HTTPField.Name("Referrer-Policy").unsafelyUnwrapped
  static let crossOriginOpenerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")
    .unsafelyUnwrapped
  static let crossOriginResourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy")
    .unsafelyUnwrapped
  static let permissionsPolicy = HTTPField.Name("Permissions-Policy").unsafelyUnwrapped
  static let xFrameOptions = HTTPField.Name("X-Frame-Options").unsafelyUnwrapped
  static let xForwardedFor = HTTPField.Name("X-Forwarded-For").unsafelyUnwrapped
  static let secFetchDest = HTTPField.Name("Sec-Fetch-Dest").unsafelyUnwrapped
  static let secFetchSite = HTTPField.Name("Sec-Fetch-Site").unsafelyUnwrapped
  static let formToken = HTTPField.Name("X-Form-Token").unsafelyUnwrapped
}
