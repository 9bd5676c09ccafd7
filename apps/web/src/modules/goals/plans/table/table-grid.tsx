import { DeleteOutlined } from '@ant-design/icons'
import type { TableRow } from '@zhanggui/contract'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { useNarrow } from '../../../../parts/use-narrow.ts'
import { CellText } from './cell-text.tsx'
import { tableStrings } from './strings.ts'
import { type DraftChange, TEXT_COLUMNS } from './table-draft.ts'
import styles from './table-grid.module.css'

type Props = { rows: readonly TableRow[]; editable: boolean; onChange: (change: DraftChange) => void }

/** The cell that a link names (`node`, `field`) is brought into view. */
function useNamedCell() {
  const { get } = useSearchState()
  const area = useRef<HTMLDivElement>(null)
  const [node, field] = [get('node'), get('field')]
  useEffect(() => {
    if (node === null) return
    const place = `[data-row="${CSS.escape(node)}"]${field ? ` [data-column="${CSS.escape(field)}"]` : ''}`
    const cell = area.current?.querySelector(place) ?? area.current?.querySelector(`[data-row="${CSS.escape(node)}"]`)
    cell?.scrollIntoView({ block: 'center', inline: 'nearest' })
  }, [node, field])
  return { area, node, field }
}

export function TableGrid(props: Props) {
  const { area, node, field } = useNamedCell()
  const named = { node, field }
  return (
    <div ref={area} className={styles.area}>
      {useNarrow() ? <Cards {...props} named={named} /> : <Wide {...props} named={named} />}
    </div>
  )
}

type Named = { named: { node: string | null; field: string | null } }

/** How the author wrote the time, or the period in words. */
function useTimeOf() {
  const format = useFormat()
  return ({ label, period }: TableRow) => label ?? format.period(period)
}

function Wide({ rows, editable, onChange, named }: Props & Named) {
  const t = useStrings(tableStrings)
  const timeOf = useTimeOf()
  return (
    <table className={styles.table} aria-label={t.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.time}>
            {t.period}
          </th>
          {TEXT_COLUMNS.map((column) => (
            <th key={column} scope="col" className={styles[column]}>
              {t[column]}
            </th>
          ))}
          {editable && <th aria-label={t.removeRow} className={styles.remove} />}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-row={row.id}>
            <th scope="row" className={styles.time}>
              {timeOf(row)}
            </th>
            {TEXT_COLUMNS.map((column) => (
              <td
                key={column}
                data-column={column}
                data-named={(named.node === row.id && named.field === column) || undefined}
              >
                <CellText
                  text={row[column]}
                  label={t.edit(t[column], timeOf(row))}
                  editable={editable}
                  onCommit={(text) => onChange({ do: 'edit', id: row.id, column, text })}
                />
              </td>
            ))}
            {editable && (
              <td className={styles.remove}>
                <Remove time={timeOf(row)} onClick={() => onChange({ do: 'remove', id: row.id })} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Remove({ time, onClick }: { time: string; onClick: () => void }) {
  const t = useStrings(tableStrings)
  return (
    <Button
      type="text"
      size="small"
      icon={<DeleteOutlined aria-hidden />}
      aria-label={`${t.removeRow} ${time}`}
      onClick={onClick}
    />
  )
}

function Cards({ rows, editable, onChange, named }: Props & Named) {
  const t = useStrings(tableStrings)
  const timeOf = useTimeOf()
  return (
    <ul className={styles.cards} aria-label={t.table}>
      {rows.map((row) => (
        <li key={row.id} data-row={row.id} className={styles.card}>
          <div className={styles.head}>
            <h3>{timeOf(row)}</h3>
            {editable && <Remove time={timeOf(row)} onClick={() => onChange({ do: 'remove', id: row.id })} />}
          </div>
          <dl className={styles.cells}>
            {TEXT_COLUMNS.filter((column) => editable || row[column] !== '').map((column) => (
              <div
                key={column}
                data-column={column}
                data-named={(named.node === row.id && named.field === column) || undefined}
              >
                <dt>{t[column]}</dt>
                <dd>
                  <CellText
                    text={row[column]}
                    label={t.edit(t[column], timeOf(row))}
                    editable={editable}
                    onCommit={(text) => onChange({ do: 'edit', id: row.id, column, text })}
                  />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
