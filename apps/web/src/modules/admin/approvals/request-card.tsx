import type { ApprovalRequest, ApprovalState } from '@zhanggui/contract'
import { Button, Tag } from 'antd'
import { useStoreTimeZone } from '../../../app/use-store-time-zone.ts'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { ChangeList } from './change-list.tsx'
import styles from './request-card.module.css'
import { type ApprovalWords, strings } from './strings.ts'
import type { Step } from './use-approvals.ts'

type Props = { store: string; request: ApprovalRequest; onStep: (step: Step) => void }

const COLOURS: Record<ApprovalState, string> = {
  waiting: 'processing',
  approved: 'success',
  refused: 'error',
  withdrawn: 'default',
  expired: 'warning',
}

/** One request: what it is, what it would change, who asked, and what the reader may do. */
export function RequestCard({ store, request, onStep }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const summary = language === 'zh' ? request.summaryZh : request.summaryEn
  return (
    <li className={styles.card} data-request={request.id}>
      <div className={styles.words}>
        <h3 className={styles.title}>
          {summary} <Tag color={COLOURS[request.state]}>{t[`state_${request.state}`]}</Tag>
          {request.singlePerson && <Tag>{t.singlePerson}</Tag>}
        </h3>
        <ChangeList store={store} request={request} />
        <Course request={request} t={t} kind={nameOf(request, language)} />
      </div>
      <div className={styles.actions}>
        {request.mayDecide && (
          <>
            <Button type="primary" onClick={() => onStep('approve')} aria-label={`${t.approve} ${summary}`}>
              {t.approve}
            </Button>
            <Button danger onClick={() => onStep('refuse')} aria-label={`${t.refuse} ${summary}`}>
              {t.refuse}
            </Button>
          </>
        )}
        {request.mayWithdraw && (
          <Button onClick={() => onStep('withdraw')} aria-label={`${t.withdraw} ${summary}`}>
            {t.withdraw}
          </Button>
        )}
      </div>
    </li>
  )
}

/** Who asked when and why, and what became of it. */
function Course({ request, t, kind }: { request: ApprovalRequest; t: ApprovalWords; kind: string }) {
  const format = useFormat()
  const zone = useStoreTimeZone()
  const at = (instant: string) => format.instant(instant, zone)
  const { state, decidedBy, decidedAt } = request
  return (
    <>
      <p className={styles.meta}>
        {[kind, t.asked(request.askedBy, at(request.askedAt)), request.reason]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <p className={styles.meta}>
        {state === 'waiting' && t.expires(at(request.expiresAt))}
        {state === 'expired' && t.expired(at(request.expiresAt))}
        {state !== 'waiting' &&
          state !== 'expired' &&
          decidedBy &&
          decidedAt &&
          [t.decided(decidedBy, at(decidedAt)), request.decisionReason].filter((part) => part !== '').join(' · ')}
      </p>
    </>
  )
}
