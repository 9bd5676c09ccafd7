import type { ResourceField, ResourceInfo, ResourceRow } from '@zhanggui/contract'
import { Tag } from 'antd'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { PersonName } from '../../../parts/person-name.tsx'
import { type FieldStyle, fieldText, isNumeric } from './field-text.ts'
import { RESOURCE_PAGE_SIZE } from './list-question.ts'
import styles from './resource-table.module.css'
import { strings } from './strings.ts'
import { useFieldStyle } from './use-field-style.ts'

type Props = {
  store: string
  resource: ResourceInfo
  rows: readonly ResourceRow[]
  onOpen: (id: string) => void
}

/** The list; columns come from the declaration, a row opens its record. */
export function ResourceTable({ store, resource, rows, onOpen }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const style = useFieldStyle(store)
  const columns: Column<ResourceRow>[] = [
    ...resource.fields.filter((field) => field.kind !== 'json').map((field) => fieldColumn(field, style)),
    ...(resource.states.length > 0
      ? [{ key: 'state', title: t.state, render: (row: ResourceRow) => <StateTag resource={resource} row={row} /> }]
      : []),
    { key: 'updatedAt', title: t.updated, render: (row) => style.format.instant(row.updatedAt) },
    { key: 'updatedBy', title: t.updatedBy, render: (row) => <PersonName person={row.updatedBy} /> },
  ]
  return (
    <DataTable
      label={nameOf(resource, language)}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      pageSize={RESOURCE_PAGE_SIZE}
      onRowClick={(row) => onOpen(row.id)}
    />
  )
}

const fieldColumn = (field: ResourceField, style: FieldStyle): Column<ResourceRow> => ({
  key: field.id,
  title: nameOf(field, style.language),
  numeric: isNumeric(field),
  render: (row) => {
    const text = fieldText(field, row.data[field.id], style)
    return (
      <span className={styles.cell} title={text}>
        {text}
      </span>
    )
  },
})

/** The first state is where records live; any other is told apart by its tag's tone. */
export function StateTag({ resource, row }: { resource: ResourceInfo; row: Pick<ResourceRow, 'state'> }) {
  const language = useLanguage()
  const state = resource.states.find((known) => known.id === row.state)
  if (!state) return null
  return <Tag color={state === resource.states[0] ? 'success' : 'default'}>{nameOf(state, language)}</Tag>
}
