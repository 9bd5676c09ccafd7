import type { BudgetCatalogue, BudgetLevel, BudgetLine, BudgetWorkedOut } from '@zhanggui/contract'
import { Fragment, useMemo } from 'react'
import type { Format } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { LazyBody } from '../../../parts/lazy-body.tsx'
import { useNarrow } from '../../../parts/use-narrow.ts'
import { type TreeRow, treeRows } from './budget-draft.ts'
import styles from './budget-tree.module.css'
import { LineRow } from './line-row.tsx'
import { ResidualBadge } from './residual-badge.tsx'
import { rowChunks } from './row-chunks.ts'
import { treeStrings } from './tree-strings.ts'

type Props = {
  lines: readonly BudgetLine[]
  workedOut: BudgetWorkedOut | undefined
  catalogue: BudgetCatalogue | undefined
  year: number
  format: Format
  editable: boolean
  found: string | null
  onChange: (id: string, change: Partial<BudgetLine>) => void
  onAdd: (parentId: string | null) => void
  onRemove: (id: string) => void
}

const COLUMNS = 8
/** What a line takes on a desk and on a phone, where it is a card. */
const ROW_PX = { wide: 38, narrow: 236 }

/** The tree of the budget with what is left of every level right under its heading. Of a long one only what is near is drawn. */
export function BudgetTree({ lines, workedOut, onChange, onAdd, onRemove, found, ...shared }: Props) {
  const t = useStrings(treeStrings)
  const rowPx = useNarrow() ? ROW_PX.narrow : ROW_PX.wide
  const chunks = useMemo(() => rowChunks(treeRows(lines)), [lines])
  const resolved = useMemo(() => new Map(workedOut?.lines.map((line) => [line.id, line])), [workedOut])
  const levels = useMemo(() => Map.groupBy(workedOut?.levels ?? [], (level) => level.parentId), [workedOut])
  const heads = [t.name, t.channel, t.period, t.share, t.base, t.amount, t.ofTotal]
  const residualsOf = (parentId: string | null) => (
    <Residuals levels={levels.get(parentId) ?? []} format={shared.format} />
  )
  const drawRow = (row: TreeRow) => (
    <Fragment key={row.line.id}>
      <LineRow
        {...shared}
        row={row}
        resolved={resolved.get(row.line.id)}
        found={found === row.line.id}
        onChange={(change) => onChange(row.line.id, change)}
        onAdd={() => onAdd(row.line.id)}
        onRemove={() => onRemove(row.line.id)}
      />
      {residualsOf(row.line.id)}
    </Fragment>
  )
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-rowcount={lines.length + 1}>
        <caption className="visually-hidden">{t.title}</caption>
        <thead>
          <tr>
            {heads.map((head, i) => (
              <th key={head} scope="col" className={i === 3 || i >= 5 ? styles.number : ''}>
                {head}
              </th>
            ))}
            <th />
          </tr>
        </thead>
        {chunks.map((chunk) => (
          <LazyBody
            key={chunk[0]?.line.id}
            height={chunk.length * rowPx}
            held={chunks.length === 1 || chunk.some(({ line }) => line.id === found)}
          >
            {() => chunk.map(drawRow)}
          </LazyBody>
        ))}
        <tbody>{residualsOf(null)}</tbody>
      </table>
    </div>
  )
}

function Residuals({ levels, format }: { levels: readonly BudgetLevel[]; format: Format }) {
  const off = levels.filter((level) => (level.residualCents ?? level.residualBp ?? 0) !== 0)
  if (off.length === 0) return null
  return (
    <tr className={styles.residual}>
      <td colSpan={COLUMNS} data-label="">
        {off.map((level) => (
          <ResidualBadge key={level.kind} level={level} format={format} twoWays={levels.length > 1} />
        ))}
      </td>
    </tr>
  )
}
