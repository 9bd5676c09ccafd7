import type { PromotionVersion } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { PersonAt } from '../person-at.tsx'
import { useVersions } from '../use-promotions.ts'
import type { PromotionProps } from './designer.tsx'
import { strings } from './strings.ts'

const HEIGHT = 240

/** Every version that was saved, who made it and why, and which one prices. */
export default function VersionsView({ at, promotion }: PromotionProps) {
  const t = useStrings(strings)
  const format = useFormat()
  const columns: Column<PromotionVersion>[] = [
    {
      key: 'version',
      title: t.versions,
      render: ({ version }) =>
        `${t.version(format.count(version))}${version === promotion.approvedVersion ? ` · ${t.inForce}` : ''}`,
    },
    { key: 'rules', title: t.rules, render: ({ body }) => body.rules.map(({ name }) => name).join(' · ') },
    { key: 'made', title: t.save, render: ({ madeBy, madeAt }) => <PersonAt person={madeBy} at={madeAt} /> },
    {
      key: 'approved',
      title: t.approved,
      render: ({ approvedBy, approvedAt }) =>
        approvedBy && approvedAt ? <PersonAt person={approvedBy} at={approvedAt} /> : '–',
    },
    { key: 'reason', title: t.reason, render: ({ reason }) => reason || '–' },
  ]
  return (
    <Panel<PromotionVersion[]> title={t.versions} query={useVersions(at)} height={HEIGHT}>
      {(versions) => (
        <DataTable columns={columns} rows={versions} rowKey={(row) => String(row.version)} label={t.versions} />
      )}
    </Panel>
  )
}
