import { App, Button } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import { campaignWords } from '../campaign-words.ts'
import { useMoveCampaign } from '../use-campaigns.ts'
import styles from './campaign.module.css'
import type { CampaignProps } from './campaign-page.tsx'
import { strings } from './strings.ts'

/** The next step, as one button; what keeps it from being taken is said beside it. */
export function MoveButton({ at, campaign }: CampaignProps) {
  const t = useStrings(strings)
  const words = useStrings(campaignWords)
  const { message } = App.useApp()
  const move = useMoveCampaign(at)
  const { step, request } = campaign
  if (!step) return null
  if (request !== null) return <Button disabled>{t.waiting}</Button>
  const label =
    step.state === 'approved' ? t.askApproval : step.state === 'archived' ? t.archive : t.enter(words[step.state])
  const isBlocked = !step.isDue || step.checks.some(({ state }) => state === 'red')
  const take = () =>
    move.mutate(
      { to: step.state, wave: step.wave },
      { onSuccess: ({ performed }) => void message.success(performed ? t.moved : t.asked) },
    )
  return (
    <span className={styles.move}>
      <Button type={isBlocked ? 'default' : 'primary'} disabled={!step.isDue} loading={move.isPending} onClick={take}>
        {label}
      </Button>
      {move.error && <Problem compact error={move.error} />}
    </span>
  )
}
