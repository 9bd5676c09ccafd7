import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { CampaignState } from '../campaign-state.tsx'
import { campaignWords } from '../campaign-words.ts'
import { NextWords } from '../next-words.tsx'
import { useToday } from '../use-today.ts'
import type { CampaignProps } from './campaign-page.tsx'
import { MoveButton } from './move-button.tsx'
import { PhaseBar } from './phase-bar.tsx'
import { PhasesDialog } from './phases-dialog.tsx'
import { strings } from './strings.ts'

/** The answer first: the phase, the next step, and the few figures that say whether it is on its way. */
export function CampaignHead({ at, campaign, mayWrite }: CampaignProps) {
  const format = useFormat()
  const today = useToday()
  const lead = (
    <>
      <CampaignState state={campaign.state} /> · {format.longDay(campaign.mainDay)} ·{' '}
      <NextWords next={campaign.next} today={today} />
    </>
  )
  return (
    <>
      <PageHeader
        title={campaign.name}
        lead={lead}
        actions={mayWrite && <Actions at={at} campaign={campaign} mayWrite={mayWrite} />}
      />
      <Behind campaign={campaign} />
      <PhaseBar windows={campaign.windows} state={campaign.state} wave={campaign.wave} today={today} />
      <Figures campaign={campaign} />
    </>
  )
}

/** The days of the phases, and the next step. */
function Actions(props: CampaignProps) {
  const t = useStrings(strings)
  const [isEditing, setEditing] = useState(false)
  return (
    <>
      {props.campaign.state !== 'archived' && <Button onClick={() => setEditing(true)}>{t.editPhases}</Button>}
      <MoveButton {...props} />
      {isEditing && <PhasesDialog {...props} onClose={() => setEditing(false)} />}
    </>
  )
}

/** The clock has gone on and the campaign has not. */
function Behind({ campaign }: Pick<CampaignProps, 'campaign'>) {
  const t = useStrings(strings)
  const words = useStrings(campaignWords)
  const { clockPhase, state, wave } = campaign
  const isOnTime = clockPhase === null || (clockPhase.phase === state && clockPhase.wave === wave)
  if (isOnTime || state === 'draft' || state === 'archived') return null
  return <Alert type="warning" showIcon title={t.behind(words[clockPhase.phase], words[state])} />
}

function Figures({ campaign }: Pick<CampaignProps, 'campaign'>) {
  const t = useStrings(strings)
  const format = useFormat()
  const { targetCents, budgetCents, tasks, next } = campaign
  const money = (cents: number | null) => ({
    value: format.short(cents, 'money'),
    exact: cents,
    title: format.exact(cents, 'money'),
  })
  const checks = next ? next.green + next.red : 0
  return (
    <FigureStrip label={campaign.name}>
      <FigureTile label={t.target} {...money(targetCents)} />
      <FigureTile label={t.budget} {...money(budgetCents)} />
      <FigureTile
        label={t.taskFigure}
        value={`${format.count(tasks.done)} / ${format.count(tasks.all)}`}
        exact={tasks.done}
        tone={tasks.overdue > 0 ? 'bad' : undefined}
      >
        <FigureWords>{tasks.overdue > 0 ? t.overdue(format.count(tasks.overdue)) : t.onTime}</FigureWords>
      </FigureTile>
      <FigureTile
        label={t.ready}
        value={next && checks > 0 ? t.readyOf(format.count(next.green), format.count(checks)) : '–'}
        exact={next?.green ?? null}
        tone={next && next.red > 0 ? 'warn' : undefined}
      >
        <FigureWords>
          {next && next.red > 0 ? t.redLeft(format.count(next.red)) : checks > 0 ? t.allGreen : ''}
        </FigureWords>
      </FigureTile>
    </FigureStrip>
  )
}
