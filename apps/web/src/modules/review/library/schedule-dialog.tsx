import type { ReportLibrary } from '@zhanggui/contract'
import { Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import { useChannels } from '../../live/alerts/use-alerts.ts'
import { strings } from '../reports/strings.ts'
import { usePutSchedule, useReportSchedules } from '../reports/use-reports.ts'
import { clockText, minuteOf } from './clock-text.ts'

type Kind = ReportLibrary['kinds'][number]

/** Nine o'clock, before the meeting. */
const MORNING = 540

/** When a report is due it is made, kept and sent; here it is said whether, when and where. */
export function ScheduleDialog({ kind, onClose }: { kind: Kind; onClose: () => void }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const known = useReportSchedules().data?.schedules.find(({ report }) => report === kind.id)
  const channels = useChannels().data ?? []
  const save = usePutSchedule()
  const [enabled, setEnabled] = useState(known?.enabled ?? true)
  const [time, setTime] = useState(clockText(known?.minuteOfDay ?? MORNING))
  const [chosen, setChosen] = useState(known?.channels ?? [])
  const [written, setWritten] = useState<'zh' | 'en'>(known?.language ?? language)
  const minuteOfDay = minuteOf(time)
  const submit = () => {
    if (minuteOfDay === null) return
    const schedule = { report: kind.id, enabled, minuteOfDay, language: written, channels: chosen }
    save.mutate(schedule, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      title={t.scheduleOf(nameOf(kind, language))}
      okText={t.save}
      cancelText={t.cancel}
      okButtonProps={{ disabled: minuteOfDay === null, loading: save.isPending }}
      onOk={submit}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item>
          <Checkbox checked={enabled} onChange={({ target }) => setEnabled(target.checked)}>
            {t.enabled}
          </Checkbox>
        </Form.Item>
        <Form.Item label={t.time} validateStatus={minuteOfDay === null ? 'error' : ''} htmlFor="report-time">
          <Input id="report-time" value={time} onChange={({ target }) => setTime(target.value)} placeholder="09:00" />
        </Form.Item>
        <Form.Item label={t.channels} extra={channels.length === 0 ? t.noChannels : undefined}>
          <Select
            mode="multiple"
            aria-label={t.channels}
            value={chosen}
            onChange={setChosen}
            options={channels.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item label={t.language}>
          <Select
            aria-label={t.language}
            value={written}
            onChange={setWritten}
            options={[
              { value: 'zh', label: t.chinese },
              { value: 'en', label: t.english },
            ]}
          />
        </Form.Item>
      </Form>
      {save.error && <Problem error={save.error} />}
    </Modal>
  )
}
