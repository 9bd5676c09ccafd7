import type { CalendarOccasion } from '@zhanggui/contract'
import { App, Button, Checkbox, Form, Modal, Select } from 'antd'
import { useState } from 'react'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import { strings } from './strings.ts'
import { usePlaceOccasion, usePlans } from './use-calendar.ts'

/** Puts an occasion into a plan with the activities it is made of. */
export function BlocksButton({ occasion }: { occasion: CalendarOccasion }) {
  const t = useStrings(strings)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" type="link" onClick={() => setOpen(true)}>
        {t.placeInPlan}
      </Button>
      {open && <BlocksDialog occasion={occasion} onClose={() => setOpen(false)} />}
    </>
  )
}

function BlocksDialog({ occasion, onClose }: { occasion: CalendarOccasion; onClose: () => void }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const store = useStoreId()
  const { message } = App.useApp()
  const { get } = useSearchState()
  const year = Number(occasion.mainDay.slice(0, 4))
  const drafts = (usePlans(store).data ?? []).filter((plan) => plan.status === 'draft' && plan.year === year)
  const [chosen, choose] = useState(get('plan'))
  const plan = drafts.find(({ id }) => id === chosen) ?? drafts[0]
  const [blocks, setBlocks] = useState(occasion.blocks.map(({ id }) => id))
  const place = usePlaceOccasion(store)
  const run = (): void => {
    if (!plan) return
    const asked = { plan: plan.id, occasion: occasion.id, mainDay: occasion.mainDay, blocks }
    place.mutate(asked, {
      onSuccess: ({ events, tasks }) => {
        void message.success(t.placed(events, tasks))
        onClose()
      },
    })
  }
  return (
    <Modal
      open
      title={t.blocksTitle(nameOf(occasion, language))}
      okText={t.placeInPlan}
      okButtonProps={{ disabled: !plan, loading: place.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      <p>{t.blocksLead}</p>
      <Form layout="vertical">
        <Form.Item label={t.blocks}>
          <Checkbox.Group
            style={{ display: 'grid', gap: 8 }}
            value={blocks}
            onChange={setBlocks}
            options={occasion.blocks.map((block) => ({
              value: block.id,
              label: `${nameOf(block, language)} · ${format.dayRange(block)}`,
            }))}
          />
        </Form.Item>
        <Form.Item label={t.draftPlan} {...(plan ? {} : { help: t.noDraft(year) })}>
          <Select
            aria-label={t.draftPlan}
            value={plan?.id ?? null}
            disabled={drafts.length === 0}
            onChange={choose}
            options={drafts.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      </Form>
      {place.isError && <Problem compact error={place.error} />}
    </Modal>
  )
}
