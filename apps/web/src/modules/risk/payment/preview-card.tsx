import type { RiskPreview, RiskScorecardVersion } from '@zhanggui/contract'
import { InputNumber, Select, Space } from 'antd'
import { useState } from 'react'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { strings } from './strings.ts'
import { type Thresholds, useRiskPreview } from './use-risk.ts'

type Bin = RiskScorecardVersion['body']['bins'][number]
type PreviewCardProps = { versions: readonly RiskScorecardVersion[]; first: RiskScorecardVersion }

const HEIGHT = 110

const thresholdsOf = ({ version, body: { verifyFrom, denyFrom } }: RiskScorecardVersion): Thresholds => ({
  version,
  verifyFrom,
  denyFrom,
})

/** Two thresholds tried on the orders of the past, before anybody is asked to agree to them. */
export function PreviewCard({ versions, first }: PreviewCardProps) {
  const t = useStrings(strings)
  const [tried, setTried] = useState(thresholdsOf(first))
  const query = useRiskPreview(useStoreId(), tried)
  const shown = versions.find(({ version }) => version === tried.version)
  const choose = (version: number) => {
    const chosen = versions.find((one) => one.version === version)
    if (chosen) setTried(thresholdsOf(chosen))
  }
  const threshold = (name: 'verifyFrom' | 'denyFrom') => (
    <Space>
      {t[name]}
      <InputNumber
        aria-label={t[name]}
        precision={0}
        value={tried[name]}
        onChange={(value) => value !== null && setTried({ ...tried, [name]: value })}
      />
    </Space>
  )
  return (
    <Card title={t.preview} note={t.previewNote}>
      <div className={stack.stack}>
        <Space wrap>
          <Select
            aria-label={t.version}
            value={tried.version}
            onChange={choose}
            options={versions.map(({ version }) => ({ value: version, label: `v${version}` }))}
          />
          {threshold('verifyFrom')}
          {threshold('denyFrom')}
        </Space>
        <PanelBody<RiskPreview> query={query} height={HEIGHT}>
          {(preview) => <Outcome preview={preview} />}
        </PanelBody>
        {shown && <Points bins={shown.body.bins} />}
      </div>
    </Card>
  )
}

function Outcome({ preview }: { preview: RiskPreview }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { honest, honestVerified, honestDenied, frauds, verified, denied, missed, unknown } = preview
  const caught = verified.orders + denied.orders
  return (
    <FigureStrip label={t.preview}>
      <FigureTile label={t.honest} value={format.count(honest)} exact={honest}>
        <FigureWords>{t.disturbed(format.count(honestVerified), format.count(honestDenied))}</FigureWords>
      </FigureTile>
      <FigureTile label={t.caught} value={format.exact(verified.cents + denied.cents, 'money')}>
        <FigureWords>{t.ofFrauds(format.count(caught), format.count(frauds.orders))}</FigureWords>
      </FigureTile>
      <FigureTile
        label={t.missed}
        value={format.exact(missed.cents, 'money')}
        tone={missed.orders > 0 ? 'warn' : undefined}
      >
        <FigureWords>{t.unknown(format.count(unknown))}</FigureWords>
      </FigureTile>
    </FigureStrip>
  )
}

function Points({ bins }: { bins: readonly Bin[] }) {
  const t = useStrings(strings)
  const columns: Column<Bin>[] = [
    { key: 'feature', title: t.feature, render: ({ feature }) => t[feature] },
    { key: 'from', title: t.from, numeric: true, render: ({ from }) => `≥ ${from}` },
    {
      key: 'points',
      title: t.point,
      numeric: true,
      render: ({ points }) => (points > 0 ? `+${points}` : String(points)),
    },
  ]
  return (
    <details>
      <summary>{t.points}</summary>
      <DataTable columns={columns} rows={bins} rowKey={({ feature, from }) => `${feature} ${from}`} label={t.points} />
    </details>
  )
}
