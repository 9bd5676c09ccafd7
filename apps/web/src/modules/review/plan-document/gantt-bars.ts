import type { DocumentBlock } from '@zhanggui/contract'

type GanttBlock = Extract<DocumentBlock, { kind: 'gantt' }>

/** Place on the axis in percent of its width. */
export type Bar = { key: string; label: string; from: string; to: string; left: number; width: number }

const DAY_MS = 86_400_000
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS

/** Bars and months over the block's days. Shape: days half-open; a bar of one day keeps a width that can be seen. */
export function barsOf({ from, to, rows }: GanttBlock): { bars: Bar[]; months: Pick<Bar, 'key' | 'left' | 'width'>[] } {
  const [first, all] = [dayNumber(from), dayNumber(to) - dayNumber(from)]
  const percent = (days: number): number => (days / all) * 100
  const bars = rows.map((row, i) => ({
    ...row,
    key: `${i}-${row.label}`,
    left: percent(dayNumber(row.from) - first),
    width: Math.max(0.6, percent(dayNumber(row.to) - dayNumber(row.from))),
  }))
  const year = from.slice(0, 4)
  const months = Array.from({ length: 12 }, (_, i) => {
    const key = `${year}-${String(i + 1).padStart(2, '0')}`
    const next = i === 11 ? `${Number(year) + 1}-01-01` : `${year}-${String(i + 2).padStart(2, '0')}-01`
    return {
      key,
      left: percent(dayNumber(`${key}-01`) - first),
      width: percent(dayNumber(next) - dayNumber(`${key}-01`)),
    }
  })
  return { bars, months: months.filter(({ left }) => left >= 0 && left < 100) }
}
