/** Bits in which two 64-bit fingerprints of pictures (16 hex digits, a perceptual hash) differ. */
export function fingerprintDistance(a: string, b: string): number {
  let difference = BigInt(`0x${a}`) ^ BigInt(`0x${b}`)
  let bits = 0
  for (; difference > 0n; difference &= difference - 1n) bits++
  return bits
}

export const isFingerprint = (text: string): boolean => /^[0-9a-f]{16}$/.test(text)
