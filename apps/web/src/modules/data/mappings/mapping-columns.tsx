import type { SavedMapping } from '@zhanggui/contract'
import { Drawer } from 'antd'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { mappingStrings } from './strings.ts'

type MappedColumn = SavedMapping['mapping']['columns'][number]

/** Which column of the file fills which field. */
export function MappingColumns({ saved, name, onClose }: { saved: SavedMapping; name: string; onClose: () => void }) {
  const t = useStrings(mappingStrings)
  const language = useLanguage()
  const fieldName = (id: string): string => {
    const field = saved.fields.find((known) => known.id === id)
    return field ? nameOf(field, language) : id
  }
  const columns: Column<MappedColumn>[] = [
    { key: 'header', title: t.header, render: ({ header, column }) => header.trim() || `#${column + 1}` },
    { key: 'field', title: t.field, render: ({ field }) => (field === null ? t.leftOut : fieldName(field)) },
  ]
  return (
    <Drawer open title={name} onClose={onClose} size={480}>
      <DataTable
        label={name}
        columns={columns}
        rows={saved.mapping.columns}
        rowKey={({ column }) => String(column)}
        pageSize={200}
      />
    </Drawer>
  )
}
