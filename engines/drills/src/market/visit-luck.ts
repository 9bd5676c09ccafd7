/** Uniform in [0, 1) from two whole numbers and a salt (murmur3's finaliser): the same visit has the same luck in every run. */
export function visitLuck(seed: number, index: number, salt: number): number {
  let z = (Math.imul(index ^ seed, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b)) >>> 0
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
  return ((z ^ (z >>> 16)) >>> 0) / 0x1_0000_0000
}
