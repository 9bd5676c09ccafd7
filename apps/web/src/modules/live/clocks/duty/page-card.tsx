import type { DutyPageView } from '@zhanggui/contract'
import { App, Button, Form, Input, Tag } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { useStoreTimeZone } from '../../../../app/use-store-time-zone.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { PersonName } from '../../../../parts/person-name.tsx'
import { Problem } from '../../../../parts/problem.tsx'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { timeOf } from '../countdown.ts'
import { useAcknowledge, useRaisePage } from '../use-clocks.ts'
import styles from './duty.module.css'
import { dutyStrings } from './duty-strings.ts'

/** The newest pages: whom they called, when the next is called, and the button that takes one. */
export function PageCard({ pages, now }: { pages: readonly DutyPageView[]; now: number }) {
  const t = useStrings(dutyStrings)
  const mayAct = usePermissions().includes('live:act')
  const [raising, setRaising] = useState(false)
  const extra = mayAct && <Button onClick={() => setRaising(true)}>{t.page}</Button>
  return (
    <Card title={t.pages} note={t.pagesNote} extra={extra}>
      {pages.length === 0 ? (
        <EmptyState title={t.noPages} text={t.noPagesText} />
      ) : (
        <ul className={styles.pages}>
          {pages.map((page) => (
            <OnePage key={page.id} page={page} now={now} mayAct={mayAct} />
          ))}
        </ul>
      )}
      {raising && <RaiseDialog onClose={() => setRaising(false)} />}
    </Card>
  )
}

function OnePage({ page, now, mayAct }: { page: DutyPageView; now: number; mayAct: boolean }) {
  const t = useStrings(dutyStrings)
  const timeZone = useStoreTimeZone()
  const take = useAcknowledge()
  const time = (iso: string) => timeOf(iso, now, timeZone)
  const isWaiting = page.acknowledgedAt === null
  return (
    <li className={styles.page} data-waiting={isWaiting || undefined}>
      <div className={styles.pageWords}>
        <strong>{page.title}</strong> <PageState page={page} time={time} />
        {page.details && <p className={styles.details}>{page.details}</p>}
        <ol className={styles.calls}>
          {page.calls.map((call) => (
            <li key={`${call.person}/${call.at}/${call.level}`}>
              {t.calledAt(call.name ?? call.person, levelName(call.level, t), time(call.at))}
            </li>
          ))}
          {isWaiting && page.nextCallAt && <li className={styles.next}>{t.next(time(page.nextCallAt))}</li>}
        </ol>
        {take.isError && <Problem compact error={take.error} />}
      </div>
      {isWaiting && mayAct && (
        <Button type="primary" loading={take.isPending} onClick={() => take.mutate(page.id)}>
          {t.take}
        </Button>
      )}
    </li>
  )
}

function levelName(level: string, t: typeof dutyStrings.zh): string {
  if (level === 'first' || level === 'second' || level === 'lead' || level === 'lastResort') return t[level]
  return level
}

function PageState({ page, time }: { page: DutyPageView; time: (iso: string) => string }) {
  const t = useStrings(dutyStrings)
  if (page.acknowledgedAt === null) return <Tag color="error">{page.late ? t.late : t.waiting}</Tag>
  const [before = '', after = ''] = t.taken('\u0000', time(page.acknowledgedAt)).split('\u0000')
  return (
    <Tag color={page.late ? 'warning' : 'success'}>
      {before}
      <PersonName person={page.acknowledgedBy ?? ''} />
      {after}
    </Tag>
  )
}

type Values = { title: string; details?: string }

function RaiseDialog({ onClose }: { onClose: () => void }) {
  const t = useStrings(dutyStrings)
  const { message } = App.useApp()
  const [id] = useState(() => crypto.randomUUID())
  const raise = useRaisePage()
  const submit = ({ title, details = '' }: Values) =>
    raise.mutate(
      { title, details, subject: { kind: 'case', id } },
      {
        onSuccess: () => {
          void message.success(t.paged)
          onClose()
        },
      },
    )
  return (
    <DialogForm<Values>
      title={t.page}
      open
      submitText={t.page}
      pending={raise.isPending}
      error={raise.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="title" label={t.pageWhat} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="details" label={t.pageDetails}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Form.Item>
    </DialogForm>
  )
}
