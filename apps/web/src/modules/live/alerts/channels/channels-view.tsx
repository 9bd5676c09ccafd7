import type { ChannelInfo } from '@zhanggui/contract'
import { App, Button, Popconfirm, Tag } from 'antd'
import { useState } from 'react'
import { useStoreTimeZone } from '../../../../app/use-store-time-zone.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { Problem } from '../../../../parts/problem.tsx'
import { useChannels, useRemoveChannel, useResend, useTestChannel } from '../use-alerts.ts'
import { ChannelDialog } from './channel-dialog.tsx'
import { channelStrings } from './channel-strings.ts'
import styles from './channels.module.css'

/** Where messages go besides the page. */
export default function ChannelsView() {
  const t = useStrings(channelStrings)
  const [open, setOpen] = useState<ChannelInfo | 'new' | null>(null)
  const close = () => setOpen(null)
  const button = (
    <Button type="primary" onClick={() => setOpen('new')}>
      {t.add}
    </Button>
  )
  return (
    <>
      <Panel
        query={useChannels()}
        height={240}
        title={t.title}
        note={t.note}
        extra={button}
        isEmpty={(channels) => channels.length === 0}
        empty={<EmptyState title={t.none} text={t.noneText} />}
      >
        {(channels) => (
          <ul className={styles.list}>
            {channels.map((channel) => (
              <ChannelRow key={channel.id} channel={channel} onEdit={() => setOpen(channel)} />
            ))}
          </ul>
        )}
      </Panel>
      {open !== null && <ChannelDialog {...(open === 'new' ? {} : { channel: open })} onClose={close} />}
    </>
  )
}

function ChannelRow({ channel, onEdit }: { channel: ChannelInfo; onEdit: () => void }) {
  const t = useStrings(channelStrings)
  const format = useFormat()
  const zone = useStoreTimeZone()
  const { name, settings, enabled, pending, dead, lastSentAt, lastError } = channel
  const sent = lastSentAt ? `${t.lastSent} ${format.instant(lastSentAt, zone)}` : t.never
  return (
    <li className={styles.row} data-channel={channel.id}>
      <div className={styles.words}>
        <p className={styles.name}>
          {name} <Tag>{t[settings.kind]}</Tag>
          <Tag color={enabled ? 'success' : 'default'}>{enabled ? t.on : t.off}</Tag>
          {channel.simulated && <Tag color="processing">{t.simulated}</Tag>}
        </p>
        <p className={styles.meta}>
          {[
            t[channel.fromSeverity],
            sent,
            pending > 0 && t.pending(format.count(pending)),
            dead > 0 && t.dead(format.count(dead)),
          ]
            .filter((part) => part)
            .join(' · ')}
        </p>
        {lastError && <p className={styles.error}>{lastError}</p>}
      </div>
      <ChannelButtons channel={channel} onEdit={onEdit} />
    </li>
  )
}

function ChannelButtons({ channel, onEdit }: { channel: ChannelInfo; onEdit: () => void }) {
  const t = useStrings(channelStrings)
  const language = useLanguage()
  const format = useFormat()
  const { message } = App.useApp()
  const test = useTestChannel()
  const resend = useResend()
  const remove = useRemoveChannel()
  const sendTest = (): void =>
    test.mutate(channel.id, {
      onSuccess: ({ sent, error, errorEn }) =>
        void (sent ? message.success(t.testOk) : message.error((language === 'zh' ? error : errorEn) ?? '')),
    })
  const sendAgain = (): void =>
    resend.mutate(channel.id, { onSuccess: ({ messages }) => void message.success(t.resent(format.count(messages))) })
  const problem = test.error ?? resend.error ?? remove.error
  return (
    <div className={styles.buttons}>
      <Button loading={test.isPending} onClick={sendTest} aria-label={`${t.test} ${channel.name}`}>
        {t.test}
      </Button>
      {channel.dead > 0 && (
        <Button loading={resend.isPending} onClick={sendAgain}>
          {t.resend}
        </Button>
      )}
      <Button onClick={onEdit} aria-label={`${t.edit} ${channel.name}`}>
        {t.edit}
      </Button>
      <Popconfirm
        title={t.removeAsk}
        okText={t.remove}
        cancelText={t.cancel}
        onConfirm={() => remove.mutate(channel.id)}
      >
        <Button danger aria-label={`${t.remove} ${channel.name}`}>
          {t.remove}
        </Button>
      </Popconfirm>
      {problem && <Problem compact error={problem} />}
    </div>
  )
}
