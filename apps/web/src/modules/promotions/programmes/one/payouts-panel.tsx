import type { ProgrammePayout } from '@zhanggui/contract'
import { useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { type Column, DataTable } from '../../../../parts/data-table.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { PersonName } from '../../../../parts/person-name.tsx'
import { type ProgrammeAt, usePayouts } from '../use-programmes.ts'
import { strings } from './strings.ts'

const HEIGHT = 120

/** What was paid and received, with its proof. */
export function PayoutsPanel({ at }: { at: ProgrammeAt }) {
  const t = useStrings(strings)
  return (
    <Panel<ProgrammePayout[]>
      title={t.payouts}
      query={usePayouts(at)}
      height={HEIGHT}
      isEmpty={(payouts) => payouts.length === 0}
      empty={<EmptyState title={t.noPayouts} text={t.noPayoutsText} />}
    >
      {(payouts) => <Payouts payouts={payouts} />}
    </Panel>
  )
}

function Payouts({ payouts }: { payouts: readonly ProgrammePayout[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const language = useLanguage()
  const states = { waiting: t.waitingState, booked: t.booked, refused: t.refused }
  const columns: Column<ProgrammePayout>[] = [
    {
      key: 'account',
      title: t.account,
      render: ({ accountZh, accountEn }) => (language === 'zh' ? accountZh : accountEn),
    },
    { key: 'direction', title: t.direction, render: ({ direction }) => t[direction] },
    { key: 'amount', title: t.amount, numeric: true, render: ({ cents }) => format.exact(cents, 'money') },
    { key: 'proof', title: t.proof, render: ({ proof }) => proof },
    { key: 'state', title: t.state, render: ({ state }) => states[state] },
    { key: 'askedBy', title: t.askedBy, render: ({ askedBy }) => <PersonName person={askedBy} /> },
    { key: 'at', title: t.at, render: ({ askedAt }) => format.instant(askedAt) },
  ]
  return <DataTable columns={columns} rows={payouts} rowKey={(row) => row.id} label={t.payouts} />
}
