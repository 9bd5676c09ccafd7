import type { DocumentBlock } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { DataTable } from '../../../parts/data-table.tsx'
import styles from './document-block.module.css'
import { FigureLink } from './figure-link.tsx'
import type { DocumentPlace } from './use-document.ts'

type TableBlock = Extract<DocumentBlock, { kind: 'table' }>
type Row = TableBlock['rows'][number] & { key: string }
type Props = { block: TableBlock; at: DocumentPlace; currency: string }

/** A table of the document; on a phone its rows are cards, as everywhere. */
export function DocumentTable({ block, at, currency }: Props) {
  const format = useFormat(currency)
  const rows: Row[] = block.rows.map((row, i) => ({ ...row, key: String(i) }))
  const shown = (row: Row, column: number) => {
    const cell = row.cells[column] ?? ''
    const text =
      typeof cell === 'string' ? format.daysInText(cell) : <FigureLink figure={cell} at={at} currency={currency} />
    const depth = column === 0 ? (row.depth ?? 0) : 0
    return (
      <span className={row.strong ? styles.strong : styles.cell} style={{ paddingInlineStart: depth * 16 }}>
        {text}
      </span>
    )
  }
  return (
    <figure className={styles.part}>
      <figcaption>{block.title}</figcaption>
      <DataTable<Row>
        label={block.title}
        rows={rows}
        rowKey={({ key }) => key}
        columns={block.columns.map(({ title, align }, i) => ({
          key: String(i),
          title,
          numeric: align === 'right',
          render: (row: Row) => shown(row, i),
        }))}
      />
    </figure>
  )
}
