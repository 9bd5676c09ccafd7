import type { PlaybookActionType, PlaybookInfo } from '@zhanggui/contract'
import { App, Button, Form, Input, InputNumber, Popconfirm, Select } from 'antd'
import type { ReactElement } from 'react'
import { type Language, nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { RoleSelect } from '../role-select.tsx'
import { changeOf, type EditValues, valuesOf } from './edit-form.ts'
import styles from './playbooks.module.css'
import { strings } from './strings.ts'
import { useActionTypes, useChangePlaybook, useRemovePlaybook } from './use-playbooks.ts'
import { subjectName } from './words.ts'

type Props = { playbook: PlaybookInfo; onClose: () => void }

/** Another version of a playbook: who answers, who is asked, its limits and the parameters of its actions. */
export function EditDialog({ playbook, onClose }: Props) {
  const { data: types } = useActionTypes()
  return types ? <EditForm playbook={playbook} types={types} onClose={onClose} /> : null
}

function EditForm({ playbook, types, onClose }: Props & { types: readonly PlaybookActionType[] }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const { message } = App.useApp()
  const change = useChangePlaybook()
  const submit = (values: EditValues) =>
    change.mutate(
      { id: playbook.id, change: changeOf(playbook, types, values) },
      {
        onSuccess: () => {
          void message.success(t.saved)
          onClose()
        },
      },
    )
  return (
    <DialogForm<EditValues>
      title={nameOf({ nameZh: playbook.body.nameZh, nameEn: playbook.body.nameEn }, language)}
      open
      submitText={t.save}
      initial={valuesOf(playbook, types)}
      pending={change.isPending}
      error={change.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <WhoFields />
      <LimitFields />
      {placesOf(playbook).map(({ place, type, key }) => (
        <ActionFields key={key} place={place} action={types.find(({ id }) => id === type)} />
      ))}
      <RemoveButton id={playbook.id} onRemoved={onClose} />
    </DialogForm>
  )
}

/** Within one version an action is known by its place. */
const placesOf = ({ body }: PlaybookInfo) =>
  body.actions.map(({ type }, place) => ({ place, type, key: `${place}/${type}` }))

const required = [{ required: true }]

function WhoFields() {
  const t = useStrings(strings)
  const approvals = (['auto', 'confirm', 'twoPerson'] as const).map((value) => ({ value, label: t[value] }))
  return (
    <div className={styles.pair}>
      <Form.Item name="nameZh" label={t.name} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="nameEn" label={t.nameEn} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="owner" label={t.owner} rules={required}>
        <RoleSelect />
      </Form.Item>
      <Form.Item name="approval" label={t.approval} rules={required}>
        <Select options={approvals} />
      </Form.Item>
    </div>
  )
}

function LimitFields() {
  const t = useStrings(strings)
  const limits = [
    ['cooldownMinutes', t.cooldown],
    ['runsPerDay', t.perDay],
    ['changesPerRun', t.perRun],
  ] as const
  return (
    <div className={styles.pair}>
      {limits.map(([name, label]) => (
        <Form.Item key={name} name={name} label={label} rules={required}>
          <InputNumber min={1} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      ))}
    </div>
  )
}

function ActionFields({ place, action }: { place: number; action: PlaybookActionType | undefined }) {
  const t = useStrings(strings)
  const language = useLanguage()
  if (!action || action.params.length === 0) return null
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t.action(String(place + 1), nameOf(action, language))}</legend>
      {action.params.map((param) => (
        <ParamField key={param.key} place={place} param={param} />
      ))}
    </fieldset>
  )
}

type Param = PlaybookActionType['params'][number]

const NUMBERS = new Set(['number', 'share', 'money', 'minutes'])

function ParamField({ place, param }: { place: number; param: Param }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const help: Partial<Record<typeof param.kind, string>> = {
    money: t.yuanHelp,
    share: t.percentHelp,
    shares: `${t.percentHelp}，${t.listHelp}`,
    names: t.listHelp,
  }
  return (
    <Form.Item name={['params', place, param.key]} label={param[language]} extra={help[param.kind]}>
      {inputOf(param, language)}
    </Form.Item>
  )
}

function inputOf(param: Param, language: Language): ReactElement {
  if (param.key === 'role') return <RoleSelect />
  if (NUMBERS.has(param.kind)) return <InputNumber style={{ width: '100%' }} />
  if (param.kind !== 'choice') return <Input maxLength={300} />
  return <Select options={(param.values ?? []).map((value) => ({ value, label: subjectName(value, language) }))} />
}

function RemoveButton({ id, onRemoved }: { id: string; onRemoved: () => void }) {
  const t = useStrings(strings)
  const remove = useRemovePlaybook()
  return (
    <Popconfirm
      title={t.removeAsk}
      okText={t.remove}
      cancelText={t.cancel}
      onConfirm={() => remove.mutate(id, { onSuccess: onRemoved })}
    >
      <Button danger loading={remove.isPending}>
        {t.remove}
      </Button>
    </Popconfirm>
  )
}
