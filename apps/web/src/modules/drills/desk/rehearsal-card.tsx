import type { RuleRehearsal } from '@zhanggui/contract'
import { Button } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { Problem } from '../../../parts/problem.tsx'
import cards from '../cards.module.css'
import styles from './drills.module.css'
import { rehearsalStrings } from './rehearsal-strings.ts'
import { useRehearseRules } from './use-drills.ts'

type Finding = RuleRehearsal['findings'][number]

/** The shop's rules tried on a copy: what would be sold free, below cost or below its floor. */
export function RehearsalCard() {
  const t = useStrings(rehearsalStrings)
  const rehearse = useRehearseRules()
  const mayRead = usePermissions().includes('plan:read')
  return (
    <Card
      title={t.title}
      note={t.lead}
      extra={
        mayRead && (
          <Button loading={rehearse.isPending} onClick={() => rehearse.mutate()}>
            {t.start}
          </Button>
        )
      }
    >
      {rehearse.data && <Answer answer={rehearse.data} />}
      {rehearse.error && <Problem compact error={rehearse.error} />}
    </Card>
  )
}

function Answer({ answer }: { answer: RuleRehearsal }) {
  const t = useStrings(rehearsalStrings)
  const format = useFormat()
  const { carts, rules, goods, goodsWithoutLimit, findings } = answer
  return (
    <>
      <p className={findings.length > 0 ? styles.bad : styles.good}>
        {findings.length > 0 ? t.found(format.count(findings.length)) : t.clean}
      </p>
      <p className={cards.faint}>
        {t.over(format.count(carts), format.count(rules), format.count(goods))}
        {goodsWithoutLimit > 0 && t.withoutLimit(format.count(goodsWithoutLimit))}
      </p>
      {findings.length > 0 && <Findings findings={findings} />}
    </>
  )
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  const t = useStrings(rehearsalStrings)
  const format = useFormat()
  const money = (cents: number): string => format.exact(cents, 'money')
  const columns: Column<Finding>[] = [
    { key: 'rules', title: t.rules, width: 220, render: ({ rules }) => rules.map(({ name }) => name).join(' + ') },
    { key: 'kind', title: t.kind, render: ({ kind }) => t[kind] },
    { key: 'carts', title: t.carts, numeric: true, render: ({ carts }) => format.count(carts) },
    { key: 'worst', title: t.worst, render: ({ title, quantity }) => `${title} × ${format.count(quantity)}` },
    { key: 'paid', title: t.paid, numeric: true, render: ({ payableCents }) => money(payableCents) },
    {
      key: 'limit',
      title: t.limit,
      numeric: true,
      render: ({ limitCents, quantity }) => money(limitCents * quantity),
    },
  ]
  const keyOf = ({ kind, rules }: Finding): string => `${kind}/${rules.map(({ id }) => id).join()}`
  return <DataTable label={t.title} columns={columns} rows={findings} rowKey={keyOf} pageSize={10} />
}
