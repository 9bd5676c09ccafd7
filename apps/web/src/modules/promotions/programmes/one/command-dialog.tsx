import type { ProgrammeCommandInfo, ProgrammeKind } from '@zhanggui/contract'
import { App, Form, Input } from 'antd'
import { useState } from 'react'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { windowStrings } from '../../window-strings.ts'
import { ProblemList } from '../fields/problem-list.tsx'
import { startValues } from '../fields/start-values.ts'
import { ValueFields } from '../fields/value-fields.tsx'
import { type ProgrammeAt, usePlay } from '../use-programmes.ts'
import { strings } from './strings.ts'

type Values = { caseId?: string; buyerId?: string }
type Props = {
  at: ProgrammeAt
  kind: ProgrammeKind
  command: ProgrammeCommandInfo
  /** The case it is about; asked for where the command opens one. */
  caseId?: string
  onClose: () => void
}

/** One step by hand. Whatever is sent twice is done once: the form keeps the name of its command until it closes. */
export function CommandDialog({ at, kind, command, caseId, onClose }: Props) {
  const t = useStrings(strings)
  const { needed } = useStrings(windowStrings)
  const language = useLanguage()
  const { message } = App.useApp()
  const play = usePlay(at)
  const [commandId] = useState(() => crypto.randomUUID())
  const [values, setValues] = useState(() => startValues(command.fields, command.start))
  const asksCase = caseId === undefined && command.opens !== 'none'
  const asksBuyer = command.needsBuyer && command.opens === 'new'
  const rules = [{ required: true, whitespace: true, message: needed }]
  const submit = (typed: Values) => {
    const about = caseId ?? typed.caseId
    const input = {
      commandId,
      command: command.id,
      values,
      ...(about === undefined ? {} : { caseId: about.trim() }),
      ...(typed.buyerId === undefined ? {} : { buyerId: typed.buyerId }),
    }
    play.mutate(input, {
      onSuccess: () => {
        void message.success(t.saved)
        onClose()
      },
    })
  }
  return (
    <DialogForm<Values>
      title={nameOf(command, language)}
      open
      submitText={t.save}
      pending={play.isPending}
      error={play.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {asksCase && (
        <Form.Item name="caseId" label={language === 'zh' ? kind.caseNameZh : kind.caseNameEn} rules={rules}>
          <Input maxLength={80} autoFocus />
        </Form.Item>
      )}
      {asksBuyer && (
        <Form.Item name="buyerId" label={t.buyer} extra={t.buyerHelp} rules={rules}>
          <Input maxLength={200} />
        </Form.Item>
      )}
      <ValueFields id={`play-${command.id}`} fields={command.fields} values={values} onChange={setValues} />
      <ProblemList error={play.error} />
    </DialogForm>
  )
}
