import { type Column, DataTable } from '../../../parts/data-table.tsx'
import styles from './titled-table.module.css'

/** Enough to see what has just happened; older ones stand on the next pages. */
const PAGE_SIZE = 6

type TitledTableProps<Row> = {
  title: string
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}

/** One of several tables of a card, under a title of its own. */
export function TitledTable<Row extends object>({ title, ...table }: TitledTableProps<Row>) {
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <DataTable {...table} label={title} pageSize={PAGE_SIZE} />
    </section>
  )
}
