import type { CampaignEntry } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useStoreTimeZone } from '../../../../app/use-store-time-zone.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { Problem } from '../../../../parts/problem.tsx'
import { campaignWords } from '../../campaign-words.ts'
import { useActOnEntry } from '../../use-campaigns.ts'
import { ActDialog } from '../act-dialog.tsx'
import styles from '../campaign.module.css'
import type { CampaignProps } from '../campaign-page.tsx'
import { strings } from '../strings.ts'
import { entriesOf } from '../tasks/tasks-of.ts'
import { BriefDialog } from './brief-dialog.tsx'
import { pageStage } from './page-stage.ts'

/** Every page on its way: brief, proof, test, release. */
export default function PagesView(props: CampaignProps) {
  const t = useStrings(strings)
  const pages = entriesOf(props.campaign, 'page').toSorted((a, b) => (a.body.releaseFrom < b.body.releaseFrom ? -1 : 1))
  if (pages.length === 0) return <EmptyState title={t.pagesEmpty} />
  return (
    <Card title={t.pages}>
      <ul className={styles.list}>
        {pages.map((page) => (
          <PageRow key={page.id} {...props} page={page} />
        ))}
      </ul>
    </Card>
  )
}

type Asking = 'brief' | 'proof' | 'test'

function PageRow({ at, mayWrite, page }: CampaignProps & { page: CampaignEntry<'page'> }) {
  const t = useStrings(strings)
  const words = useStrings(campaignWords)
  const format = useFormat()
  const timeZone = useStoreTimeZone()
  const act = useActOnEntry(at)
  const [asking, setAsking] = useState<Asking | null>(null)
  const { id, version, body } = page
  const stage = pageStage(body)
  const close = () => setAsking(null)
  const tone = stage === 'released' ? styles.good : stage === 'ready' ? undefined : styles.warn
  return (
    <li className={styles.row} data-page={id} data-stage={stage}>
      <span className={styles.grow}>
        {body.title} <span className={styles.note}>{words[body.phase]}</span>
        <br />
        <span className={styles.note}>
          {t.window} {format.instant(body.releaseFrom, timeZone)} – {format.instant(body.releaseUntil, timeZone)}
        </span>
      </span>
      <span className={styles.inline}>
        <span className={tone}>{stage === 'ready' ? t.readyPage : t[stage]}</span>
        {mayWrite && (
          <>
            <Button size="small" onClick={() => setAsking('brief')}>
              {t.editBrief}
            </Button>
            <Button size="small" onClick={() => setAsking('proof')}>
              {t.handProof}
            </Button>
            <Button size="small" disabled={!body.proof} onClick={() => setAsking('test')}>
              {t.addTest}
            </Button>
            <Button
              size="small"
              type="primary"
              disabled={stage === 'released'}
              loading={act.isPending}
              onClick={() => act.mutate({ kind: 'page', id, version, action: 'release' })}
            >
              {t.release}
            </Button>
          </>
        )}
      </span>
      {act.error && <Problem compact error={act.error} />}
      {asking === 'brief' && <BriefDialog at={at} page={page} onClose={close} />}
      {asking === 'proof' && (
        <ActDialog
          at={at}
          entry={page}
          action="proof"
          title={body.title}
          label={t.link}
          submitText={t.handProof}
          onClose={close}
        />
      )}
      {asking === 'test' && (
        <ActDialog
          at={at}
          entry={page}
          action="test"
          title={body.title}
          label={t.tested}
          submitText={t.addTest}
          asksVerdict
          onClose={close}
        />
      )}
    </li>
  )
}
