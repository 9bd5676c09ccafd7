import type { ChannelInfo } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { channelChange, channelValues } from './channel-form.ts'

const mail: ChannelInfo = {
  id: 'mail',
  name: '邮件',
  settings: {
    kind: 'email',
    host: 'smtp.shop.cn',
    port: 465,
    secure: true,
    user: 'bot',
    from: 'bot@shop.cn',
    to: ['a@shop.cn', 'b@shop.cn'],
  },
  enabled: true,
  simulated: false,
  fromSeverity: 'warning',
  roles: ['media'],
  secrets: ['password'],
  pending: 0,
  dead: 0,
  lastSentAt: null,
  lastError: null,
}

test('a channel that is opened and saved stays as it is, and names no secret', () => {
  const { name, settings, enabled, simulated, fromSeverity, roles } = mail
  expect(channelChange(channelValues(mail))).toEqual({
    name,
    settings,
    enabled,
    simulated,
    fromSeverity,
    roles,
    secrets: {},
  })
})

test('only the secrets that were typed are sent', () => {
  const change = channelChange({ ...channelValues(mail), kind: 'dingtalk', robotUrl: 'https://robot', signSecret: '' })
  expect([change.settings, change.secrets]).toEqual([{ kind: 'dingtalk' }, { robotUrl: 'https://robot' }])
})
