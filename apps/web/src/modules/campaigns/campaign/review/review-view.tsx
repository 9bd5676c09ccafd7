import { Button, Form, Input } from 'antd'
import { useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { Problem } from '../../../../parts/problem.tsx'
import styles from '../campaign.module.css'
import type { CampaignProps } from '../campaign-page.tsx'
import { strings } from '../strings.ts'
import { useSaveBody } from '../use-save-body.ts'
import { AfterSaleCard } from './after-sale-card.tsx'
import { HoldOutCard } from './hold-out-card.tsx'
import { InitiativesCard } from './initiatives-card.tsx'

/** What came out and what next time does differently, beside what is still open. */
export default function ReviewView({ at, campaign, mayWrite }: CampaignProps) {
  const t = useStrings(strings)
  const { save, isPending, error } = useSaveBody({ at, campaign })
  const hasTail = campaign.body.windows.some(({ phase }) => phase === 'longTail')
  return (
    <div className={styles.columns}>
      <Card title={t.review}>
        <Form<{ review: string }>
          layout="vertical"
          disabled={!mayWrite}
          initialValues={{ review: campaign.body.review }}
          onFinish={save}
        >
          <Form.Item name="review" label={t.reviewText} extra={t.reviewHelp}>
            <Input.TextArea autoSize={{ minRows: 8 }} maxLength={5000} />
          </Form.Item>
          {error && <Problem compact error={error} />}
          {mayWrite && (
            <Button htmlType="submit" type="primary" loading={isPending}>
              {t.save}
            </Button>
          )}
        </Form>
      </Card>
      <div className={styles.side}>
        {hasTail && <HoldOutCard at={at} />}
        <AfterSaleCard at={at} />
      </div>
      <div className={styles.whole}>
        <InitiativesCard at={at} />
      </div>
    </div>
  )
}
