import type { CampaignDetail, EntryCheck, NextStep } from '@zhanggui/contract'
import { useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { campaignWords } from '../../campaign-words.ts'
import styles from '../campaign.module.css'
import type { CampaignProps } from '../campaign-page.tsx'
import { strings } from '../strings.ts'
import { AttestationList } from './attestation-list.tsx'
import gate from './gate.module.css'
import { SignatureList } from './signature-list.tsx'

const asked = ({ checks }: NextStep): EntryCheck[] => checks.filter(({ state }) => state !== 'none')

/** What must hold before the next phase, item by item, and who said go. */
export default function GateView(props: CampaignProps) {
  const t = useStrings(strings)
  const words = useStrings(campaignWords)
  const { campaign } = props
  const { step } = campaign
  if (!step) return <EmptyState title={t.over} />
  const titles: Partial<Record<NextStep['state'], string>> = { approved: t.beforeApproval, archived: t.beforeArchive }
  const title = titles[step.state] ?? t.gateTitle(words[step.state])
  return (
    <div className={styles.columns}>
      <Card title={title} note={t.gateNote}>
        <ul className={styles.list}>
          {asked(step).map((check) => (
            <CheckRow key={check.id} check={check} />
          ))}
        </ul>
      </Card>
      <div className={styles.side}>
        {step.signaturesNeeded.length > 0 && (
          <Card title={t.signatures}>
            <SignatureList {...props} step={step} />
          </Card>
        )}
        {hasOwn(campaign) && <AttestationList {...props} />}
      </div>
    </div>
  )
}

const hasOwn = ({ entries }: CampaignDetail): boolean =>
  entries.some(({ kind }) => kind === 'attestation' || kind === 'drill' || kind === 'training')

function CheckRow({ check }: { check: EntryCheck }) {
  const language = useLanguage()
  const format = useFormat()
  const { id, nameZh, nameEn, state, reasons } = check
  return (
    <li className={styles.row} data-check={id} data-state={state}>
      <span className={gate.mark} data-state={state}>
        {language === 'zh' ? nameZh : nameEn}
      </span>
      {reasons.length > 0 && (
        <ul className={styles.reasons}>
          {reasons.map((reason) => (
            <li key={reason.zh}>{format.daysInText(reason[language])}</li>
          ))}
        </ul>
      )}
    </li>
  )
}
