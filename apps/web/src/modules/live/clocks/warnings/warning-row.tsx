import type { MerchantWarningView } from '@zhanggui/contract'
import { App, Button, Form, Input, Tag } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { useStoreTimeZone } from '../../../../app/use-store-time-zone.ts'
import { countdown } from '../../../../format/clock-time.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { timeOf, wholeSeconds } from '../countdown.ts'
import { useFilePlan, useWritePlan } from '../use-clocks.ts'
import type { Moment } from '../use-now.ts'
import { warningStrings } from './warning-strings.ts'
import styles from './warnings.module.css'

type Props = { warning: MerchantWarningView; moment: Moment }

/** One warning: what was seen, what is left of its time, its plan, and what is to be done next. */
export function WarningRow({ warning, moment }: Props) {
  const t = useStrings(warningStrings)
  const [dialog, setDialog] = useState<'plan' | 'file' | null>(null)
  const mayAct = usePermissions().includes('live:act') && warning.filedAt === null
  const close = () => setDialog(null)
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <Tag>{t[warning.kind]}</Tag>
        <span className={styles.evidence}>{warning.evidence}</span>
        <p className={styles.plan}>{warning.plan ?? t.noPlan}</p>
        {mayAct && (
          <div className={styles.actions}>
            <Button type={warning.plan === null ? 'primary' : 'default'} onClick={() => setDialog('plan')}>
              {warning.plan === null ? t.write : t.change}
            </Button>
            {warning.plan !== null && (
              <Button type="primary" onClick={() => setDialog('file')}>
                {t.file}
              </Button>
            )}
          </div>
        )}
      </div>
      <Time warning={warning} moment={moment} />
      {dialog === 'plan' && <PlanDialog warning={warning} onClose={close} />}
      {dialog === 'file' && <FileDialog warning={warning} onClose={close} />}
    </li>
  )
}

function Time({ warning, moment }: Props) {
  const t = useStrings(warningStrings)
  const language = useLanguage()
  const timeZone = useStoreTimeZone()
  const time = (iso: string) => timeOf(iso, moment.now, timeZone)
  if (warning.filedAt !== null) {
    const words = warning.late ? t.filedLate(time(warning.filedAt)) : t.filed(time(warning.filedAt))
    return (
      <div className={styles.time}>
        <Tag color={warning.late ? 'error' : 'success'}>{words}</Tag>
        <span className={styles.small}>{warning.filedReference}</span>
      </div>
    )
  }
  const left = warning.dueAt === null ? warning.remainingMs : Date.parse(warning.dueAt) - moment.now
  const isLate = left < 0
  return (
    <div className={styles.time} data-late={isLate || undefined}>
      <span className={styles.small}>{isLate ? t.over : t.left}</span>
      <span className={styles.digits}>{countdown(wholeSeconds(Math.abs(left)), language)}</span>
      {warning.dueAt && <span className={styles.small}>{t.due(time(warning.dueAt))}</span>}
    </div>
  )
}

type DialogProps = { warning: MerchantWarningView; onClose: () => void }

function PlanDialog({ warning, onClose }: DialogProps) {
  const t = useStrings(warningStrings)
  const { message } = App.useApp()
  const write = useWritePlan(warning.id)
  const done = () => {
    void message.success(t.saved)
    onClose()
  }
  return (
    <DialogForm<{ plan: string }>
      title={t.write}
      open
      submitText={t.save}
      initial={{ plan: warning.plan ?? '' }}
      pending={write.isPending}
      error={write.error}
      onSubmit={({ plan }) => write.mutate(plan, { onSuccess: done })}
      onClose={onClose}
    >
      <Form.Item name="plan" label={t.plan} extra={t.planHelp} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={10_000} />
      </Form.Item>
    </DialogForm>
  )
}

function FileDialog({ warning, onClose }: DialogProps) {
  const t = useStrings(warningStrings)
  const file = useFilePlan(warning.id)
  return (
    <DialogForm<{ reference: string }>
      title={t.file}
      open
      submitText={t.file}
      pending={file.isPending}
      error={file.error}
      onSubmit={({ reference }) => file.mutate(reference, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Form.Item
        name="reference"
        label={t.reference}
        extra={t.referenceHelp}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </DialogForm>
  )
}
