/** A bijection of 32-bit numbers (murmur3's finaliser): different in, different out. */
function mix32(n: number): number {
  let z = n >>> 0
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
  return (z ^ (z >>> 16)) >>> 0
}

/**
 * Numbers things so that the numbers look like hashes and never collide: the low 32 bits are a bijection of the sequence
 * number, the 21 above it are scattered. Below 2^53, so that a JavaScript number holds every one.
 */
export function createIdentity(salt: number): (sequence: number) => number {
  const scatter = mix32(salt)
  return (sequence) => ((mix32(sequence ^ scatter ^ 0x9e3779b9) >>> 11) | 1) * 0x1_0000_0000 + mix32(sequence ^ scatter)
}
