/** Share of the union that both hold; two empty sets say nothing (null). Source: Jaccard (1901). */
export function sharedShare(a: readonly string[], b: readonly string[]): number | null {
  const [left, right] = [new Set(a), new Set(b)]
  const union = new Set([...left, ...right]).size
  if (union === 0) return null
  return [...left].filter((value) => right.has(value)).length / union
}

/** Pairs of neighbouring characters without blanks and marks: what is left of a text when only its words count. */
function pairsOf(text: string): string[] {
  const letters = [...text.normalize('NFKC').toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter))
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`)
}

/** How much of two texts is the same, by pairs of characters: it needs no word list and works in Chinese. Source: Dice (1945). */
export function textSimilarity(a: string, b: string): number | null {
  const counts = new Map<string, number>()
  const [left, right] = [pairsOf(a), pairsOf(b)]
  if (left.length === 0 && right.length === 0) return null
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of right) {
    const open = counts.get(pair) ?? 0
    if (open > 0) shared++
    counts.set(pair, open - 1)
  }
  return (2 * shared) / (left.length + right.length)
}
