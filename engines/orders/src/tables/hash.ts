/** Mixes one word into a hash; the constants are those of MurmurHash3 (public domain). */
const mix = (hash: number, word: number): number => {
  const k = Math.imul(word, 0xcc9e2d51)
  const h = hash ^ Math.imul((k << 15) | (k >>> 17), 0x1b873593)
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0
}

const finish = (hash: number): number => {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** Hash of the four words of an id at `at`; a signed 32-bit number. */
export const hashId = (words: Int32Array, at: number, seed: number): number =>
  finish(
    mix(
      mix(mix(mix(seed, words[at] as number), words[at + 1] as number), words[at + 2] as number),
      words[at + 3] as number,
    ),
  )

export const hashThree = (a: number, b: number, c: number, seed: number): number => finish(mix(mix(mix(seed, a), b), c))

/** Hash of the words from `from` up to `to`. */
export function hashWords(words: Int32Array, from: number, to: number, seed: number): number {
  let hash = seed
  for (let i = from; i < to; i++) hash = mix(hash, words[i] as number)
  return finish(hash)
}
