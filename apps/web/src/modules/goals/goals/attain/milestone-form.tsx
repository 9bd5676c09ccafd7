import { useMutation } from '@tanstack/react-query'
import type { AddMilestone, MilestoneAdded } from '@zhanggui/contract'
import { App, Button } from 'antd'
import { useId, useState } from 'react'
import { apiPost } from '../../../../api/client.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { DayInput } from '../../../../parts/day-input.tsx'
import { Problem } from '../../../../parts/problem.tsx'
import { planPath, useRefreshPlan } from '../../plans/use-plans.ts'
import balance from '../balance/balance.module.css'
import { PercentField } from '../balance/percent-field.tsx'
import type { GoalsProps } from '../goals-home.tsx'
import { strings } from '../strings.ts'

const SHARE_BP = 8000

/** So much of the year's target by a day: the milestone at the end of the peak-season push. */
export function MilestoneForm({ at, view }: Pick<GoalsProps, 'at' | 'view'>) {
  const t = useStrings(strings)
  const format = useFormat(view.currency)
  const { message } = App.useApp()
  const refresh = useRefreshPlan(at)
  const dayId = useId()
  const [shareBp, setShareBp] = useState(SHARE_BP)
  const [byDay, setByDay] = useState<string | null>(`${view.year}-07-01`)
  const add = useMutation({
    mutationFn: (asked: AddMilestone) => apiPost<MilestoneAdded>(planPath(at, 'goals', 'milestone'), asked),
    onSuccess: ({ value }) => {
      void message.success(t.milestoneAdded(format.short(value, 'money')))
      void refresh()
    },
  })
  return (
    <Card title={t.milestone} note={t.milestoneNote}>
      <div className={balance.fields}>
        <PercentField label={t.milestoneShare} value={shareBp} min={1} onChange={setShareBp} />
        <div className={balance.field}>
          <label htmlFor={dayId}>{t.milestoneBy}</label>
          <DayInput id={dayId} value={byDay} onChange={setByDay} />
        </div>
        <Button
          disabled={byDay === null}
          loading={add.isPending}
          onClick={() => byDay && add.mutate({ name: t.milestoneName, shareBp, byDay })}
        >
          {t.milestoneAdd}
        </Button>
      </div>
      {add.isError && <Problem compact error={add.error} />}
    </Card>
  )
}
