/// Four bytes as a number below 2 to the power of `bits`, by which equal ones are found.
@inline(__always)
func hash(_ bytes: UnsafePointer<UInt8>, bits: UInt32) -> Int {
  let word = UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self).littleEndian
  return Int(truncatingIfNeeded: (word &* 2_654_435_761) &>> (32 &- bits))
}

/// How many bytes, at most `most`, are the same from both places on.
@inline(__always)
func bytesInCommon(_ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>, _ most: Int) -> Int {
  var count = 0
  while count &+ 16 <= most {
    let first = difference(one + count, other + count)
    let second = difference(one + count + 8, other + count + 8)
    if first | second != 0 {
      return first != 0
        ? count &+ first.trailingZeroBitCount &>> 3
        : count &+ 8 &+ second.trailingZeroBitCount &>> 3
    }
    count &+= 16
  }
  while count < most, one[count] == other[count] { count &+= 1 }
  return count
}

/// The bits of eight bytes that are not the same at both places, those of the first byte lowest.
@inline(__always)
private func difference(_ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>) -> UInt64 {
  UnsafeRawPointer(one).loadUnaligned(as: UInt64.self).littleEndian
    ^ UnsafeRawPointer(other).loadUnaligned(as: UInt64.self).littleEndian
}
