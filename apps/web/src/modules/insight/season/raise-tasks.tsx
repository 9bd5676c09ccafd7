import type { PlanSummary, RaisedSeasonTasks } from '@zhanggui/contract'
import { App, Button, Select } from 'antd'
import { Link } from 'react-router'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import link from '../../../parts/link.module.css'
import { Problem } from '../../../parts/problem.tsx'
import { useChosenPlan } from '../../goals/plans/use-chosen-plan.ts'
import { usePlans } from '../../goals/plans/use-plans.ts'
import styles from './season-page.module.css'
import { strings } from './strings.ts'
import { type SeasonQuestion, useRaiseSeasonTasks } from './use-season.ts'

/** Turns the seasons into tasks of a draft plan; without a draft there is nothing to write them into. */
export function RaiseTasks({ store, question }: { store: string; question: SeasonQuestion }) {
  const plans = usePlans(store)
  const drafts = plans.data?.filter(({ status }) => status === 'draft') ?? []
  const { plan, choose } = useChosenPlan(drafts)
  if (!usePermissions().includes('plan:write') || !plan) return null
  return <Raise store={store} question={question} plan={plan} drafts={drafts} choose={choose} />
}

type RaiseProps = {
  store: string
  question: SeasonQuestion
  plan: PlanSummary
  drafts: readonly PlanSummary[]
  choose: (id: string) => void
}

function Raise({ store, question, plan, drafts, choose }: RaiseProps) {
  const t = useStrings(strings)
  const format = useFormat()
  const { message } = App.useApp()
  const raise = useRaiseSeasonTasks(store, plan.id)
  const told = ({ raised, present, otherYear }: RaisedSeasonTasks): void => {
    void message.success(t.raised(format.count(raised.length), format.count(present)))
    if (otherYear > 0) void message.info(t.otherYear(format.count(otherYear)))
  }
  return (
    <div className={styles.raise}>
      <Select
        aria-label={t.plan}
        value={plan.id}
        onChange={choose}
        popupMatchSelectWidth={false}
        options={drafts.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button type="primary" loading={raise.isPending} onClick={() => raise.mutate(question, { onSuccess: told })}>
        {t.addTasks}
      </Button>
      {raise.isSuccess && (
        <Link className={link.link} to={`/stores/${store}/goals/tasks?plan=${plan.id}`}>
          {t.seeTasks}
        </Link>
      )}
      {raise.isError && <Problem compact error={raise.error} />}
    </div>
  )
}
