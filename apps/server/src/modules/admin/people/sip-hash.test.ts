import { expect, test } from 'vitest'
import { sipHash64 } from './sip-hash.ts'

/** Bytes 0, 1, 2 … as the authors' own test vectors are made of, under the key of bytes 0 to 15. */
const counting = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => i)
const KEY = { k0: 0x0706050403020100n, k1: 0x0f0e0d0c0b0a0908n }

test.each([
  [0, 0x726fdb47dd0e0e31n],
  [1, 0x74f839c593dc67fdn],
  [8, 0x93f5f5799a932462n],
  [15, 0xa129ca6149be45e5n],
  [63, 0x958a324ceb064572n],
])('the hash of %i bytes is the one of the authors’ test vectors', (length, expected) => {
  expect(sipHash64(KEY, counting(length))).toBe(expected)
})
