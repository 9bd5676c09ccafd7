import type { CampaignDetail, RunItem, RunSheetLine } from '@zhanggui/contract'
import { Form, Select } from 'antd'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { DialogForm } from '../../../admin/dialog-form.tsx'
import { usePlaybooks } from '../../../drills/playbooks/use-playbooks.ts'
import { usePromotions } from '../../../promotions/use-promotions.ts'
import { type CampaignAt, usePutEntry } from '../../use-campaigns.ts'
import { strings } from '../strings.ts'
import { actionStrings } from './action-strings.ts'

type Values = Pick<RunItem, 'action' | 'promotion' | 'playbook'>
type Props = { at: CampaignAt; campaign: CampaignDetail; line: RunSheetLine; onClose: () => void }

const ACTIONS: readonly RunItem['action'][] = ['manual', 'checkPromotion', 'stopPromotion', 'startPlaybook']

/** What the clock does itself when a line's minute comes. Without a promotion it looks at those of the campaign. */
export function ActionDialog({ at, campaign, line: { id, version, body }, onClose }: Props) {
  const t = useStrings(actionStrings)
  const { save } = useStrings(strings)
  const language = useLanguage()
  const put = usePutEntry(at)
  const promotions = usePromotions(at.store).data ?? []
  const playbooks = usePlaybooks().data ?? []
  const own = promotions.filter((promotion) => campaign.body.promotions.includes(promotion.id))
  const submit = ({ action, promotion = null, playbook = null }: Values) =>
    put.mutate(
      {
        kind: 'run',
        id,
        version,
        body: {
          ...body,
          action,
          promotion: action === 'checkPromotion' || action === 'stopPromotion' ? promotion : null,
          playbook: action === 'startPlaybook' ? playbook : null,
        },
      },
      { onSuccess: onClose },
    )
  return (
    <DialogForm<Values>
      title={body.title}
      open
      initial={{ action: body.action, promotion: body.promotion, playbook: body.playbook }}
      submitText={save}
      pending={put.isPending}
      error={put.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="action" label={t.runAction}>
        <Select options={ACTIONS.map((value) => ({ value, label: t[`run_${value}`] }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['action']}>
        {({ getFieldValue }) => {
          const action: RunItem['action'] = getFieldValue('action')
          if (action === 'startPlaybook')
            return (
              <Form.Item name="playbook" label={t.playbook} rules={[{ required: true, message: t.needPlaybook }]}>
                <Select
                  options={playbooks.map(({ id: value, body: named }) => ({ value, label: nameOf(named, language) }))}
                />
              </Form.Item>
            )
          if (action === 'manual') return null
          return (
            <Form.Item
              name="promotion"
              label={t.promotion}
              rules={action === 'stopPromotion' ? [{ required: true, message: t.needPromotion }] : []}
            >
              <Select allowClear options={own.map(({ id: value, name }) => ({ value, label: name }))} />
            </Form.Item>
          )
        }}
      </Form.Item>
    </DialogForm>
  )
}
