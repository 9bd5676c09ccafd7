/** Below it a product of whole numbers, and one step more, is exact in a double. */
const EXACT = 2 ** 52

/**
 * Splits a whole amount over whole weights, exactly, by largest remainder; ties go to the earlier weight. The hot path of every
 * discount: doubles while products are exact, bigint beyond. Same answers as the kernel's `allocate`, without its checks.
 * Shape: writes one part for each weight into `parts`. Weights are not negative and not all zero unless `total` is 0.
 */
export function prorate(total: number, weights: readonly number[], parts: number[]): void {
  const n = weights.length
  let sum = 0
  let largest = 0
  for (let i = 0; i < n; i++) {
    const w = weights[i] as number
    sum += w
    if (w > largest) largest = w
  }
  if (total === 0 || sum === 0) {
    for (let i = 0; i < n; i++) parts[i] = 0
    return
  }
  if (total === sum) {
    for (let i = 0; i < n; i++) parts[i] = weights[i] as number
    return
  }
  if (total * largest > EXACT) {
    prorateLarge(total, sum, weights, parts)
    return
  }
  const remainders: number[] = []
  let left = total
  for (let i = 0; i < n; i++) {
    const product = total * (weights[i] as number)
    // A division is many times faster than `%` on large doubles; it can only be one too high.
    let part = Math.floor(product / sum)
    let remainder = product - part * sum
    if (remainder < 0) {
      part--
      remainder += sum
    }
    parts[i] = part
    remainders.push(remainder)
    left -= part
  }
  giveRest(left, remainders, parts)
}

/** Hands the left-over units to the largest remainders, one each. There are fewer of them than parts with a remainder. */
function giveRest(count: number, remainders: number[], parts: number[]): void {
  for (let given = 0; given < count; given++) {
    let at = 0
    let most = -1
    for (let i = 0; i < remainders.length; i++) {
      const r = remainders[i] as number
      if (r > most) {
        most = r
        at = i
      }
    }
    parts[at] = (parts[at] as number) + 1
    remainders[at] = -1
  }
}

function prorateLarge(total: number, sum: number, weights: readonly number[], parts: number[]): void {
  const whole = BigInt(sum)
  const amount = BigInt(total)
  const remainders: bigint[] = []
  let left = total
  for (const [i, weight] of weights.entries()) {
    const product = amount * BigInt(weight)
    const part = Number(product / whole)
    parts[i] = part
    remainders.push(product % whole)
    left -= part
  }
  const order = remainders.map((_, i) => i).sort((a, b) => compareRemainders(remainders, a, b))
  for (const i of order.slice(0, left)) parts[i] = (parts[i] as number) + 1
}

function compareRemainders(remainders: readonly bigint[], a: number, b: number): number {
  const [x, y] = [remainders[a] as bigint, remainders[b] as bigint]
  return x === y ? a - b : x > y ? -1 : 1
}
