import type {
  AlertSeverity,
  ChangeChannel,
  ChannelInfo,
  ChannelSecrets,
  ChannelSettings,
  Role,
} from '@zhanggui/contract'

/** A channel as the form holds it. */
export type ChannelValues = {
  name: string
  kind: ChannelSettings['kind']
  enabled: boolean
  simulated: boolean
  fromSeverity: AlertSeverity
  roles: Role[]
  host?: string
  port?: number
  secure?: boolean
  user?: string
  from?: string
  to?: string
  url?: string
  password?: string
  robotUrl?: string
  signSecret?: string
}

export const NEW_CHANNEL: Partial<ChannelValues> = {
  kind: 'dingtalk',
  enabled: true,
  simulated: false,
  fromSeverity: 'warning',
  roles: [],
  port: 465,
  secure: true,
}

/** What the form shows of a channel that is there; secrets are never among it. */
export function channelValues({ name, settings, enabled, simulated, fromSeverity, roles }: ChannelInfo): ChannelValues {
  const shared = { name, kind: settings.kind, enabled, simulated, fromSeverity, roles }
  if (settings.kind === 'webhook') return { ...shared, url: settings.url }
  if (settings.kind !== 'email') return shared
  const { host, port, secure, user, from, to } = settings
  return { ...shared, host, port, secure, user, from, to: to.join(', ') }
}

function settingsOf(values: ChannelValues): ChannelSettings {
  const { kind, host = '', port = 465, secure = true, user = '', from = '', to = '', url = '' } = values
  if (kind === 'webhook') return { kind, url }
  if (kind !== 'email') return { kind }
  const addresses = to.split(/[,，;\s]+/).filter((address) => address !== '')
  return { kind, host, port, secure, user, from, to: addresses }
}

/** What is sent: a secret that was left empty is not named, so that it stays as it is. */
export function channelChange(values: ChannelValues): ChangeChannel {
  const { name, enabled, simulated, fromSeverity, roles, password, robotUrl, signSecret } = values
  const secrets: ChannelSecrets = {
    ...(password ? { password } : {}),
    ...(robotUrl ? { robotUrl } : {}),
    ...(signSecret ? { signSecret } : {}),
  }
  return { name, enabled, simulated, fromSeverity, roles, settings: settingsOf(values), secrets }
}
