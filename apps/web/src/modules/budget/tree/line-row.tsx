import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { BudgetCatalogue, BudgetLine, ResolvedBudgetLine } from '@zhanggui/contract'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Format } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { amountFromText, shareFromText, shareText } from './amount-text.ts'
import type { TreeRow } from './budget-draft.ts'
import styles from './budget-tree.module.css'
import { ChannelSelect } from './channel-select.tsx'
import { EditableCell } from './editable-cell.tsx'
import { EditableChoice } from './editable-choice.tsx'
import { periodsOf } from './periods-of.ts'
import { treeStrings } from './tree-strings.ts'

const INDENT_PX = 20
const CENTS = 100
const WHOLE = 10_000

export type LineRowProps = {
  row: TreeRow
  resolved: ResolvedBudgetLine | undefined
  catalogue: BudgetCatalogue | undefined
  year: number
  format: Format
  editable: boolean
  /** A link led here. */
  found: boolean
  onChange: (change: Partial<BudgetLine>) => void
  onAdd: () => void
  onRemove: () => void
}

type Words = typeof treeStrings.zh

/** One line of the budget; every cell can be opened in place. */
export function LineRow(props: LineRowProps) {
  const t = useStrings(treeStrings)
  const { row, found } = props
  const place = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (found) place.current?.scrollIntoView({ block: 'center' })
  }, [found])
  return (
    <tr ref={place} className={row.hasChildren ? styles.heading : ''} data-found={found}>
      <NameCell {...props} t={t} />
      <td data-label={t.channel}>
        <ChannelSelect
          channels={props.catalogue?.channels ?? []}
          line={row.line}
          label={`${row.line.name} ${t.channel}`}
          blank={t.noChannel}
          editable={props.editable}
          onChange={props.onChange}
        />
      </td>
      <PeriodCell {...props} t={t} />
      <ShareCells {...props} t={t} />
      <AmountCells {...props} t={t} />
      <Actions {...props} t={t} />
    </tr>
  )
}

type CellProps = LineRowProps & { t: Words }

function NameCell({ row, editable, onChange, t }: CellProps): ReactNode {
  return (
    <td data-label="">
      <span className={styles.name} style={{ paddingInlineStart: row.depth * INDENT_PX }}>
        <EditableCell
          shown={row.line.name === '' ? t.noName : row.line.name}
          text={row.line.name}
          label={t.name}
          editable={editable}
          onCommit={(name) => onChange({ name })}
        />
      </span>
    </td>
  )
}

function PeriodCell({ row, editable, onChange, format, year, t }: CellProps): ReactNode {
  const { period, name } = row.line
  return (
    <td data-label={t.period}>
      <EditableChoice
        shown={format.period(period)}
        value={period}
        label={`${name} ${t.period}`}
        editable={editable}
        options={periodsOf(year, period).map((value) => ({ value, label: format.period(value) }))}
        onCommit={(value) => value && onChange({ period: value })}
      />
    </td>
  )
}

function ShareCells({ row, editable, onChange, t }: CellProps): ReactNode {
  const { shareBp, shareBase, name } = row.line
  const bases = { total: t.total, parent: t.parent, period: t.periodBase, sales: t.sales }
  return (
    <>
      <td className={styles.number} data-label={t.share}>
        <EditableCell
          shown={shareBp === null ? '' : `${shareText(shareBp)}%`}
          text={shareText(shareBp)}
          label={`${name} ${t.share}`}
          editable={editable}
          fault={(text) => (shareFromText(text) === undefined ? t.wrongShare : null)}
          onCommit={(text) => onChange({ shareBp: shareFromText(text) ?? null })}
        />
      </td>
      <td data-label={t.base}>
        {shareBp !== null && (
          <EditableChoice
            shown={shareBase === null ? t.noBase : bases[shareBase]}
            value={shareBase}
            label={`${name} ${t.base}`}
            editable={editable}
            options={Object.entries(bases).map(([value, label]) => ({ value: value as keyof typeof bases, label }))}
            onCommit={(base) => onChange({ shareBase: base })}
          />
        )}
      </td>
    </>
  )
}

function AmountCells({ row, resolved, editable, onChange, format, t }: CellProps): ReactNode {
  const { amountCents, name } = row.line
  const cents = resolved?.amountCents ?? null
  const share = resolved?.ofTotalBp ?? null
  return (
    <>
      <td
        className={`${styles.number} ${amountCents === null ? styles.worked : ''}`}
        data-label={t.amount}
        title={format.exact(cents, 'money')}
        data-value={cents ?? ''}
      >
        <EditableCell
          shown={cents === null ? '' : format.exact(cents, 'money')}
          text={amountCents === null ? '' : String(amountCents / CENTS)}
          label={`${name} ${t.amount}`}
          editable={editable}
          fault={(text) => (amountFromText(text) === undefined ? t.wrongAmount : null)}
          onCommit={(text) => onChange({ amountCents: amountFromText(text) ?? null })}
        />
      </td>
      <td className={styles.number} data-label={t.ofTotal}>
        {share === null ? '–' : format.percent(share / WHOLE)}
      </td>
    </>
  )
}

function Actions({ row, editable, onAdd, onRemove, t }: CellProps): ReactNode {
  if (!editable) return <td />
  const { name } = row.line
  return (
    <td data-label="">
      <span className={styles.actions}>
        <Button
          type="text"
          size="small"
          icon={<PlusOutlined aria-hidden />}
          aria-label={t.addBelow(name)}
          onClick={onAdd}
        />
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t.remove(name)}
          onClick={onRemove}
        />
      </span>
    </td>
  )
}
