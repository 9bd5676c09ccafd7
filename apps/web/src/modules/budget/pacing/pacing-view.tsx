import { useQuery } from '@tanstack/react-query'
import type { PacingView as Pacing, PlanDetail } from '@zhanggui/contract'
import { Button, Select } from 'antd'
import { apiGet } from '../../../api/client.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import type { PlanAt } from '../../goals/plans/use-plans.ts'
import type { BudgetProps } from '../budget-home.tsx'
import { budgetKeys, budgetPath } from '../use-budget.ts'
import { PacingBody } from './pacing-body.tsx'
import { pacingStrings } from './pacing-strings.ts'

/** Lines that can be paced: they have a channel, and there is a campaign to pace them to. */
const pacedLines = (plan: PlanDetail) =>
  plan.budget.filter((line) => line.channel !== null && line.kind === 'spend' && plan.events.length > 0)

const usePacing = (at: PlanAt, asked: { line: string; event: string | null }) =>
  useQuery({
    queryKey: budgetKeys.of(at, 'pacing', asked),
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ line: asked.line, ...(asked.event ? { event: asked.event } : {}) })
      return apiGet<Pacing>(`${budgetPath(at, 'pacing')}?${search}`, signal)
    },
  })

/** A campaign line day by day: plan, spend, what is left for the burst. Line and campaign are in the URL. */
export default function PacingView({ at, plan }: BudgetProps) {
  const t = useStrings(pacingStrings)
  const { get } = useSearchState()
  const lines = pacedLines(plan)
  const own = lines.find((line) => line.id === get('node')) ?? lines.find((line) => line.eventId !== null) ?? lines[0]
  if (!own)
    return (
      <Card>
        <EmptyState title={t.none} text={t.noneText} />
      </Card>
    )
  const event = get('event') ?? own.eventId ?? plan.events[0]?.id ?? null
  return <OneLine at={at} plan={plan} line={own.id} event={event} />
}

/** The plan does not state the figures that the pace follows from: nothing failed, something is to be filled in. */
const RULE_MISSING = 'budget_rule_missing'

function RuleMissing() {
  const t = useStrings(pacingStrings)
  const { set } = useSearchState()
  return (
    <Card title={t.title} note={t.note}>
      <EmptyState
        title={t.ruleMissing}
        text={t.ruleMissingText}
        action={
          <Button type="primary" onClick={() => set({ view: null })}>
            {t.goFill}
          </Button>
        }
      />
    </Card>
  )
}

function OneLine({ at, plan, line, event }: BudgetProps & { line: string; event: string | null }) {
  const t = useStrings(pacingStrings)
  const { set } = useSearchState()
  const query = usePacing(at, { line, event })
  if (query.error instanceof ApiProblem && query.error.code === RULE_MISSING) return <RuleMissing />
  return (
    <Panel<Pacing>
      title={t.title}
      note={t.note}
      query={query}
      height={420}
      extra={
        <>
          <Select
            aria-label={t.line}
            value={line}
            popupMatchSelectWidth={false}
            options={pacedLines(plan).map(({ id, name }) => ({ value: id, label: name || id }))}
            onChange={(node) => set({ node, event: null })}
          />
          <Select
            aria-label={t.event}
            value={event}
            popupMatchSelectWidth={false}
            options={plan.events.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => set({ event: id })}
          />
        </>
      }
    >
      {(pacing) => <PacingBody pacing={pacing} currency={plan.currency} />}
    </Panel>
  )
}
