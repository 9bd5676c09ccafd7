import type { CalendarYear, EventProposal } from '@zhanggui/contract'
import { App, Button } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { Problem } from '../../../parts/problem.tsx'
import styles from './panels.module.css'
import { strings } from './strings.ts'
import { useAcceptProposal } from './use-calendar.ts'

/** Where nothing happens or sales are expected to sag, what could happen there, and the button that makes it so. */
export function ProposalsPanel({ calendar }: { calendar: CalendarYear }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { proposals, gapDays } = calendar
  return (
    <Card title={t.gaps} note={t.gapsNote(format.count(gapDays))}>
      {proposals.length === 0 ? (
        <p className={styles.quiet}>{t.noGaps}</p>
      ) : (
        <ul className={styles.list}>
          {proposals.map((proposal) => (
            <Proposal key={proposal.id} proposal={proposal} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Proposal({ proposal }: { proposal: EventProposal }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const { message } = App.useApp()
  const accept = useAcceptProposal(useStoreId())
  const mayWrite = usePermissions().includes('plan:write')
  const name = nameOf(proposal, language)
  const { hole, reason } = proposal
  const because =
    reason === 'gap'
      ? t.becauseGap(format.shortRange(hole), format.count(hole.days))
      : t.becauseDip(format.shortRange(hole), format.percent(hole.depth ?? 0))
  const take = () => accept.mutate({ proposal, name }, { onSuccess: () => void message.success(t.accepted(name)) })
  return (
    <li className={styles.proposal}>
      <span className={styles.itemTitle}>{`${format.shortRange(proposal)} ${name}`}</span>
      <span className={styles.quiet}>{because}</span>
      {mayWrite && (
        <Button size="small" loading={accept.isPending} onClick={take}>
          {t.accept}
        </Button>
      )}
      {accept.isError && <Problem compact error={accept.error} />}
    </li>
  )
}
