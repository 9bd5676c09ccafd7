type Share = { beforeCents: number; beforeSum: number; cutSum: number; cents: number }

/** `=` where the split comes out even, `≈` where it was rounded to the fen. Exact: products of amounts go beyond a double. */
export function shareSign({ beforeCents, beforeSum, cutSum, cents }: Share): '=' | '≈' {
  return BigInt(beforeCents) * BigInt(cutSum) === BigInt(beforeSum) * BigInt(cents) ? '=' : '≈'
}
