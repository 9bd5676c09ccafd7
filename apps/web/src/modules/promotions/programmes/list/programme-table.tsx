import type { ProgrammeInfo } from '@zhanggui/contract'
import { useStoreId } from '../../../../app/use-store-id.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { type Column, DataTable } from '../../../../parts/data-table.tsx'
import { owedOf } from '../owed.ts'
import { ProgrammeState } from '../programme-state.tsx'
import { strings } from '../strings.ts'
import { useKinds } from '../use-programmes.ts'

type Props = { programmes: readonly ProgrammeInfo[]; onOpen: (programme: ProgrammeInfo) => void }

/** One row a programme; a click opens it. */
export function ProgrammeTable({ programmes, onOpen }: Props) {
  const t = useStrings(strings)
  const format = useFormat()
  const language = useLanguage()
  const kinds = useKinds(useStoreId()).data ?? []
  const kindName = (id: string): string => {
    const kind = kinds.find((one) => one.kind === id)
    return kind ? nameOf(kind, language) : id
  }
  const columns: Column<ProgrammeInfo>[] = [
    { key: 'name', title: t.name, render: ({ name }) => name },
    { key: 'kind', title: t.kind, render: ({ kind }) => kindName(kind) },
    { key: 'state', title: t.state, render: ({ state }) => <ProgrammeState state={state} /> },
    { key: 'cases', title: t.cases, numeric: true, render: ({ cases }) => format.count(cases) },
    { key: 'toDo', title: t.toDo, numeric: true, render: ({ toDo }) => format.count(toDo) },
    {
      key: 'owed',
      title: t.owed,
      numeric: true,
      render: ({ balances }) => format.exact(owedOf(balances).owedCents, 'money'),
    },
    {
      key: 'owes',
      title: t.owes,
      numeric: true,
      render: ({ balances }) => format.exact(owedOf(balances).owesCents, 'money'),
    },
  ]
  return <DataTable columns={columns} rows={programmes} rowKey={(row) => row.id} label={t.list} onRowClick={onOpen} />
}
