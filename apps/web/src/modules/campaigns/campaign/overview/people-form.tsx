import type { CampaignBody } from '@zhanggui/contract'
import { Button, Form, Input, Select } from 'antd'
import { useStrings } from '../../../../locale/strings.ts'
import { Problem } from '../../../../parts/problem.tsx'
import { campaignWords } from '../../campaign-words.ts'
import { TEAMS } from '../../teams.ts'
import styles from '../campaign.module.css'
import type { CampaignProps } from '../campaign-page.tsx'
import { strings } from '../strings.ts'
import { useSaveBody } from '../use-save-body.ts'

type Values = Pick<CampaignBody, 'team' | 'plansB'>

const needed = [{ required: true, whitespace: true, message: '' }]

/** Who leads each team, and what is done when something goes wrong. */
export function PeopleForm({ at, campaign, mayWrite }: CampaignProps) {
  const t = useStrings(strings)
  const { save, isPending, error } = useSaveBody({ at, campaign })
  const { team, plansB } = campaign.body
  return (
    <Form<Values> layout="vertical" disabled={!mayWrite} initialValues={{ team, plansB }} onFinish={save}>
      <TeamList />
      <PlanList />
      {error && <Problem compact error={error} />}
      {mayWrite && (
        <Button htmlType="submit" loading={isPending}>
          {t.save}
        </Button>
      )}
    </Form>
  )
}

function TeamList() {
  const t = useStrings(strings)
  const words = useStrings(campaignWords)
  return (
    <Form.List name="team">
      {(fields, { add, remove }) => (
        <Form.Item label={t.team}>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.inline}>
              <Form.Item
                name={[name, 'team']}
                className={`${styles.grow} ${styles.tight}`}
                rules={[{ required: true, message: '' }]}
              >
                <Select aria-label={t.teamName} options={TEAMS.map((value) => ({ value, label: words[value] }))} />
              </Form.Item>
              <Form.Item name={[name, 'lead']} className={`${styles.grow} ${styles.tight}`} rules={needed}>
                <Input aria-label={t.lead} placeholder={t.lead} maxLength={80} />
              </Form.Item>
              <Button type="text" onClick={() => remove(name)}>
                {t.remove}
              </Button>
            </div>
          ))}
          <Button onClick={() => add({ lead: '', deliverable: '' })}>{t.addLead}</Button>
        </Form.Item>
      )}
    </Form.List>
  )
}

function PlanList() {
  const t = useStrings(strings)
  return (
    <Form.List name="plansB">
      {(fields, { add, remove }) => (
        <Form.Item label={t.plansB}>
          {fields.map(({ key, name }) => (
            <div key={key} className={`${styles.inline} ${styles.planB}`}>
              {(['trigger', 'action', 'owner'] as const).map((field) => (
                <Form.Item
                  key={field}
                  name={[name, field]}
                  className={field === 'owner' ? `${styles.grow} ${styles.tight}` : (styles.whole ?? '')}
                  rules={needed}
                >
                  <Input aria-label={t[field]} placeholder={t[field]} maxLength={200} />
                </Form.Item>
              ))}
              <Button type="text" onClick={() => remove(name)}>
                {t.remove}
              </Button>
            </div>
          ))}
          <Button onClick={() => add({ trigger: '', action: '', owner: '' })}>{t.addPlan}</Button>
        </Form.Item>
      )}
    </Form.List>
  )
}
