/**
 * Rows of a fixed array that are handed out and given back: those given back first, in a chain through one of their words,
 * then those never used. `head[0]`: first free row plus one; `head[1]`: rows ever used; `head[2]`: rows in use.
 */
export type FreeList = {
  readonly head: Int32Array
  readonly rows: Int32Array
  readonly stride: number
  readonly link: number
}

export const createFreeList = (rows: Int32Array, stride: number, link: number): FreeList => ({
  head: new Int32Array(3),
  rows,
  stride,
  link,
})

export const freeRows = (list: FreeList): number => list.rows.length / list.stride - (list.head[2] as number)

/** Whoever takes a row has asked `freeRows` first. */
export function takeRow(list: FreeList): number {
  const { head, rows, stride, link } = list
  head[2] = (head[2] as number) + 1
  const first = (head[0] as number) - 1
  if (first >= 0) {
    head[0] = rows[first * stride + link] as number
    return first
  }
  const fresh = head[1] as number
  head[1] = fresh + 1
  return fresh
}

export function giveRow(list: FreeList, row: number): void {
  const { head, rows, stride, link } = list
  rows.fill(0, row * stride, (row + 1) * stride)
  rows[row * stride + link] = head[0] as number
  head[0] = row + 1
  head[2] = (head[2] as number) - 1
}
