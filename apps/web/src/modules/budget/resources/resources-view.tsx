import { useQuery } from '@tanstack/react-query'
import type { CampaignResources } from '@zhanggui/contract'
import { Button, Tag } from 'antd'
import { Link } from 'react-router'
import { apiGet } from '../../../api/client.ts'
import { type Format, useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import type { PlanAt } from '../../goals/plans/use-plans.ts'
import type { BudgetProps } from '../budget-home.tsx'
import { budgetKeys, budgetPath } from '../use-budget.ts'
import { resourcesStrings } from './resources-strings.ts'
import styles from './resources-view.module.css'

type Kind = CampaignResources['kinds'][number]
type Need = Kind['needs'][number]
type Words = typeof resourcesStrings.zh

const useResources = (at: PlanAt) =>
  useQuery({
    queryKey: budgetKeys.of(at, 'resources'),
    queryFn: ({ signal }) => apiGet<CampaignResources[]>(budgetPath(at, 'resources'), signal),
  })

/** People, money, goods, technology and partners of every campaign, each gap named (P4.17). */
export default function ResourcesView({ at, plan }: BudgetProps) {
  const t = useStrings(resourcesStrings)
  const format = useFormat(plan.currency)
  return (
    <div className={stack.stack}>
      <Card
        title={t.title}
        note={t.note}
        extra={
          <Link to={`/stores/${at.store}/admin/resources/resource-needs`}>
            <Button tabIndex={-1}>{t.register}</Button>
          </Link>
        }
      >
        <PanelBody<CampaignResources[]>
          query={useResources(at)}
          height={240}
          isEmpty={(campaigns) => campaigns.length === 0}
          empty={<EmptyState title={t.none} text={t.noneText} />}
        >
          {(campaigns) => (
            <div className={stack.stack}>
              {campaigns.map((campaign) => (
                <Campaign key={campaign.eventId} campaign={campaign} format={format} />
              ))}
            </div>
          )}
        </PanelBody>
      </Card>
    </div>
  )
}

function Campaign({ campaign, format }: { campaign: CampaignResources; format: Format }) {
  const t = useStrings(resourcesStrings)
  const { name, fromDay, gapCount, kinds } = campaign
  return (
    <section className={styles.campaign} aria-label={name}>
      <h2 style={{ fontSize: 15 }}>
        {`${name} · ${format.shortDay(fromDay)} `}
        <Tag color={gapCount === 0 ? 'success' : 'warning'}>{gapCount === 0 ? t.noGaps : t.gaps(String(gapCount))}</Tag>
      </h2>
      <div className={styles.kinds}>
        {kinds.map((kind) => (
          <KindCard key={kind.kind} kind={kind} format={format} />
        ))}
      </div>
    </section>
  )
}

const gapWords = (t: Words, gap: Kind['gaps'][number] | undefined, figure: (value: number) => string): string => {
  if (!gap) return ''
  if (gap.code === 'short') return t.short(figure(gap.missing ?? 0))
  return { unknown: t.unknown, unowned: t.unowned, none: t.noneGap }[gap.code]
}

/** Needs that come from tasks are named by their team. */
const needName = (t: Words, need: Need): string => {
  if (need.from === 'register' || need.unit !== 'tasks') return need.name
  const key = need.name === 'technology' ? 'team_technology' : need.name
  const word = key in t ? t[key as keyof Words] : need.name
  return typeof word === 'string' ? word : need.name
}

function KindCard({ kind, format }: { kind: Kind; format: Format }) {
  const t = useStrings(resourcesStrings)
  const nothing = kind.gaps.find((gap) => gap.needId === null)
  const figureOf = (unit: string) => (value: number) =>
    unit === 'cents' ? format.short(value, 'money') : `${format.count(value)}${unit === 'tasks' ? '' : unit}`
  return (
    <div className={styles.kind}>
      <h3>
        {t[kind.kind]}
        <Tag color={kind.gaps.length === 0 ? 'success' : 'warning'}>
          {kind.gaps.length === 0 ? t.ready : t.gaps(String(kind.gaps.length))}
        </Tag>
      </h3>
      {nothing && <span className={styles.gap}>{t.noneGap}</span>}
      <ul>
        {kind.needs.map((need) => {
          const figure = figureOf(need.unit)
          const gap = kind.gaps.find((one) => one.needId === need.id)
          const available = need.available === null ? '–' : figure(need.available)
          return (
            <li key={need.id}>
              <span>{needName(t, need)}</span>
              <span className={gap ? styles.gap : styles.figures}>
                {gap ? gapWords(t, gap, figure) : t.of(available, figure(need.needed))}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
