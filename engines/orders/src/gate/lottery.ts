/**
 * The place of number `n` among `size` by lot: a permutation of 0 … size−1 chosen by the seed, reckoned on its own for each
 * number, without a table. Feistel network over the next power of four, walked until it lands inside (cycle walking), so every
 * place is given exactly once.
 * Source: Black & Rogaway, "Ciphers with Arbitrary Finite Domains" (2002).
 */
export function placeByLot(n: number, size: number, seed: number): number {
  if (size <= 1) return 0
  const half = Math.ceil((32 - Math.clz32(size - 1)) / 2)
  let place = n
  do place = feistel(place, half, seed)
  while (place >= size)
  return place
}

const ROUNDS = 6

function feistel(value: number, half: number, seed: number): number {
  const mask = (1 << half) - 1
  let left = (value >>> half) & mask
  let right = value & mask
  for (let round = 0; round < ROUNDS; round++) {
    const next = left ^ (scramble(right, seed, round) & mask)
    left = right
    right = next
  }
  return ((left << half) | right) >>> 0
}

function scramble(value: number, seed: number, round: number): number {
  let h = Math.imul(value + Math.imul(round + 1, 0x9e3779b1), 0x85ebca6b) ^ seed
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 16) ^ Math.imul(seed, round * 2 + 1), 0x27d4eb2f)
  return h ^ (h >>> 15)
}
