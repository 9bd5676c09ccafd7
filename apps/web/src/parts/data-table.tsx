import type { TableProps } from 'antd'
import { Pagination, Table } from 'antd'
import { type ReactNode, useState } from 'react'
import { useStrings } from '../locale/strings.ts'
import styles from './data-table.module.css'
import { LIST_MARK, ROW_MARK } from './list-row.ts'
import { strings } from './strings.ts'
import { useNarrow } from './use-narrow.ts'

/** `sort` compares two rows upwards; figures go right (`numeric`). */
export type Column<Row> = {
  key: string
  title: string
  render: (row: Row) => ReactNode
  numeric?: boolean
  width?: number
  sort?: (a: Row, b: Row) => number
}

type DataTableProps<Row> = {
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** What the table lists, for screen readers. */
  label: string
  /** Rows a page; a list that the server cuts into pages gives its own size, so that it is not cut twice. */
  pageSize?: number
  onRowClick?: (row: Row) => void
}

/** A table with a sticky head and first column; on a phone every row is a card of its labelled cells. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  return useNarrow() ? <Cards {...props} /> : <Wide {...props} />
}

function Wide<Row extends object>({ columns, rows, rowKey, label, pageSize = 50, onRowClick }: DataTableProps<Row>) {
  const t = useStrings(strings)
  return (
    <Table<Row>
      aria-label={label}
      {...LIST_MARK}
      size="middle"
      sticky={{ offsetHeader: 0 }}
      scroll={{ x: 'max-content' }}
      columns={columns.map((column, index) => antdColumn(column, columns[index - 1]))}
      dataSource={[...rows]}
      rowKey={rowKey}
      pagination={{
        pageSize,
        hideOnSinglePage: true,
        showSizeChanger: false,
        showTotal: (total) => t.rows(total.toLocaleString('en-US')),
      }}
      onRow={(row) => (onRowClick ? openingRow(() => onRowClick(row)) : PLAIN_ROW)}
    />
  )
}

function antdColumn<Row>(
  column: Column<Row>,
  before: Column<Row> | undefined,
): NonNullable<TableProps<Row>['columns']>[number] {
  return {
    key: column.key,
    title: column.title,
    align: column.numeric ? 'right' : 'left',
    render: (_value, row) => column.render(row),
    ...(before ? {} : { fixed: 'left' as const }),
    // Figures end where words begin: without a gap the two read as one.
    ...(before?.numeric && !column.numeric ? { onCell: gapBefore, onHeaderCell: gapBefore } : {}),
    ...(column.width ? { width: column.width } : {}),
    ...(column.sort ? { sorter: column.sort, sortDirections: ['descend' as const, 'ascend' as const] } : {}),
  }
}

const gapBefore = () => ({ style: { paddingInlineStart: 28 } })

/** Only j and k reach a row that does nothing by itself. */
const PLAIN_ROW = { ...ROW_MARK, tabIndex: -1 }

/** A row that opens something is a button for the keyboard too. */
const openingRow = (open: () => void) => ({
  ...ROW_MARK,
  className: styles.clickable ?? '',
  tabIndex: 0,
  onClick: open,
  onKeyDown: (event: { key: string; target: unknown; currentTarget: unknown }) => {
    if (event.key === 'Enter' && event.target === event.currentTarget) open()
  },
})

const CARD_PAGE = 20

function Cards<Row extends object>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, label, pageSize = CARD_PAGE, onRowClick } = props
  const [page, setPage] = useState(1)
  const [first, ...rest] = columns
  const shown = rows.slice((page - 1) * pageSize, page * pageSize)
  return (
    <>
      <ul className={styles.cards} aria-label={label} {...LIST_MARK}>
        {shown.map((row) => (
          <li
            key={rowKey(row)}
            {...(onRowClick ? openingRow(() => onRowClick(row)) : PLAIN_ROW)}
            className={`${styles.card} ${onRowClick ? styles.clickable : ''}`}
          >
            <div className={styles.head}>{first?.render(row)}</div>
            <dl className={styles.cells}>
              {rest.map((column) => (
                <div key={column.key} className={styles.cell}>
                  <dt>{column.title}</dt>
                  <dd>{column.render(row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      <Pagination
        size="small"
        align="center"
        current={page}
        pageSize={pageSize}
        total={rows.length}
        onChange={setPage}
        hideOnSinglePage
        showSizeChanger={false}
      />
    </>
  )
}
