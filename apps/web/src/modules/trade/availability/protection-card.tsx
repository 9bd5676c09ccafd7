import type { Availability } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureWords } from '../../../parts/figure-strip.tsx'
import { strings } from './strings.ts'

type Attack = Availability['protection']['attacks'][number]

/** Attacks on the orders of the shop, newest first, and what was done. */
export function ProtectionCard({ protection: { attacks } }: { protection: Availability['protection'] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const count = (key: 'requests' | 'suspicious' | 'challenged' | 'solved', title: string): Column<Attack> => ({
    key,
    title,
    numeric: true,
    render: (attack) => format.count(attack[key]),
  })
  const columns: Column<Attack>[] = [
    { key: 'at', title: t.at, render: ({ startedAt }) => format.instant(startedAt) },
    { key: 'ended', title: t.ended, render: ({ endedAt }) => (endedAt ? format.instant(endedAt) : t.ongoing) },
    count('requests', t.requests),
    count('suspicious', t.suspicious),
    { key: 'peak', title: t.peak, numeric: true, render: ({ peakBp }) => format.percent(peakBp / 10_000) },
    count('challenged', t.challenged),
    count('solved', t.solved),
    { key: 'sources', title: t.isolated, numeric: true, render: ({ sources }) => format.count(sources) },
  ]
  return (
    <Card title={t.protection} note={t.protectionNote}>
      {attacks.length === 0 ? (
        <FigureWords>{t.noAttack}</FigureWords>
      ) : (
        <DataTable columns={columns} rows={attacks} rowKey={({ startedAt }) => startedAt} label={t.protection} />
      )}
    </Card>
  )
}
