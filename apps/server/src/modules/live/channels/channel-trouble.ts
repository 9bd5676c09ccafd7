import type { Context } from '../../../context.ts'
import { clearRaised, raiseIncident } from '../alerts/incidents/raise-incident.ts'
import type { IncidentRow } from '../alerts/schema.ts'
import type { ChannelRow } from './schema.ts'

const TROUBLE = 'noticeChannel'

/** An incident about a channel that does not get its messages out. */
export const isChannelTrouble = ({ cause }: Pick<IncidentRow, 'cause'>): boolean => cause.metric === TROUBLE

const causeOf = ({ id }: ChannelRow) => ({ metric: TROUBLE, dimension: 'channel', value: id })

/** A channel that gave a message up is itself an alert; one for as long as it lasts. */
export const raiseTrouble = (context: Context, channel: ChannelRow, now: Date): Promise<number> =>
  raiseIncident(context, channel.store, {
    cause: causeOf(channel),
    titleZh: `通知渠道发送失败（${channel.name}）`,
    titleEn: `A channel does not get its messages out (${channel.name})`,
    severity: 'warning',
    owner: 'technology',
    action: {
      kind: 'task',
      ref: '',
      zh: '在渠道设置里发送测试，修正后重发死信',
      en: 'Send a test under channels; once it works send the dead letters again',
    },
    now,
  })

/** The channel works again. */
export const clearTrouble = (context: Context, channel: ChannelRow, now: Date): Promise<void> =>
  clearRaised(context, channel.store, causeOf(channel), now)
