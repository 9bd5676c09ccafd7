/** Marks a list whose rows the keys j and k walk through, and each such row. Read by `shell/use-list-keys.ts`. */
export const LIST_MARK = { 'data-list': '' } as const
export const ROW_MARK = { 'data-list-row': '' } as const

export const LIST_SELECTOR = '[data-list]'
export const ROW_SELECTOR = '[data-list-row]'

/**
 * Where a step leads in a list of `length` rows. Shape: `at` and the answer are indexes, -1 for none; the ends hold.
 * @example stepIn({ length: 3, at: -1, step: -1 }) // 2
 */
export function stepIn({ length, at, step }: { length: number; at: number; step: 1 | -1 }): number {
  if (at < 0) return step > 0 ? Math.min(0, length - 1) : length - 1
  return Math.min(Math.max(at + step, 0), length - 1)
}
