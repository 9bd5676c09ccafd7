import type { PlanDetail } from '@zhanggui/contract'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { ApproveDialog } from './approve-dialog.tsx'
import { homeStrings } from './home-strings.ts'
import { NoteDialog } from './note-dialog.tsx'
import styles from './plan-header.module.css'
import { PlanState } from './plan-state.tsx'
import { strings } from './strings.ts'
import { useCutVersion, useReopenPlan } from './use-plan-versions.ts'
import type { PlanAt } from './use-plans.ts'

type Asked = 'approve' | 'reopen' | 'version' | null

/** Name, state, and what may be done with the plan as a whole. */
export function PlanHeader({ at, plan }: { at: PlanAt; plan: PlanDetail }) {
  const t = useStrings(homeStrings)
  const [asked, setAsked] = useState<Asked>(null)
  const close = () => setAsked(null)
  return (
    <>
      <PageHeader
        title={plan.name}
        lead={<Lead at={at} plan={plan} />}
        actions={<Actions plan={plan} ask={setAsked} />}
      />
      {asked === 'approve' && <ApproveDialog at={at} plan={plan} onClose={close} />}
      {asked === 'reopen' && <ReopenDialog at={at} onClose={close} />}
      {asked === 'version' && <VersionDialog at={at} title={t.cutVersion} onClose={close} />}
    </>
  )
}

function Lead({ at, plan }: { at: PlanAt; plan: PlanDetail }): ReactNode {
  const t = useStrings(strings)
  return (
    <span className={styles.lead}>
      <PlanState plan={plan} />
      <Link className={styles.back ?? ''} to={`/stores/${at.store}/goals/plans`}>
        {t.plans}
      </Link>
    </span>
  )
}

function Actions({ plan, ask }: { plan: PlanDetail; ask: (what: Asked) => void }) {
  const t = useStrings(homeStrings)
  const permissions = usePermissions()
  const mayApprove = permissions.includes('plan:approve')
  return (
    <>
      {permissions.includes('plan:write') && <Button onClick={() => ask('version')}>{t.cutVersion}</Button>}
      {mayApprove && plan.status === 'approved' && <Button onClick={() => ask('reopen')}>{t.reopen}</Button>}
      {mayApprove && plan.status === 'draft' && (
        <Button type="primary" onClick={() => ask('approve')}>
          {t.approve}
        </Button>
      )}
    </>
  )
}

function ReopenDialog({ at, onClose }: { at: PlanAt; onClose: () => void }) {
  const t = useStrings(homeStrings)
  const reopen = useReopenPlan(at)
  return (
    <NoteDialog
      title={t.reopen}
      label={t.reason}
      help={t.reopenHelp}
      required
      mutation={reopen}
      onSubmit={(reason) => reopen.mutate(reason, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}

function VersionDialog({ at, title, onClose }: { at: PlanAt; title: string; onClose: () => void }) {
  const t = useStrings(homeStrings)
  const cut = useCutVersion(at)
  return (
    <NoteDialog
      title={title}
      label={t.note}
      help={t.cutHelp}
      mutation={cut}
      onSubmit={(note) => cut.mutate(note, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
