import type { PlanConfirmation, PlanDetail, PlanVersion } from '@zhanggui/contract'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useSession } from '../../../api/use-session.ts'
import { useStoreTimeZone } from '../../../app/use-store-time-zone.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { PersonName } from '../../../parts/person-name.tsx'
import { Problem } from '../../../parts/problem.tsx'
import styles from './confirm-card.module.css'
import { homeStrings } from './home-strings.ts'
import { useConfirmPlan, usePlanConfirmations, usePlanVersions } from './use-plan-versions.ts'
import type { PlanAt } from './use-plans.ts'

/** The merchant's and the brand's people; the server refuses anybody else. */
function useMayConfirm(store: string): boolean {
  const role = useSession().data?.user?.stores.find(({ id }) => id === store)?.role
  return role === 'merchant' || role === 'brand'
}

/** Read and confirm: the merchant sees exactly which version, both sides see who has confirmed it. */
export function ConfirmCard({ at, plan }: { at: PlanAt; plan: PlanDetail }) {
  const t = useStrings(homeStrings)
  const versions = usePlanVersions(at)
  const confirmations = usePlanConfirmations(at)
  const mayConfirm = useMayConfirm(at.store)
  const version = versions.data?.find(({ number }) => number === plan.approvedVersion)
  if (plan.status !== 'approved' || !version) return null
  const own = (confirmations.data ?? []).filter((one) => one.version === version.number)
  return (
    <Card title={t.confirmation} note={t.confirmationNote(String(version.number))}>
      <div className={styles.card}>
        <p className={styles.hash}>
          sha256 <code>{version.sha256}</code>
        </p>
        {own.map((one) => (
          <Confirmed key={one.confirmedBy} one={one} />
        ))}
        {own.length === 0 && !mayConfirm && <p className={styles.waiting}>{t.waiting}</p>}
        {own.length === 0 && mayConfirm && <ConfirmForm at={at} version={version} />}
      </div>
    </Card>
  )
}

function Confirmed({ one }: { one: PlanConfirmation }) {
  const t = useStrings(homeStrings)
  const format = useFormat()
  const zone = useStoreTimeZone()
  return (
    <p className={styles.confirmed}>
      <PersonName person={one.confirmedBy} /> {t.confirmedAt(format.instant(one.confirmedAt, zone))}
      {one.note !== '' && `：${one.note}`}
    </p>
  )
}

function ConfirmForm({ at, version }: { at: PlanAt; version: PlanVersion }) {
  const t = useStrings(homeStrings)
  const confirm = useConfirmPlan(at)
  const [read, setRead] = useState(false)
  const [note, setNote] = useState('')
  return (
    <div className={styles.form}>
      <Checkbox checked={read} onChange={(event) => setRead(event.target.checked)}>
        {t.iHaveRead(String(version.number))}
      </Checkbox>
      <Input.TextArea
        aria-label={t.note}
        placeholder={t.confirmNote}
        maxLength={2000}
        rows={2}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {confirm.isError && <Problem compact error={confirm.error} />}
      <Button
        type="primary"
        disabled={!read}
        loading={confirm.isPending}
        onClick={() => confirm.mutate({ version: version.number, sha256: version.sha256, note })}
      >
        {t.confirm}
      </Button>
    </div>
  )
}
