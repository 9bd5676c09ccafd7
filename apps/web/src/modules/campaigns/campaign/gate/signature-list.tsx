import type { CampaignPhase, CampaignTeam, NextStep } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Problem } from '../../../../parts/problem.tsx'
import { campaignWords } from '../../campaign-words.ts'
import { useSignCampaign } from '../../use-campaigns.ts'
import styles from '../campaign.module.css'
import type { CampaignProps } from '../campaign-page.tsx'
import { strings } from '../strings.ts'
import { NoGoDialog } from './no-go-dialog.tsx'

/** Each team that must say go, what it said last, and the two buttons. */
export function SignatureList({ at, campaign, step }: CampaignProps & { step: NextStep }) {
  const t = useStrings(strings)
  const words = useStrings(campaignWords)
  const format = useFormat()
  const sign = useSignCampaign(at)
  const [refusing, setRefusing] = useState<CampaignTeam | null>(null)
  // Only phases are signed.
  const phase = step.state as CampaignPhase
  const wordOf = (team: CampaignTeam) =>
    campaign.signatures.find((s) => s.team === team && s.phase === phase && s.wave === step.wave)
  return (
    <>
      <ul className={styles.list}>
        {step.signaturesNeeded.map((team) => {
          const word = wordOf(team)
          return (
            <li key={team} className={styles.row} data-team={team}>
              <span>
                {words[team]}{' '}
                <span className={styles.note}>
                  {word ? t.signedBy(word.name.replace(/ <.*>$/, ''), format.instant(word.at)) : t.notSigned}
                </span>
              </span>
              <span className={styles.inline}>
                {word && <span className={word.decision === 'go' ? styles.good : styles.bad}>{t[word.decision]}</span>}
                <Button
                  size="small"
                  type="primary"
                  loading={sign.isPending && sign.variables.team === team}
                  onClick={() => sign.mutate({ phase, wave: step.wave, team, decision: 'go' })}
                >
                  {t.go}
                </Button>
                <Button size="small" onClick={() => setRefusing(team)}>
                  {t.noGo}
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
      {sign.error && <Problem compact error={sign.error} />}
      {refusing && (
        <NoGoDialog at={at} place={{ phase, wave: step.wave, team: refusing }} onClose={() => setRefusing(null)} />
      )}
    </>
  )
}
