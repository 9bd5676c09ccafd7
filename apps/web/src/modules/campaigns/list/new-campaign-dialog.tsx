import type { CampaignSummary, CampaignTemplateInfo } from '@zhanggui/contract'
import { Form, Input, Modal, Segmented, Select } from 'antd'
import { useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { DayInput } from '../../../parts/day-input.tsx'
import { Problem } from '../../../parts/problem.tsx'
import { useSendOnce } from '../../../parts/use-send-once.ts'
import { formStrings } from '../../admin/form-strings.ts'
import { FormMoney } from '../../promotions/form-inputs.tsx'
import { DraftLessons } from '../../review/archive/draft-lessons.tsx'
import { useCreateCampaign, useTemplates } from '../use-campaigns.ts'
import { strings } from './strings.ts'
import { TemplateCards } from './template-cards.tsx'

type Values = {
  name: string
  year?: number
  mainDay?: string
  copyOf?: string
  lead?: string
  targetCents?: number
  budgetCents?: number
}

type Props = { campaigns: readonly CampaignSummary[]; year: number; onClose: () => void }

/** A campaign in under a minute: the template brings everything, the name and who leads is all that must be said. */
export function NewCampaignDialog({ campaigns, year, onClose }: Props) {
  const t = useStrings(strings)
  const cancel = useStrings(formStrings).cancel
  const form = useId()
  const navigate = useNavigate()
  const store = useStoreId()
  const create = useCreateCampaign(store)
  const send = useSendOnce(create)
  const templates = useTemplates().data ?? []
  const [source, setSource] = useState<'template' | 'copy'>('template')
  const [template, setTemplate] = useState<CampaignTemplateInfo | null>(null)
  const [values] = Form.useForm<Values>()
  const choose = (next: CampaignTemplateInfo) => {
    setTemplate(next)
    values.setFieldsValue({ name: `${next.nameZh} ${year}` })
  }
  const submit = ({ lead, copyOf, ...rest }: Values) =>
    send(
      {
        ...rest,
        ...(source === 'template' && template ? { template: template.id } : {}),
        ...(source === 'copy' && copyOf ? { copyOf } : {}),
        team: lead ? [{ team: 'operations', lead }] : [],
      },
      ({ id }) => void navigate(`/stores/${store}/campaigns/${id}`),
    )
  const isDated = source === 'copy' || template?.occasion !== null
  return (
    <Modal
      title={t.create}
      open
      width={760}
      onCancel={onClose}
      okText={t.submit}
      cancelText={cancel}
      okButtonProps={{ htmlType: 'submit', form, loading: create.isPending || create.isSuccess }}
      destroyOnHidden
    >
      <Form<Values> id={form} form={values} layout="vertical" onFinish={submit} initialValues={{ year }}>
        {campaigns.length > 0 && (
          <Form.Item>
            <Segmented
              aria-label={t.template}
              value={source}
              onChange={setSource}
              options={[
                { value: 'template' as const, label: t.fromTemplate },
                { value: 'copy' as const, label: t.fromLast },
              ]}
            />
          </Form.Item>
        )}
        {source === 'template' ? (
          <TemplateCards templates={templates} chosen={template?.id ?? null} onChoose={choose} />
        ) : (
          <Form.Item name="copyOf" label={t.copyOf} extra={t.copyHelp} rules={[{ required: true, message: t.needed }]}>
            <Select options={campaigns.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
        )}
        <Form.Item noStyle dependencies={['copyOf', 'year', 'mainDay']}>
          {({ getFieldsValue }) => {
            const { copyOf, ...day } = getFieldsValue(['copyOf', 'year', 'mainDay']) as Partial<Values>
            const like = source === 'copy' ? { copyOf } : template ? { template: template.id, ...day } : {}
            return <DraftLessons store={store} asked={like} />
          }}
        </Form.Item>
        <Fields isDated={isDated} year={year} />
        {create.error && <Problem compact error={create.error} />}
      </Form>
    </Modal>
  )
}

/** What the template does not know. */
function Fields({ isDated, year }: { isDated: boolean; year: number }) {
  const t = useStrings(strings)
  const needed = [{ required: true, message: t.needed }]
  const years = [year, year + 1, year + 2].map((value) => ({ value, label: String(value) }))
  return (
    <>
      <Form.Item name="name" label={t.nameLabel} rules={[...needed, { whitespace: true, message: t.needed }]}>
        <Input maxLength={200} />
      </Form.Item>
      {isDated ? (
        <Form.Item name="year" label={t.yearLabel} rules={needed}>
          <Select options={years} />
        </Form.Item>
      ) : (
        <Form.Item name="mainDay" label={t.dayLabel} extra={t.dayHelp} rules={needed}>
          <DayInput />
        </Form.Item>
      )}
      <Form.Item name="lead" label={t.lead2} extra={t.leadHelp}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="targetCents" label={t.targetLabel}>
        <FormMoney />
      </Form.Item>
      <Form.Item name="budgetCents" label={t.budgetLabel}>
        <FormMoney />
      </Form.Item>
    </>
  )
}
