import { prorate } from './prorate.ts'

/**
 * Splits a discount over lines in proportion to `weights`, no line above its `room`. What a full line cannot take is split again
 * over the others in proportion, until nothing is left; the caller keeps `total` within the sum of the rooms.
 * Shape: one whole part for each line, Σ parts = total. Ties go to the earlier line.
 */
export function shareOut(total: number, weights: readonly number[], room: readonly number[]): number[] {
  const parts: number[] = new Array(weights.length)
  prorate(total, weights, parts)
  for (let i = 0; i < parts.length; i++)
    if ((parts[i] as number) > (room[i] as number)) return shareCapped(total, weights, room)
  return parts
}

function shareCapped(total: number, weights: readonly number[], room: readonly number[]): number[] {
  const parts = weights.map(() => 0)
  // Lines without weight take part only when every line with weight is full.
  let open = weights.map((w, i) => (w > 0 && (room[i] as number) > 0 ? w : 0))
  let left = total
  while (left > 0) {
    if (open.every((w) => w === 0)) open = room.map((r, i) => Math.max(0, r - (parts[i] as number)))
    const round: number[] = []
    prorate(left, open, round)
    for (let i = 0; i < parts.length; i++) {
      const take = Math.min(round[i] as number, (room[i] as number) - (parts[i] as number))
      parts[i] = (parts[i] as number) + take
      left -= take
      if (parts[i] === room[i]) open[i] = 0
    }
  }
  return parts
}
