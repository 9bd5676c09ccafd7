import { App, Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Problem } from '../../../parts/problem.tsx'
import { PromotionState } from '../promotion-state.tsx'
import { useRemovePromotion } from '../use-promotions.ts'
import { ApproveDialog } from './approve-dialog.tsx'
import type { PromotionProps } from './designer.tsx'
import styles from './designer-header.module.css'
import { StopDialog } from './stop-dialog.tsx'
import { strings } from './strings.ts'
import type { useDraft } from './use-draft.ts'

type Props = PromotionProps & { edit: ReturnType<typeof useDraft> }

/** Name, state, and what can be done with the promotion as a whole. */
export function DesignerHeader({ at, promotion, edit }: Props) {
  const t = useStrings(strings)
  const [asked, ask] = useState<'approve' | 'stop' | null>(null)
  const close = () => ask(null)
  return (
    <>
      <PageHeader
        title={promotion.name}
        lead={
          <span className={styles.lead}>
            <PromotionState state={promotion.state} />
            {edit.dirty && <span className={styles.unsaved}>{t.unsaved}</span>}
            <Link className={styles.back ?? ''} to={`/stores/${at.store}/promotions`}>
              {t.back}
            </Link>
          </span>
        }
        actions={<Actions at={at} promotion={promotion} edit={edit} ask={ask} />}
      />
      {edit.saving.error && <Problem compact error={edit.saving.error} />}
      {asked === 'approve' && <ApproveDialog at={at} promotion={promotion} onClose={close} />}
      {asked === 'stop' && <StopDialog at={at} onClose={close} />}
    </>
  )
}

function Actions({ at, promotion, edit, ask }: Props & { ask: (what: 'approve' | 'stop') => void }) {
  const t = useStrings(strings)
  const { message } = App.useApp()
  const { state } = promotion
  if (!usePermissions().includes('plan:write')) return null
  const save = () =>
    void edit.save().then(
      () => message.success(t.saved),
      () => undefined,
    )
  const mayAsk = state === 'draft' || state === 'checked' || state === 'stopped'
  return (
    <>
      {promotion.approvedVersion === null && state === 'draft' && <RemoveButton at={at} />}
      {promotion.approvedVersion !== null && state !== 'stopped' && state !== 'ended' && (
        <Button danger onClick={() => ask('stop')}>
          {t.stop}
        </Button>
      )}
      <Button disabled={!edit.dirty} loading={edit.saving.isPending} onClick={save}>
        {t.save}
      </Button>
      <Button type="primary" disabled={edit.dirty || !mayAsk} onClick={() => ask('approve')}>
        {t.approve}
      </Button>
    </>
  )
}

function RemoveButton({ at }: Pick<PromotionProps, 'at'>) {
  const t = useStrings(strings)
  const { modal } = App.useApp()
  const navigate = useNavigate()
  const remove = useRemovePromotion(at)
  const confirm = () =>
    modal.confirm({
      title: t.removeAsk,
      okText: t.remove,
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync().then(() => navigate(`/stores/${at.store}/promotions`)),
    })
  return (
    <Button type="text" onClick={() => void confirm()}>
      {t.remove}
    </Button>
  )
}
