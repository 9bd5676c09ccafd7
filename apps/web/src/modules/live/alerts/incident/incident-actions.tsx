import type { IncidentDetail } from '@zhanggui/contract'
import { App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { useAddSilence, useIncidentStep } from '../use-alerts.ts'
import { incidentStrings } from './incident-strings.ts'

type Dialog = 'comments' | 'resolve' | 'result' | 'silence'

/** What the reader may do about an incident: the next step first. */
export function IncidentActions({ incident }: { incident: IncidentDetail }) {
  const t = useStrings(incidentStrings)
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const step = useIncidentStep()
  if (!usePermissions().includes('live:act')) return null
  const isOver = incident.state === 'resolved'
  const close = () => setDialog(null)
  const primary = (needed: boolean) => (needed ? ('primary' as const) : ('default' as const))
  return (
    <>
      {incident.state === 'open' && (
        <Button
          type="primary"
          loading={step.isPending}
          onClick={() => step.mutate({ id: incident.id, step: 'acknowledge' })}
        >
          {t.acknowledge}
        </Button>
      )}
      {isOver ? (
        <Button type={primary(incident.result === null)} onClick={() => setDialog('result')}>
          {t.writeResult}
        </Button>
      ) : (
        <Button type={primary(incident.state === 'acknowledged')} onClick={() => setDialog('resolve')}>
          {t.resolve}
        </Button>
      )}
      <Button onClick={() => setDialog('comments')}>{t.comment}</Button>
      {!isOver && <Button onClick={() => setDialog('silence')}>{t.silence}</Button>}
      {dialog === 'silence' && <SilenceDialog incident={incident} onClose={close} />}
      {dialog !== null && dialog !== 'silence' && <TextDialog incident={incident} step={dialog} onClose={close} />}
    </>
  )
}

type TextStep = Exclude<Dialog, 'silence'>

/** A comment, or the result that closes the loop. */
function TextDialog({ incident, step, onClose }: { incident: IncidentDetail; step: TextStep; onClose: () => void }) {
  const t = useStrings(incidentStrings)
  const { message } = App.useApp()
  const send = useIncidentStep()
  const isComment = step === 'comments'
  const titles: Record<TextStep, string> = { comments: t.comment, resolve: t.resolve, result: t.writeResult }
  const submit = ({ text }: { text: string }) =>
    send.mutate(
      { id: incident.id, step, body: isComment ? { text } : { result: text } },
      {
        onSuccess: () => {
          void message.success(t.saved)
          onClose()
        },
      },
    )
  return (
    <DialogForm
      title={titles[step]}
      open
      submitText={titles[step]}
      pending={send.isPending}
      error={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        name="text"
        label={isComment ? t.text : t.result}
        {...(isComment ? {} : { extra: t.resultHelp })}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
      </Form.Item>
    </DialogForm>
  )
}

/** No messages about this cause for a while; never for good. */
function SilenceDialog({ incident, onClose }: { incident: IncidentDetail; onClose: () => void }) {
  const t = useStrings(incidentStrings)
  const { message } = App.useApp()
  const add = useAddSilence()
  const lengths = [
    { value: 60, label: t.hour1 },
    { value: 240, label: t.hours4 },
    { value: 1440, label: t.day },
    { value: 10_080, label: t.week },
  ]
  const submit = (values: { minutes: number; reason: string }) =>
    add.mutate(
      { rule: null, causeKey: incident.causeKey, ...values },
      {
        onSuccess: () => {
          void message.success(t.silenced)
          onClose()
        },
      },
    )
  return (
    <DialogForm
      title={t.silence}
      open
      submitText={t.silence}
      initial={{ minutes: 60 }}
      pending={add.isPending}
      error={add.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="minutes" label={t.minutes} rules={[{ required: true }]}>
        <Select options={lengths} />
      </Form.Item>
      <Form.Item name="reason" label={t.reason} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={300} />
      </Form.Item>
    </DialogForm>
  )
}
