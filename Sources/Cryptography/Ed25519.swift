import CLibCrypto

/// A private key of Ed25519, with which a manifest is signed.
///
/// - Source: RFC 8032, §5.1 (PureEdDSA: the whole message is signed, not a sum of it).
public struct SigningKey: ~Copyable {
  private let handle: KeyHandle

  /// Reads the key as `openssl genpkey -algorithm ed25519` writes it (PKCS #8 in PEM).
  public init(pem: [UInt8]) throws(KeyError) {
    handle = try KeyHandle(pem: pem, .secret)
  }

  /// The signature of a message: 64 bytes, always the same for the same key and message.
  public borrowing func signature(of message: [UInt8]) -> [UInt8] {
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    return [UInt8](unsafeUninitializedCapacity: Ed25519.signatureLength) { buffer, count in
      count = Ed25519.signatureLength
      let isDone =
        EVP_DigestSignInit(context, nil, nil, nil, handle.key) == 1
        && EVP_DigestSign(context, buffer.baseAddress, &count, message, message.count) == 1
      precondition(isDone && count == Ed25519.signatureLength, "a key of Ed25519 signs anything")
    }
  }
}

/// A public key of Ed25519, with which a signature is verified.
public struct VerificationKey: ~Copyable {
  private let handle: KeyHandle

  /// Reads the key as `openssl pkey -pubout` writes it (SubjectPublicKeyInfo in PEM).
  public init(pem: [UInt8]) throws(KeyError) {
    handle = try KeyHandle(pem: pem, .open)
  }

  /// Whether the owner of the key signed this message with this signature.
  public borrowing func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
    let context = EVP_MD_CTX_new()
    defer {
      EVP_MD_CTX_free(context)
      ERR_clear_error()
    }
    return EVP_DigestVerifyInit(context, nil, nil, nil, handle.key) == 1
      && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
  }
}

private enum Ed25519 {
  static let signatureLength = 64
}
