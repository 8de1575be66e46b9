import CLibCrypto

/// A key of libcrypto's, freed when it goes out of scope.
struct KeyHandle: ~Copyable {
  let key: OpaquePointer

  enum Part {
    case secret, open
  }

  /// Reads a key of Ed25519; never asks anybody for a password.
  init(pem: [UInt8], _ part: Part) throws(KeyError) {
    // What libcrypto noted of earlier failures of this thread, and of this one, is of no use to anybody.
    defer { ERR_clear_error() }
    let missing: KeyError = part == .secret ? .notAPrivateKey : .notAPublicKey
    guard let length = Int32(exactly: pem.count), let source = BIO_new_mem_buf(pem, length) else {
      throw missing
    }
    defer { BIO_free(source) }
    var isLocked = false
    let key = withUnsafeMutablePointer(to: &isLocked) { flag in
      switch part {
      case .secret: PEM_read_bio_PrivateKey(source, nil, refusePassword, flag)
      case .open: PEM_read_bio_PUBKEY(source, nil, refusePassword, flag)
      }
    }
    guard let key else { throw isLocked ? .encrypted : missing }
    guard EVP_PKEY_get_id(key) == EVP_PKEY_ED25519 else {
      let name = EVP_PKEY_get0_type_name(key).map { String(cString: $0) } ?? "?"
      EVP_PKEY_free(key)
      throw .otherAlgorithm(name)
    }
    self.key = key
  }

  deinit { EVP_PKEY_free(key) }
}

/// The answer to the question for a password, without which libcrypto would ask at the terminal.
private func refusePassword(
  _: UnsafeMutablePointer<CChar>?, _: Int32, _: Int32, isAsked: UnsafeMutableRawPointer?
) -> Int32 {
  isAsked?.assumingMemoryBound(to: Bool.self).pointee = true
  return -1
}
