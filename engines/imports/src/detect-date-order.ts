/**
 * The order of day and month in dates that end in the year (`13.08.2019`), told by a part that can only be a day.
 * Shape: `null` when no such date is there, or when every one of them could be read both ways: it is not guessed then.
 */
export function detectDateOrder(cells: readonly string[]): 'dmy' | 'mdy' | null {
  let [dmy, mdy] = [0, 0]
  for (const cell of cells) {
    const match = /^\s*"?(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}(?!\d)/.exec(cell)
    if (!match) continue
    if (Number(match[1]) > 12) dmy++
    if (Number(match[2]) > 12) mdy++
  }
  if (dmy > 0 && mdy === 0) return 'dmy'
  return mdy > 0 && dmy === 0 ? 'mdy' : null
}
