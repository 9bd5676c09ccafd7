import type { CampaignBody } from '@zhanggui/contract'
import { Form, InputNumber } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { DayInput } from '../../../parts/day-input.tsx'
import { DialogForm } from '../../admin/dialog-form.tsx'
import { campaignWords } from '../campaign-words.ts'
import { isWaved } from '../phase-name.ts'
import styles from './campaign.module.css'
import type { CampaignProps } from './campaign-page.tsx'
import { type PhaseStarts, startsOf, windowsFrom } from './phase-starts.ts'
import { strings } from './strings.ts'
import { useSaveBody } from './use-save-body.ts'

type Props = Pick<CampaignProps, 'at' | 'campaign'> & { onClose: () => void }

const HOURS = 24

/** The days of the phases: each begins on its own day and lasts until the next begins, so no day can be left out. */
export function PhasesDialog({ at, campaign, onClose }: Props) {
  const t = useStrings(strings)
  const words = useStrings(campaignWords)
  const { save, isPending, error } = useSaveBody({ at, campaign })
  const { windows } = campaign.body
  const submit = (starts: PhaseStarts) => {
    const next = windowsFrom(windows, starts)
    const burst = next.findLast(({ phase }) => phase === 'burst')
    const fields: Partial<CampaignBody> = { windows: next, ...(burst && { mainDay: keptMainDay(campaign.body, next) }) }
    save(fields, onClose)
  }
  return (
    <DialogForm<PhaseStarts>
      title={t.phases}
      open
      initial={startsOf(windows)}
      submitText={t.save}
      pending={isPending}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      {windows.map(({ phase, wave }, i) => (
        <div key={`${phase}${wave}`} className={styles.inline}>
          <Form.Item
            name={['starts', i, 'from']}
            label={isWaved(windows, phase) ? words.wave(words[phase], String(wave)) : words[phase]}
            className={styles.grow ?? ''}
            rules={[{ required: true, message: t.startDay }]}
          >
            <DayInput />
          </Form.Item>
          {phase === 'burst' && (
            <Form.Item name={['starts', i, 'hour']} label={t.startHour}>
              <InputNumber min={0} max={HOURS - 1} precision={0} />
            </Form.Item>
          )}
        </div>
      ))}
      <Form.Item name="end" label={t.lastEnds} rules={[{ required: true, message: t.lastEnds }]}>
        <DayInput />
      </Form.Item>
    </DialogForm>
  )
}

/** The main day stays while a burst still holds it; else it is the first day of the last burst. */
function keptMainDay({ mainDay }: CampaignBody, windows: CampaignBody['windows']): string {
  const bursts = windows.filter(({ phase }) => phase === 'burst')
  const holds = bursts.some(({ from, to }) => from <= mainDay && mainDay < to)
  return holds ? mainDay : (bursts.at(-1)?.from ?? mainDay)
}
