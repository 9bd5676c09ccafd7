import type { ChannelInfo } from '@zhanggui/contract'
import { Form, Input, InputNumber, Select, Switch } from 'antd'
import { useRoles } from '../../../../api/use-roles.ts'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { useAddChannel, useChangeChannel } from '../use-alerts.ts'
import { type ChannelValues, channelChange, channelValues, NEW_CHANNEL } from './channel-form.ts'
import { channelStrings } from './channel-strings.ts'

const KINDS = ['dingtalk', 'wecom', 'email', 'webhook'] as const
const LEVELS = ['critical', 'warning', 'info'] as const
const required = [{ required: true }]

/** A channel, new or changed; the fields are those of its kind. */
export function ChannelDialog({ channel, onClose }: { channel?: ChannelInfo; onClose: () => void }) {
  const t = useStrings(channelStrings)
  const language = useLanguage()
  const { data: roles = [] } = useRoles()
  const add = useAddChannel()
  const change = useChangeChannel()
  const submit = (values: ChannelValues): void => {
    const sent = channelChange(values)
    if (channel) change.mutate({ id: channel.id, change: sent }, { onSuccess: onClose })
    else add.mutate({ ...sent, id: `channel-${crypto.randomUUID().slice(0, 8)}` }, { onSuccess: onClose })
  }
  return (
    <DialogForm<ChannelValues>
      title={channel ? t.edit : t.add}
      open
      submitText={t.save}
      initial={channel ? channelValues(channel) : NEW_CHANNEL}
      pending={add.isPending || change.isPending}
      error={add.error ?? change.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="kind" label={t.kind} rules={required}>
        <Select options={KINDS.map((value) => ({ value, label: t[value] }))} disabled={channel !== undefined} />
      </Form.Item>
      <KindFields kept={channel?.secrets ?? []} />
      <Form.Item name="fromSeverity" label={t.level} rules={required}>
        <Select options={LEVELS.map((value) => ({ value, label: t[value] }))} />
      </Form.Item>
      <Form.Item name="roles" label={t.roles}>
        <Select mode="multiple" options={roles.map((role) => ({ value: role.id, label: nameOf(role, language) }))} />
      </Form.Item>
      <Form.Item name="simulated" label={t.simulated} extra={t.simulatedHelp} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item name="enabled" label={t.state} valuePropName="checked">
        <Switch checkedChildren={t.on} unCheckedChildren={t.off} />
      </Form.Item>
    </DialogForm>
  )
}

type Kept = ChannelInfo['secrets']

function Secret({
  name,
  label,
  kept,
  optional,
}: {
  name: Kept[number]
  label: string
  kept: Kept
  optional?: boolean
}) {
  const t = useStrings(channelStrings)
  const isKept = kept.includes(name)
  return (
    <Form.Item name={name} label={label} rules={optional || isKept ? [] : required}>
      <Input.Password autoComplete="new-password" {...(isKept ? { placeholder: t.kept } : {})} />
    </Form.Item>
  )
}

function KindFields({ kept }: { kept: Kept }) {
  const t = useStrings(channelStrings)
  const kind = Form.useWatch<ChannelValues['kind']>('kind') ?? 'dingtalk'
  const isSimulated = Form.useWatch<boolean>('simulated') === true
  const url = [{ required: true, pattern: /^https?:\/\//, message: t.url }]
  if (kind === 'email') return <EmailFields kept={kept} />
  if (kind === 'webhook')
    return (
      <>
        <Form.Item name="url" label={t.hookUrl} rules={url}>
          <Input maxLength={500} />
        </Form.Item>
        <Secret name="signSecret" label={t.signSecret} kept={kept} optional />
      </>
    )
  return (
    <>
      <Secret name="robotUrl" label={t.robotUrl} kept={kept} optional={isSimulated} />
      {kind === 'dingtalk' && <Secret name="signSecret" label={t.signSecret} kept={kept} optional />}
    </>
  )
}

function EmailFields({ kept }: { kept: Kept }) {
  const t = useStrings(channelStrings)
  return (
    <>
      <Form.Item name="host" label={t.host} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="port" label={t.port} rules={required}>
        <InputNumber min={1} max={65_535} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="secure" label={t.secure} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item name="user" label={t.user}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Secret name="password" label={t.password} kept={kept} optional />
      <Form.Item name="from" label={t.from} rules={[{ required: true, type: 'email' }]}>
        <Input />
      </Form.Item>
      <Form.Item name="to" label={t.to}>
        <Input />
      </Form.Item>
    </>
  )
}
