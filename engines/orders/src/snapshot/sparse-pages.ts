export const PAGE_WORDS = 128

const isEmpty = (words: Int32Array, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (words[i] !== 0) return false
  return true
}

/** The pages of an array that hold something: number of each, then their words. Tables are mostly empty, snapshots are not. */
export function packPages(words: Int32Array): Int32Array {
  const pages: number[] = []
  for (let page = 0; page * PAGE_WORDS < words.length; page++)
    if (!isEmpty(words, page * PAGE_WORDS, Math.min((page + 1) * PAGE_WORDS, words.length))) pages.push(page)
  const packed = new Int32Array(1 + pages.length * (1 + PAGE_WORDS))
  packed[0] = pages.length
  packed.set(pages, 1)
  for (const [i, page] of pages.entries())
    packed.set(words.subarray(page * PAGE_WORDS, (page + 1) * PAGE_WORDS), 1 + pages.length + i * PAGE_WORDS)
  return packed
}

/** Puts packed pages back into an array of zeros. False: they do not fit it. */
export function unpackPages(packed: Int32Array, into: Int32Array): boolean {
  const count = packed[0] ?? -1
  if (count < 0 || packed.length !== 1 + count * (1 + PAGE_WORDS)) return false
  for (let i = 0; i < count; i++) {
    const at = (packed[1 + i] as number) * PAGE_WORDS
    if (at < 0 || at >= into.length) return false
    const from = 1 + count + i * PAGE_WORDS
    into.set(packed.subarray(from, from + Math.min(PAGE_WORDS, into.length - at)), at)
  }
  return true
}
