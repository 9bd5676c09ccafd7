import type { TableRow } from '@zhanggui/contract'

/** The six columns that hold text, in their order. */
export const TEXT_COLUMNS = [
  'target',
  'theme',
  'strategy',
  'pageDesign',
  'dailyPromotion',
  'merchantCooperation',
] as const
export type TextColumn = (typeof TEXT_COLUMNS)[number]

/** The table while it is edited; `saved` is what the server has. */
export type TableDraft = { saved: readonly TableRow[]; rows: readonly TableRow[] }

export type DraftChange =
  | { do: 'load'; rows: readonly TableRow[] }
  /** A newer answer of the server: it does not wipe what somebody is typing. */
  | { do: 'refresh'; rows: readonly TableRow[] }
  | { do: 'edit'; id: string; column: TextColumn; text: string }
  | { do: 'add'; period: string }
  | { do: 'remove'; id: string }
  | { do: 'undo' }

export const openDraft = (rows: readonly TableRow[]): TableDraft => ({ saved: rows, rows })

const blankRow = (id: string, period: string): TableRow => ({
  id,
  period,
  target: '',
  theme: '',
  strategy: '',
  pageDesign: '',
  dailyPromotion: '',
  merchantCooperation: '',
  source: null,
})

function freeId(rows: readonly TableRow[], period: string): string {
  const taken = new Set(rows.map(({ id }) => id))
  const base = `row:${period}`
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}#${n}`
    if (!taken.has(id)) return id
  }
}

/** The year before its quarters, a quarter before its months: as a year is read. */
function orderOf({ period, label }: TableRow): string {
  const [year = '', part = ''] = [period.slice(0, 4), period.slice(5)]
  const isSpan = label !== undefined && /[-~–—至到、]|半年/.test(label)
  if (part === '') return `${year}-00`
  if (!part.startsWith('Q')) return `${year}-${part}-${isSpan ? 0 : 1}`
  return `${year}-${String(Number(part[1]) * 3 - 2).padStart(2, '0')}-${isSpan ? '' : '0'}`
}

const inOrder = (rows: readonly TableRow[]): TableRow[] =>
  rows
    .map((row, index) => ({ row, index, key: orderOf(row) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index))
    .map(({ row }) => row)

export function changeDraft(draft: TableDraft, change: DraftChange): TableDraft {
  const { saved, rows } = draft
  switch (change.do) {
    case 'load':
      return openDraft(change.rows)
    case 'refresh':
      return isDirty(draft) ? draft : openDraft(change.rows)
    case 'undo':
      return openDraft(saved)
    case 'edit':
      return { saved, rows: rows.map((row) => (row.id === change.id ? { ...row, [change.column]: change.text } : row)) }
    case 'add':
      return { saved, rows: inOrder([...rows, blankRow(freeId(rows, change.period), change.period)]) }
    case 'remove':
      return { saved, rows: rows.filter(({ id }) => id !== change.id) }
  }
}

/** True when something would be lost. */
export const isDirty = ({ saved, rows }: TableDraft): boolean =>
  saved !== rows && JSON.stringify(saved) !== JSON.stringify(rows)

/** Periods that a row can be added for: the year, its quarters and months. */
export function periodsOfYear(year: number): string[] {
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)
  return [String(year), ...[1, 2, 3, 4].flatMap((q) => [`${year}-Q${q}`, ...months.slice(q * 3 - 3, q * 3)])]
}
