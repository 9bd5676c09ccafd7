import type { IncidentInfo, Lever, PlaybookInfo, PlaybookRunInfo, SimulatedMessage } from '@zhanggui/contract'
import type { Shop } from './open-shop.ts'

/** As often as the rule is looked at. */
const ROUND_MS = 300_000
const CHANNELS = ['mail', 'ding', 'wecom', 'hook']
const SEARCH = { state: 'on', roi: 3 }

/** What goes wrong is watched, and what may be done about a bid stands ready. */
export async function watchOver(shop: Shop): Promise<void> {
  await shop.api('POST', '/alert-library', { ids: ['broken-links'] })
  await shop.api('PUT', '/levers/channel/search', { name: '直通车', fields: SEARCH, version: 0 })
  await shop.api('POST', '/playbook-library', { ids: ['ad-fault-pause'] })
  const { version, body } = await shop.api<PlaybookInfo>('GET', '/playbooks/ad-fault-pause')
  const { phases: _any, ...limits } = body.limits
  await shop.api('PUT', '/playbooks/ad-fault-pause', { ...body, limits, shadow: false, version, enabled: true })
}

export type Reacted = { incident: string; run: string; search: unknown; messages: Record<string, number> }

/** A link of an advertisement breaks: an alert by every channel, and a playbook that pauses what it is about. */
export async function react(shop: Shop): Promise<Reacted> {
  const data = { creative: 'c1', name: 'c1', channel: '直通车', review: 'approved', linkState: 'broken' }
  await shop.api('POST', '/resources/ad-creatives', { data })
  for (let round = 0; round < 3; round++) {
    shop.clock.advance(ROUND_MS)
    await shop.tick()
  }
  const [incident] = await shop.api<IncidentInfo[]>('GET', '/alerts/incidents')
  const fault = { id: String(incident?.id), event: 'ad-fault', tags: { channel: 'search' } }
  await shop.api('POST', '/playbook-events', fault)
  const [run] = await shop.api<PlaybookRunInfo[]>('GET', '/playbook-runs')
  const levers = await shop.api<Lever[]>('GET', '/levers')
  const messages: Record<string, number> = {}
  for (const id of CHANNELS)
    messages[id] = (await shop.api<SimulatedMessage[]>('GET', `/notice-channels/${id}/simulated`)).length
  const search = levers.find(({ id }) => id === 'search')?.fields.state
  return { incident: incident?.titleZh ?? '', run: run?.state ?? '', search, messages }
}
