import type { CampaignBody } from '@zhanggui/contract'
import { Button, Form, Input, Segmented, Select } from 'antd'
import { useLanguage, useStrings } from '../../../../locale/strings.ts'
import { Problem } from '../../../../parts/problem.tsx'
import { FormMoney } from '../../../promotions/form-inputs.tsx'
import type { CampaignProps } from '../campaign-page.tsx'
import { strings } from '../strings.ts'
import { useSaveBody } from '../use-save-body.ts'
import { channelName } from './channel-name.ts'

type Values = Pick<CampaignBody, 'name' | 'audience' | 'theme' | 'copy' | 'tone' | 'channels' | 'budgetCents'> & {
  targetCents: number | null
}

const TONES = ['value', 'premium', 'playful', 'caring'] as const

/** Goal, audience, theme, words, budget: what a campaign says of itself. */
export function FactsForm({ at, campaign, mayWrite }: CampaignProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const { save, isPending, error } = useSaveBody({ at, campaign })
  const { body } = campaign
  const submit = ({ targetCents, ...fields }: Values) => save({ ...fields, goal: { ...body.goal, targetCents } })
  return (
    <Form<Values>
      layout="vertical"
      disabled={!mayWrite}
      initialValues={{ ...body, targetCents: body.goal.targetCents }}
      onFinish={submit}
    >
      <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="targetCents" label={t.target}>
        <FormMoney />
      </Form.Item>
      <Form.Item name="budgetCents" label={t.budget}>
        <FormMoney />
      </Form.Item>
      <Form.Item name="audience" label={t.audience}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={5000} />
      </Form.Item>
      <Form.Item name="theme" label={t.theme}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="copy" label={t.copy} extra={t.copyHelp}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={5000} />
      </Form.Item>
      <Form.Item name="tone" label={t.tone}>
        <Segmented options={TONES.map((value) => ({ value, label: t[value] }))} />
      </Form.Item>
      <Form.Item name="channels" label={t.channels}>
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={[',', '，']}
          labelRender={({ value }) => channelName(String(value), language)}
        />
      </Form.Item>
      {error && <Problem compact error={error} />}
      {mayWrite && (
        <Button htmlType="submit" type="primary" loading={isPending}>
          {t.save}
        </Button>
      )}
    </Form>
  )
}
