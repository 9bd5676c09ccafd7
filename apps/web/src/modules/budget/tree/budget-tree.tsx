import type { BudgetCatalogue, BudgetLevel, BudgetLine, BudgetWorkedOut } from '@zhanggui/contract'
import type { Format } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { treeRows } from './budget-draft.ts'
import styles from './budget-tree.module.css'
import { LineRow } from './line-row.tsx'
import { ResidualBadge } from './residual-badge.tsx'
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

/** The tree of the budget with what is left of every level right under its heading. */
export function BudgetTree({ lines, workedOut, onChange, onAdd, onRemove, found, ...shared }: Props) {
  const t = useStrings(treeStrings)
  const resolved = new Map(workedOut?.lines.map((line) => [line.id, line]))
  const heads = [t.name, t.channel, t.period, t.share, t.base, t.amount, t.ofTotal]
  const residualsOf = (parentId: string | null) => (
    <Residuals levels={workedOut?.levels.filter((level) => level.parentId === parentId) ?? []} format={shared.format} />
  )
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
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
        {treeRows(lines).map((row) => (
          <tbody key={row.line.id}>
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
          </tbody>
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
