import type { Finding, PlanDetail } from '@zhanggui/contract'
import { Button, Form, Input, Modal } from 'antd'
import { useId } from 'react'
import { Link } from 'react-router'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import { formStrings } from '../../admin/form-strings.ts'
import styles from './approve-dialog.module.css'
import { homeStrings } from './home-strings.ts'
import { findingLink } from './part-links.ts'
import { blockingFindings, useApprovePlan } from './use-plan-versions.ts'
import type { PlanAt } from './use-plans.ts'

type Props = { at: PlanAt; plan: PlanDetail; onClose: () => void }

/** Approves exactly what is on the page; while the check finds errors it lists them, each with its way to the cell. */
export function ApproveDialog({ at, plan, onClose }: Props) {
  const t = useStrings(homeStrings)
  const words = useStrings(formStrings)
  const approve = useApprovePlan(at)
  const findings = blockingFindings(approve.error)
  const form = useId()
  const submit = ({ note = '' }: { note?: string }) =>
    approve.mutate({ note, revisions: plan.revisions }, { onSuccess: onClose })
  return (
    <Modal
      open
      title={t.approveTitle}
      onCancel={onClose}
      destroyOnHidden
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="primary" htmlType="submit" form={form} loading={approve.isPending}>
            {t.approve}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>{t.approveText}</p>
      <Form id={form} layout="vertical" onFinish={submit}>
        <Form.Item name="note" label={t.note}>
          <Input.TextArea maxLength={300} rows={2} autoFocus />
        </Form.Item>
      </Form>
      {approve.isError && <Problem compact error={approve.error} />}
      {findings.length > 0 && <Blocking at={at} findings={findings} />}
    </Modal>
  )
}

function Blocking({ at, findings }: { at: PlanAt; findings: readonly Finding[] }) {
  const t = useStrings(homeStrings)
  const zh = useLanguage() === 'zh'
  return (
    <ol className={styles.findings} aria-label={t.blocking}>
      {findings.map((finding) => (
        <li key={finding.number} className={styles.finding}>
          <span>{zh ? finding.messageZh : finding.messageEn}</span>
          <span className={styles.suggestion}>{zh ? finding.suggestionZh : finding.suggestionEn}</span>
          <Link className={styles.go ?? ''} to={findingLink(at, finding)}>
            {t.goThere}
          </Link>
        </li>
      ))}
    </ol>
  )
}
