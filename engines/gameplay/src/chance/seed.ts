import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { assert } from '@zhanggui/kernel'

/**
 * The secret of a game, 32 bytes in hex. Its commitment is published before the first play, the seed itself afterwards: everybody
 * can then work out every draw again, and nobody could have known or changed one.
 */
export type Seed = string

export const isSeed = (text: string): text is Seed => /^[0-9a-f]{64}$/.test(text)

/** SHA-256 of the seed's bytes, hex: what is published beforehand. */
export function commitmentOf(seed: Seed): string {
  assert(isSeed(seed), 'a seed is 64 hex digits')
  return bytesToHex(sha256(hexToBytes(seed)))
}

/** HMAC-SHA-256(seed, label): as many independent streams as there are labels. */
function digest(seed: Seed, label: string): Uint8Array {
  assert(isSeed(seed), 'a seed is 64 hex digits')
  return hmac(sha256, hexToBytes(seed), utf8ToBytes(label))
}

/** The place of a ticket in the drawing, hex; winners are the smallest. */
export const scoreOf = (seed: Seed, label: string): string => bytesToHex(digest(seed, label))

const WORD = 0x1_0000_0000

/**
 * A whole number in [0, bound) from the seed and a label, every number equally likely (numbers that would favour some are thrown
 * away). `bound` is at most 2^32.
 */
export function drawBelow(seed: Seed, label: string, bound: number): number {
  assert(Number.isSafeInteger(bound) && bound > 0 && bound <= WORD, 'a draw is below a whole number of at most 2^32')
  const fair = WORD - (WORD % bound)
  for (let round = 0; ; round++) {
    const view = new DataView(digest(seed, round === 0 ? label : `${label}#${round}`).buffer)
    for (let at = 0; at < 32; at += 4) {
      const word = view.getUint32(at)
      if (word < fair) return word % bound
    }
  }
}
