import type { PlanDetail, Stage } from '@zhanggui/contract'
import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useMetricDictionary } from '../../../../api/use-metric-dictionary.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Problem } from '../../../../parts/problem.tsx'
import { type PlanAt, useChangeParts, usePlan } from '../../plans/use-plans.ts'
import { strings } from '../strings.ts'
import { StageDialog } from './stage-dialog.tsx'
import { draftOf, freeStageId, newStage, withStage } from './stage-draft.ts'

type Props = {
  at: PlanAt
  /** The stage to edit; null adds one. */
  stage: string | null
}

/** The buttons that add a stage, or change and remove one that is there. */
export function StageEditor({ at, stage }: Props) {
  const plan = usePlan(at).data
  return plan ? <Editing at={at} plan={plan} stage={stage} /> : null
}

/**
 * Saves the roadmap. What is done after it hangs on the answer, not on the card: a stage that was removed takes its card, and with it
 * the buttons, off the page.
 */
function useSaveStages(at: PlanAt, plan: PlanDetail) {
  const change = useChangeParts(at)
  const run = (stages: Stage[], reason: string, done: () => void): void => {
    const parts = { stages: { revision: plan.revisions.stages, body: stages } }
    // A failure is shown beside the buttons from the mutation's own state.
    change.mutateAsync({ parts, reason }).then(done, () => undefined)
  }
  return { ...change, run }
}

function Editing({ at, plan, stage: id }: Props & { plan: PlanDetail }) {
  const t = useStrings(strings)
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const metrics = useMetricDictionary().data?.metrics ?? []
  const save = useSaveStages(at, plan)
  const stage = plan.stages.find((s) => s.id === id)
  const unitOf = (metric: string) => metrics.find((m) => m.id === metric)?.unit ?? null
  const write = (typed: Omit<Stage, 'id'>): void => {
    const written = { ...typed, id: stage?.id ?? freeStageId(plan.stages) }
    save.run(withStage(plan.stages, written), t.stageTitle, () => {
      setOpen(false)
      void message.success(t.stageSaved(typed.name))
    })
  }
  const remove = (): void => {
    const left = plan.stages.filter((s) => s.id !== id)
    save.run(left, t.stageRemove, () => void message.success(t.stageRemoved))
  }
  return (
    <>
      <Button {...(stage ? { size: 'small' as const } : { type: 'primary' as const })} onClick={() => setOpen(true)}>
        {stage ? t.stageEdit : t.stageAdd}
      </Button>
      {stage && (
        <Popconfirm
          title={t.stageRemoveAsk(stage.name)}
          okText={t.stageRemove}
          cancelText={t.cancel}
          onConfirm={remove}
        >
          <Button size="small">{t.stageRemove}</Button>
        </Popconfirm>
      )}
      {save.isError && !open && <Problem compact error={save.error} />}
      {open && (
        <StageDialog
          start={stage ? draftOf(stage, unitOf, plan.currency) : newStage(plan.year)}
          metrics={metrics}
          currency={plan.currency}
          busy={save.isPending}
          error={save.error}
          onSave={write}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
