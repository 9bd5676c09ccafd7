import type { CacAnswer, CheckCac } from '@zhanggui/contract'
import { Alert, Button, Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useMetricQuery } from '../../../../api/use-metric-query.ts'
import { useStoreId } from '../../../../app/use-store-id.ts'
import { type Format, useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { PanelBody } from '../../../../parts/panel.tsx'
import { MoneyInput } from '../../../admin/resources/money-input.tsx'
import type { GoalsProps } from '../goals-home.tsx'
import tag from '../status-tag.module.css'
import { type AcquisitionDraft, checkOf } from './acquisition-draft.ts'
import styles from './balance.module.css'
import { MoneyField } from './money-field.tsx'
import { NumberField } from './number-field.tsx'
import { PercentField } from './percent-field.tsx'
import { balanceStrings } from './strings.ts'
import { useCac } from './use-balance.ts'

/** Winning new buyers and keeping old ones, planned together under a ceiling for what a new buyer may cost. */
export default function AcquisitionCard(props: GoalsProps) {
  const t = useStrings(balanceStrings)
  const last = useMetricQuery(useStoreId(), {
    metrics: ['newBuyers', 'spend'],
    from: `${props.view.year - 1}-01-01`,
    to: `${props.view.year}-01-01`,
  })
  return (
    <Card title={t.acquisition} note={t.acquisitionNote}>
      <PanelBody query={last} height={320}>
        {({ totals }) => {
          const number = (id: string): number => (typeof totals[id] === 'number' ? totals[id] : 0)
          return <Planner {...props} newBuyers={number('newBuyers')} spendCents={number('spend')} />
        }}
      </PanelBody>
    </Card>
  )
}

type PlannerProps = GoalsProps & { newBuyers: number; spendCents: number }

function Planner({ at, view, newBuyers, spendCents }: PlannerProps) {
  const t = useStrings(balanceStrings)
  const [draft, setDraft] = useState<AcquisitionDraft>({
    newBuyers,
    costs: [
      { key: 1, name: t.costAds, cents: spendCents },
      { key: 2, name: t.costFirstOrder, cents: 0 },
    ],
    retentionOrders: 0,
    retentionCents: 0,
    industryMeanCents: 0,
    shareBp: 8000,
  })
  const asked = useDeferredValue(JSON.stringify(checkOf(draft)))
  const cac = useCac(at, JSON.parse(asked) as CheckCac | null)
  const change = (part: Partial<AcquisitionDraft>): void => setDraft((before) => ({ ...before, ...part }))
  return (
    <>
      <Inputs draft={draft} change={change} currency={view.currency} />
      <Costs draft={draft} change={change} currency={view.currency} />
      {asked === 'null' ? (
        <p className={styles.note}>{t.acquisitionEmpty}</p>
      ) : (
        <PanelBody<CacAnswer> query={cac} height={90}>
          {(answer) => <Verdict answer={answer} currency={view.currency} />}
        </PanelBody>
      )}
    </>
  )
}

type DraftProps = { draft: AcquisitionDraft; change: (part: Partial<AcquisitionDraft>) => void; currency: string }

const amountOf = (value: unknown): number => (typeof value === 'number' ? value : 0)

function Inputs({ draft, change, currency }: DraftProps) {
  const t = useStrings(balanceStrings)
  return (
    <div className={styles.fields}>
      <NumberField label={t.newBuyersPlanned} value={draft.newBuyers} onChange={(newBuyers) => change({ newBuyers })} />
      <MoneyField
        label={t.industryMean}
        currency={currency}
        value={draft.industryMeanCents}
        onChange={(industryMeanCents) => change({ industryMeanCents })}
      />
      <PercentField
        label={t.ceilingShare}
        value={draft.shareBp}
        min={1}
        max={200}
        onChange={(shareBp) => change({ shareBp })}
      />
      <NumberField
        label={t.retentionOrders}
        value={draft.retentionOrders}
        onChange={(retentionOrders) => change({ retentionOrders })}
      />
      <MoneyField
        label={t.retentionCost}
        currency={currency}
        value={draft.retentionCents}
        onChange={(retentionCents) => change({ retentionCents })}
      />
    </div>
  )
}

function Costs({ draft, change, currency }: DraftProps) {
  const t = useStrings(balanceStrings)
  const edit = (key: number, part: object): void =>
    change({ costs: draft.costs.map((c) => (c.key === key ? { ...c, ...part } : c)) })
  const next = Math.max(0, ...draft.costs.map((c) => c.key)) + 1
  return (
    <div className={styles.steps}>
      {draft.costs.map((cost) => (
        <div key={cost.key} className={styles.step}>
          <Input
            style={{ width: 200 }}
            aria-label={t.costName}
            value={cost.name}
            onChange={(event) => edit(cost.key, { name: event.target.value })}
          />
          <div style={{ width: 160 }}>
            <MoneyInput
              disabled={false}
              currency={currency}
              value={cost.cents}
              onChange={(value) => edit(cost.key, { cents: amountOf(value) })}
            />
          </div>
          <Button type="text" onClick={() => change({ costs: draft.costs.filter((c) => c.key !== cost.key) })}>
            {t.remove}
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => change({ costs: [...draft.costs, { key: next, name: '', cents: 0 }] })}>
          {t.addCost}
        </Button>
      </div>
    </div>
  )
}

function Verdict({ answer, currency }: { answer: CacAnswer; currency: string }) {
  const t = useStrings(balanceStrings)
  const format = useFormat(currency)
  const money = (value: number | null): string => format.exact(value, 'money')
  const { driver } = answer
  return (
    <>
      <p className={styles.answer}>
        {t.cacIs} <b data-value={answer.cacCents ?? ''}>{money(answer.cacCents)}</b> · {t.ceiling}{' '}
        {money(answer.ceilingCents)} · {t.together} {money(answer.totalCents)} · {t.perOrder}{' '}
        {money(answer.retentionPerOrderCents)} <Standing answer={answer} />
      </p>
      {driver && (
        <Alert
          type="error"
          showIcon
          title={t.driverIs(driver.name, money(driver.perBuyerCents), cutText(answer, format))}
        />
      )}
    </>
  )
}

function Standing({ answer }: { answer: CacAnswer }) {
  const t = useStrings(balanceStrings)
  if (answer.ceilingCents === null) return <span className={tag.tag}>{t.noCeiling}</span>
  return (
    <span className={`${tag.tag} ${answer.rejected ? tag.behind : tag.achieved}`}>
      {answer.rejected ? t.rejected : t.accepted}
    </span>
  )
}

const cutText = ({ driverCut }: CacAnswer, format: Format): string =>
  driverCut === null || driverCut > 1 ? '' : format.percent(driverCut)
