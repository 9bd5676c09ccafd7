/** What a column of a budget table holds. */
export const TABLE_FIELDS = [
  'name',
  'parent',
  'channel',
  'share',
  'base',
  'amount',
  'period',
  'event',
  'owner',
  'note',
] as const
export type TableField = (typeof TABLE_FIELDS)[number]

const HEADERS: Record<TableField, RegExp> = {
  name: /^(名称|项目|预算项目?|科目|费用项目?|明细|用途|name|item|line)$/i,
  parent: /^(上级|所属|大类|一级|parent)$/i,
  channel: /^(渠道|工具|推广渠道|channel|tool)$/i,
  share: /^(占比|比例|份额|预算占比|占比\(?%\)?|share|percent|%)$/i,
  base: /^(基数|占比基数|占什么|口径|base|of)$/i,
  amount: /^(金额|预算|预算金额|费用|投入|金额\(?元\)?|预算\(?元\)?|amount|budget)$/i,
  period: /^(时间|周期|时段|月份|季度|period|month|quarter)$/i,
  event: /^(活动|活动编号|event)$/i,
  owner: /^(负责人|责任人|owner)$/i,
  note: /^(备注|说明|note|remark)$/i,
}

export type TableColumns = Partial<Record<TableField, number>>

const plain = (cell: string): string => cell.normalize('NFKC').replace(/\s+/g, '')

/** Columns by their headers; `null` when the row is no header (it names neither a line nor a figure). */
export function columnsFromHeader(row: readonly string[]): TableColumns | null {
  const columns: TableColumns = {}
  for (const [index, cell] of row.entries())
    for (const field of TABLE_FIELDS)
      if (columns[field] === undefined && HEADERS[field].test(plain(cell))) {
        columns[field] = index
        break
      }
  const named = columns.name ?? columns.channel
  const hasFigure = columns.share !== undefined || columns.amount !== undefined
  if (named === undefined || !hasFigure) return null
  return { ...columns, name: named }
}

/** Columns of a block pasted without a header: the first text is the name; a percentage is a share, another number an amount. */
export function columnsFromCells(rows: readonly (readonly string[])[]): TableColumns {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const columns: TableColumns = {}
  for (let index = 0; index < width; index++) {
    const cells = rows.map((row) => plain(row[index] ?? '')).filter((cell) => cell !== '')
    const isNumber = cells.length > 0 && cells.every((cell) => /^[¥￥(（]?[\d.,]+/.test(cell))
    const isShare = isNumber && cells.some((cell) => /[%％]/.test(cell))
    const field = isShare ? 'share' : isNumber ? 'amount' : 'name'
    columns[field] ??= index
  }
  return columns
}
