import type { RulesReplayed } from '@zhanggui/contract'
import type { ReactNode } from 'react'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { depthBars } from './depth-bars.ts'
import styles from './questions.module.css'
import { strings } from './strings.ts'

type Props = { result: RulesReplayed }

/** The answer first: orders, money before and after; then who pays, for which rule, how deep. */
export function ReplayResult({ result }: Props) {
  const t = useStrings(strings)
  const format = useFormat()
  const money = (cents: number | null) => format.short(cents, 'money')
  return (
    <>
      <Card>
        <dl className={styles.figures}>
          <Figure term={t.orders}>{format.count(result.orders)}</Figure>
          <Figure term={t.hit}>{format.count(result.hitOrders)}</Figure>
          <Figure term={t.before}>{money(result.paidCents)}</Figure>
          <Figure term={t.after}>{money(result.replayedCents)}</Figure>
          <Figure term={t.delta}>{money(result.deltaRevenueCents)}</Figure>
          <Figure term={t.margin}>{money(result.deltaMarginCents)}</Figure>
        </dl>
      </Card>
      <div className={styles.columns}>
        <Costs result={result} />
        <Depth result={result} />
      </div>
      <Notes result={result} />
    </>
  )
}

function Figure({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={styles.figure}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Costs({ result: { costByRule, costByPayer } }: Props) {
  const t = useStrings(strings)
  const format = useFormat()
  const columns: Column<RulesReplayed['costByRule'][number]>[] = [
    { key: 'rule', title: t.ruleName, render: ({ name }) => name },
    { key: 'orders', title: t.orders, numeric: true, render: ({ orders }) => format.count(orders) },
    {
      key: 'cents',
      title: t.spent,
      numeric: true,
      render: ({ cents }) => format.short(cents, 'money'),
      sort: (a, b) => a.cents - b.cents,
    },
  ]
  const payers = costByPayer.map(({ payer, cents }) => `${t[payer]} ${format.short(cents, 'money')}`).join(' · ')
  return (
    <Card title={t.byRule} note={payers && `${t.byPayer} · ${payers}`}>
      <DataTable columns={columns} rows={costByRule} rowKey={(row) => row.ruleId} label={t.byRule} />
    </Card>
  )
}

function Depth({ result: { depth } }: Props) {
  const t = useStrings(strings)
  const format = useFormat()
  const bars = depthBars(depth)
  const most = Math.max(1, ...bars.map(({ orders }) => orders))
  return (
    <Card title={t.depthTitle} note={t.depthOrders}>
      <ul className={styles.bars}>
        {bars.map(({ fromBp, toBp, orders }) => (
          <li key={fromBp}>
            <span>{`${fromBp / 100}–${toBp / 100}%`}</span>
            <span className={styles.track}>
              <span style={{ width: `${(orders / most) * 100}%` }} />
            </span>
            <span>{format.count(orders)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Notes({ result }: Props) {
  const t = useStrings(strings)
  const format = useFormat()
  const zh = useLanguage() === 'zh'
  return (
    <Card title={t.assumptions}>
      <ul className={styles.list}>
        {result.belowFloorLines > 0 && <li className={styles.bad}>{t.breach(format.count(result.belowFloorLines))}</li>}
        {result.leftOut.map(({ code, orders }) => (
          <li key={code}>{t.leftOut(format.count(orders), code)}</li>
        ))}
        {(zh ? result.assumptionsZh : result.assumptionsEn).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Card>
  )
}
